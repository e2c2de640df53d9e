/** Whether an element is in the page and has a size. */
export const hasSize = ({isConnected, clientWidth, clientHeight}: Element): boolean =>
  isConnected && clientWidth > 0 && clientHeight > 0;

/**
 * Calls back at the start and whenever the size of an element changes. Without `ResizeObserver` it follows the window.
 *
 * @returns A function that stops watching.
 */
export function watchSize(element: Element, handleSize: () => void): () => void {
  if (typeof ResizeObserver === 'function') {
    const observer = new ResizeObserver(handleSize);
    observer.observe(element);
    return () => observer.disconnect();
  }
  window.addEventListener('resize', handleSize);
  queueMicrotask(handleSize);
  return () => window.removeEventListener('resize', handleSize);
}

/**
 * Calls back before and after printing. Not every browser has both the event and the media query for it.
 *
 * @returns A function that stops watching.
 */
export function watchPrint(handlePrint: (printing: boolean) => void): () => void {
  const media = window.matchMedia?.('print');
  const handleBefore = () => handlePrint(true);
  const handleAfter = () => handlePrint(false);
  const handleChange = ({matches}: MediaQueryListEvent) => handlePrint(matches);
  window.addEventListener('beforeprint', handleBefore);
  window.addEventListener('afterprint', handleAfter);
  media?.addEventListener?.('change', handleChange);
  return () => {
    window.removeEventListener('beforeprint', handleBefore);
    window.removeEventListener('afterprint', handleAfter);
    media?.removeEventListener?.('change', handleChange);
  };
}

/** Whether an element is in the page and shown. */
export const hasSize = ({isConnected, clientWidth, clientHeight}: Element): boolean =>
  isConnected && clientWidth > 0 && clientHeight > 0;

/**
 * Tells of the size of an element, at first and whenever it changes; where there is no observer, when the window's does.
 *
 * @returns Ends it.
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
 * Tells when the page is about to be printed, and when that is done. Not every engine has both ways of telling.
 *
 * @returns Ends it.
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

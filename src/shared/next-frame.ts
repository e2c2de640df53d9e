/**
 * Resolves when the next frame has been drawn. Browsers tell assistive technology of a changed text with that frame: a
 * focus that moves before is heard first, and screen readers then go back to the text.
 */
export const nextFrame = (): Promise<void> =>
  new Promise((resolve) => {
    // A page in the background draws none.
    if (document.hidden) setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });

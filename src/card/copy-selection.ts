/**
 * Copies a text by selecting it, as pages without a secure connection and frames without permission for the clipboard
 * still may. Loaded when the clipboard has refused.
 *
 * @param root Where a field with the text may stand for a moment. Within an open dialog nothing else can be selected.
 * @returns Whether it worked. Never throws.
 */
export function copySelection(text: string, root: HTMLElement | DocumentFragment): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.readOnly = true;
  field.className = 'aside';
  const focused = root instanceof ShadowRoot ? root.activeElement : document.activeElement;
  root.append(field);
  try {
    field.select();
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

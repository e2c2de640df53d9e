/**
 * Copies a text by selecting it. This still works on pages without a secure connection and in frames without
 * permission for the clipboard. Loaded after the clipboard API has refused.
 *
 * @param root Parent for a temporary field with the text. While a modal dialog is open, only text inside it can be selected.
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

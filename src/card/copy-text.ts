/**
 * Puts a text on the clipboard: by the browser's way for it, else by copying a selection, as pages without a secure
 * connection and frames without permission still may.
 *
 * @param root Where a field with the text may stand for a moment. Within an open dialog nothing else can be selected.
 * @returns Whether it worked. Never throws.
 */
export async function copyText(text: string, root: HTMLElement | DocumentFragment): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text, root);
  }
}

function copySelection(text: string, root: HTMLElement | DocumentFragment): boolean {
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

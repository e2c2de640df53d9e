import {afterThisTest, present} from '../../helpers/index.js';

/** Opens a page of the demo in a frame. */
export async function openDemo(name: string, width: number): Promise<Window & typeof globalThis> {
  const frame = document.createElement('iframe');
  frame.title = name;
  frame.width = String(width);
  frame.height = '560';
  frame.src = `/demo/${name.replace(/(#|$)/, '.html$1')}`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, {once: true}));
  document.body.append(frame);
  afterThisTest(() => frame.remove());
  await loaded;
  return present(frame.contentWindow, 'the window') as Window & typeof globalThis;
}

/** Records the files that a page saves: their names and texts, in order. */
export function catchFiles({document: page}: Window): {name: string; text: Promise<string>}[] {
  const files: {name: string; text: Promise<string>}[] = [];
  page.addEventListener('click', (event) => {
    const link = event.target as HTMLAnchorElement;
    if (!link.matches('a[download]')) return;
    event.preventDefault();
    files.push({name: link.download, text: fetch(link.href).then((response) => response.text())});
  });
  return files;
}

/** Puts a file into a file input, as the browser's own dialog does. */
export function give(input: HTMLInputElement, name: string, content: string | Uint8Array<ArrayBuffer>): void {
  const transfer = new DataTransfer();
  transfer.items.add(new File([content], name));
  input.files = transfer.files;
  input.dispatchEvent(new Event('change', {bubbles: true}));
}

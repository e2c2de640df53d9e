/** How long the file stays available: Safari reads it only after the click has been handled. */
const KEEP_MS = 60_000;

/** Offers the visitor a file that is made in the page, without any request. */
export function saveFile(content: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

/** Safari reads the file after the click has been handled. */
const KEEP_MS = 60_000;

/** Gives the visitor a file. Made in the page: nothing is fetched. */
export function saveFile(content: string, type: string, name: string): void {
  const url = URL.createObjectURL(new Blob([content], {type}));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), KEEP_MS);
}

import {open} from 'node:fs/promises';

/** Files that people take for CSV because a spreadsheet opens them, and files that hold one. */
export type FileKind =
  | 'markup'
  | 'json'
  | 'excel'
  | 'openDocument'
  | 'numbers'
  | 'document'
  | 'pdf'
  | 'packed'
  | 'utf16'
  | 'binary';

/** How files of a kind begin, as bytes, one to a character. */
const BEGINNINGS: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  pdf: ['%PDF-'],
  // The container of Excel up to 2003, and of newer workbooks with a password; then BIFF2 to BIFF4, from before 1997.
  excel: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\x09\x00\x06\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00'],
  // gzip, bzip2, xz, Zstandard, 7-Zip, RAR.
  packed: ['\x1f\x8b', 'BZh', '\xfd7zXZ\x00', '\x28\xb5\x2f\xfd', '7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07'],
  utf16: ['\xff\xfe', '\xfe\xff'],
};
const ZIP = 'PK\x03\x04';
/** Names of files inside a zip, which are never packed themselves, by what the zip is then. */
const INSIDE: readonly (readonly [FileKind, RegExp])[] = [
  ['excel', /xl\/(?:workbook|worksheets)/],
  ['openDocument', /opendocument\.spreadsheet/],
  ['numbers', /Index\/[\w/-]*\.iwa/],
  ['document', /word\/document|opendocument\.text/],
];
/** Texts that are no CSV; a byte order mark may go before them. */
const TEXTS: readonly (readonly [FileKind, RegExp])[] = [
  // Many portals give a web page the name of a workbook; Excel has a form of XML of its own.
  ['markup', /^(?:\xef\xbb\xbf)?\s*<[?!A-Za-z]/],
  ['json', /^(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[[{])/],
];
const SAMPLE_BYTES = 64 * 1024;

/**
 * Finds out whether a file is something else than a table in text, by its first bytes and, for a zip, by the list at its end.
 *
 * @returns null for what may be CSV.
 */
export async function detectKind(path: string): Promise<FileKind | null> {
  const file = await open(path);
  try {
    const {size} = await file.stat();
    const read = async (position: number) => {
      const {buffer, bytesRead} = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, position);
      return buffer.toString('latin1', 0, bytesRead);
    };
    const head = await read(0);
    if (head.startsWith(ZIP)) {
      const names = head + (await read(Math.max(0, size - SAMPLE_BYTES)));
      return INSIDE.find(([, form]) => form.test(names))?.[0] ?? 'packed';
    }
    const kinds = Object.entries(BEGINNINGS) as [FileKind, readonly string[]][];
    const kind = kinds.find(([, starts]) => starts.some((start) => head.startsWith(start)))?.[0];
    if (kind) return kind;
    // No text in UTF-8 or Windows-1252 has a zero byte; of UTF-16 about every second byte is one.
    const zeros = head.split('\0').length - 1;
    if (zeros === 0) return TEXTS.find(([, form]) => form.test(head))?.[0] ?? null;
    return zeros > head.length / 3 && zeros < (head.length * 2) / 3 ? 'utf16' : 'binary';
  } finally {
    await file.close();
  }
}

import {open} from 'node:fs/promises';

/** Files that people mistake for CSV because a spreadsheet opens them, and archives that may contain one. */
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

/** First bytes of files of each kind, with one character per byte. */
const BEGINNINGS: Readonly<Partial<Record<FileKind, readonly string[]>>> = {
  pdf: ['%PDF-'],
  // The container of Excel up to 2003 and of newer workbooks with a password; then the older formats BIFF2 to BIFF4.
  excel: ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '\x09\x00\x06\x00', '\x09\x02\x06\x00', '\x09\x04\x06\x00'],
  // gzip, bzip2, xz, Zstandard, 7-Zip, RAR.
  packed: ['\x1f\x8b', 'BZh', '\xfd7zXZ\x00', '\x28\xb5\x2f\xfd', '7z\xbc\xaf\x27\x1c', 'Rar!\x1a\x07'],
  utf16: ['\xff\xfe', '\xfe\xff'],
};
const ZIP = 'PK\x03\x04';
/** Names of files in a zip, by the kind of document that they reveal. Names are readable, because they are not compressed. */
const INSIDE: readonly (readonly [FileKind, RegExp])[] = [
  ['excel', /xl\/(?:workbook|worksheets)/],
  ['openDocument', /opendocument\.spreadsheet/],
  ['numbers', /Index\/[\w/-]*\.iwa/],
  ['document', /word\/document|opendocument\.text/],
];
/** Texts other than CSV, possibly after a byte order mark. */
const TEXTS: readonly (readonly [FileKind, RegExp])[] = [
  // Many portals serve a web page under the name of a workbook; Excel also has an XML format of its own.
  ['markup', /^(?:\xef\xbb\xbf)?\s*<[?!A-Za-z]/],
  ['json', /^(?:\xef\xbb\xbf)?\s*(?:\{\s*["}]|\[\s*[[{])/],
];
const SAMPLE_BYTES = 64 * 1024;

/**
 * Detects files that are not CSV by their first bytes, and zip files also by the list of files at their end.
 *
 * @returns null for a file that may be CSV.
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
    // Text in UTF-8 or Windows-1252 has no zero bytes; in UTF-16 about every second byte is zero.
    const zeros = head.split('\0').length - 1;
    if (zeros === 0) return TEXTS.find(([, form]) => form.test(head))?.[0] ?? null;
    return zeros > head.length / 3 && zeros < (head.length * 2) / 3 ? 'utf16' : 'binary';
  } finally {
    await file.close();
  }
}

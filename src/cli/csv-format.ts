import {open} from 'node:fs/promises';

/** How the text of a CSV file is written. */
export interface CsvFormat {
  readonly encoding: 'utf-8' | 'windows-1252';
  /** Bytes of the byte order mark, which goes before everything. */
  readonly mark: number;
  readonly delimiter: string;
  /** End of a row, as in the first one. */
  readonly newline: string;
  /** The start of the file after the mark, as bytes, one to a character. */
  readonly head: string;
}

const SEPARATORS = [',', ';', '\t'];
const SAMPLE_BYTES = 64 * 1024;
const UTF8_MARK = [0xef, 0xbb, 0xbf];

/**
 * Finds out how a file is written. All of it is read, a piece at a time: the first letter that is not ASCII may stand
 * in the last row.
 *
 * @returns 'empty' and 'utf-16' for files that have no rows, or none that can be read.
 */
export async function detectFormat(path: string): Promise<CsvFormat | 'empty' | 'utf-16'> {
  const file = await open(path);
  try {
    let sample = Buffer.alloc(0);
    let encoding: CsvFormat['encoding'] = 'utf-8';
    const decoder = new TextDecoder('utf-8', {fatal: true});
    const tryDecode = (bytes?: Uint8Array) => {
      try {
        if (encoding === 'utf-8') decoder.decode(bytes, {stream: bytes !== undefined});
      } catch {
        encoding = 'windows-1252';
      }
    };
    for await (const piece of file.createReadStream({autoClose: false})) {
      const bytes = piece as Buffer;
      if (sample.length < SAMPLE_BYTES) sample = Buffer.concat([sample, bytes]);
      // No text in UTF-8 or Windows-1252 has a zero byte; every ASCII character of UTF-16 has one.
      if (bytes.includes(0)) return 'utf-16';
      tryDecode(bytes);
    }
    tryDecode();
    const mark = UTF8_MARK.every((byte, index) => sample[index] === byte) ? UTF8_MARK.length : 0;
    const head = sample.toString('latin1', mark);
    if (!head.trim()) return 'empty';
    return {encoding, mark, head, ...punctuation(head)};
  } finally {
    await file.close();
  }
}

/** The separator that occurs most in the first row outside quotes, and the end of that row. */
function punctuation(head: string): Pick<CsvFormat, 'delimiter' | 'newline'> {
  const [row = ''] = /^(?:"(?:[^"]|"")*"?|[^"\r\n])*/.exec(head.trimStart()) ?? [];
  const plain = row.replace(/"(?:[^"]|"")*"?/g, '');
  const count = (separator: string) => plain.split(separator).length;
  const [delimiter = ','] = [...SEPARATORS].sort((a, b) => count(b) - count(a));
  const [newline = '\n'] = /^(?:\r\n|\n|\r)/.exec(head.trimStart().slice(row.length)) ?? [];
  return {delimiter, newline};
}

/**
 * Windows-1252 from 0x80 to 0x9f (the WHATWG Encoding Standard); all else is as in Latin-1. Not by TextDecoder: that of
 * Node 20 takes Windows-1252 for Latin-1.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a field that was read as bytes. */
export function decodeField(field: string, {encoding}: CsvFormat): string {
  if (!/[\u0080-\u00ff]/.test(field)) return field;
  if (encoding === 'utf-8') return Buffer.from(field, 'latin1').toString();
  return field.replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? byte);
}

/** A text as bytes, one to a character, in the encoding of the file. A letter that it does not have is a question mark. */
export function encodeField(text: string, {encoding, delimiter}: CsvFormat): string {
  const quoted = /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  if (encoding === 'utf-8') return Buffer.from(quoted).toString('latin1');
  return quoted.replace(/[^\0-\u007f\u00a0-\u00ff]/gu, (letter) => {
    const index = WINDOWS_1252.indexOf(letter);
    return index < 0 ? '?' : String.fromCharCode(0x80 + index);
  });
}

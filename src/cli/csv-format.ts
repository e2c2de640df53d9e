import {open} from 'node:fs/promises';

/** Encoding of a CSV file. */
export interface CsvEncoding {
  readonly encoding: 'utf-8' | 'windows-1252';
  /** Length of the byte order mark at the start, in bytes. */
  readonly mark: number;
  /** The start of the file after the mark, as a string with one character per byte. */
  readonly head: string;
}

/** What determines how a field is written. */
export interface CsvFormat extends Pick<CsvEncoding, 'encoding'> {
  readonly delimiter: string;
}

const SAMPLE_BYTES = 64 * 1024;
const UTF8_MARK = [0xef, 0xbb, 0xbf];

/**
 * Detects the encoding of a file. The whole file is read, piece by piece, because its first letter outside ASCII may be in
 * the last row.
 *
 * @returns 'empty' for a file without rows, 'binary' for one that is not text.
 */
export async function detectEncoding(path: string): Promise<CsvEncoding | 'empty' | 'binary'> {
  const file = await open(path);
  try {
    let sample = Buffer.alloc(0);
    let encoding: CsvEncoding['encoding'] = 'utf-8';
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
      if (bytes.includes(0)) return 'binary';
      tryDecode(bytes);
    }
    tryDecode();
    const mark = UTF8_MARK.every((byte, index) => sample[index] === byte) ? UTF8_MARK.length : 0;
    const head = sample.toString('latin1', mark);
    return head.trim() ? {encoding, mark, head} : 'empty';
  } finally {
    await file.close();
  }
}

/**
 * Windows-1252 from 0x80 to 0x9f (WHATWG Encoding Standard); the rest equals Latin-1. TextDecoder is not used, because in
 * Node 20 it decodes Windows-1252 as Latin-1.
 */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Decodes a field that was read as bytes. */
export function decodeField(field: string, {encoding}: Pick<CsvFormat, 'encoding'>): string {
  if (!/[\u0080-\u00ff]/.test(field)) return field;
  if (encoding === 'utf-8') return Buffer.from(field, 'latin1').toString();
  return field.replace(/[\u0080-\u009f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80] ?? byte);
}

/** Encodes a text with one character per byte. A letter that the encoding lacks becomes a question mark. */
export function encodeField(text: string, {encoding, delimiter}: CsvFormat): string {
  const quoted = /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  if (encoding === 'utf-8') return Buffer.from(quoted).toString('latin1');
  return quoted.replace(/[^\0-\u007f\u00a0-\u00ff]/gu, (letter) => {
    const index = WINDOWS_1252.indexOf(letter);
    return index < 0 ? '?' : String.fromCharCode(0x80 + index);
  });
}

import {open} from 'node:fs/promises';

/** How the text of a CSV file is written. */
export interface CsvFormat {
  readonly encoding: 'utf-8' | 'windows-1252';
  /** Bytes of the byte order mark, which goes before everything. */
  readonly mark: number;
  readonly delimiter: string;
  /** End of a row, as in the first one. */
  readonly newline: string;
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
    return {encoding, mark, ...punctuation(head)};
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

/**
 * What vCard (RFC 6350) and iCalendar (RFC 5545) have in common: lines of a name and a value, each with CRLF behind it, and
 * folded where they are long.
 */

/** Longest line in octets, without its end (RFC 6350, section 3.2; RFC 5545, section 3.1). */
const LINE_OCTETS = 75;

/** Backslash, comma and line breaks stand for something in a value. Other controls go. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** The same where a semicolon stands for something too: in a value of several parts of vCard, in any text of iCalendar. */
export const escapePart = (text: string): string => escapeText(text).replaceAll(';', '\\;');

/** A URI holds no white space and no controls. */
export const escapeUri = (uri: string): string => uri.replace(/[\s\p{Cc}]/gu, '');

/** A moment as both formats write it: `20260301T123045Z`. */
export const timestampOf = (now: Date): string => now.toISOString().replace(/[-:]|\.\d+/g, '');

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
};

/** Folds a line, never within a character. A line that goes on begins with a space, which counts. */
function fold(line: string): string {
  let out = '';
  let octets = 0;
  for (const character of line) {
    if (octets + octetsOf(character) > LINE_OCTETS) {
      out += '\r\n ';
      octets = 1;
    }
    out += character;
    octets += octetsOf(character);
  }
  return out;
}

/** The lines that there are, as a file. */
export const toFile = (lines: readonly (string | false | undefined)[]): string =>
  lines.flatMap((line) => (line ? [`${fold(line)}\r\n`] : [])).join('');

const NAME_LENGTH = 60;

/** A text as the name of a file, fit for any file system: `WGV-Zorg-en-Welzijn`; empty when nothing is left of it. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replace(/^-|-$/g, '');

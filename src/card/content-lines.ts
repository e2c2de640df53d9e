/**
 * What vCard (RFC 6350) and iCalendar (RFC 5545) have in common: lines of a name and a value that end in CRLF and are
 * folded when they are long.
 */

/** Longest line in octets, without its end (RFC 6350, section 3.2; RFC 5545, section 3.1). */
const LINE_OCTETS = 75;

/** Escapes backslashes, commas and line breaks, which have a meaning in a value, and drops other control characters. */
export const escapeText = (text: string): string =>
  text
    .replace(/[\\,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(/\p{Cc}/gu, '');

/** Escapes semicolons too: they separate the parts of a vCard value, and have a meaning in any iCalendar text. */
export const escapePart = (text: string): string => escapeText(text).replaceAll(';', '\\;');

/** Removes white space and control characters, which a URI cannot contain. */
export const escapeUri = (uri: string): string => uri.replace(/[\s\p{Cc}]/gu, '');

/** A time in the notation of both formats: `20260301T123045Z`. */
export const timestampOf = (now: Date): string => now.toISOString().replace(/[-:]|\.\d+/g, '');

const octetsOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
};

/** Folds a line, never inside a character. A continuation line begins with a space, which counts as an octet. */
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

/** Joins lines into a file, without the absent ones. */
export const toFile = (lines: readonly (string | false | undefined)[]): string =>
  lines.flatMap((line) => (line ? [`${fold(line)}\r\n`] : [])).join('');

const NAME_LENGTH = 60;

/** A text as a file name for any file system: `WGV-Zorg-en-Welzijn`; empty if no usable character is left. */
export const plainName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, NAME_LENGTH)
    .replace(/^-|-$/g, '');

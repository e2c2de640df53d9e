import {soundOf} from './fold.js';

export interface Resemblance {
  /** Index of the name. */
  readonly at: number;
  /** How many slips lie between; more when the name goes on after what resembles the text. */
  readonly distance: number;
}

/** Less sounds like too much. */
const MIN_SOUND = 3;

/** From this many letters on two slips are forgiven. */
const MIN_TWO_SLIPS = 7;

/**
 * Slips between a text and a name: letters wrong, missing, too many, or two swapped (optimal string alignment).
 * `begin`: to the part of the name that comes nearest, `whole`: to all of it. More than `most` counts as infinite.
 */
export function countSlips(text: string, name: string, most: number): {readonly whole: number; readonly begin: number} {
  const rows = text.length + 1;
  const columns = Math.min(name.length, text.length + most) + 1;
  let before: number[] = [];
  let above = Array.from({length: columns}, (_, column) => column);
  for (let row = 1; row < rows; row++) {
    const line = [row];
    let least = row;
    for (let column = 1; column < columns; column++) {
      const same = text[row - 1] === name[column - 1];
      let cost = Math.min(
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        (above[column] ?? 0) + 1,
        (line[column - 1] ?? 0) + 1,
      );
      if (row > 1 && column > 1 && text[row - 1] === name[column - 2] && text[row - 2] === name[column - 1]) {
        cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      }
      line.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return {whole: Infinity, begin: Infinity};
    before = above;
    above = line;
  }
  const whole = name.length < columns ? (above[name.length] ?? Infinity) : Infinity;
  const begin = Math.min(...above.slice(Math.max(1, text.length - most)));
  return {whole: whole > most ? Infinity : whole, begin: begin > most ? Infinity : begin};
}

/** What names sound like, with the letters of each as bits: most are told apart by these alone. */
export interface Sounds {
  readonly texts: readonly string[];
  readonly letters: Uint32Array;
}

/** The letters of a text as bits; those of other scripts share the last ones. */
function lettersOf(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at++) letters |= 1 << (text.charCodeAt(at) & 31);
  return letters >>> 0;
}

export function toSounds(keys: readonly string[]): Sounds {
  const texts = keys.map(soundOf);
  return {texts, letters: Uint32Array.from(texts, lettersOf)};
}

/** How many bits are set, as far as it matters. */
function atMost(bits: number, most: number): boolean {
  let left = bits;
  for (let count = 0; left; count++) {
    if (count === most) return false;
    left &= left - 1;
  }
  return true;
}

/**
 * Names that sound like a text, or differ by a slip; by two in a longer text.
 *
 * @param key The text, folded.
 */
export function resemblance(key: string, {texts, letters}: Sounds): Resemblance[] {
  const sound = soundOf(key);
  if (sound.length < MIN_SOUND) return [];
  const most = key.length >= MIN_TWO_SLIPS ? 2 : 1;
  const own = lettersOf(sound);
  const found: Resemblance[] = [];
  for (let at = 0; at < texts.length; at++) {
    const name = texts[at] ?? '';
    if (name.length < sound.length - most || !atMost(own & ~(letters[at] ?? 0), most)) continue;
    // Few begin a name with the wrong letter, and in a short text that is another name.
    const first = sound[0] === name[0];
    if (!first && (key.length < 6 || (sound[1] !== name[1] && sound[0] !== name[1] && sound[1] !== name[0]))) continue;
    const {whole, begin} = countSlips(sound, name, most);
    const distance = Math.min(whole, key.length < 6 ? Infinity : begin + 1);
    if (distance < Infinity) found.push({at, distance});
  }
  return found;
}

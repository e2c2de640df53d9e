import {soundOf} from './fold.js';

export interface Resemblance {
  /** Index of the name. */
  readonly at: number;
  /** Number of typing errors between the two; higher when the name goes on after the part that resembles the text. */
  readonly distance: number;
}

/** Shorter texts sound like too many names. */
const MIN_SOUND = 3;

/** From this many sounds on, a typing error of any kind is accepted; in fewer only a missing letter. */
const MIN_ANY_SLIP = 4;

/** From this many sounds on, a text with a typing error may be the beginning of a longer name. */
const MIN_BEGUN = 6;

/** From this many sounds on, two typing errors are accepted. */
const MIN_TWO_SLIPS = 7;

/**
 * Counts typing errors: wrong, missing, extra or swapped letters (optimal string alignment). `whole` compares the text
 * with the whole name, `begin` with the beginning that is closest to it. More than `most` counts as infinite.
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

/** How names sound, and the letters of each as bits: a cheap test that rules out most names. */
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

/** Whether no more than `most` bits are set. */
function atMost(bits: number, most: number): boolean {
  let left = bits;
  for (let count = 0; left; count++) {
    if (count === most) return false;
    left &= left - 1;
  }
  return true;
}

/**
 * Names that sound like a text, or differ from it by one typing error; by two in a longer text. The shorter a text, the
 * less may differ: otherwise keys pressed at random resemble some name, and nobody hears that there is none.
 *
 * @param key The text, folded.
 */
export function resemblance(key: string, {texts, letters}: Sounds): Resemblance[] {
  const sound = soundOf(key);
  if (sound.length < MIN_SOUND) return [];
  const most = sound.length >= MIN_TWO_SLIPS ? 2 : 1;
  const own = lettersOf(sound);
  const found: Resemblance[] = [];
  for (let at = 0; at < texts.length; at++) {
    const name = texts[at] ?? '';
    if (name.length < sound.length - most || !atMost(own & ~(letters[at] ?? 0), most)) continue;
    // People rarely get the first letter of a name wrong, and a short text with another first letter is another name.
    const first = sound[0] === name[0];
    if (!first && (key.length < 6 || (sound[1] !== name[1] && sound[0] !== name[1] && sound[1] !== name[0]))) continue;
    const {whole, begin} = countSlips(sound, name, most);
    const distance = Math.min(whole, first && sound.length >= MIN_BEGUN ? begin + 1 : Infinity);
    if (distance && sound.length < MIN_ANY_SLIP && name.length <= sound.length) continue;
    if (distance < Infinity) found.push({at, distance});
  }
  return found;
}

/** Reads from the logs of Orca and the speech dispatcher what is said, and whether it is heard to the end. */

/** One utterance. */
export interface Utterance {
  readonly text: string;
  /** The languages that the browser reported since the last utterance; none for Orca's own words. */
  readonly languages: readonly string[];
}

/** `12:34:56.789 - SPEECH OUTPUT: 'text' {…}`; the details at the end are optional. */
const SAID = /^[\d:.]+ - SPEECH OUTPUT: '(.*)'\s*(?:\{.*\})?\s*$/;
const LANGUAGE = /SPEECH GENERATOR: .*voice requested with language='([^']*)'/;
/** Values that Orca logs for its own words, rather than for text of the page. */
const NO_LANGUAGE = new Set(['', 'None']);

/** Reads Orca's log line by line. Orca requests the voices of several texts before it says the first of them. */
export class OrcaJournal {
  #languages = new Set<string>();

  /** The utterance in a line; null for the many lines without one. */
  read(line: string): Utterance | null {
    const language = LANGUAGE.exec(line)?.[1];
    if (language !== undefined && !NO_LANGUAGE.has(language)) this.#languages.add(language);
    const text = SAID.exec(line)?.[1];
    if (text === undefined) return null;
    const said = {text: plain(text), languages: [...this.#languages]};
    this.#languages.clear();
    return said.text === '' ? null : said;
  }
}

/** Normalises a text: single spaces, no full stop added by Orca, and the same word for a button in every version of Orca. */
function plain(text: string): string {
  return text
    .replace(/\\'/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\bpush button\b/g, 'button')
    .trim()
    .replace(/(?<!\.)\.$/, '');
}

/** Follows messages through the log of the speech dispatcher: waiting, spoken to the end, or interrupted. */
export class SpeechJournal {
  readonly #texts = new Map<string, string>();
  readonly #waiting = new Set<string>();
  #latest = '';
  #cutOff: string[] = [];

  read(line: string): void {
    const text = /Queueing message \|(.*?)\| with priority/.exec(line)?.[1];
    if (text !== undefined) this.#latest = plain(text.replace(/<[^>]*>/g, ''));
    const given = /REPLY:\|225-(\d+)/.exec(line)?.[1];
    if (given !== undefined) {
      this.#texts.set(given, this.#latest);
      this.#waiting.add(given);
    }
    const [, end, id = ''] = /REPLY:\|(702|703)-(\d+)/.exec(line) ?? [];
    if (end === undefined) return;
    this.#waiting.delete(id);
    if (end === '703') this.#cutOff.push(this.#texts.get(id) ?? '');
  }

  /** Whether something is still being spoken. */
  get speaking(): boolean {
    return this.#waiting.size > 0;
  }

  /** The texts that were interrupted since the last call. */
  takeCutOff(): string[] {
    const texts = this.#cutOff;
    this.#cutOff = [];
    return texts;
  }
}

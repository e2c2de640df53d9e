/** What Orca says, and what becomes of it: read from the journals that Orca and the speech dispatcher keep. */

/** One thing said. */
export interface Utterance {
  readonly text: string;
  /** The languages that the browser gave since the last utterance. None where Orca speaks for itself. */
  readonly languages: readonly string[];
}

/** `12:34:56.789 - SPEECH OUTPUT: 'text' {…}`; the details at the end are not always there. */
const SAID = /^[\d:.]+ - SPEECH OUTPUT: '(.*)'\s*(?:\{.*\})?\s*$/;
const LANGUAGE = /SPEECH GENERATOR: .*voice requested with language='([^']*)'/;
/** Orca says this of itself, not of the page. */
const NO_LANGUAGE = new Set(['', 'None']);

/** Reads Orca's journal line by line. Orca asks for the voices of a row of texts before it says the first of them. */
export class OrcaJournal {
  #languages = new Set<string>();

  /** What the line says aloud; `null` for the many lines that say nothing. */
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

/** Words as they are heard: single spaces, no full stop that Orca adds, and one name for a button in every Orca. */
function plain(text: string): string {
  return text
    .replace(/\\'/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\bpush button\b/g, 'button')
    .trim()
    .replace(/(?<!\.)\.$/, '');
}

/** Follows messages through the journal of the speech dispatcher: waiting, heard to the end, or cut off. */
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

  /** What was cut off since the last call. */
  takeCutOff(): string[] {
    const texts = this.#cutOff;
    this.#cutOff = [];
    return texts;
  }
}

/** What is wrong with what was heard after one step of a journey. Pure. */
import type {Heard, Kind} from './session.js';

/** The language of a page, and so of everything that is read from it. */
export type Language = 'nl' | 'en';

/** One thing that a visitor does, and what must come of it. */
export interface Step {
  /** In Dutch: it stands in the transcript. */
  readonly does: string;
  /** Keys by their names in xdotool, see `Session.press`. None: only listens on. */
  readonly keys?: readonly string[];
  /** Presses the keys again until this is heard, at most `times` times. What is said on the way is not judged. */
  readonly until?: RegExp;
  readonly times?: number;
  /** Each must be said exactly once. A pattern sees all that is said in the step, parts divided by ` | `. */
  readonly hears?: readonly RegExp[];
  /** None of these may be said. */
  readonly never?: readonly RegExp[];
  /** Said more than once for a good reason. */
  readonly mayRepeat?: RegExp;
  /** Why nothing needs to be said. Without it, silence is a failure. */
  readonly maySayNothing?: string;
  /** Seconds for which something may still come, where the page itself waits before it speaks. */
  readonly settles?: number;
  /** Waits until all is spoken, and fails when what must be heard was cut off. */
  readonly listens?: boolean;
  /** The languages of what is read, where that is not the one of the journey. */
  readonly languages?: readonly Language[];
}

/** A visitor's way through one page, from its top. */
export interface Journey {
  readonly name: string;
  /** In Dutch: the heading in the transcript. */
  readonly title: string;
  /** File in demo/. */
  readonly page: string;
  readonly language: Language;
  /** The one browser that it is heard in, where the other would tell nothing new. */
  readonly only?: Kind;
  readonly steps: readonly Step[];
}

/** All that was said, in order, as the patterns of a step see it. */
export const joined = ({said}: Pick<Heard, 'said'>): string => said.map(({text}) => text).join(' | ');

const count = (text: string, pattern: RegExp): number =>
  [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))].length;

/** Whether everything has been said that must be. */
export const isComplete = (step: Step, said: Heard['said']): boolean => {
  const text = joined({said});
  if (step.hears) return step.hears.every((pattern) => count(text, pattern) > 0);
  return said.length > 0 || step.maySayNothing !== undefined;
};

/** In words, one for each fault; empty when all is as it should be. */
export function judge(step: Step, {said, cutOff}: Heard, language: Language): string[] {
  const text = joined({said});
  const problems: string[] = [];
  if (said.length === 0 && step.maySayNothing === undefined) problems.push('nothing was said');
  const counted: RegExp[] = [];
  for (const pattern of step.hears ?? []) {
    const times = count(text, pattern);
    if (times === 0) problems.push(`not said: ${pattern}`);
    if (times > 1) {
      problems.push(`said ${times} times: ${pattern}`);
      counted.push(pattern);
    }
    if (step.listens && times > 0 && cutOff.some((each) => pattern.test(each))) problems.push(`cut off: ${pattern}`);
  }
  for (const pattern of step.never ?? []) if (pattern.test(text)) problems.push(`must not be said: ${pattern}`);
  const texts = said.map((each) => each.text);
  for (const twice of new Set(texts.filter((each, index) => texts.indexOf(each) !== index))) {
    if (!step.mayRepeat?.test(twice) && !counted.some((pattern) => pattern.test(twice)))
      problems.push(`said twice: “${twice}”`);
  }
  const expected: readonly string[] = step.languages ?? [language];
  for (const each of said) {
    const wrong = each.languages.filter((got) => !expected.includes(got.split(/[-_]/)[0] ?? got));
    if (wrong.length > 0) problems.push(`in the wrong language (${wrong} for ${expected}): “${each.text}”`);
  }
  return problems;
}

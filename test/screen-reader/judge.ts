/** Finds faults in what was heard after one step of a journey. Has no side effects. */
import type {Heard} from './session.js';

/** The language of a page, and so of everything that is read from it. */
export type Language = 'nl' | 'en';

/** One action of a visitor, and what must be heard after it. */
export interface Step {
  /** Description for the transcript, in Dutch. */
  readonly does: string;
  /** Keys by their names in xdotool, see `Session.press`. Without keys, the step only listens. */
  readonly keys?: readonly string[];
  /** Presses the keys again until this is heard, at most `times` times. Speech before that is not judged. */
  readonly until?: RegExp;
  readonly times?: number;
  /** Each must be said exactly once. Patterns apply to everything that is said in the step, joined by ` | `. */
  readonly hears?: readonly RegExp[];
  /** None of these may be said. */
  readonly never?: readonly RegExp[];
  /** Text that may be repeated for a good reason. */
  readonly mayRepeat?: RegExp;
  /** The reason why silence is right. Without it, silence is a failure. */
  readonly maySayNothing?: string;
  /** Seconds to wait for speech that the page delays. */
  readonly settles?: number;
  /** Waits until all speech has ended, and fails if required speech was interrupted. */
  readonly listens?: boolean;
  /** Languages of the speech, if they differ from that of the journey. */
  readonly languages?: readonly Language[];
}

/** A visitor's way through one page, from its top. */
export interface Journey {
  readonly name: string;
  /** Heading for the transcript, in Dutch. */
  readonly title: string;
  /** Its address, from demo/. */
  readonly page: string;
  readonly language: Language;
  readonly steps: readonly Step[];
}

/** All speech of a step in order, as its patterns see it. */
export const joined = ({said}: Pick<Heard, 'said'>): string => said.map(({text}) => text).join(' | ');

const count = (text: string, pattern: RegExp): number =>
  [...text.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))].length;

/** Whether all required speech has been heard. */
export const isComplete = (step: Step, said: Heard['said']): boolean => {
  const text = joined({said});
  if (step.hears) return step.hears.every((pattern) => count(text, pattern) > 0);
  return said.length > 0 || step.maySayNothing !== undefined;
};

/** One message for each fault; empty if there are none. */
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

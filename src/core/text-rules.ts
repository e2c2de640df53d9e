/** A rule that a text has to keep. */
export interface TextRule {
  /** Longest allowed, in characters (code points). */
  readonly max: number;
  readonly form: RegExp;
}

const HYPHEN_OR_SPACE = '(?: ?- ?| )?';

/**
 * A telephone number that can be dialled: ten Dutch digits or their form with +31, or another country's number of at most
 * 15 digits (ITU-T E.164). No zero in brackets: "+31 (0)30" cannot be dialled as written.
 *
 * Service numbers are shorter or longer, and have no form with +31: 0800, 0900, 0906 and 0909 with four or seven digits
 * behind them; 14 and the area code of a gemeente; 116 and three digits.
 * Source: Nummerplan telefoon- en ISDN-diensten (Autoriteit Consument & Markt).
 *
 * @param gap What may stand between digits, as a regular expression.
 */
function phone(gap: string): string {
  const digits = (count: number | string) => `(?:${gap}\\d){${count}}`;
  const paid = `8${gap}0${gap}0|9${gap}0${gap}[069]`;
  return [
    `(?:0|\\+31${gap})(?!${paid})[1-9]${digits(8)}`,
    `0(?:${paid})(?:${digits(4)}|${digits(7)})`,
    `14${gap}0${digits('2,3')}`,
    `116${digits(3)}`,
    `\\+(?:[124-9]\\d|3[02-9])${digits('5,12')}`,
  ].join('|');
}

// Only characters that need no escape in a `mailto:` address, so that an address cannot add headers to the message.
const EMAIL = '[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}';
/** The part of an address after the host. */
const REST = '[^\\s<>"\\\\]*';
// No user name before the host: `https://known.nl@other.nl` leads to another site than it seems to.
const LINK = `https://(?:[A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]*(?::\\d{1,4})?(?:[/?#]${REST})?`;
const MAILTO = `mailto:${EMAIL}(?:\\?${REST})?`;
// A chat with a number, or a short link to one. WhatsApp wants the number with its country code and no leading zero.
const WHATSAPP = `https://wa\\.me/(?:\\+?[1-9]\\d{6,14}|[a-z]+/[A-Za-z0-9]+)/?(?:\\?${REST})?`;
// Days that exist: 29 February in leap years only.
const DAY =
  '\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|' +
  '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d';

/** At least one character that is not a blank. */
const SOME_TEXT = '.*\\S.*';

const text = (max: number, form = SOME_TEXT): TextRule => ({max, form: new RegExp(`^(?:${form})$`, 'u')});

/** The rules for texts. The published schema is made from the same patterns and limits. */
export const TEXT_RULES = {
  name: text(80),
  phone: text(24, phone(HYPHEN_OR_SPACE)),
  phoneHours: text(120),
  email: text(100, EMAIL),
  link: text(500, LINK),
  address: text(120, '\\S.*, [1-9]\\d{3} ?[A-Z]{2} +\\S.*'),
  about: text(200),
  noticeTitle: text(80),
  noticeText: text(300),
  label: text(40),
  page: text(500, LINK),
  href: text(500, `${LINK}|${MAILTO}|tel:(?:${phone('-?')})`),
  callback: text(500, `${LINK}|${MAILTO}`),
  whatsapp: text(500, WHATSAPP),
  day: text(10, DAY),
  time: text(5, TIME),
};

/** Name of a rule for texts. */
export type TextRuleName = keyof typeof TEXT_RULES;

/** Not allowed in any text: HTML tags and entities, control characters, and characters that change the text direction. */
export const NOT_PLAIN = /[\p{Cc}\u2028-\u202e\u2066-\u2069]|<[A-Za-z/!?]|&#?\w+;/u;

/** A more exact description of an error in a text than its rule. */
export type TextHint = 'blanks' | 'linkSpace' | 'linkCharacters' | 'linkLength' | 'linkHost' | 'phoneZero';

/**
 * Checks a text by its rule.
 *
 * @returns null for a valid text; else the rule that it breaks, or a more exact hint.
 */
export function textProblem(rule: TextRuleName, value: unknown): TextRuleName | TextHint | null {
  if (typeof value !== 'string') return rule;
  const {max} = TEXT_RULES[rule];
  if (isRight(rule, value)) return null;
  // Texts that are much too long need no closer look.
  if (value.length > 4 * max) return value.startsWith('https://') && isLink(rule) ? 'linkLength' : rule;
  if (isRight(rule, value.trim())) return 'blanks';
  if (rule === 'phone' && value.includes('(0)') && isRight(rule, value.replace(/\(0\) ?/, ''))) return 'phoneZero';
  return (isLink(rule) && linkHint(value.trim(), max)) || rule;
}

function isRight(rule: TextRuleName, value: string): boolean {
  const {max, form} = TEXT_RULES[rule];
  // A character takes one or two units, so a text that is cut off here is too long anyway.
  return [...value.slice(0, 2 * max + 2)].length <= max && form.test(value) && !NOT_PLAIN.test(value);
}

const isLink = (rule: TextRuleName) => rule === 'link' || rule === 'page' || rule === 'href' || rule === 'callback';

/** What is wrong with a link that begins with `https://`, as it should. */
function linkHint(link: string, max: number): TextHint | null {
  if (!link.startsWith('https://')) return null;
  if (/\s/.test(link)) return 'linkSpace';
  if ([...link].length > max) return 'linkLength';
  return /[<>"\\]/.test(link) || NOT_PLAIN.test(link) ? 'linkCharacters' : 'linkHost';
}

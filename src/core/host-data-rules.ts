import type {Contact, ContactField} from './region.js';

/** A message for the visitors of a region, shown from one day until another, both included, in Dutch time. */
export interface HostNotice {
  readonly text: string;
  /** First day, `YYYY-MM-DD`; absent: at once. */
  readonly from?: string;
  /** Last day, `YYYY-MM-DD`; absent: until it is taken away. */
  readonly until?: string;
}

/** A button of the host's own. */
export interface HostAction {
  readonly label: string;
  /** An https, mailto or tel address. */
  readonly href: string;
}

/** What a host says of one region. */
export interface HostRegion {
  /** Laid over the bundled contact data, field by field; a field that is there but undefined hides the bundled one. */
  readonly organisation?: Contact;
  readonly notices?: readonly HostNotice[];
  readonly actions?: readonly HostAction[];
}

/** What a host says of its regions, by id. */
export type HostData = Readonly<Record<string, HostRegion | undefined>>;

/** Where in the data: keys, and positions in lists from 0. */
export type Path = readonly (string | number)[];

/** The form of a text. */
export interface TextRule {
  /** Longest allowed, in characters (code points). */
  readonly max: number;
  readonly form: RegExp;
}

const HYPHEN_OR_SPACE = '(?: ?- ?| )?';
// A telephone number that can be dialled: ten Dutch digits or their form with +31, or another country's number of at
// most 15 digits (ITU-T E.164). No zero in brackets: "+31 (0)30" cannot be dialled as written.
const phone = (gap: string) => `(?:0|\\+31${gap})[1-9](?:${gap}\\d){8}|\\+(?:[124-9]\\d|3[02-9])(?:${gap}\\d){5,12}`;
// Only characters that need no escape in a `mailto:` address, so that an address cannot bring headers along.
const EMAIL = '[A-Za-z0-9._+-]+@(?:[A-Za-z0-9-]+\\.)+[A-Za-z]{2,}';
// No user name before the host: `https://known.nl@other.nl` leads to another site than it says.
const LINK = 'https://(?:[A-Za-z0-9-]+\\.)+[A-Za-z][A-Za-z0-9-]*(?::\\d{1,4})?(?:[/?#][^\\s<>"\\\\]*)?';
// The days that there are, leap days in leap years alone.
const DAY =
  '\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8]))|' +
  '(?:\\d\\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29';

const text = (max: number, form = '.*\\S.*'): TextRule => ({max, form: new RegExp(`^(?:${form})$`, 'u')});

/** The rules of texts. The published schema is made from the same forms and limits. */
export const TEXT_RULES = {
  name: text(80),
  phone: text(24, phone(HYPHEN_OR_SPACE)),
  email: text(100, EMAIL),
  link: text(500, LINK),
  sentence: text(200),
  address: text(120, '\\S.*, [1-9]\\d{3} ?[A-Z]{2} +\\S.*'),
  noticeText: text(300),
  label: text(40),
  href: text(500, `${LINK}|mailto:${EMAIL}(?:\\?[^\\s<>"\\\\]*)?|tel:(?:${phone('-?')})`),
  day: text(10, DAY),
};

/** Not in any text: tags and entities of HTML, control characters, and what turns the direction of what follows. */
export const NOT_PLAIN = /[\p{Cc}\u2028-\u202e\u2066-\u2069]|<[A-Za-z/!?]|&#?\w+;/u;

/** Largest file at `data-src`: several times what all regions with all that they may have come to. */
export const MAX_FILE_BYTES = 256 * 1024;

/** Longest lists, so that a card stays a card. */
export const MAX_NOTICES = 10;
export const MAX_ACTIONS = 6;

/** The rule of each field of contact data. */
export const CONTACT_RULES: Readonly<Record<ContactField, keyof typeof TEXT_RULES>> = {
  name: 'name',
  formerName: 'name',
  phone: 'phone',
  phoneHours: 'sentence',
  email: 'email',
  contactPage: 'link',
  website: 'link',
  vacancies: 'link',
  address: 'address',
  about: 'sentence',
};

const plainText = ({max}: TextRule) => `plain text of at most ${max} characters, without HTML`;

/** What was expected, by rule, for a programmer. `{ids}` is where the ids of the regions go. */
export const HOST_RULES = {
  regions: 'an object with a value for each id of a region',
  regionId: 'the id of a region: {ids}',
  region: 'an object with organisation, notices or actions',
  field:
    'a field that there is: name, formerName, phone, phoneHours, email, contactPage, website, vacancies, address, about, notices (text, from, until), actions (label, href)',
  organisation: 'an object with contact data',
  name: plainText(TEXT_RULES.name),
  phone: 'ten digits as in 030 123 45 67, or + with a country code',
  email: 'an e-mail address',
  link: 'an address that starts with https://',
  sentence: plainText(TEXT_RULES.sentence),
  address: 'street and number, postcode and place, as in Voorbeeldstraat 1, 1234 AB Dorp',
  notices: `a list of at most ${MAX_NOTICES} notices`,
  notice: 'an object with text and, if it is temporary, from and until',
  noticeText: plainText(TEXT_RULES.noticeText),
  day: 'a day as in 2026-12-31',
  order: 'a day that is not before from',
  actions: `a list of at most ${MAX_ACTIONS} actions`,
  action: 'an object with label and href',
  label: plainText(TEXT_RULES.label),
  href: 'an address that starts with https://, mailto: or tel:',
  $schema: 'the address of the schema',
};

/** Name of a rule. */
export type HostRule = keyof typeof HOST_RULES;

/** A field that is not taken over. */
export interface Refusal {
  readonly path: Path;
  readonly rule: HostRule;
  /** What stands there; undefined when it is missing. */
  readonly got: unknown;
}

type Values = Record<string, unknown>;

/** Gives the value to keep; null to hide what is bundled; undefined when it was refused. */
type Read = (value: unknown, path: Path) => unknown;

/**
 * Checks what a host says of its regions, field by field. What is right is copied; a notice or an action counts as a
 * whole, since half of one says something else.
 *
 * @param data Any value.
 * @param ids The ids of the regions.
 * @param refusals Gets what is wrong, in the order of the data.
 */
export function checkHostData(data: unknown, ids: readonly string[], refusals: Refusal[]): HostData {
  const refuse = (rule: HostRule, path: Path, got: unknown): undefined => {
    refusals.push({path, rule, got});
  };

  const readText =
    (rule: keyof typeof TEXT_RULES): Read =>
    (value, path) => {
      const {max, form} = TEXT_RULES[rule];
      // A character is one unit or two: what is cut off here is too long anyway.
      return typeof value === 'string' &&
        [...value.slice(0, 2 * max + 2)].length <= max &&
        form.test(value) &&
        !NOT_PLAIN.test(value)
        ? value
        : refuse(rule, path, value);
    };

  const readFields =
    (
      rule: HostRule,
      fields: Readonly<Record<string, Read>>,
      required: readonly string[] = [],
      unknownField: HostRule = 'field',
    ): Read =>
    (value, path) => {
      if (typeof value !== 'object' || !value || Array.isArray(value)) return refuse(rule, path, value);
      const given = value as Values;
      const kept: Values = {};
      // What is undefined counts as absent: JSON has no such thing, and code that leaves a field out often writes it.
      for (const key of new Set([...Object.keys(given).filter((each) => given[each] !== undefined), ...required])) {
        const read = Object.hasOwn(fields, key) ? fields[key] : undefined;
        const result = (read ?? ((got, at) => refuse(unknownField, at, got)))(given[key], [...path, key]);
        if (result !== undefined) kept[key] = result ?? undefined;
      }
      return kept;
    };

  const readList =
    (rule: HostRule, max: number, readItem: Read): Read =>
    (value, path) =>
      Array.isArray(value) && value.length <= max
        ? value.flatMap((each, index) => {
            const before = refusals.length;
            const item = readItem(each, [...path, index]);
            return refusals.length > before ? [] : [item];
          })
        : refuse(rule, path, value);

  const readNotice: Read = (value, path) => {
    const notice = readFields('notice', {text: readText('noticeText'), from: readText('day'), until: readText('day')}, [
      'text',
    ])(value, path) as Partial<HostNotice> | undefined;
    if (notice && !isInOrder(notice)) refuse('order', [...path, 'until'], notice.until);
    return notice;
  };

  const contact: Record<string, Read> = {};
  for (const [field, rule] of Object.entries(CONTACT_RULES)) {
    const read = readText(rule);
    contact[field] = (value, path) => (value === null ? null : read(value, path));
  }

  const readRegion: Read = (value, path) => {
    const region = readFields('region', {
      ...contact,
      organisation: readFields('organisation', contact),
      notices: readList('notices', MAX_NOTICES, readNotice),
      actions: readList(
        'actions',
        MAX_ACTIONS,
        readFields('action', {label: readText('label'), href: readText('href')}, ['label', 'href']),
      ),
    })(value, path) as (Contact & HostRegion) | undefined;
    if (!region) return undefined;
    const {organisation, notices, actions, ...short} = region;
    return {organisation: {...short, ...organisation}, notices, actions};
  };

  const regions: Record<string, Read> = {
    $schema: (value, path) => (typeof value === 'string' ? undefined : refuse('$schema', path, value)),
  };
  for (const id of ids) regions[id] = readRegion;
  return (readFields('regions', regions, [], 'regionId')(data, []) ?? {}) as HostData;
}

/** Whether the last day of a notice is not before its first. Days compare as their texts do. */
export const isInOrder = ({from, until}: Partial<HostNotice>): boolean => !from || !until || from <= until;

/** A path as a programmer writes it: `flevoland.notices[0].text`. Long keys are cut. */
export const formatPath = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${cut(key)}`))
    .join('')
    .slice(1);

/** A value for a message: a text in quotes, cut after `max` characters, a list or an object only as such. */
export const formatValue = (value: unknown, max?: number): string =>
  typeof value === 'string'
    ? JSON.stringify(cut(value, max))
    : Array.isArray(value)
      ? '[…]'
      : typeof value === 'object' && value
        ? '{…}'
        : String(value);

const cut = (long: string, max = 60) => (long.length > max ? `${long.slice(0, max)}…` : long);

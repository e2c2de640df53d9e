import type {Contact, ContactField} from './region.js';
import {TEXT_RULES, type TextRule, type TextRuleName, textProblem} from './text-rules.js';

/**
 * A message for the visitors of a region, shown from its first to its last day in Dutch time, both included.
 * With `date` it is about an event, which can be saved to a calendar.
 */
export interface HostNotice {
  readonly text: string;
  /** What stands above the text; the name of the event. */
  readonly title?: string;
  /** An https address of a page with more information. */
  readonly href?: string;
  /** First day, `YYYY-MM-DD`; absent: at once. */
  readonly from?: string;
  /** Last day, `YYYY-MM-DD`; absent: the day of the event, or until the host removes the notice. */
  readonly until?: string;
  /** Day of the event, `YYYY-MM-DD`. */
  readonly date?: string;
  /** When the event begins, `HH:MM` in Dutch time; absent: it takes the whole day. Only with `date`. */
  readonly start?: string;
  /** When it ends on the same day, `HH:MM`, after `start`; absent: not known. Only with `start`. */
  readonly end?: string;
}

/** Ways to get in touch that have their own icon, and in some cases their own rule. */
export const ACTION_KINDS = ['appointment', 'callback', 'whatsapp', 'chat'] as const;

/** What an action is for: an appointment, being called back, WhatsApp, a chat on the organisation's own site. */
export type HostActionKind = (typeof ACTION_KINDS)[number];

/** One of the host's own buttons. */
export interface HostAction {
  readonly label: string;
  /** An https, mailto or tel address; `kind` may allow only some of these. */
  readonly href: string;
  /** Absent: any other action. */
  readonly kind?: HostActionKind;
}

/** The host's own data for one region. */
export interface HostRegion {
  /** Laid over the bundled contact data, field by field; a field that is there but undefined hides the bundled one. */
  readonly organisation?: Contact;
  readonly notices?: readonly HostNotice[];
  readonly actions?: readonly HostAction[];
}

/** The host's own data, by id of the region. */
export type HostData = Readonly<Record<string, HostRegion | undefined>>;

/** A position in the data: keys, and indexes in lists from 0. */
export type Path = readonly (string | number)[];

/** Largest file at `data-src`: several times the size of a file in which every region uses all that is allowed. */
export const MAX_FILE_BYTES = 256 * 1024;

/** Limits per region, so that a card stays short. */
export const MAX_NOTICES = 10;
export const MAX_ACTIONS = 6;

/** The rule of each field of contact data. */
export const CONTACT_RULES: Readonly<Record<ContactField, TextRuleName>> = {
  name: 'name',
  formerName: 'name',
  phone: 'phone',
  phoneHours: 'phoneHours',
  email: 'email',
  contactPage: 'link',
  website: 'link',
  vacancies: 'link',
  address: 'address',
  about: 'about',
};

/** The rule for the address of an action, by its kind. A visitor who asks to be called back is not given a number. */
export const ACTION_RULES: Readonly<Record<HostActionKind, TextRuleName>> = {
  appointment: 'href',
  callback: 'callback',
  whatsapp: 'whatsapp',
  chat: 'page',
};

const plainText = ({max}: TextRule) => `plain text of at most ${max} characters, without HTML`;
const sentence = ({max}: TextRule) => `one plain sentence of at most ${max} characters, without HTML`;

/** What each rule expects, in words for a programmer. `{ids}` stands for the ids of the regions. */
export const HOST_RULES = {
  regions: 'an object with a value for each id of a region',
  regionId: 'the id of a region: {ids}',
  region: 'an object with organisation, notices or actions',
  field:
    'a field that there is: name, formerName, phone, phoneHours, email, contactPage, website, vacancies, address, about, notices (text, title, href, from, until, date, start, end), actions (label, href, kind)',
  organisation: 'an object with contact data',
  name: plainText(TEXT_RULES.name),
  phone: 'ten digits as in 030 123 45 67, + with a country code, or a service number as in 0800 1234',
  phoneZero: 'a number without (0), as in +31 30 123 45 67',
  phoneHours: sentence(TEXT_RULES.phoneHours),
  email: 'an e-mail address',
  link: 'an address that starts with https://',
  linkSpace: 'an address without spaces; a space in it is written as %20',
  linkCharacters: 'an address without < > " \\ and without codes of HTML such as &amp;',
  linkLength: `an address of at most ${TEXT_RULES.link.max} characters`,
  linkHost: 'https:// with the name of a site right behind it, as in https://www.example.nl',
  address: 'street and number, postcode and place, as in Voorbeeldstraat 1, 1234 AB Dorp',
  about: sentence(TEXT_RULES.about),
  blanks: 'the same without spaces at the start and the end',
  notices: `a list of at most ${MAX_NOTICES} notices`,
  notice: 'an object with text and, if it is temporary, from and until',
  noticeTitle: plainText(TEXT_RULES.noticeTitle),
  noticeText: plainText(TEXT_RULES.noticeText),
  page: 'an address that starts with https://',
  day: 'a day as in 2026-12-31',
  time: 'a time as in 09:30',
  order: 'a day that is not before from',
  timeOrder: 'a time after start',
  actions: `a list of at most ${MAX_ACTIONS} actions`,
  action: 'an object with label and href',
  label: plainText(TEXT_RULES.label),
  kind: `one of ${ACTION_KINDS.join(', ')}`,
  href: 'an address that starts with https://, mailto: or tel:',
  callback: 'an address that starts with https:// or mailto:',
  whatsapp: 'an address as in https://wa.me/31612345678, with the country code and without the first 0',
  $schema: 'the address of the schema',
};

/** Name of a rule. */
export type HostRule = keyof typeof HOST_RULES;

/** A field that was refused. */
export interface Refusal {
  readonly path: Path;
  readonly rule: HostRule;
  /** The value of the field; undefined when it is missing. */
  readonly got: unknown;
}

type Values = Record<string, unknown>;

/** Returns the value to keep; null to hide the bundled one; undefined when it was refused. */
type Read = (value: unknown, path: Path) => unknown;

/**
 * Checks the host's own data field by field, and copies what is valid. A notice or an action is kept or refused as a
 * whole, because part of one could mislead.
 *
 * @param data Any value.
 * @param ids The ids of the regions.
 * @param refusals Receives what is wrong, in the order of the data.
 */
export function checkHostData(data: unknown, ids: readonly string[], refusals: Refusal[]): HostData {
  const refuse = (rule: HostRule, path: Path, got: unknown): undefined => {
    refusals.push({path, rule, got});
  };

  const readText =
    (rule: TextRuleName): Read =>
    (value, path) => {
      const problem = textProblem(rule, value);
      return problem ? refuse(problem, path, value) : value;
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
      // Undefined counts as absent: it does not exist in JSON, and programs often use it to leave a field out.
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
    const notice = readFields(
      'notice',
      {
        text: readText('noticeText'),
        title: readText('noticeTitle'),
        href: readText('page'),
        from: readText('day'),
        until: readText('day'),
        date: readText('day'),
        start: readText('time'),
        end: readText('time'),
      },
      ['text', ...neededBy(value)],
    )(value, path) as Partial<HostNotice> | undefined;
    for (const {field, rule} of notice ? orderProblems(notice) : []) refuse(rule, [...path, field], notice?.[field]);
    return notice;
  };

  const readKind: Read = (value, path) => (isActionKind(value) ? value : refuse('kind', path, value));
  const readAction: Read = (value, path) => {
    const kind = (value as Partial<HostAction> | null)?.kind;
    const rule = isActionKind(kind) ? ACTION_RULES[kind] : 'href';
    return readFields('action', {label: readText('label'), href: readText(rule), kind: readKind}, ['label', 'href'])(
      value,
      path,
    );
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
      actions: readList('actions', MAX_ACTIONS, readAction),
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

/** Fields that a notice must have because of other fields that it has. */
function neededBy(notice: unknown): readonly (keyof HostNotice)[] {
  const {start, end} = (notice ?? {}) as Values;
  if (end !== undefined) return ['date', 'start'];
  return start === undefined ? [] : ['date'];
}

const isActionKind = (value: unknown): value is HostActionKind => ACTION_KINDS.some((kind) => kind === value);

/** A date or time of a notice that is too early beside another one. */
interface OrderProblem {
  readonly field: keyof HostNotice;
  readonly rule: 'order' | 'timeOrder';
}

/**
 * What is out of order in a notice: it ends before it is shown, or its event ends before it begins. Days and times are
 * compared as texts.
 */
export function orderProblems({from, until, date, start, end}: Partial<HostNotice>): readonly OrderProblem[] {
  const problems: OrderProblem[] = [];
  const last = until ?? date;
  if (from && last && last < from) problems.push({field: until ? 'until' : 'date', rule: 'order'});
  if (start && end && end <= start) problems.push({field: 'end', rule: 'timeOrder'});
  return problems;
}

/** A path as a programmer writes it: `flevoland.notices[0].text`. Long keys are cut. */
export const formatPath = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${cut(key)}`))
    .join('')
    .slice(1);

/** A value for a message: a text in quotes, cut after `max` characters; a list or an object is not written out. */
export const formatValue = (value: unknown, max?: number): string =>
  typeof value === 'string'
    ? JSON.stringify(cut(value, max))
    : Array.isArray(value)
      ? '[…]'
      : typeof value === 'object' && value
        ? '{…}'
        : String(value);

const cut = (long: string, max = 60) => (long.length > max ? `${long.slice(0, max)}…` : long);

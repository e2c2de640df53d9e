import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
  checkHostData,
  formatPath,
  formatValue,
  HOST_RULES,
  type HostNotice,
  type HostRule,
  MAX_ACTIONS,
  MAX_NOTICES,
  type Refusal,
} from '../../../src/core/host-data-rules.js';
import type {RegionId, RegionName} from '../../../src/core/region.js';
import {TEXT_RULES} from '../../../src/core/text-rules.js';
import {createValidator} from './schema-oracle.js';

const REGIONS: readonly RegionName[] = ['north', 'south', 'constructor'].map((id) => ({id: id as RegionId, name: id}));
const IDS = REGIONS.map(({id}) => id);

const check = (data: unknown) => {
  const refusals: Refusal[] = [];
  return {kept: checkHostData(data, IDS, refusals), refusals};
};

const fieldsOf = (refusals: readonly Refusal[]) => refusals.map(({path, rule}) => `${formatPath(path)}: ${rule}`);
const refused = (data: unknown) => fieldsOf(check(data).refusals);
const refusedIn = (region: unknown) => refused({north: region}).map((field) => field.replace('north.', ''));

const ACTION = {label: 'Bekijk vacatures', href: 'https://example.nl/vacatures'};
const LONG = 'x'.repeat(5_000_000);

describe('checkHostData', () => {
  it('keeps valid data', () => {
    const north = {
      organisation: {name: 'Zorg & Welzijn < Noord >', phone: '030 634 08 08', website: 'https://example.nl'},
      notices: [{text: 'Open dag', from: '2026-03-14', until: '2026-03-14'}],
      actions: [ACTION],
    };
    expect(check({north})).toEqual({kept: {north}, refusals: []});
  });

  it('keeps every known field', () => {
    const north = {
      organisation: {
        name: 'Zorg Noord',
        formerName: 'Werk Noord',
        phone: '0800 1234',
        phoneHours: 'Op werkdagen van 9 tot 17 uur.',
        email: 'info@example.nl',
        contactPage: 'https://example.nl/contact',
        website: 'https://example.nl',
        vacancies: 'https://banen.example.nl',
        address: 'Kokermolen 3, 3994 DG Houten',
        about: 'Wij helpen je aan werk in zorg en welzijn.',
      },
      notices: [
        {
          title: 'Open dag',
          text: 'Kom kijken.',
          href: 'https://example.nl/open-dag',
          from: '2026-03-01',
          until: '2026-03-14',
          date: '2026-03-14',
          start: '09:30',
          end: '16:00',
        },
      ],
      actions: [
        {label: 'Afspraak', href: 'https://example.nl/afspraak', kind: 'appointment'},
        {label: 'Bel mij terug', href: 'mailto:bel@example.nl', kind: 'callback'},
        {label: 'App ons', href: 'https://wa.me/31612345678', kind: 'whatsapp'},
        {label: 'Chat', href: 'https://example.nl/chat', kind: 'chat'},
      ],
    };
    expect(check({north})).toEqual({kept: {north}, refusals: []});
  });

  it('keeps valid data beside invalid data', () => {
    const {kept, refusals} = check({
      north: {organisation: {name: 'Noord', phone: '12'}, notices: [{text: 'a'}, {text: 7}], actions: [{}, ACTION]},
      nowhere: {},
    });
    expect(kept).toEqual({north: {organisation: {name: 'Noord'}, notices: [{text: 'a'}], actions: [ACTION]}});
    expect(fieldsOf(refusals)).toEqual([
      'north.organisation.phone: phone',
      'north.notices[1].text: noticeText',
      'north.actions[0].label: label',
      'north.actions[0].href: href',
      'nowhere: regionId',
    ]);
  });

  it('reads the short form, over which `organisation` takes precedence', () => {
    expect(
      check({north: {name: 'A', phone: '0306340808', organisation: {name: 'B'}}}).kept['north']?.organisation,
    ).toEqual({name: 'B', phone: '0306340808'});
  });

  it('hides a bundled field for null, and ignores undefined fields', () => {
    const {kept, refusals} = check({north: {phone: null, email: undefined}, south: undefined});
    expect(refusals).toEqual([]);
    expect({...{phone: '1', email: '2'}, ...kept['north']?.organisation}).toEqual({phone: undefined, email: '2'});
    expect(kept['south']).toBeUndefined();
  });

  it('shares no objects with its input', () => {
    const data = {north: {organisation: {name: 'A'}, actions: [{...ACTION}]}};
    const {kept} = check(data);
    data.north.organisation.name = 'B';
    data.north.actions.length = 0;
    expect(kept).toMatchObject({north: {organisation: {name: 'A'}, actions: [ACTION]}});
  });

  it('lets a key named __proto__ change nothing', () => {
    const {kept, refusals} = check(
      JSON.parse('{"__proto__": {"north": {"name": "A"}}, "north": {"__proto__": {"name": "A"}}}'),
    );
    expect(fieldsOf(refusals)).toEqual(['__proto__: regionId', 'north.__proto__: field']);
    expect(kept['north']?.organisation?.name).toBeUndefined();
    expect(({} as Record<string, unknown>)['name']).toBeUndefined();
  });

  it.each([null, 'text', 7, true, [], () => {}])('refuses %o as a whole', (data) => {
    expect(check(data)).toEqual({kept: {}, refusals: [{path: [], rule: 'regions', got: data}]});
  });

  it('refuses lists that are too long', () => {
    expect(refusedIn({actions: Array(MAX_ACTIONS + 1).fill(ACTION)})).toEqual(['actions: actions']);
    expect(refusedIn({notices: Array(MAX_NOTICES + 1).fill({text: 'a'})})).toEqual(['notices: notices']);
    expect(refusedIn({notices: Array(MAX_NOTICES).fill({text: 'a'})})).toEqual([]);
  });

  it('refuses fifty notices and uses the rest', () => {
    const {kept, refusals} = check({north: {name: 'A', notices: Array(50).fill({text: 'a'}), actions: [ACTION]}});
    expect(fieldsOf(refusals)).toEqual(['north.notices: notices']);
    expect(kept['north']).toEqual({organisation: {name: 'A'}, actions: [ACTION]});
  });

  it.each([
    ['an event that ends before it begins', {date: '2026-03-14', start: '14:00', end: '13:59'}, ['end: timeOrder']],
    ['an event that ends when it begins', {date: '2026-03-14', start: '14:00', end: '14:00'}, ['end: timeOrder']],
    ['a begin without a day', {start: '14:00'}, ['date: day']],
    ['an end without a begin', {date: '2026-03-14', end: '14:00'}, ['start: time']],
    ['an end alone', {end: '14:00'}, ['date: day', 'start: time']],
    ['an event before the first day of its notice', {date: '2026-03-14', from: '2026-03-15'}, ['date: order']],
    ['a page without encryption', {href: 'http://example.nl'}, ['href: page']],
    ['a page that is a telephone number', {href: 'tel:0306340808'}, ['href: page']],
    ['a page that is null', {href: null}, ['href: page']],
    ['a title with markup', {title: '<b>Open dag</b>'}, ['title: noticeTitle']],
    ['a time that there is not', {date: '2026-03-14', start: '24:00'}, ['start: time']],
    ['a time without its zero', {date: '2026-03-14', start: '9:30'}, ['start: time']],
    ['a day and a time in one', {date: '2026-03-14T09:30'}, ['date: day']],
    ['a day that there is not', {date: '2026-02-29'}, ['date: day']],
  ])('drops a notice with %s, and keeps the next', (_, fields, problems) => {
    const {kept, refusals} = check({north: {notices: [{text: 'a', ...fields}, {text: 'b'}]}});
    expect(fieldsOf(refusals)).toEqual(problems.map((problem) => `north.notices[0].${problem}`));
    expect(kept['north']?.notices).toEqual([{text: 'b'}]);
  });

  it('keeps a notice that ends before its event', () => {
    expect(refusedIn({notices: [{text: 'a', until: '2026-03-01', date: '2026-03-14'}]})).toEqual([]);
  });

  it('drops a notice with an invalid period, so that it is not shown for ever', () => {
    const {kept, refusals} = check({north: {notices: [{text: 'a', from: '2026-03-15', until: '2026-03-14'}]}});
    expect(fieldsOf(refusals)).toEqual(['north.notices[0].until: order']);
    expect(kept['north']?.notices).toEqual([]);
  });
});

/** Values that each rule accepts and refuses: edge cases first, then values from practice, then attacks. */
const CASES = {
  name: {
    good: ['A', 'x'.repeat(80), '👩'.repeat(80), 'Zorg & Welzijn', '1 < 2 > 0', 'Werkgevers­vereniging'],
    bad: [
      '',
      ' ',
      'x'.repeat(81),
      LONG,
      '<b>Zorg</b>',
      '</p>',
      '<!-- -->',
      'Zorg &amp; Welzijn',
      '&#60;',
      'a\nb',
      'a\u0000',
      '\u202eabc',
    ],
  },
  phone: {
    good: [
      '0306340808',
      '030 634 08 08',
      '088-0182888',
      '030 - 634 08 08',
      '+31 30 634 08 08',
      '+31306340808',
      '+32 2 123 45 67',
      '+4930123456',
      '0800 1234',
      '0800-0113',
      '08001234567',
      '0900 235 22 35',
      '0900-8844',
      '0906 1234',
      '0909 123 45 67',
      '14 020',
      '14 0182',
      '14030',
      '116 123',
    ],
    bad: [
      '',
      '030 634 08 0',
      '030 634 08 081',
      '0030306340808',
      '00 634 08 080',
      '+31 (0)30 634 08 08',
      '+31 030 634 08 08',
      '+31 30 634 08 0',
      '+0306340808',
      '+49',
      '1306340808',
      'bel ons',
      '0800 123',
      '0800 12345',
      '0800 123456',
      '0900 12 34 56',
      '0901 1234',
      '+31 800 1234',
      '+31 800 123 456',
      '+31 14 020',
      '14 02',
      '14 20',
      '14 01234',
      '116 12',
      '112',
      '+31 (0) 30 634 08 08',
      '030  6340808',
      '030 634 08 08 ',
      '٠٣٠٦٣٤٠٨٠٨',
      LONG,
    ],
  },
  phoneHours: {
    good: ['Op werkdagen van 9 tot 17 uur.', 'x'.repeat(120), 'ma–vr 9.00–17.00'],
    bad: ['', '  ', 'x'.repeat(121), 'x'.repeat(2048), 'ma\nvr', '<b>9</b>', LONG],
  },
  about: {
    good: ['Wij helpen je aan werk in zorg & welzijn.', 'x'.repeat(200)],
    bad: [
      '',
      'x'.repeat(201),
      '<p>Wij helpen je</p>',
      'Wij <script>alert(1)</script>',
      'zorg &amp; welzijn',
      'een\ttab',
      LONG,
    ],
  },
  email: {
    good: ['info@example.nl', 'a.b+c_d-e@sub.example.museum'],
    bad: [
      '',
      'info',
      'info@example',
      'info@@example.nl',
      'in fo@example.nl',
      'info@example.nl?cc=x@y.nl',
      'a@b.nl,c@d.nl',
      'mailto:info@example.nl',
      'a%0A@b.nl',
      `${'x'.repeat(100)}@b.nl`,
      LONG,
    ],
  },
  website: {
    good: [
      'https://example.nl',
      'https://example.nl/',
      'https://www.example.nl:8443/a/é?b=c&d=e#f',
      'https://xn--bcher-kva.example',
    ],
    bad: [
      '',
      'http://example.nl',
      'HTTPS://example.nl',
      '//example.nl',
      '/contact',
      'example.nl',
      'javascript:alert(1)',
      'https://',
      'https://localhost',
      'https://a@example.nl',
      'https://example.nl:443@evil.nl',
      'https://example.nl\\evil',
      'https://example.nl/"><script>',
      'https://exa mple.nl',
      'https://example.nl/neem contact op',
      'https://example.nl/contact ',
      'https://example.nl/?a=1&amp;b=2',
      `https://example.nl/${'x'.repeat(482)}`,
      'https://1.2.3.4',
      ' https://example.nl',
      'java\nscript:alert(1)',
      'data:text/html,x',
      LONG,
      `https://example.nl/${LONG}`,
    ],
  },
  address: {
    good: ['Kokermolen 3, 3994 DG Houten', 'Leidenweg 70, 6843LD Arnhem', 'Postbus 1, gebouw B, 1000 AA  Amsterdam'],
    bad: [
      '',
      'Kokermolen 3, Houten',
      'Kokermolen 3',
      'Kokermolen 3, 0994 DG Houten',
      'Kokermolen 3, 3994 dg Houten',
      '3994 DG Houten',
      'Kokermolen 3, 3994 DG',
      LONG,
    ],
  },
} as const;

/** Addresses that are allowed and not allowed for each kind of action. */
const KINDS = [
  {
    kind: 'appointment',
    good: ['https://example.nl/afspraak', 'mailto:info@example.nl', 'tel:0306340808'],
    bad: ['http://example.nl', 'javascript:alert(1)', 'https://exa mple.nl'],
  },
  {
    kind: 'callback',
    good: ['https://example.nl/bel-mij-terug', 'mailto:info@example.nl?subject=Bel%20mij%20terug'],
    bad: ['tel:0306340808', 'http://example.nl', 'https://a@example.nl'],
  },
  {
    kind: 'whatsapp',
    good: [
      'https://wa.me/31612345678',
      'https://wa.me/+31612345678',
      'https://wa.me/31612345678/',
      'https://wa.me/31612345678?text=Hallo%20daar',
      'https://wa.me/message/ABCDEFG1234567',
    ],
    bad: [
      'https://wa.me.evil.nl/31612345678',
      'https://wa.me@evil.nl/31612345678',
      'https://wa.me:443@evil.nl/31612345678',
      'https://evil.nl/wa.me/31612345678',
      'https://evil.nl/?https://wa.me/31612345678',
      'https://wa.me\\@evil.nl',
      'https://wa.me',
      'https://wa.me/',
      'https://wa.me/0612345678',
      'https://wa.me//evil.nl',
      'https://wa.me/31 6 12345678',
      'http://wa.me/31612345678',
      'https://api.whatsapp.com/send?phone=31612345678',
      'whatsapp://send?phone=31612345678',
      'tel:0612345678',
    ],
  },
  {
    kind: 'chat',
    good: ['https://example.nl/chat', 'https://chat.example.nl/?start#nu'],
    bad: ['mailto:info@example.nl', 'tel:0306340808', 'javascript:chat()', '#chat'],
  },
] as const;

describe.each(Object.entries(CASES))('the rule of %s', (field, {good, bad}) => {
  it.each(good)('accepts %j', (value) => {
    expect(refusedIn({[field]: value})).toEqual([]);
  });

  it.each([...bad, 7, true, {}, []])('refuses %.80j', (value) => {
    expect(check({north: {[field]: value}}).refusals).toMatchObject([{path: ['north', field], got: value}]);
  });
});

describe('the hint of a text', () => {
  it.each([
    ['contactPage', 'https://example.nl/neem contact op', 'linkSpace'],
    ['website', 'https://exa mple.nl', 'linkSpace'],
    ['website', 'https://example.nl/a\tb', 'linkSpace'],
    ['website', ' https://example.nl', 'blanks'],
    ['website', ' http://example.nl', 'link'],
    ['website', 'HTTPS://example.nl', 'link'],
    ['website', 'www.example.nl', 'link'],
    ['website', 'https://www.example.nl/?a=1&amp;b=2', 'linkCharacters'],
    ['website', 'https://www.example.nl/<b>', 'linkCharacters'],
    ['website', 'https://www.example.nl\\a', 'linkCharacters'],
    ['website', `https://example.nl/${'x'.repeat(482)}`, 'linkLength'],
    ['website', `https://example.nl/${LONG}`, 'linkLength'],
    ['website', 'https://localhost', 'linkHost'],
    ['website', 'https://a@example.nl', 'linkHost'],
    ['website', 'https:///example.nl', 'linkHost'],
    ['website', 'https://1.2.3.4', 'linkHost'],
    ['vacancies', 'https://banen example.nl', 'linkSpace'],
    ['vacancies', 'banen.example.nl', 'link'],
    ['phone', '+31 (0)30 634 08 08', 'phoneZero'],
    ['phone', '+31(0)30 634 08 08', 'phoneZero'],
    ['phone', '+31 (0) 30 634 08 08', 'phoneZero'],
    ['phone', '(030) 634 08 08', 'phone'],
    ['phone', '030 634 08 08 ', 'blanks'],
    ['email', ' info@example.nl', 'blanks'],
    ['address', 'Kokermolen 3, 3994 DG Houten\n', 'blanks'],
  ])('of %s says what is wrong with %.60j', (field, value, rule) => {
    expect(refusedIn({[field]: value})).toEqual([`${field}: ${rule}`]);
  });

  it('never asks for something that is already there', () => {
    const bad = [...CASES.website.bad, ...CASES.email.bad, ...CASES.phone.bad];
    for (const each of bad.filter((value) => value.startsWith('https://'))) {
      expect(refusedIn({website: each}), formatValue(each)).not.toContain('website: link');
      expect(refusedIn({actions: [{label: 'a', href: each}]}), formatValue(each)).not.toContain(
        'actions[0].href: href',
      );
    }
  });
});

describe('the rule of days', () => {
  const isDay = (day: string) => refusedIn({notices: [{text: 'a', until: day}]}).length === 0;

  it('accepts days that exist, and no others', () => {
    for (const year of [1900, 2000, 2024, 2026, 2100]) {
      for (let month = 0; month <= 13; month += 1) {
        for (let day = 0; day <= 32; day += 1) {
          const text = [String(year), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
          const date = new Date(Date.UTC(year, month - 1, day));
          expect(isDay(text), text).toBe(date.getUTCMonth() === month - 1 && date.getUTCDate() === day && month > 0);
        }
      }
    }
  });

  it.each(['', '2026-1-1', '1-1-2026', '20260101', '2026-01-01T00:00', ' 2026-01-01'])('refuses %j', (day) => {
    expect(isDay(day)).toBe(false);
  });
});

describe('the rule of actions', () => {
  const isHref = (href: string, kind?: string) => refusedIn({actions: [{label: 'a', href, kind}]}).length === 0;

  it.each(KINDS.flatMap(({kind, good}) => good.map((href) => [kind, href] as const)))(
    'of %s accepts %j',
    (kind, href) => {
      expect(isHref(href, kind)).toBe(true);
    },
  );

  it.each(KINDS.flatMap(({kind, bad}) => bad.map((href) => [kind, href] as const)))(
    'of %s refuses %j',
    (kind, href) => {
      expect(isHref(href, kind)).toBe(false);
    },
  );

  it.each(['phone', 'WhatsApp', '', 7, null, 'toString', ['chat']])('refuses the kind %j', (kind) => {
    const {kept, refusals} = check({north: {actions: [{...ACTION, kind}, ACTION]}});
    expect(fieldsOf(refusals)).toEqual(['north.actions[0].kind: kind']);
    expect(kept['north']?.actions).toEqual([ACTION]);
  });

  it.each([
    'https://example.nl',
    'mailto:info@example.nl',
    'mailto:a@b.nl?subject=Werk%20in%20de%20zorg',
    'tel:0306340808',
    'tel:+31-30-6340808',
  ])('accepts %j', (href) => {
    expect(isHref(href)).toBe(true);
  });

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'http://example.nl',
    'mailto:',
    'mailto:info',
    'tel:12',
    'tel:030 634 08 08',
    'sms:0612345678',
    '#',
    'vbscript:x',
    'blob:https://example.nl/x',
  ])('refuses %j', (href) => {
    expect(isHref(href)).toBe(false);
  });
});

/** Whether the days and times of a notice are consistent. */
const isSound = ({from = '', until, date, start, end}: Partial<HostNotice>) =>
  from <= (until ?? date ?? from) && (!start || !!date) && (!end || (!!start && start < end));

/** Hints that are more exact than the rule of the schema, each with the rules that it may replace. */
const HINTS: Readonly<Partial<Record<HostRule, (rule: HostRule) => boolean>>> = {
  blanks: (rule) => Object.hasOwn(TEXT_RULES, rule),
  phoneZero: (rule) => rule === 'phone',
  ...Object.fromEntries(
    ['linkSpace', 'linkCharacters', 'linkLength', 'linkHost'].map((hint) => [
      hint,
      (rule: HostRule) => ['link', 'page', 'href', 'callback'].includes(rule),
    ]),
  ),
};

/** Host data in which everything is valid (`share` 0), or about one value in `share` is invalid. */
function hostData(share: number): fc.Arbitrary<unknown> {
  const junk = fc.jsonValue({maxDepth: 2});
  const mostly = (right: fc.Arbitrary<unknown>, ...wrong: readonly string[]) =>
    share === 0
      ? right
      : fc.oneof(
          {weight: share, arbitrary: right},
          {weight: 1, arbitrary: fc.oneof(junk, fc.constantFrom('', ...wrong.filter(({length}) => length < 1000)))},
        );
  const oneOf = ({good, bad}: {readonly good: readonly string[]; readonly bad: readonly string[]}) =>
    mostly(fc.constantFrom(...good), ...bad);
  const record = (fields: Readonly<Record<string, fc.Arbitrary<unknown>>>, ...required: string[]) => {
    const unknown = fc.constantFrom('__proto__', 'toString', 'constructor', 'a/b', '~0', ' ', 'organisation');
    const known = fc.record(fields, {requiredKeys: share === 0 ? required : [], noNullPrototype: true});
    if (share === 0) return known;
    const more = fc.dictionary(unknown, junk, {maxKeys: 1, noNullPrototype: true});
    return fc
      .tuple(known, fc.nat(share), more)
      .map(([values, chance, others]) => (chance === 0 ? {...others, ...values} : values));
  };
  const orNull = (right: fc.Arbitrary<unknown>) => fc.oneof({weight: 9, arbitrary: right}, fc.constant(null));
  const contact = {
    name: orNull(oneOf(CASES.name)),
    formerName: orNull(oneOf(CASES.name)),
    phone: orNull(oneOf(CASES.phone)),
    phoneHours: orNull(oneOf(CASES.phoneHours)),
    vacancies: orNull(oneOf(CASES.website)),
    about: orNull(oneOf(CASES.about)),
    email: orNull(oneOf(CASES.email)),
    contactPage: orNull(oneOf(CASES.website)),
    website: orNull(oneOf(CASES.website)),
    address: orNull(oneOf(CASES.address)),
  };
  const day = oneOf({good: ['2024-02-29', '2026-01-01', '2026-12-31'], bad: ['2026-02-29', '2026-1-1', '2020-01-01']});
  const title = oneOf({good: ['Open dag', 'x'.repeat(80)], bad: ['x'.repeat(81), '<i>']});
  const text = oneOf({good: ['a', 'x'.repeat(300)], bad: ['x'.repeat(301), '<i>']});
  const time = (...good: string[]) => oneOf({good, bad: ['9:30', '24:00', '09:60']});
  const anyNotice = record(
    {
      text,
      title,
      href: oneOf(CASES.website),
      from: day,
      until: day,
      date: day,
      start: time('09:00', '10:30'),
      end: time('10:30', '12:00'),
    },
    'text',
  );
  const notice = share === 0 ? anyNotice.filter((each) => isSound(each as Partial<HostNotice>)) : anyNotice;
  const action = fc.oneof(
    record(
      {label: oneOf({good: ['a', 'é'.repeat(40)], bad: ['x'.repeat(41)]}), href: oneOf(CASES.website)},
      'label',
      'href',
    ),
    ...KINDS.map(({kind, good, bad}) =>
      record(
        {label: fc.constant('a'), href: oneOf({good, bad}), kind: mostly(fc.constant(kind))},
        'label',
        'href',
        'kind',
      ),
    ),
  );
  const tooMany = share === 0 ? 0 : 1;
  const region = record({
    ...contact,
    organisation: mostly(record(contact)),
    notices: mostly(fc.array(mostly(notice), {maxLength: MAX_NOTICES + tooMany})),
    actions: mostly(fc.array(mostly(action), {maxLength: MAX_ACTIONS + tooMany})),
  });
  return mostly(record({...Object.fromEntries(IDS.map((id) => [id, mostly(region)])), $schema: mostly(fc.string())}));
}

describe('checkHostData and the published schema', () => {
  const validate = createValidator(REGIONS);
  /** Asserts that the schema refuses the same fields by the same rules. */
  const agree = (data: unknown) => {
    const rules = new Map(validate(data).map(({path, rule}) => [JSON.stringify(path), rule]));
    const {refusals} = check(data);
    const oracle = [...rules].map(([path, rule]) => `${path} ${rule}`);
    const own = refusals.map(({path, rule}) => {
      const expected = rules.get(JSON.stringify(path));
      return `${JSON.stringify(path)} ${expected && HINTS[rule]?.(expected) ? expected : rule}`;
    });
    expect(own.sort()).toEqual(oracle.sort());
  };

  it('accept the same data', () => {
    fc.assert(
      fc.property(hostData(0), (data) => {
        expect(check(data).refusals).toEqual([]);
        expect(validate(data)).toEqual([]);
      }),
      {numRuns: 300},
    );
  });

  it('refuse the same fields by the same rules', () => {
    const rules = new Set<string>();
    fc.assert(
      fc.property(fc.oneof(hostData(3), hostData(30)), (data) => {
        const {refusals} = check(data);
        for (const {rule} of refusals) rules.add(rule);
        agree(data);
      }),
      {numRuns: 1000},
    );
    // Every rule was broken at least once.
    const all = Object.keys(HOST_RULES).filter((rule) => !Object.hasOwn(HINTS, rule));
    expect(all.filter((rule) => !rules.has(rule))).toEqual([]);
  });

  it.each(Object.entries(CASES))('agree on every case of %s', (field, {good, bad}) => {
    for (const each of [...good, ...bad]) {
      agree({north: {[field]: each}});
    }
  });

  it.each(KINDS)('agree on every address of $kind', ({kind, good, bad}) => {
    for (const href of [...good, ...bad]) agree({north: {actions: [{label: 'a', href, kind}]}});
  });

  it('accept the kept data again', () => {
    fc.assert(
      fc.property(hostData(5), (data) => {
        const again = JSON.parse(JSON.stringify(check(data).kept));
        expect(check(again).refusals).toEqual([]);
        expect(validate(again)).toEqual([]);
      }),
    );
  });
});

describe('kept data', () => {
  it('contains only links of the three kinds, and no HTML', () => {
    fc.assert(
      fc.property(hostData(5), (data) => {
        for (const each of Object.values(check(data).kept)) {
          const {contactPage, website} = each?.organisation ?? {};
          for (const link of [contactPage, website]) if (link) expect(new URL(link).protocol).toBe('https:');
          for (const {href} of each?.actions ?? []) expect(new URL(href).protocol).toMatch(/^(https|mailto|tel):$/);
          expect(JSON.stringify(each)).not.toMatch(/<[a-z/!?]/i);
        }
      }),
    );
  });
});

describe('formatPath', () => {
  it('writes keys and positions, and cuts long keys', () => {
    expect(formatPath(['north', 'notices', 0, 'text'])).toBe('north.notices[0].text');
    expect(formatPath([LONG]).length).toBeLessThan(70);
  });
});

describe('formatValue', () => {
  it.each([
    ['a"b', '"a\\"b"'],
    [7, '7'],
    [null, 'null'],
    [undefined, 'undefined'],
    [[1], '[…]'],
    [{a: 1}, '{…}'],
    [10n, '10'],
  ])('writes %o as %s', (given, text) => {
    expect(formatValue(given)).toBe(text);
  });

  it('cuts a long text', () => {
    expect(formatValue(LONG).length).toBeLessThan(70);
  });
});

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {createValidator} from '../../../src/cli/validator.js';
import {
  checkHostData,
  formatPath,
  formatValue,
  HOST_RULES,
  MAX_ACTIONS,
  MAX_NOTICES,
  type Refusal,
} from '../../../src/core/host-data-rules.js';
import type {RegionId, RegionName} from '../../../src/core/region.js';

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
  it('keeps all that is right', () => {
    const north = {
      organisation: {name: 'Zorg & Welzijn < Noord >', phone: '030 634 08 08', website: 'https://example.nl'},
      notices: [{text: 'Open dag', from: '2026-03-14', until: '2026-03-14'}],
      actions: [ACTION],
    };
    expect(check({north})).toEqual({kept: {north}, refusals: []});
  });

  it('keeps what is right beside what is wrong', () => {
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

  it('reads the short form, over which organisation counts', () => {
    expect(
      check({north: {name: 'A', phone: '0306340808', organisation: {name: 'B'}}}).kept['north']?.organisation,
    ).toEqual({name: 'B', phone: '0306340808'});
  });

  it('hides a bundled field for null, and leaves out what is undefined', () => {
    const {kept, refusals} = check({north: {phone: null, email: undefined}, south: undefined});
    expect(refusals).toEqual([]);
    expect({...{phone: '1', email: '2'}, ...kept['north']?.organisation}).toEqual({phone: undefined, email: '2'});
    expect(kept['south']).toBeUndefined();
  });

  it('shares nothing with what it was given', () => {
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

  it('drops a notice whose period is wrong, so that it does not stay for ever', () => {
    const {kept, refusals} = check({north: {notices: [{text: 'a', from: '2026-03-15', until: '2026-03-14'}]}});
    expect(fieldsOf(refusals)).toEqual(['north.notices[0].until: order']);
    expect(kept['north']?.notices).toEqual([]);
  });
});

/** Values that each rule accepts and refuses. Edges first, then what has been seen in the wild, then attacks. */
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
      '030  6340808',
      '030 634 08 08 ',
      '٠٣٠٦٣٤٠٨٠٨',
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
      'https://1.2.3.4',
      ' https://example.nl',
      'java\nscript:alert(1)',
      'data:text/html,x',
      LONG,
      `https://example.nl/${LONG}`,
    ],
  },
  phoneHours: {
    good: ['Op werkdagen van 9 tot 17 uur.', 'x'.repeat(200)],
    bad: ['', ' ', 'x'.repeat(201), '9 tot <b>17</b> uur', 'regel\nregel', '9 &amp; 17', LONG],
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

describe.each(Object.entries(CASES))('the rule of %s', (field, {good, bad}) => {
  it.each(good)('accepts %j', (value) => {
    expect(refusedIn({[field]: value})).toEqual([]);
  });

  it.each([...bad, 7, true, {}, []])('refuses %.80j', (value) => {
    expect(check({north: {[field]: value}}).refusals).toMatchObject([{path: ['north', field], got: value}]);
  });
});

describe('the rule of days', () => {
  const isDay = (day: string) => refusedIn({notices: [{text: 'a', until: day}]}).length === 0;

  it('accepts the days that there are, and no others', () => {
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
  const isHref = (href: string) => refusedIn({actions: [{label: 'a', href}]}).length === 0;

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

/** Host's data in which everything is right (`share` 0), or about one value in `share` is wrong. */
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
    email: orNull(oneOf(CASES.email)),
    contactPage: orNull(oneOf(CASES.website)),
    website: orNull(oneOf(CASES.website)),
    vacancies: orNull(oneOf(CASES.website)),
    address: orNull(oneOf(CASES.address)),
    about: orNull(oneOf(CASES.phoneHours)),
  };
  const notice = record(
    {
      text: oneOf({good: ['a', 'x'.repeat(300)], bad: ['x'.repeat(301), '<i>']}),
      from: oneOf({good: ['2024-02-29', '2026-01-01'], bad: ['2026-02-29', '2027-01-01']}),
      until: oneOf({good: ['2026-01-01', '2026-12-31'], bad: ['2026-1-1', '2020-01-01']}),
    },
    'text',
  );
  const action = record(
    {label: oneOf({good: ['a', 'é'.repeat(40)], bad: ['x'.repeat(41)]}), href: oneOf(CASES.website)},
    'label',
    'href',
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
  const sorted = (refusals: readonly Refusal[]) =>
    refusals.map(({path, rule}) => JSON.stringify([...path, rule])).sort();

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
        expect(sorted(validate(data))).toEqual(sorted(refusals));
      }),
      {numRuns: 1000},
    );
    // Every rule was broken at least once.
    expect([...rules].sort()).toEqual(Object.keys(HOST_RULES).sort());
  });

  it.each(Object.entries(CASES))('agree on every case of %s', (field, {good, bad}) => {
    for (const each of [...good, ...bad]) {
      const data = {north: {[field]: each}};
      expect(sorted(validate(data)), formatValue(each)).toEqual(sorted(check(data).refusals));
    }
  });

  it('accept again what was kept', () => {
    fc.assert(
      fc.property(hostData(5), (data) => {
        const again = JSON.parse(JSON.stringify(check(data).kept));
        expect(check(again).refusals).toEqual([]);
        expect(validate(again)).toEqual([]);
      }),
    );
  });
});

describe('what is kept', () => {
  it('holds only links of the three kinds, and no HTML', () => {
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

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {allTests, clauseOf, namesIn, type Report, readReport, staleOf, toPage} from '../../.build/accessibility.js';
import {ROOT} from '../../.build/root.js';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

/** The numbers of the criteria in WCAG 2.2 at levels A and AA, by guideline. WCAG 2.2 has no 4.1.1. */
const IDS = `
  1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5
  1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
  2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11
  2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8
  3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8
  4.1.2 4.1.3`;
const AA = `
  1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11
  2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3`;
const split = (text: string) => text.trim().split(/\s+/);

describe('the report on accessibility', () => {
  const report = readReport();
  const {criteria} = report;

  it('has all 55 criteria of WCAG 2.2 A and AA, in order, each at its level', () => {
    expect(criteria.map(({id}) => id)).toEqual(split(IDS));
    expect(criteria.filter(({level}) => level === 'AA').map(({id}) => id)).toEqual(split(AA));
    expect(criteria).toHaveLength(55);
  });

  it('gives the clause of EN 301 549 for each, except those that are new in WCAG 2.2', () => {
    expect(clauseOf('1.4.10')).toBe('9.1.4.10');
    expect(criteria.filter(({id}) => clauseOf(id) === null).map(({id}) => id)).toEqual([
      '2.4.11',
      '2.5.7',
      '2.5.8',
      '3.2.6',
      '3.3.7',
      '3.3.8',
    ]);
  });

  it('says what was observed or why it does not apply, and has a test for each that holds', () => {
    for (const {id, result, text, tests, untried} of criteria) {
      expect(['holds', 'partly', 'not-applicable'], id).toContain(result);
      expect(text, id).toMatch(/^\p{Lu}.*\.$/su);
      if (untried !== undefined) expect(untried, id).toMatch(/\.$/);
      if (result !== 'not-applicable') expect(tests.length, id).toBeGreaterThan(0);
    }
  });

  it('names only tests that exist', () => {
    // If this fails: `npx tsx .build/accessibility.ts --mend`.
    expect(staleOf(report, allTests()).map(({file, name}) => `${file}: ${name}`)).toEqual([]);
  });

  it('has the version of the package', () => {
    expect(report.version).toBe((JSON.parse(read('package.json')) as {version: string}).version);
    expect(report.date).toMatch(/^20\d\d-[01]\d-[0-3]\d$/);
  });

  it('says what has not been tried with people and screen readers', () => {
    const text = report.notTried.join(' ');
    for (const word of ['mens met een beperking', 'NVDA', 'JAWS', 'VoiceOver', 'TalkBack'])
      expect(text).toContain(word);
  });

  it('is exactly the page of the demo', () => {
    expect(read('demo/accessibility.html')).toBe(toPage(report));
  });
});

describe('toPage', () => {
  const report: Report = {
    version: '9.8.7',
    date: '2031-03-04',
    notTried: ['Dit & dat.'],
    criteria: [
      {
        id: '2.5.7',
        name: 'Sleepbewegingen',
        level: 'AA',
        result: 'partly',
        text: 'Nog niet overal.',
        untried: 'op papier.',
        // biome-ignore lint/suspicious/noTemplateCurlyInString: as it is written in a file.
        tests: [{file: 'test/browser/a.test.ts', name: 'takes <b> for ${what}'}],
      },
    ],
  };
  const page = toPage(report);

  it('shows version, date, result, what was not tried, and how it was seen', () => {
    for (const text of [
      '9.8.7 van 4 maart 2031',
      'Dit &amp; dat.',
      '<b>Voldoet niet helemaal</b> · niveau AA · nieuw in WCAG 2.2',
      'Niet geprobeerd: op papier.',
      'Gezien in Chromium, Firefox en WebKitGTK:',
      'takes &lt;b&gt; for …',
    ]) {
      expect(page).toContain(text);
    }
  });

  it('lists for partners the criteria that are only partly met', () => {
    const statement = page.slice(page.indexOf('id="verklaring"'));
    expect(statement).toContain('Niet helemaal goed: 2.5.7 Sleepbewegingen.');
    expect(statement).not.toContain('Bij geen enkel criterium');
  });
});

describe('staleOf', () => {
  const reportOf = (file: string, name: string): Report => ({
    version: '',
    date: '',
    notTried: [],
    criteria: [{id: '1.1.1', name: '', level: 'A', result: 'holds', text: '', tests: [{file, name}]}],
  });
  const tests = [
    {file: 'a.test.ts', name: 'leads back by Shift+Tab'},
    {file: 'b.test.ts', name: 'chooses on a tap'},
    {file: 'b.test.ts', name: 'chooses on a click, and keeps the focus'},
  ];

  it('is empty if all exist', () => {
    expect(staleOf(reportOf('b.test.ts', 'chooses on a tap'), tests)).toEqual([]);
  });

  it('finds a test that moved to another file', () => {
    expect(staleOf(reportOf('c.test.ts', 'chooses on a tap'), tests)).toMatchObject([
      {criteria: ['1.1.1'], sure: true, meant: [{file: 'b.test.ts', name: 'chooses on a tap'}]},
    ]);
  });

  it('offers similar names as uncertain', () => {
    const [stale] = staleOf(reportOf('b.test.ts', 'chooses on a tap or a click'), tests);
    expect(stale?.sure).toBe(false);
    expect(stale?.meant[0]).toEqual({file: 'b.test.ts', name: 'chooses on a tap'});
  });

  it('offers nothing for a name unlike any other', () => {
    expect(staleOf(reportOf('b.test.ts', 'prints'), tests)).toMatchObject([{meant: [], sure: false}]);
  });
});

describe('namesIn', () => {
  it('reads names in any quotes, with placeholders as they are written', () => {
    const source = [
      "  it('does not', () => {});",
      '  it("says \\"no\\"", () => {});',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in a file.
      '  it(`fits ${width} px`, () => {});',
      "  itIf(can.tap)('taps', () => {});",
      "describe('a group', () => {});",
    ].join('\n');
    // biome-ignore lint/suspicious/noTemplateCurlyInString: as it stands in a file.
    expect(namesIn('test/a.test.ts', source)).toEqual(['does not', 'says "no"', 'fits ${width} px', 'taps']);
  });

  it('reads the journeys of the screen reader', () => {
    expect(namesIn('test/screen-reader/journeys.ts', "  {\n    name: 'found',\n    title: 'Een'")).toEqual(['found']);
  });
});

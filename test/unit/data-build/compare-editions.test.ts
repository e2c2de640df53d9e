import {readFileSync} from 'node:fs';
import {beforeAll, describe, expect, it} from 'vitest';
import {
  compareEditions,
  EDITION_FILES,
  type Edition,
  formatChanges,
  readEdition,
} from '../../../data/build/compare-editions.js';
import {runPipeline} from '../../../data/build/pipeline.js';
import {buildOf2021, hasInputs} from '../../fixtures/earlier-years.js';
import {smallBuild, smallCountry} from '../../fixtures/small-country.js';

function editionOf(files: ReadonlyMap<string, string>): Edition {
  const edition = readEdition(files);
  if (edition === null) throw new Error('The files cannot be read back');
  return edition;
}

const small = (changes: Parameters<typeof smallBuild>[0] = {}): Edition =>
  editionOf(runPipeline(smallBuild(changes)).files);

const report = (before: Edition, after: Edition): string | null =>
  formatChanges(before, after, compareEditions(before, after));

describe('formatChanges', () => {
  const today = small();

  it('is null for the same data', () => {
    expect(report(today, small())).toBeNull();
  });

  it('reports a gemeente that another absorbed, and one in another region', () => {
    const merged = small({
      municipalities: smallCountry.municipalities.replace(
        '"GM0003","statnaam":"Ceesdam"',
        '"GM0009","statnaam":"Nieuw"',
      ),
      memberships: smallCountry.memberships.replace('GM0003,Ceesdam,RA0102', 'GM0009,Nieuw,RA0202'),
      places: smallCountry.places.replaceAll('\t0003\t', '\t0009\t'),
    });
    const text = report(today, merged);
    expect(text).toContain('- gone: GM0003 Ceesdam (west); its postcodes went to GM0009 Nieuw (1 postcode)');
    expect(text).toContain('- new: GM0009 Nieuw (oost); its postcodes came from GM0003 Ceesdam (1 postcode)');
    expect(text).toContain('## Postcodes that moved to another region\n\n- west -> oost: 1311 (1 postcode)');
    expect(text).toMatch(/- 7\d\.\d km² near 5\.050, 52\.150: west -> oost/);
    expect(report(merged, today)).toMatch(/near 5\.050, 52\.150: oost -> west/);
  });

  it('reports new names, codes, borders and facts', () => {
    const changed = small({
      memberships: smallCountry.memberships.replace('Beek', 'Beek aan Zee'),
      shares: smallCountry.shares
        .replace('1114,GM0002,0.05', '1114,GM0002,0.15')
        .replace('1113,GM0002,0.2', '1113,GM0002,0.02'),
      presence: smallCountry.presence.replace('1311,52.15,5.05', '1312,52.15,5.05'),
      places: smallCountry.places.replace('NL\t1311', 'NL\t1312'),
      organisations: smallCountry.organisations.replace('Zorg West', 'Zorg Westen'),
    });
    expect(
      report(today, changed)
        ?.split('\n')
        .filter((line) => /^(- |##)/.test(line)),
    ).toEqual([
      '## Gemeenten',
      '- renamed: GM0002 Beek -> Beek aan Zee',
      '## Postcodes added',
      '- west: 1312 (1 postcode)',
      '## Postcodes no longer in use',
      '- west: 1311 (1 postcode)',
      '## Postcodes on a border, now or otherwise than before',
      '- west -> west + oost: 1114 (1 postcode)',
      '## Postcodes no longer on a border',
      '- west + oost -> west: 1113 (1 postcode)',
      '## Contact facts',
      '- changed: west.name: Zorg West -> Zorg Westen',
    ]);
  });
});

describe('readEdition', () => {
  it.each(EDITION_FILES)('has nothing to compare without %s', (name) => {
    const files = new Map(runPipeline(smallBuild()).files);
    files.delete(name);
    expect(readEdition(files)).toBeNull();
  });
});

describe.skipIf(!hasInputs)('the report on the years from 2021', () => {
  let text: string | null = '';

  beforeAll(() => {
    const committed = EDITION_FILES.map(
      (name) => [name, readFileSync(new URL(`../../../data/generated/${name}`, import.meta.url), 'utf8')] as const,
    );
    text = report(editionOf(runPipeline(buildOf2021()).files), editionOf(new Map(committed)));
  }, 300_000);

  it.each([
    'gone: GM0457 Weesp (utrecht); its postcodes went to GM0363 Amsterdam (5 postcodes)',
    'gone: GM0501 Brielle (rotterdam); its postcodes went to GM1992 Voorne aan Zee',
    'gone: GM0530 Hellevoetsluis (rotterdam); its postcodes went to GM1992 Voorne aan Zee',
    'gone: GM0614 Westvoorne (rotterdam); its postcodes went to GM1992 Voorne aan Zee',
    'new: GM1992 Voorne aan Zee (rotterdam); its postcodes came from GM0530 Hellevoetsluis (7 postcodes), GM0501 Brielle',
    'utrecht -> amsterdam-noord-holland-noord: 1380-1384 (5 postcodes)',
  ])('says %s', (line) => {
    expect(text).toContain(`\n- ${line}`);
  });

  it('finds the 21 km² of Weesp', () => {
    expect(text).toMatch(/\n- 2\d\.\d km² near 5\.0\d\d, 52\.\d{3}: utrecht -> amsterdam-noord-holland-noord/);
  });

  it('reports nothing else: on Voorne no answer changes', () => {
    expect(text?.split('\n').filter((line) => line.startsWith('- '))).toHaveLength(7);
  });
});

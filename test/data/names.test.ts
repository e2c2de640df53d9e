import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import municipalities from '../../data/generated/gemeenten.json';
import names from '../../data/generated/names.json';
import {type NamedPlace, resolveName, suggestNames} from '../../src/core/names/index.js';
import {nameIndex} from '../../src/data/names.js';
import {regions} from '../../src/lookup.js';
import {nameCases} from './names-cases.js';

// Tests of the committed names.

const idOf = (place: NamedPlace | undefined): string => regions[place?.regions[0] ?? -1]?.id ?? '';
const resolve = (text: string) => resolveName(text, nameIndex);
const placesOf = (text: string): readonly NamedPlace[] => {
  const result = resolve(text);
  return result.status === 'choice' ? result.places : result.status === 'found' ? [result.place] : [];
};

for (const [kind, cases] of Object.entries(nameCases)) {
  describe(`texts of people: ${kind}`, () => {
    it.each(cases)('%s: %s %s', (text, status, region) => {
      const result = resolve(text);
      expect(result.status).toBe(status);
      if (region) expect(idOf(placesOf(text)[0])).toBe(region);
    });
  });
}

describe('names', () => {
  it('have more than 600 cases', () => {
    expect(Object.values(nameCases).flat().length).toBeGreaterThan(600);
  });

  it('take at most 41 kB', () => {
    const bytes = readFileSync(new URL('../../data/generated/names.json', import.meta.url));
    expect(gzipSync(bytes, {level: 9}).length).toBeLessThan(41_000);
  });

  it('are those of all 2,501 woonplaatsen of CBS, each once in its gemeente', () => {
    expect(names.gemeenten.flatMap(({places}) => places)).toHaveLength(2501);
    for (const {names: own, places, sizes, others, wijken} of names.gemeenten) {
      expect(new Set(places).size, own[0]).toBe(places.length);
      for (const list of [sizes, others, wijken]) expect(list, own[0]).toHaveLength(places.length);
    }
  });

  it('lie in all gemeenten of the division, each in its own region', () => {
    const named = names.gemeenten.map(({names: [name = ''], region}) => `${name}: ${regions[region]?.id}`);
    expect(named.sort()).toEqual(municipalities.gemeenten.map(({name, region}) => `${name}: ${region}`).sort());
  });

  it('never give another region than that of the place with that name', () => {
    const wrong: string[] = [];
    const check = (text: string, region: number): void => {
      const result = resolve(text);
      if (result.status === 'none') wrong.push(`${text}: nothing`);
      if (result.status === 'found' && !result.place.regions.includes(region))
        wrong.push(`${text}: ${idOf(result.place)}`);
    };
    for (const {names: own, region, places, others, wijken} of names.gemeenten) {
      for (const name of [...own, ...places, ...others.flat(), ...wijken.flat()]) check(name, region);
    }
    expect(wrong).toEqual([]);
  });

  it('answer a place with its gemeente and its provincie, in either order', () => {
    for (const {
      names: [gemeente = ''],
      region,
      places,
      provincie,
    } of names.gemeenten) {
      const [place = ''] = places;
      for (const beside of [gemeente, names.provincies[provincie]?.names[0] ?? '']) {
        for (const text of [`${place} ${beside}`, `${beside} ${place}`, `${place} (${beside})`]) {
          expect(placesOf(text)[0]?.regions, text).toContain(region);
        }
      }
    }
  });

  it('of every region and of every part of a label lead to the region', () => {
    for (const [region, own] of names.regions.entries()) {
      for (const name of own)
        expect(
          placesOf(name).some((place) => place.regions.includes(region)),
          name,
        ).toBe(true);
    }
  });

  it('of districts alone are not names that every town has', () => {
    for (const text of ['Centrum', 'Buitengebied', 'Verspreide huizen', 'Noord', 'Bedrijventerrein', 'Wijk 01']) {
      expect(resolve(text).status, text).not.toBe('found');
    }
  });
});

describe('an answer', () => {
  it('names the gemeente, but none where places of the name lie in several', () => {
    expect(placesOf('Blerick')[0]).toMatchObject({name: 'Blerick', gemeente: 'Venlo'});
    // On Ameland, near Heerenveen, and near Dokkum.
    expect(resolve('Nes')).toEqual({
      status: 'found',
      place: {name: 'Nes', kind: 'woonplaats', provincie: 'Friesland', regions: [0]},
    });
  });

  it('has the official name where that was typed, whatever other name reads the same', () => {
    for (const text of ['Bergen NH', 'Bergen (NH)', 'Bergen Noord-Holland']) {
      expect(placesOf(text), text).toMatchObject([{name: 'Bergen (NH)', gemeente: 'Bergen (NH.)'}]);
      expect(placesOf(text)[0], text).not.toHaveProperty('alias');
    }
  });
});

describe('a list', () => {
  it('has the provincie before the village, and says which is which', () => {
    expect(placesOf('Zeeland')).toEqual([
      {name: 'Zeeland', kind: 'provincie', regions: [11]},
      {name: 'Zeeland', kind: 'woonplaats', gemeente: 'Maashorst', provincie: 'Noord-Brabant', regions: [12]},
    ]);
  });

  it('has the best known of several districts of one name first', () => {
    expect(placesOf('Schilderswijk')[0]).toMatchObject({kind: 'wijk', within: "'s-Gravenhage"});
    expect(placesOf('Transvaal')[0]).toMatchObject({kind: 'wijk', within: "'s-Gravenhage"});
  });

  it('has the regions of a provincie that is in several', () => {
    expect(placesOf('Gelderland').map(({name, kind}) => `${kind} ${name}`)).toEqual([
      'regio Gelderland',
      'regio Oost-Nederland',
      'regio Utrecht',
    ]);
  });

  it('has the likeliest meaning first for part of a name', () => {
    expect(resolve('d bosch').status).toBe('choice');
    expect(placesOf("'s bosch")[0]).toMatchObject({name: "'s-Hertogenbosch", alias: 'Den Bosch'});
    expect(suggestNames("'s bosch", nameIndex).places[0]?.name).toBe("'s-Hertogenbosch");
  });

  it('shows the district after its place while the text is typed', () => {
    expect(suggestNames('amsterdam zuido', nameIndex).places[0]?.name).toBe('Amsterdam-Zuidoost');
    expect(suggestNames('utrecht overv', nameIndex).places[0]).toMatchObject({name: 'Overvecht', within: 'Utrecht'});
  });

  it('names the gemeente of a wijk that is also part of the name of a woonplaats elsewhere', () => {
    expect(placesOf('Zuilen')[0]).toMatchObject({name: 'Zuilen', within: 'Utrecht', gemeente: 'Utrecht'});
    expect(placesOf('Oud Zuilen')[0]).toMatchObject({name: 'Oud Zuilen', gemeente: 'Stichtse Vecht'});
  });

  it('has each place once', () => {
    for (const text of ['a', 'ber', 'den', 'Bergen', 'utrecht', 'roterdam', 'noord']) {
      const {places} = suggestNames(text, nameIndex);
      expect(new Set(places.map((place) => JSON.stringify({...place, alias: undefined}))).size, text).toBe(
        places.length,
      );
    }
  });
});

describe('meaningless texts', () => {
  it.each([
    ['1 MB of letters', 'a'.repeat(1_000_000)],
    ['1 MB of names', 'Amsterdam '.repeat(100_000)],
    ['1 MB of spaces', ' '.repeat(1_000_000)],
    ['marks alone', '\u0301\u0308\u0327'.repeat(50)],
    ['letters under a heap of marks', `a${'\u0301'.repeat(10_000)}`],
    ['control characters', '\u0000\u0007\u001b[2J\u007f'],
    ['half a pair', '\ud83d'],
    ['signs', '/.*+?^$()|[]\\'],
  ])('%s have no answer', (_, text) => {
    expect(resolve(text)).toEqual({status: 'none'});
    expect(suggestNames(text, nameIndex).places).toEqual([]);
  });

  it('ignores characters that change the direction of text', () => {
    expect(placesOf('\u202eAlmere\u202c')[0]?.name).toBe('Almere');
    expect(placesOf('\u200fAlmere\u200e')[0]?.name).toBe('Almere');
  });
});

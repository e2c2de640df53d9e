import {readFileSync} from 'node:fs';
import {gzipSync} from 'node:zlib';
import {describe, expect, it} from 'vitest';
import {readPlaceNames} from '../../data/build/collect-places.js';
import {ProblemList} from '../../data/build/problems.js';
import {places, provinces} from '../../data/generated/places.js';
import {decodePlaces} from '../../src/core/place-codec.js';
import {markOf, searchPlaces} from '../../src/core/place-search.js';
import {finish} from '../../src/core/steps.js';
import {placeIndex as bundled} from '../../src/data/places.js';
import {regions} from '../../src/data/regions.js';

// Invariants of what is committed, and what a visitor finds in it.

const placeIndex = await bundled;
const gemeenten = finish(decodePlaces(places));
const municipalities = regions.map(({gemeenten: names}) => names);
const find = (text: string) => searchPlaces(text, placeIndex);
const shown = (text: string) =>
  find(text).found.map(
    ({name, place}) => `${name}, ${place.gemeente}, ${place.province}: ${regions[place.region]?.id}`,
  );
/** The regions that a text may mean as it stands. */
const regionsOf = (text: string) => [...new Set(find(text).named.map(({place}) => regions[place.region]?.id))];

describe('places', () => {
  it('are all 2,501 woonplaatsen of CBS, each once in its gemeente', () => {
    expect(gemeenten.flatMap(({places: own}) => own)).toHaveLength(2501);
    for (const {name, places: own} of gemeenten) {
      expect(own.length, name).toBeGreaterThan(0);
      expect(new Set(own.map((place) => place.name)).size, name).toBe(own.length);
    }
  });

  it('lie in all gemeenten of the division, each in its own region', () => {
    const named = municipalities.map((_, region) =>
      gemeenten.filter((each) => each.region === region).map(({name}) => name),
    );
    expect(named.map((names) => [...names].sort())).toEqual(municipalities.map((names) => [...names].sort()));
  });

  it('lie in one of the twelve provincies', () => {
    expect(provinces).toEqual([
      'Drenthe',
      'Flevoland',
      'Friesland',
      'Gelderland',
      'Groningen',
      'Limburg',
      'Noord-Brabant',
      'Noord-Holland',
      'Overijssel',
      'Utrecht',
      'Zeeland',
      'Zuid-Holland',
    ]);
    for (const {name, province} of gemeenten) expect(provinces[province], name).toBeDefined();
  });

  it('take less than 12.5 kB', () => {
    expect(gzipSync(places, {level: 9}).length).toBeLessThan(12_500);
  });

  it('are found by their own name, first of all or beside namesakes, and marked', () => {
    for (const {name, place} of placeIndex) {
      const {named, part} = find(name);
      expect(
        named.some((each) => each.place === place),
        name,
      ).toBe(true);
      expect(markOf(name, part), name).toEqual([0, name.replace(/[^\p{L}\p{N}]+$/u, '').length]);
    }
  });

  it.each<[text: string, first: string, why: string]>([
    ['almere', 'Almere, Almere, Flevoland: flevoland', 'plain'],
    ['den haag', "Den Haag, 's-Gravenhage, Zuid-Holland: haaglanden-nieuwe-waterweg-noord", 'everyday name'],
    ["'s-gravenhage", "'s-Gravenhage, 's-Gravenhage, Zuid-Holland: haaglanden-nieuwe-waterweg-noord", 'official name'],
    ['den bosch', "Den Bosch, 's-Hertogenbosch, Noord-Brabant: noord-brabant", 'everyday name'],
    ['weesp', 'Weesp, Amsterdam, Noord-Holland: amsterdam-noord-holland-noord', 'joined Amsterdam in 2022'],
    ['brielle', 'Brielle, Voorne aan Zee, Zuid-Holland: rotterdam', 'a gemeente that GeoNames has no code for'],
    ['vlieland', 'Vlieland, Vlieland, Friesland: groningen-friesland-drenthe', 'an island gemeente'],
    ['hoek', 'Hoek van Holland, Rotterdam, Zuid-Holland: rotterdam', 'the large place before Hoek in Zeeland'],
    ['a', 'Amsterdam, Amsterdam, Noord-Holland: amsterdam-noord-holland-noord', 'the largest'],
    ['ede', 'Ede, Ede, Gelderland: gelderland', 'three letters'],
    ['zaanstad', 'Zaanstad, Zaanstad, Noord-Holland: amsterdam-noord-holland-noord', 'a gemeente without such a place'],
    ['zwaagwesteinde', 'Zwaagwesteinde, Dantumadiel, Friesland: groningen-friesland-drenthe', 'a Dutch name'],
    ['mastricht', 'Maastricht, Maastricht, Limburg: limburg', 'a slip'],
  ])('give for %j first %j: %s', (text, first) => {
    expect(shown(text)[0]).toBe(first);
  });

  it.each<[text: string, regions: readonly string[], why: string]>([
    [
      'Bergen',
      ['noord-brabant', 'amsterdam-noord-holland-noord', 'limburg'],
      'Bergen op Zoom, Bergen (NH) and Bergen in Limburg',
    ],
    [
      'Rijswijk',
      ['haaglanden-nieuwe-waterweg-noord', 'noord-brabant', 'gelderland'],
      'Rijswijk (NB) lies in Altena, Rijswijk (GLD) in Buren',
    ],
    ['Amsterdam', ['amsterdam-noord-holland-noord'], 'Amsterdam-Duivendrecht is another name'],
    ['Hoorn', ['amsterdam-noord-holland-noord', 'groningen-friesland-drenthe'], 'one on Terschelling; not Den Hoorn'],
    ['Hengelo', ['oost-nederland'], 'two places, one region'],
    ['Katwijk', ['rijnstreek', 'noord-brabant'], 'Katwijk NB lies in Land van Cuijk'],
    ['Hoenderloo', ['oost-nederland', 'gelderland'], 'one village in Apeldoorn and Ede'],
    ['Winterswijk', ['oost-nederland'], 'ten woonplaatsen, one gemeente'],
    ['Ansen', ['groningen-friesland-drenthe'], 'two gemeenten, one region'],
  ])('take %j to mean %j: %s', (text, ids) => {
    expect(regionsOf(text).sort()).toEqual([...ids].sort());
  });
});

describe('data/curated/place-names.csv', () => {
  const problems = new ProblemList();
  const file = 'data/curated/place-names.csv';
  const names = readPlaceNames(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'), file, problems);

  it('has a reason for each name, and no name that CBS has already', () => {
    expect(problems.items).toEqual([]);
    const official = new Set(gemeenten.flatMap(({places: own}) => own.map(({name}) => name)));
    expect(names.filter(({name}) => official.has(name))).toEqual([]);
  });

  it('leads each name to its own place alone', () => {
    for (const {name, woonplaats} of names) {
      expect(
        find(name).named.map(({place}) => place.name),
        name,
      ).toEqual([woonplaats]);
    }
  });
});

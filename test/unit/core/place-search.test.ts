import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {PackedMunicipality} from '../../../src/core/place-codec.js';
import {foldWords, indexPlaces, markOf, searchPlaces} from '../../../src/core/place-search.js';
import {finish} from '../../../src/core/steps.js';

const PROVINCES = ['Limburg', 'Noord-Holland', 'Zuid-Holland'];
const gemeente = (
  name: string,
  province: number,
  region: number,
  ...places: readonly (readonly [name: string, size: number, ...aliases: string[]])[]
): PackedMunicipality => ({
  name,
  province,
  region,
  places: places.map(([place, size, ...aliases]) => ({name: place, size, aliases})),
});

/** Names as CBS has them, with invented sizes. */
const index = finish(
  indexPlaces(
    [
      gemeente('Amsterdam', 1, 0, ['Amsterdam', 30], ['Weesp', 20]),
      gemeente('Midden-Delfland', 2, 3, ['Den Hoorn', 17], ['Ter-Oever en Dam', 3]),
      gemeente('Ter', 2, 3, ['Hoorn', 6], ['Ter', 3]),
      gemeente('Bergen (NH.)', 1, 0, ['Bergen (NH)', 21], ['Bergen aan Zee', 10]),
      gemeente('Bergen op Zoom', 0, 1, ['Bergen op Zoom', 25]),
      gemeente('Bergen (L.)', 0, 2, ['Well L', 12], ['Bergen L', 11]),
      gemeente('Berg en Dal', 0, 2, ['Berg en Dal', 14]),
      gemeente("'s-Gravenhage", 2, 3, ["'s-Gravenhage", 29, 'Den Haag']),
      gemeente('Westland', 2, 3, ["'s-Gravenzande", 20], ['De Lier', 15]),
      gemeente('Rijswijk (ZH.)', 2, 3, ['Rijswijk', 24]),
      gemeente('Waadhoeke', 1, 4, ['St.-Annaparochie', 16], ['Wjelsryp', 5]),
      gemeente('Alphen aan den Rijn', 2, 5, ['Alphen aan den Rijn', 24], ['Hazerswoude-Dorp', 15]),
      gemeente('Elburg', 1, 6, ["'t Harde", 16], ['Ansen', 2]),
      gemeente('De Wolden', 1, 6, ['Ansen', 3], ['2e Exloërmond', 9]),
    ],
    PROVINCES,
  ),
);
const names = (text: string): string[] => searchPlaces(text, index).found.map(({name}) => name);

describe('foldWords', () => {
  it.each([
    ["'s-Gravenhage", 's gravenhage'],
    ['’s-Gravenhage', 's gravenhage'],
    ['`s Gravenhage', 's gravenhage'],
    ['Súdwest-Fryslân', 'sudwest frijslan'],
    ['St.-Annaparochie', 'sint annaparochie'],
    ['st annaparochie', 'sint annaparochie'],
    ['Alphen a/d Rijn', 'alphen aan den rijn'],
    ['ĲSSELSTEIN', 'ijsselstein'],
    ['  Bergen (NH.) ', 'bergen nh'],
    ['st', 'st'],
    ['— ! 🙂', ''],
  ])('reads %j as %j', (text, words) => {
    expect(foldWords(text).join(' ')).toBe(words);
  });
});

describe('searchPlaces', () => {
  it.each<[text: string, found: readonly string[], why: string]>([
    ['a', ['Amsterdam', 'Alphen aan den Rijn', 'Ansen', 'Ansen', 'St.-Annaparochie', 'Bergen aan Zee'], 'large first'],
    ['AMSTER', ['Amsterdam'], 'capitals'],
    ['bergen', ['Bergen op Zoom', 'Bergen (NH)', 'Bergen L', 'Bergen aan Zee', 'Berg en Dal'], 'whole words first'],
    ['be', ['Bergen op Zoom', 'Bergen (NH)', 'Berg en Dal', 'Bergen L', 'Bergen aan Zee'], 'large ones first'],
    ['zoom', ['Bergen op Zoom'], 'a later word'],
    ['den haag', ['Den Haag'], 'another name'],
    ['gravenha', ["'s-Gravenhage"], 'without the article'],
    ['sgravenz', ["'s-Gravenzande"], 'without its signs'],
    ['denhaag', ['Den Haag'], 'without the space'],
    ['harde', ["'t Harde"], 'without the article'],
    ['de harde', ["'t Harde"], 'with another article'],
    ['den lier', ['De Lier'], 'with another article'],
    ['ryswyk', ['Rijswijk'], 'y for ij'],
    ['ri', ['Rijswijk', 'Alphen aan den Rijn'], 'half an ij'],
    ['sint anna', ['St.-Annaparochie'], 'sint for St.'],
    ['wielsrijp', ['Wjelsryp'], 'one slip'],
    ['amstredam', ['Amsterdam'], 'two letters swapped'],
    ['amsterrdam', ['Amsterdam'], 'a letter too many'],
    ['amserd', ['Amsterdam'], 'a letter missing, not yet complete'],
    ['amzderdam', [], 'two slips'],
    ['wesp', [], 'a slip in a short text'],
    ['westland', ['Westland'], 'a gemeente'],
    ['gemeente westland', ['Westland'], 'a gemeente, called that'],
    ['bergen limburg', ['Bergen op Zoom', 'Bergen L'], 'with the provincie'],
    ['bergen nh', ['Bergen (NH)'], 'with what CBS adds'],
    ['weesp nh', ['Weesp'], 'with initials of the provincie'],
    ['ansen wolden', ['Ansen'], 'with a word of the gemeente'],
    ['2e ex', ['2e Exloërmond'], 'a digit first'],
    ['x', [], 'nothing'],
    ['', [], 'nothing'],
    ['🙂', [], 'no letters'],
    ['a'.repeat(10_000), [], 'too long'],
  ])('finds for %j: %j (%s)', (text, found) => {
    expect(names(text)).toEqual(found);
  });

  it.each<[text: string, named: readonly string[]]>([
    ['Bergen', ['Bergen op Zoom', 'Bergen (NH)', 'Bergen L', 'Bergen aan Zee']],
    ['berg', ['Berg en Dal']],
    ['berge', []],
    ['ansen', ['Ansen', 'Ansen']],
    ['alphen', ['Alphen aan den Rijn']],
    ['haag', ['Den Haag']],
    ['zoom', []],
    ['amstredam', []],
    ['hoorn', ['Hoorn']],
    ['den hoorn', ['Den Hoorn']],
    ['ter', ['Ter']],
    ['teroever en dam', ['Ter-Oever en Dam']],
  ])('takes %j to name %j', (text, named) => {
    expect(searchPlaces(text, index).named.map(({name}) => name)).toEqual(named);
  });

  it('gives a place once, under the name that was typed', () => {
    const list = finish(indexPlaces([gemeente('Dam', 0, 0, ['Dam', 3, 'Damme', 'Dammen'])], PROVINCES));
    expect(searchPlaces('dam', list).found.map(({name}) => name)).toEqual(['Dam']);
    expect(searchPlaces('damm', list).found.map(({name}) => name)).toEqual(['Damme']);
  });

  it('tells of a place where it lies, and that a gemeente is one', () => {
    expect(searchPlaces('weesp', index).found[0]?.place).toEqual({
      name: 'Weesp',
      kind: 'woonplaats',
      gemeente: 'Amsterdam',
      province: 'Noord-Holland',
      region: 0,
    });
    expect(searchPlaces('waadhoeke', index).found[0]?.place.kind).toBe('gemeente');
  });

  it('never throws, and gives each place once, on any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({unit: 'binary', maxLength: 80}), fc.string({unit: fc.constantFrom(..."abegnrs '-st.(ij")})),
        (text) => {
          const {found, named, part} = searchPlaces(text, index);
          const places = found.map(({place}) => place);
          expect(new Set(places).size).toBe(places.length);
          for (const each of named) expect(places).toContain(each.place);
          for (const {name} of found) {
            const [from, to] = markOf(name, part);
            expect(from).toBeLessThanOrEqual(to);
            expect(to).toBeLessThanOrEqual(name.length);
          }
        },
      ),
    );
  });
});

describe('markOf', () => {
  it.each([
    ["'s-Gravenhage", "'s-g", "'s-G"],
    ["'s-Gravenhage", 'graven', 'Graven'],
    ['Bergen op Zoom', 'zo', 'Zo'],
    ['Bergen op Zoom', 'bergen op', 'Bergen op'],
    ['Rijswijk', 'rysw', 'Rijsw'],
    ['St.-Annaparochie', 'sint anna', 'St.-Anna'],
    ['Súdwest-Fryslân', 'fryslan', 'Fryslân'],
    ['Amsterdam', 'dam', ''],
    ['Amsterdam', '', ''],
  ])('shows in %j for %j: %j', (name, text, shown) => {
    expect(name.slice(...markOf(name, foldWords(text).join('')))).toBe(shown);
  });
});

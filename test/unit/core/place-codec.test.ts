import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {RegionDataError} from '../../../src/core/errors.js';
import {decodePlaces, encodePlaces, type PackedMunicipality, type PackedPlace} from '../../../src/core/place-codec.js';
import {finish} from '../../../src/core/steps.js';

const unpack = (text: string) => finish(decodePlaces(text));

const LETTERS = "aeinorst -'âBGW(.)";
const name = fc.string({unit: fc.constantFrom(...LETTERS), minLength: 1, maxLength: 20});
const place = fc.record({
  name,
  size: fc.integer({min: 0, max: 40}),
  aliases: fc.array(name, {maxLength: 2}),
}) satisfies fc.Arbitrary<PackedPlace>;
const municipalities = fc
  .array(
    fc.record({
      name,
      region: fc.integer({min: 0, max: 20}),
      province: fc.integer({min: 0, max: 31}),
      places: fc.array(place, {maxLength: 8}).map((list) => list.sort((a, b) => b.size - a.size)),
    }),
    {maxLength: 12},
  )
  .map((list): PackedMunicipality[] => list.sort((a, b) => a.region - b.region));

const BEEK: PackedPlace = {name: 'Beek', size: 3, aliases: []};
const BERG: PackedMunicipality = {name: 'Berg', region: 1, province: 2, places: [BEEK]};

describe('encodePlaces', () => {
  it('gives text that decodes to the same gemeenten in the same order', () => {
    fc.assert(
      fc.property(municipalities, (list) => {
        expect(unpack(encodePlaces(list))).toEqual(list);
      }),
    );
  });

  it('keeps a gemeente named after its second place, and letters beyond the first plane', () => {
    const list: PackedMunicipality[] = [
      {...BERG, places: [BEEK, {name: 'Berg', size: 3, aliases: ['Ĝ𝕭', 'Bárg']}, {name: 'Dal', size: 0, aliases: []}]},
    ];
    expect(unpack(encodePlaces(list))).toEqual(list);
  });

  it.each<[string, PackedMunicipality[], RegExp]>([
    ['regions out of order', [BERG, {...BERG, region: 0}], /region 0 after 1/],
    ['a region below 0', [{...BERG, region: -1}], /region -1/],
    ['a provincie too many', [{...BERG, province: 32}], /provincie 32 of "Berg"/],
    ['a gemeente without a name', [{...BERG, name: ''}], /empty name/],
    ['a place without a name', [{...BERG, places: [{...BEEK, name: ''}]}], /empty name/],
    ['an empty other name', [{...BERG, places: [{...BEEK, aliases: ['']}]}], /empty name/],
    ['a small place before a large one', [{...BERG, places: [BEEK, {...BEEK, size: 4}]}], /size 4 after 3/],
    ['half a size', [{...BERG, places: [{...BEEK, size: 0.5}]}], /size 0.5/],
    [
      'more letters than there are codes',
      [{...BERG, name: Array.from({length: 128}, (_, index) => String.fromCharCode(0x4e00 + index)).join('')}],
      /different letters/,
    ],
  ])('refuses %s', (_, list, message) => {
    expect(() => encodePlaces(list)).toThrow(RangeError);
    expect(() => encodePlaces(list)).toThrow(message);
  });
});

describe('decodePlaces', () => {
  const text = encodePlaces([BERG, {...BERG, name: 'Dal', region: 2, places: [BEEK, {...BEEK, name: 'Beekerdal'}]}]);

  it('refuses a text that is cut off, longer, of another kind, or changed in any one place', () => {
    const broken = [text.slice(0, -1), `${text}(`, text.replace('W1', 'W2'), '', 'W1'];
    for (let index = 0; index < text.length; index++) {
      broken.push(text.slice(0, index) + (text[index] === 'e' ? 'f' : 'e') + text.slice(index + 1));
    }
    for (const other of broken) expect(() => unpack(other), other).toThrow(RegionDataError);
  });

  it('comes to an end on nonsense', () => {
    fc.assert(
      fc.property(fc.string({unit: fc.constantFrom(...'()*+Aaz~'), maxLength: 300}), (noise) => {
        expect(() => unpack(`W1${noise}`)).toThrow(RegionDataError);
      }),
      {numRuns: 200},
    );
  });
});

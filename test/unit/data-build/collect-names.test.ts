import {describe, expect, it} from 'vitest';
import {runPipeline} from '../../../data/build/pipeline.js';
import {smallBuild, smallCountry} from '../../fixtures/small-country.js';

describe('names of districts', () => {
  it('fail the build with file and row if the gemeente does not exist', () => {
    const wijken = `${smallCountry.wijken}WK999900,Nergens,GM9999,Weg,5.05,52.05\n`;
    expect(() => runPipeline(smallBuild({wijken}))).toThrow(
      /wijken\.txt, row \d+, gemeente_code: got "GM9999" for "Nergens", expected a gemeente of this edition/,
    );
  });

  it('are kept beside other names of the place, without numbers and noise', () => {
    const names = JSON.parse(runPipeline(smallBuild()).files.get('names.json') ?? '') as {
      gemeenten: {names: string[]; others: string[][]}[];
    };
    // AAR is the code of an airport, `a er dan` a transliteration.
    expect(names.gemeenten.find(({names: [name]}) => name === 'Aardam')?.others).toEqual([
      ['De Dam', 'Ierdaam', 'Ардам'],
    ]);
  });

  it('belong to the place that the curated file gives them, even if GeoNames has them for another', () => {
    const placeNames = `${smallCountry.placeNames}GM0002,Beek,Ierdaam,wijk,everyday name of a part\n`;
    const {gemeenten} = JSON.parse(runPipeline(smallBuild({placeNames})).files.get('names.json') ?? '') as {
      gemeenten: {names: string[]; others: string[][]; wijken: string[][]}[];
    };
    expect(gemeenten.find(({names: [name]}) => name === 'Aardam')?.others).toEqual([['De Dam', 'Ардам']]);
    expect(gemeenten.find(({names: [name]}) => name === 'Beek')?.wijken.flat()).toContain('Ierdaam');
  });
});

import {describe, expect, it} from 'vitest';
import {type FinderState, START, sameState, selectedRegion, stateOfResult} from '../../../src/core/finder-state.js';
import type {RegionId, RegionName} from '../../../src/core/region.js';

const region = (id: string): RegionName => ({id: id as RegionId, name: id.toUpperCase()});
const [east, west] = [region('east'), region('west')];
const candidates = [
  {region: west, gemeenten: ['Westdorp']},
  {region: east, gemeenten: ['Oostdorp']},
];

describe('stateOfResult', () => {
  it('shows the region that was found, with its postcode', () => {
    expect(stateOfResult({status: 'found', pc4: 1000, region: east})).toEqual({
      kind: 'region',
      region: east,
      pc4: 1000,
    });
  });

  it('lets the visitor choose between the regions of a border postcode', () => {
    expect(stateOfResult({status: 'ambiguous', pc4: 1002, candidates})).toEqual({
      kind: 'choice',
      because: 'border',
      pc4: 1002,
      candidates,
    });
  });

  it('shows a miss for an invalid or unknown postcode', () => {
    const invalid = {status: 'invalid', reason: 'incomplete', text: '13'} as const;
    const unknown = {status: 'unknown', pc4: 1004} as const;
    expect(stateOfResult(invalid)).toEqual({kind: 'miss', ...invalid});
    expect(stateOfResult(unknown)).toEqual({kind: 'miss', ...unknown});
  });
});

describe('selectedRegion', () => {
  const states: readonly [FinderState, RegionName | null][] = [
    [START, null],
    [{kind: 'region', region: east}, east],
    [{kind: 'region', region: west, pc4: 1001}, west],
    [{kind: 'choice', candidates, because: 'border', pc4: 1002}, null],
    [{kind: 'choice', candidates, because: 'location'}, null],
    [{kind: 'miss', status: 'unknown', pc4: 1004}, null],
  ];
  for (const [state, selected] of states) {
    it(`is ${selected?.id ?? 'none'} in ${JSON.stringify(state)}`, () => {
      expect(selectedRegion(state)).toBe(selected);
    });
  }
});

describe('sameState', () => {
  const states: readonly FinderState[] = [
    START,
    {kind: 'region', region: east},
    {kind: 'region', region: west},
    {kind: 'region', region: east, pc4: 1000},
    {kind: 'region', region: east, pc4: 1001},
    {kind: 'choice', candidates, because: 'border', pc4: 1002},
    {kind: 'choice', candidates, because: 'border', pc4: 1003},
    {kind: 'choice', candidates, because: 'location'},
    {kind: 'choice', candidates: candidates.toReversed(), because: 'border', pc4: 1002},
    {kind: 'miss', status: 'unknown', pc4: 1004},
    {kind: 'miss', status: 'unknown', pc4: 1005},
    {kind: 'miss', status: 'invalid', reason: 'incomplete', text: '1'},
    {kind: 'miss', status: 'invalid', reason: 'incomplete', text: '13'},
    {kind: 'miss', status: 'invalid', reason: 'too-long', text: '13'},
  ];
  for (const state of states) {
    it(`is true only for an equal state: ${JSON.stringify(state)}`, () => {
      expect(states.filter((other) => sameState(state, {...other}))).toEqual([state]);
    });
  }
});

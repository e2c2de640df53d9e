import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import type {CuratedRegion} from './read-curated.js';
import type {Membership} from './read-municipalities.js';

/**
 * Gives every gemeente its region.
 *
 * @returns region index per gemeente code. A gemeente in no region or in two is a problem, as is a region without
 * gemeenten and a member that names nothing.
 */
export function assignRegions(
  memberships: readonly Membership[],
  regions: readonly CuratedRegion[],
  regionsFile: string,
  problems: ProblemList,
): Map<string, number> {
  const regionOf = new Map<string, number>();
  for (const {code, name, regioPlus} of memberships) {
    const owners = regions.flatMap(({members}, index) =>
      members.some((member) => (member.startsWith('GM') ? member === code : regioPlus.startsWith(member)))
        ? [index]
        : [],
    );
    const [owner] = owners;
    if (owner === undefined || owners.length > 1) {
      problems.add({
        file: regionsFile,
        field: 'members',
        got: `gemeente ${code} ${name} (${regioPlus}) in ${
          owners.length === 0 ? 'no region' : owners.map((index) => quote(regions[index]?.id)).join(' and ')
        }`,
        expected: 'every gemeente in exactly one region',
      });
    }
    if (owner !== undefined) regionOf.set(code, owner);
  }
  regions.forEach(({id, members, row}, index) => {
    for (const member of members) {
      if (!memberships.some(({code, regioPlus}) => code === member || regioPlus.startsWith(member))) {
        problems.add({
          file: regionsFile,
          row,
          field: 'members',
          got: quote(member),
          expected: 'a code that occurs in the list of gemeenten',
        });
      }
    }
    if (![...regionOf.values()].includes(index)) {
      problems.add({
        file: regionsFile,
        row,
        field: 'members',
        got: `no gemeente for ${quote(id)}`,
        expected: 'at least one',
      });
    }
  });
  return regionOf;
}

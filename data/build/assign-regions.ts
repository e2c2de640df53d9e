import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import type {CuratedRegion} from './read-curated.js';
import type {Membership} from './read-municipalities.js';

/**
 * Assigns every gemeente to its region.
 *
 * @param provinceOf - Dutch name of the provincie per gemeente code.
 * @returns region index per gemeente code. It is a problem if a gemeente is in no region or in two, if a region has no
 * gemeenten, or if a member matches nothing.
 */
export function assignRegions(
  memberships: readonly Membership[],
  regions: readonly CuratedRegion[],
  provinceOf: ReadonlyMap<string, string>,
  regionsFile: string,
  problems: ProblemList,
): Map<string, number> {
  const regionOf = new Map<string, number>();
  const isMember = (member: string, {code, regioPlus}: Membership): boolean =>
    member === code || (member.startsWith('RA') && regioPlus.startsWith(member)) || member === provinceOf.get(code);
  for (const membership of memberships) {
    const {code, name, regioPlus} = membership;
    const owners = regions.flatMap(({members}, index) =>
      members.some((member) => isMember(member, membership)) ? [index] : [],
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
      if (!memberships.some((membership) => isMember(member, membership))) {
        problems.add({
          file: regionsFile,
          row,
          field: 'members',
          got: quote(member),
          expected: 'a code that occurs in the list of gemeenten, or a provincie by its Dutch name',
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

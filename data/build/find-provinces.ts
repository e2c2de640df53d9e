import type {Membership} from './read-municipalities.js';
import type {ListedCode, ListedPlace} from './read-postcodes.js';

/**
 * The provincie of each gemeente: that of its places in GeoNames, else (for a gemeente newer than GeoNames) that of its
 * postcodes in 4pp. A gemeente without either is left out.
 *
 * @param places each with its gemeente.
 * @returns Dutch name of the provincie per gemeente code.
 */
export function findProvinces(
  memberships: readonly Membership[],
  places: readonly ListedPlace[],
  listed: readonly ListedCode[],
): Map<string, string> {
  const listedOf = new Map(listed.map(({pc4, province}) => [pc4, province]));
  const found = new Map<string, string>();
  for (const {code} of memberships) {
    const own = places.filter(({municipality}) => municipality === code);
    const province =
      own.find((place) => place.province !== null)?.province ??
      own.map(({pc4}) => listedOf.get(pc4)).find((name) => name !== undefined);
    if (province !== undefined) found.set(code, province);
  }
  return found;
}

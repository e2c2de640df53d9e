import type {LonLat} from '../../src/core/geometry.js';
import type {ProblemList} from './problems.js';
import {quote} from './problems.js';
import type {PostcodeException} from './read-curated.js';
import type {AreaShare, ListedCode, ListedPlace, Presence, Woonplaats} from './read-postcodes.js';

/** With at least this share of the area of a postcode, a gemeente counts even without a place there. */
export const MIN_AREA_SHARE = 0.1;

/** Why a gemeente counts for a postcode. */
export type Evidence = 'place' | 'area' | 'own-point' | 'woonplaats' | 'neighbours' | 'exception';

export interface PostcodeMunicipality {
  readonly code: string;
  readonly evidence: Evidence;
  /** Share of the area of the postcode that lies in this gemeente, 0 to 1, if known. */
  readonly share?: number;
  /** Number of places that GeoNames lists in it. */
  readonly places: number;
}

/** A postcode that is in use. */
export interface DecidedPostcode {
  readonly pc4: number;
  readonly kind: 'address' | 'po-box';
  /** Gemeenten with evidence of addresses, the main one first. */
  readonly municipalities: readonly PostcodeMunicipality[];
  /** A point that can be shown on a map; null for codes of PO boxes. */
  readonly point: LonLat | null;
}

/** A code that a source lists but that is not in use. */
export interface RejectedPostcode {
  readonly pc4: number;
  readonly reason: 'mistyped' | 'addresses-withdrawn' | 'use-unknown' | 'exception';
}

export interface DecidedPostcodes {
  readonly inUse: readonly DecidedPostcode[];
  readonly rejected: readonly RejectedPostcode[];
}

export interface PostcodeSources {
  /** Places after `cleanPlaces`, each with its gemeente. */
  readonly places: readonly (ListedPlace & {readonly municipality: string})[];
  readonly presence: readonly Presence[];
  readonly shares: readonly AreaShare[];
  readonly listed: readonly ListedCode[];
  readonly woonplaatsen: readonly Woonplaats[];
  readonly exceptions: readonly PostcodeException[];
  /** Name of the provincie per gemeente code. */
  readonly provinceOf: ReadonlyMap<string, string>;
  /** Gemeente code at a point, null outside all. */
  readonly municipalityAt: (point: LonLat) => string | null;
}

/**
 * Decides which codes are in use and which gemeenten count for each.
 *
 * A code with addresses: the gemeenten of its GeoNames places, and those with 10 % or more of its area. The area is ignored
 * if GeoNames names gemeenten and none of them has such a share. Without either: the gemeente at its own point.
 * A code of PO boxes: the gemeente of its woonplaats. Exceptions override all rules.
 */
export function decidePostcodes(sources: PostcodeSources, problems: ProblemList): DecidedPostcodes {
  const placesOf = groupBy(sources.places, ({pc4}) => pc4);
  const sharesOf = groupBy(sources.shares, ({pc4}) => pc4);
  const listedOf = new Map(sources.listed.map((code) => [code.pc4, code]));
  const exceptionOf = new Map(sources.exceptions.map((exception) => [exception.pc4, exception]));
  const inUse = new Map<number, DecidedPostcode>();
  const rejected: RejectedPostcode[] = [];
  const poBoxes: ListedCode[] = [];

  for (const presence of [...sources.presence].sort((a, b) => a.pc4 - b.pc4)) {
    const {pc4} = presence;
    const places = placesOf.get(pc4) ?? [];
    const listed = listedOf.get(pc4);
    const exception = exceptionOf.get(pc4);
    if (exception?.decision === 'not-in-use') {
      rejected.push({pc4, reason: 'exception'});
    } else if (exception?.decision === 'gemeenten') {
      const municipalities = exception.municipalities.map((code) =>
        counted(code, 'exception', places, sharesOf.get(pc4)),
      );
      const hasAddresses = places.length > 0 || presence.inCbs2020;
      inUse.set(pc4, {
        pc4,
        kind: hasAddresses ? 'address' : 'po-box',
        municipalities,
        point: hasAddresses ? trustedPoint(presence, places) : null,
      });
    } else if (places.length > 0 || presence.inCbs2020) {
      const municipalities = weighEvidence(presence, places, sharesOf.get(pc4) ?? [], sources.municipalityAt);
      inUse.set(pc4, {pc4, kind: 'address', municipalities, point: trustedPoint(presence, places)});
    } else if (listed === undefined) {
      rejected.push({pc4, reason: 'mistyped'});
    } else if (listed.kind === 'Adres') {
      rejected.push({pc4, reason: 'addresses-withdrawn'});
    } else if (listed.kind === 'Onbekend' && !looksLikePoBox(listed, sources.listed)) {
      rejected.push({pc4, reason: 'use-unknown'});
    } else {
      poBoxes.push(listed);
    }
  }

  const addresses = [...inUse.values()].filter(({kind}) => kind === 'address').sort((a, b) => a.pc4 - b.pc4);
  for (const code of poBoxes) {
    const municipalities = placePoBox(code, sources, listedOf, addresses);
    if (municipalities.length === 0) {
      problems.add({
        file: '4pp.csv',
        row: code.row,
        field: 'woonplaats',
        got: `${quote(code.woonplaats)} in ${code.province} for PO-box code ${code.pc4}`,
        expected: 'a woonplaats of CBS, or neighbouring codes that agree; else a row in postcode-exceptions.csv',
      });
    }
    inUse.set(code.pc4, {pc4: code.pc4, kind: 'po-box', municipalities, point: null});
  }
  return {inUse: [...inUse.values()].sort((a, b) => a.pc4 - b.pc4), rejected};
}

function weighEvidence(
  presence: Presence,
  places: readonly (ListedPlace & {readonly municipality: string})[],
  shares: readonly AreaShare[],
  municipalityAt: PostcodeSources['municipalityAt'],
): PostcodeMunicipality[] {
  const named = new Set(places.map(({municipality}) => municipality));
  const large = shares.filter(({share}) => share >= MIN_AREA_SHARE);
  const contradicted = named.size > 0 && !large.some(({municipality}) => named.has(municipality));
  const codes = new Map<string, Evidence>();
  for (const code of named) codes.set(code, 'place');
  if (!contradicted) for (const {municipality} of large) if (!codes.has(municipality)) codes.set(municipality, 'area');
  if (codes.size === 0 && presence.point !== null) {
    const code = municipalityAt(presence.point);
    if (code !== null) codes.set(code, 'own-point');
  }
  return [...codes]
    .map(([code, evidence]) => counted(code, evidence, places, shares))
    .sort((a, b) => (b.share ?? 0) - (a.share ?? 0) || b.places - a.places || (a.code < b.code ? -1 : 1));
}

function counted(
  code: string,
  evidence: Evidence,
  places: readonly ListedPlace[],
  shares: readonly AreaShare[] = [],
): PostcodeMunicipality {
  const share = shares.find(({municipality}) => municipality === code)?.share;
  const count = places.filter(({municipality}) => municipality === code).length;
  return {code, evidence, places: count, ...(share === undefined ? {} : {share})};
}

/** The point inside the CBS area, else that of the first place; never the coordinates of 4pp. */
function trustedPoint(presence: Presence, places: readonly ListedPlace[]): LonLat | null {
  if (presence.pointSource === 'cbs2020-polygon') return presence.point;
  return places[0]?.point ?? null;
}

/**
 * Whether a code of unknown kind is probably one of PO boxes: its number ends in 0, as nearly all such codes in 4pp do, or
 * the nearest codes of known kind before and after it are PO boxes of its own woonplaats.
 */
function looksLikePoBox(code: ListedCode, listed: readonly ListedCode[]): boolean {
  if (code.pc4 % 10 === 0) return true;
  const known = listed.filter(({kind}) => kind !== 'Onbekend').sort((a, b) => a.pc4 - b.pc4);
  const after = known.findIndex(({pc4}) => pc4 > code.pc4);
  return [known[after - 1], known[after]].every(
    (other) => other?.woonplaats === code.woonplaats && other.kind.includes('Postbus'),
  );
}

/**
 * The gemeente of a PO-box code: that of the woonplaats with its name in its provincie. If there are none or several, that
 * of the nearest address code of the same woonplaats; failing that, that of its neighbours, if these agree. The gemeente
 * and the coordinates in 4pp are not used, because they are out of date or wrong.
 */
function placePoBox(
  code: ListedCode,
  sources: PostcodeSources,
  listedOf: ReadonlyMap<number, ListedCode>,
  addresses: readonly DecidedPostcode[],
): PostcodeMunicipality[] {
  const names = new Set([code.woonplaats, ...code.spellings].map(bareName));
  const candidates = new Set(
    sources.woonplaatsen.flatMap(({name, municipality}) =>
      names.has(bareName(name)) && sources.provinceOf.get(municipality) === code.province ? [municipality] : [],
    ),
  );
  const [only] = candidates;
  if (only !== undefined && candidates.size === 1) return [counted(only, 'woonplaats', [])];

  const byDistance = [...addresses].sort((a, b) => Math.abs(a.pc4 - code.pc4) - Math.abs(b.pc4 - code.pc4));
  const namesake = byDistance.find(({pc4}) => {
    const other = listedOf.get(pc4);
    return other?.woonplaats === code.woonplaats && other.province === code.province;
  });
  if (namesake !== undefined) {
    return namesake.municipalities.map(({code: municipality}) => counted(municipality, 'woonplaats', []));
  }
  const below = byDistance.find(({pc4}) => pc4 < code.pc4)?.municipalities[0]?.code;
  const above = byDistance.find(({pc4}) => pc4 > code.pc4)?.municipalities[0]?.code;
  return above !== undefined && below === above ? [counted(above, 'neighbours', [])] : [];
}

/** A name without case, accents, spaces and punctuation: `Hazerswoude Dorp` is `Hazerswoude-Dorp`. */
export function bareName(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** The search for names with the names of the bundled data. Loaded from the first letter on. */
import type {NamedPlace, NameMatches, NameResult} from '../core/names/named-place.js';
import {type NamedPlace as OldPlace, searchPlaces} from '../core/place-search.js';
import {placeIndex} from '../data/places.js';

export {markOf} from '../core/place-search.js';

const index = await placeIndex;

const toNamed = ({name, place}: OldPlace): NamedPlace => ({
  name: place.name,
  ...(name !== place.name && {alias: name}),
  kind: place.kind,
  gemeente: place.gemeente,
  provincie: place.province,
  regions: [place.region],
});

/** What a text may become while it is typed. */
export function suggest(text: string): NameMatches {
  const {found, part} = searchPlaces(text, index);
  return {places: found.map(toNamed), part};
}

/** What a text leads to. */
export function resolve(text: string): NameResult {
  const {found, named, part} = searchPlaces(text, index);
  const [first] = named;
  if (first && named.every(({place}) => place.region === first.place.region)) {
    return {status: 'found', place: toNamed(first)};
  }
  if (!found.length) return {status: 'none'};
  return {status: 'choice', places: [...new Set([...named, ...found])].map(toNamed), part};
}

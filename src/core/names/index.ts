export type {NamedPlace, NameKind, NameMatches, NameResult} from './named-place.js';

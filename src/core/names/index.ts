export {markOf} from './mark.js';
export {indexNames, type NameIndex} from './name-index.js';
export {isNameText} from './name-text.js';
export type {NamedPlace, NameKind, NameMatches, NameResult} from './named-place.js';
export type {NamesData} from './names-data.js';
export {resolveName, suggestNames} from './search.js';

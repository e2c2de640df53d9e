/**
 * `npm run names -- "text" …`: prints the answer of the names field to each text, and the reason for it. Without arguments
 * it reads texts from the standard input, one per line.
 */
import {readFileSync} from 'node:fs';
import {findPostcodes, isForeignPostcode} from '../src/core/find-postcodes.js';
import {isNameText, type NamedPlace, resolveName} from '../src/core/names/index.js';
import {nameIndex} from '../src/data/names.js';
import {lookupPostcode, regions} from '../src/lookup.js';

/** Most items of a list that are printed. */
const MOST = 8;

const describe = ({name, alias, kind, within, gemeente, provincie, regions: own}: NamedPlace): string =>
  [
    alias ? `${alias} = ${name}` : name,
    ` (${kind}${within ? ` in ${within}` : ''}`,
    gemeente && gemeente !== name ? `, gemeente ${gemeente}` : '',
    provincie ? `, ${provincie}` : '',
    `): ${own.map((region) => regions[region]?.id).join(' + ')}`,
  ].join('');

function explain(text: string): string[] {
  const codes = findPostcodes(text);
  const postcode = lookupPostcode(text);
  if (codes.length > 1) return [`postcodes: ${codes.join(', ')}`];
  if (postcode.status !== 'invalid') {
    const where =
      'region' in postcode ? postcode.region.id : 'candidates' in postcode ? 'several regions' : 'not in use';
    return [`postcode ${postcode.pc4}: ${where}`];
  }
  if (isForeignPostcode(text)) return [`a postcode of another country (${postcode.reason})`];
  if (!isNameText(text)) return [`no postcode (${postcode.reason}), and no name`];
  const result = resolveName(text, nameIndex);
  if (result.status === 'none') return ['no name resembles it'];
  if (result.status === 'found') return [`found: the whole text names ${describe(result.place)}`];
  return [
    'choice, since it is part of a name, a slip, or the name of things in several regions:',
    ...result.places.slice(0, MOST).map((place) => `  ${describe(place)}`),
  ];
}

const texts = process.argv.slice(2);
for (const text of texts.length
  ? texts
  : readFileSync(0, 'utf8')
      .split('\n')
      .filter((line) => line)) {
  console.log([`"${text}"`, ...explain(text).map((line) => `  ${line}`)].join('\n'));
}

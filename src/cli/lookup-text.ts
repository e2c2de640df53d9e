import type {Region} from '../core/region.js';
import {umbrella} from '../data/index.js';
import type {LookupResult} from '../lookup.js';
import {fill} from '../shared/fill.js';
import type {CliStrings} from './texts.js';

const FIELDS = ['address', 'phone', 'phoneHours', 'email', 'contactPage', 'website', 'vacancies'] as const;

/** The answer for a postcode, as readable lines. */
export function formatResult(result: LookupResult, {answers: text}: CliStrings): string {
  const contact = ({organisation}: Region): string[] => {
    const former = organisation.formerName && fill(text.formerName, {name: organisation.formerName.value});
    const name = organisation.name?.value ?? text.noName;
    const values = FIELDS.flatMap((field) => organisation[field]?.value ?? []);
    return [
      former ? `${name} (${former})` : name,
      ...values,
      ...(values.length > 0 ? [] : [fill(text.noContact, umbrella), umbrella.website]),
    ];
  };

  if (result.status === 'invalid') return text[result.reason];
  const {pc4} = result;
  if (result.status === 'unknown') return fill(text.unknown, {pc4});
  if (result.status === 'found') {
    return [`${pc4}: ${fill(text.region, {region: result.region.name})}`, ...contact(result.region)].join('\n');
  }
  return [
    fill(text.choice, {pc4}),
    ...result.candidates.flatMap(({region, gemeenten}) => [
      '',
      fill(text.choiceCard, {gemeente: gemeenten.join(text.or)}),
      fill(text.region, {region: region.name}),
      ...contact(region),
    ]),
  ].join('\n');
}

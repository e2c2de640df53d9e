import {
  CONTACT_RULES,
  HOST_RULES,
  type HostRule,
  MAX_ACTIONS,
  MAX_NOTICES,
  NOT_PLAIN,
  TEXT_RULES,
  type TextRule,
} from '../core/host-data-rules.js';
import type {RegionName} from '../core/region.js';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** Where the definition of a rule stands. Definitions are named after the rules of the light code, one for one. */
const ref = (rule: HostRule) => ({$ref: `#/$defs/${rule}`});

/** A form as other engines read it as well: without the escapes that only a JavaScript literal needs. */
const source = (form: RegExp) => form.source.replaceAll('\\/', '/');

const text = ({max, form}: TextRule, description: string, ...examples: string[]): Schema => ({
  description,
  examples,
  type: 'string',
  minLength: 1,
  maxLength: max,
  pattern: source(form),
  not: {type: 'string', pattern: source(NOT_PLAIN)},
});

/** The same, or null. */
const orNull = (schema: Schema): Schema => ({...schema, type: ['string', 'null']});

const HIDES = 'null hides what the widget itself knows.';

const contactFields = Object.fromEntries(
  Object.entries(CONTACT_RULES).map(([field, rule]) => [
    field,
    field === 'formerName'
      ? {...ref(rule), description: `Name that visitors may still know; shown beside the name. ${HIDES}`}
      : field === 'contactPage'
        ? {...ref(rule), description: `Page with a contact form; goes before the e-mail address. ${HIDES}`}
        : ref(rule),
  ]),
);

const EXAMPLE = {
  organisation: {
    name: 'Werken in de Zorg Voorbeeldstreek',
    phone: '030 123 45 67',
    phoneHours: 'Bereikbaar op werkdagen van 9 tot 17 uur.',
    contactPage: 'https://www.example.nl/contact',
    website: 'https://www.example.nl',
    address: 'Voorbeeldstraat 1, 1234 AB Dorp',
  },
  notices: [{text: 'Open dag op zaterdag 14 maart.', from: '2026-02-01', until: '2026-03-14'}],
  actions: [{label: 'Bekijk vacatures', href: 'https://www.example.nl/vacatures'}],
};

/**
 * JSON Schema (draft 2020-12) of the property `organisations` and of the file at `data-src`.
 * It says what `checkHostData` checks, from the same forms and limits. One rule no schema can say: `until` is not before `from`.
 *
 * @param regions Their ids are the keys that there can be.
 */
export function organisationsSchema(regions: readonly RegionName[]): Schema {
  const [first] = regions;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'Contact data of a host, for <regio-kaart> and <regio-contact>',
    description:
      'What a site says of the regions itself, over the data of the widget: property `organisations`, or a JSON file at `data-src` (UTF-8, at most 256 kB). Every field is optional; what is left out stays as it is. A field that breaks its rule is refused and the rest is used. Texts are plain text.',
    examples: first ? [{[first.id]: EXAMPLE}] : [],
    type: 'object',
    properties: {
      $schema: {type: 'string', description: 'Address of this schema, for editors.'},
      ...Object.fromEntries(regions.map(({id, name}) => [id, {...ref('region'), title: name}])),
    },
    additionalProperties: false,
    $defs: {
      region: {
        description:
          'One region. In the short form the contact data stands here itself, without `organisation`; where both say something, `organisation` counts.',
        examples: [EXAMPLE, {phone: '030 123 45 67'}],
        type: 'object',
        properties: {
          organisation: ref('organisation'),
          notices: ref('notices'),
          actions: ref('actions'),
          ...contactFields,
        },
        additionalProperties: false,
      },
      organisation: {
        description: 'Who serves the region and how to reach them.',
        examples: [EXAMPLE.organisation],
        type: 'object',
        properties: contactFields,
        additionalProperties: false,
      },
      name: orNull(text(TEXT_RULES.name, `Name of the organisation. ${HIDES}`, EXAMPLE.organisation.name)),
      phone: orNull(
        text(
          TEXT_RULES.phone,
          `Telephone number as it is shown: ten digits, or + with a country code; spaces and hyphens between groups. ${HIDES}`,
          '030 123 45 67',
          '088-0182888',
          '+31 30 634 08 08',
        ),
      ),
      email: orNull(text(TEXT_RULES.email, `E-mail address. ${HIDES}`, 'info@example.nl')),
      link: orNull(text(TEXT_RULES.link, `Address of a page; https only. ${HIDES}`, EXAMPLE.organisation.website)),
      sentence: orNull(text(TEXT_RULES.sentence, `One plain sentence. ${HIDES}`, EXAMPLE.organisation.phoneHours)),
      address: orNull(
        text(
          TEXT_RULES.address,
          `Street and number, a comma, postcode and place. ${HIDES}`,
          EXAMPLE.organisation.address,
        ),
      ),
      notices: {
        description: 'Messages in the card of the region, for as long as they hold.',
        examples: [EXAMPLE.notices],
        type: 'array',
        maxItems: MAX_NOTICES,
        items: ref('notice'),
      },
      notice: {
        description: 'One message. `until` is not before `from`.',
        $comment: 'That order is the one rule that this schema cannot say; `npx regiokaart check` says it.',
        examples: EXAMPLE.notices,
        type: 'object',
        properties: {
          text: ref('noticeText'),
          from: {...ref('day'), description: 'First day, in Dutch time. Left out: at once.'},
          until: {...ref('day'), description: 'Last day, in Dutch time. Left out: until it is taken away.'},
        },
        required: ['text'],
        additionalProperties: false,
      },
      noticeText: text(TEXT_RULES.noticeText, 'What it says.', 'Open dag op zaterdag 14 maart.'),
      day: text(TEXT_RULES.day, 'A day that there is: YYYY-MM-DD.', '2026-12-31'),
      actions: {
        description: 'Buttons in the card of the region.',
        examples: [EXAMPLE.actions],
        type: 'array',
        maxItems: MAX_ACTIONS,
        items: ref('action'),
      },
      action: {
        description: 'One button.',
        examples: EXAMPLE.actions,
        type: 'object',
        properties: {label: ref('label'), href: ref('href')},
        required: ['label', 'href'],
        additionalProperties: false,
      },
      label: text(TEXT_RULES.label, 'What is on the button.', 'Bekijk vacatures'),
      href: text(
        TEXT_RULES.href,
        `Where it leads: ${HOST_RULES.href}.`,
        'https://www.example.nl/vacatures',
        'mailto:info@example.nl?subject=Werken%20in%20de%20zorg',
        'tel:+31306340808',
      ),
    },
  };
}

import {
  ACTION_KINDS,
  ACTION_RULES,
  CONTACT_RULES,
  HOST_RULES,
  type HostRule,
  MAX_ACTIONS,
  MAX_NOTICES,
} from '../core/host-data-rules.js';
import type {RegionName} from '../core/region.js';
import {NOT_PLAIN, TEXT_RULES, type TextRule} from '../core/text-rules.js';

/** A JSON Schema, or a part of one. */
export type Schema = Readonly<Record<string, unknown>>;

/** A reference to the definition of a rule. Definitions have the names of the rules in `host-data-rules.ts`. */
const ref = (rule: HostRule) => ({$ref: `#/$defs/${rule}`});

/** A pattern for other regular-expression engines: without the escapes that only a JavaScript literal needs. */
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

/** A schema that also allows null. */
const orNull = (schema: Schema): Schema => ({...schema, type: ['string', 'null']});

const HIDES = 'null hides what the widget itself knows.';

/** Descriptions of fields whose rule does not explain them. */
const MEANINGS: Readonly<Record<string, string>> = {
  formerName: 'Name that visitors may still know; shown beside the name.',
  contactPage: 'Page with a contact form; goes before the e-mail address.',
  website: "The organisation's own site.",
  vacancies: "The organisation's own site with jobs.",
};

const contactFields = Object.fromEntries(
  Object.entries(CONTACT_RULES).map(([field, rule]) => {
    const meaning = MEANINGS[field];
    return [field, meaning ? {...ref(rule), description: `${meaning} ${HIDES}`} : ref(rule)];
  }),
);

const EXAMPLE = {
  organisation: {
    name: 'Werken in de Zorg Voorbeeldstreek',
    phone: '030 123 45 67',
    phoneHours: 'Op werkdagen van 9 tot 17 uur.',
    contactPage: 'https://www.example.nl/contact',
    website: 'https://www.example.nl',
    vacancies: 'https://banen.example.nl',
    address: 'Voorbeeldstraat 1, 1234 AB Dorp',
    about: 'Wij helpen je aan werk of een opleiding in zorg en welzijn.',
  },
  notices: [
    {text: 'We zijn gesloten op 5 mei.', from: '2026-04-20', until: '2026-05-05'},
    {
      title: 'Open dag',
      text: 'Kom kennismaken met werken in de zorg.',
      href: 'https://www.example.nl/open-dag',
      date: '2026-03-14',
      start: '10:00',
      end: '14:30',
    },
  ],
  actions: [
    {label: 'Bekijk opleidingen', href: 'https://www.example.nl/opleidingen'},
    {label: 'App met ons', href: 'https://wa.me/31612345678', kind: 'whatsapp'},
  ],
};

/**
 * JSON Schema (draft 2020-12) of the property `organisations` and of the file at `data-src`.
 * It has the patterns and limits that `checkHostData` uses. Two rules cannot be expressed in a schema: a notice does not
 * end before its first day, and an event does not end before it begins.
 *
 * @param regions Their ids are the keys that are allowed.
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
          `Telephone number as it is shown: ten digits, + with a country code, or a service number; spaces and hyphens between groups. ${HIDES}`,
          '030 123 45 67',
          '088-0182888',
          '+31 30 634 08 08',
          '0800 1234',
          '14 020',
        ),
      ),
      phoneHours: orNull(
        text(
          TEXT_RULES.phoneHours,
          `When the phone is answered, as one sentence. ${HIDES}`,
          EXAMPLE.organisation.phoneHours,
        ),
      ),
      email: orNull(text(TEXT_RULES.email, `E-mail address. ${HIDES}`, 'info@example.nl')),
      link: orNull(text(TEXT_RULES.link, `Address of a page; https only. ${HIDES}`, EXAMPLE.organisation.website)),
      address: orNull(
        text(
          TEXT_RULES.address,
          `Street and number, a comma, postcode and place. ${HIDES}`,
          EXAMPLE.organisation.address,
        ),
      ),
      about: orNull(
        text(
          TEXT_RULES.about,
          `What the organisation does for visitors, as one sentence. ${HIDES}`,
          EXAMPLE.organisation.about,
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
        description:
          'One message, or with `date` one event of one day, which visitors can save to their calendar. `until`, or `date` without it, is not before `from`; `end` is after `start`.',
        $comment: 'That order is what this schema cannot say; `npx regiokaart check` says it.',
        examples: EXAMPLE.notices,
        type: 'object',
        properties: {
          text: ref('noticeText'),
          title: ref('noticeTitle'),
          href: ref('page'),
          from: {...ref('day'), description: 'First day that it is shown, in Dutch time. Left out: at once.'},
          until: {
            ...ref('day'),
            description:
              'Last day that it is shown, in Dutch time. Left out: the day of the event; without one until it is taken away.',
          },
          date: {...ref('day'), description: 'Day of the event.'},
          start: {
            ...ref('time'),
            description: 'When the event begins, in Dutch time. Left out: it takes the whole day.',
          },
          end: {...ref('time'), description: 'When the event ends, on the same day.'},
        },
        required: ['text'],
        dependentRequired: {start: ['date'], end: ['date', 'start']},
        additionalProperties: false,
      },
      noticeTitle: text(TEXT_RULES.noticeTitle, 'What stands above it; the name of the event.', 'Open dag'),
      noticeText: text(TEXT_RULES.noticeText, 'What it says.', 'Open dag op zaterdag 14 maart.'),
      page: text(TEXT_RULES.page, 'Address of a page; https only.', 'https://www.example.nl/open-dag'),
      day: text(TEXT_RULES.day, 'A day that there is: YYYY-MM-DD.', '2026-12-31'),
      time: text(TEXT_RULES.time, 'A time of 24 hours: HH:MM.', '09:30'),
      actions: {
        description: 'Buttons in the card of the region.',
        examples: [EXAMPLE.actions],
        type: 'array',
        maxItems: MAX_ACTIONS,
        items: ref('action'),
      },
      action: {
        description: 'One button. `kind` gives it an icon, and some kinds say where it may lead.',
        examples: EXAMPLE.actions,
        type: 'object',
        properties: {label: ref('label'), href: ref('href'), kind: ref('kind')},
        required: ['label', 'href'],
        additionalProperties: false,
        allOf: ACTION_KINDS.filter((kind) => ACTION_RULES[kind] !== 'href').map((kind) => ({
          if: {type: 'object', properties: {kind: {const: kind}}, required: ['kind']},
          // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema.
          then: {type: 'object', properties: {href: ref(ACTION_RULES[kind])}, required: ['href']},
        })),
      },
      kind: {
        description: 'What it is for. Left out: anything else.',
        examples: [...ACTION_KINDS],
        type: 'string',
        enum: [...ACTION_KINDS],
      },
      label: text(TEXT_RULES.label, 'What is on the button.', 'Bekijk vacatures'),
      href: text(
        TEXT_RULES.href,
        `Where it leads: ${HOST_RULES.href}.`,
        'https://www.example.nl/vacatures',
        'mailto:info@example.nl?subject=Werken%20in%20de%20zorg',
        'tel:+31306340808',
      ),
      callback: text(
        TEXT_RULES.callback,
        `Where a visitor asks to be called back: ${HOST_RULES.callback}.`,
        'https://www.example.nl/bel-mij-terug',
        'mailto:info@example.nl?subject=Bel%20mij%20terug',
      ),
      whatsapp: text(
        TEXT_RULES.whatsapp,
        'A chat in WhatsApp: https://wa.me/ and the number, with the country code and without the first 0.',
        'https://wa.me/31612345678',
        'https://wa.me/31612345678?text=Hallo',
      ),
    },
  };
}

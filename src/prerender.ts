/**
 * The element as HTML with a declarative shadow root, for servers and static sites: it shows before the script has run,
 * and without it.
 * @module regiokaart/prerender
 */
import {render} from '@lit-labs/ssr';
import {FallbackRenderer} from '@lit-labs/ssr/lib/element-renderer.js';
import {collectResultSync} from '@lit-labs/ssr/lib/render-result.js';
import * as ownContent from './card/own-content.js';
import {RegionDataError} from './core/errors.js';
import {
  checkHostData,
  formatPath,
  formatValue,
  HOST_RULES,
  type HostData,
  type Refusal,
} from './core/host-data-rules.js';
import {regions} from './data/index.js';
import {kaartEn} from './finder/kaart-texts-en.js';
import {RegioKaart} from './finder/regio-kaart.js';
import {renderPicture} from './finder/region-picture.js';
import type {Strings} from './finder/texts.js';

/** Options of the element. Each equals the attribute or property of the same name. */
export interface PrerenderOptions {
  /** Language; by default `nl`. */
  readonly lang?: 'nl' | 'en';
  /** Level of the first heading, 1 to 6; by default 2. */
  readonly headingLevel?: number;
  /** By default `visible`. */
  readonly map?: 'visible' | 'click' | 'none';
  /** Leaves out "Gebruik mijn locatie". */
  readonly noLocation?: boolean;
  /** Address from which the page loads `regiokaart.css`; by default `regiokaart.css`. */
  readonly css?: string;
  /** The host's own texts, by key. */
  readonly strings?: Partial<Strings>;
  /** The host's own contact data, by region; see `organisations.schema.json`. */
  readonly data?: unknown;
  /**
   * Further attributes for the tag, such as `region`, `deep-link`, `data-src` or `report-url`; true for one without a value.
   * With `region`, or with `postcode` and four digits, the card is there from the start.
   */
  readonly attributes?: Readonly<Record<string, string | boolean>>;
}

const DEFAULT_CSS = 'regiokaart.css';

/** Markers that lit needs to hydrate markup node by node. The element replaces the markup instead. */
const MARKS = /<!--\/?lit-(?:part|node)\b[^>]*-->|<\?>/g;

/**
 * The element as HTML with a declarative shadow root, styled by a link to `regiokaart.css`: heading, sentence, field,
 * picture of the regions, and the list, in which each region opens to its contact facts without any script.
 *
 * @throws RegionDataError for invalid contact data. The message names the field and the rule.
 * @throws TypeError for an invalid option.
 */
export function prerender(options: PrerenderOptions = {}): string {
  return `<regio-kaart${formatAttributes(attributesOf(options))}>${prerenderShadowRoot(options)}</regio-kaart>`;
}

/**
 * The content that {@link prerender} puts between the tags: only the declarative shadow root, for a framework whose template
 * contains the tag itself. Give the tag the same attributes.
 *
 * @throws RegionDataError, TypeError for the same reasons as `prerender`.
 */
export function prerenderShadowRoot(options: PrerenderOptions = {}): string {
  const {headingLevel, map, noLocation, css, strings} = checkOptions(options);
  // Not registered: the page or framework may have its own element of that name.
  const element = new RegioKaart();
  for (const [name, value] of Object.entries(attributesOf(options))) {
    if (value !== false) element.setAttribute(name, value === true ? '' : value);
  }
  const start = {postcode: textOf(options.attributes?.['postcode']), region: textOf(options.attributes?.['region'])};
  Object.assign(element, {headingLevel, map, noLocation, strings: strings ?? null, ...start});
  const content = element.renderStatic(kaartEn, checkData(options.data), ownContent, renderPicture);
  const link = `<link rel="stylesheet" href="${escapeAttribute(css)}">`;
  const markup = tidy(
    collectResultSync(render(content, {customElementHostStack: [new FallbackRenderer('regio-kaart')]})),
  );
  return `<template shadowrootmode="open">${link}${markup}</template>`;
}

function checkOptions(options: PrerenderOptions) {
  const {lang = 'nl', headingLevel = 2, map = 'visible', noLocation = false, css = DEFAULT_CSS, strings} = options;
  assertOption('lang', lang, ['nl', 'en']);
  assertOption('headingLevel', headingLevel, [1, 2, 3, 4, 5, 6]);
  assertOption('map', map, ['visible', 'click', 'none']);
  return {headingLevel, map, noLocation, css, strings};
}

const attributesOf = (options: PrerenderOptions): Readonly<Record<string, string | boolean>> => ({
  ...(options.lang && {lang: options.lang}),
  ...(options.headingLevel && {'heading-level': String(options.headingLevel)}),
  ...(options.map && {map: options.map}),
  'no-location': options.noLocation ?? false,
  ...options.attributes,
});

/** Removes lit's markers and the line breaks of its templates. Texts stay as they are. */
const tidy = (markup: string): string =>
  markup
    .replace(MARKS, '')
    .replace(/<[^<>]+>/g, (tag) => tag.replace(/\s+/g, ' ').replace(' >', '>'))
    .replace(/>\s*\n\s*</g, '>\n<');

/** The value of an attribute that has one. */
const textOf = (value: string | boolean | undefined): string | null => (typeof value === 'string' ? value : null);

const escapeAttribute = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

function formatAttributes(attributes: Readonly<Record<string, string | boolean>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => {
      if (!/^[a-z][a-z-]*$/.test(name))
        throw new TypeError(`prerender: got attribute "${name}", expected a plain name`);
      return value === false ? '' : value === true ? ` ${name}` : ` ${name}="${escapeAttribute(value)}"`;
    })
    .join('');
}

function assertOption<T>(name: string, got: T, expected: readonly T[]): void {
  if (!expected.includes(got)) throw new TypeError(`prerender: ${name} is ${got}, expected ${expected.join(', ')}`);
}

function checkData(data: unknown): HostData {
  if (data === undefined || data === null) return {};
  const refusals: Refusal[] = [];
  const ids = regions.map(({id}) => id);
  const checked = checkHostData(data, ids, refusals);
  const [first] = refusals;
  if (first) {
    const where = first.path.length > 0 ? `data: ${formatPath(first.path)}` : 'data';
    const expected = HOST_RULES[first.rule].replace('{ids}', ids.join(', '));
    throw new RegionDataError(`prerender: ${where} is ${formatValue(first.got)}, expected ${expected}`);
  }
  return checked;
}

import {html, nothing, type TemplateResult} from 'lit';
import type {HostAction} from '../core/host-data-rules.js';
import type {PostcodeTable} from '../core/postcode-table.js';
import type {Contact, ContactField, RegionCard} from '../core/region.js';
import {facts} from '../data/facts.js';
import type {PostcodePoint} from '../data/points.js';
import {fill} from '../finder/strings.js';
import {announce} from '../shared/announcer.js';
import {RegioErrorEvent} from '../shared/events.js';
import type {RegioElement} from '../shared/regio-element.js';
import {routeUrl} from './address.js';
import {copyText} from './copy-text.js';
import {extrasStyles} from './extras-styles.js';
import {currentNotices} from './notices.js';
import {safeLink} from './safe-link.js';
import {saveFile} from './save-file.js';
import {listOf, monthOf, seenFacts} from './seen.js';
import {describeCard, organisationOf} from './structured-data.js';
import {type CardStrings, cardNl} from './texts.js';
import {vcardFileName, vcardOf} from './vcard.js';

/** What a card shows besides who and how to reach. */
export interface CardExtras {
  /** The quiet part at the foot of a card. */
  renderExtras(region: RegionCard, host: CardHost): TemplateResult;
  /**
   * Where a postcode lies, for a marker on the map. Undefined while that is being fetched, which renders the element
   * anew when it is there; null when nobody knows.
   */
  placeOf(pc4: number, host: CardHost): PostcodePoint | null | undefined;
}

/** The element that shows the card. */
export type CardHost = RegioElement & {
  /** The postcode that led to the card, if one did. */
  readonly pc4?: number | undefined;
  /** The unpacked postcode table, once a postcode was looked up. */
  readonly table?: PostcodeTable | undefined;
};

/** What happened to the buttons of an element. */
interface Done {
  /** The card whose details were copied last. */
  copied?: string;
  /** The card whose details the visitor has to copy by hand. */
  byHand?: string;
}

const done = new WeakMap<RegioElement, Done>();

/** Outlines on a 24 by 24 grid. */
const icons = {
  route: 'M12 21s7-6.1 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM12 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4z',
  copy: 'M9 9h11v12H9zM5 15H4V3h11v2',
  share: 'M12 15V3M8 7l4-4 4 4M5 12v9h14v-9',
  save: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4 21c0-4 3-6 8-6s8 2 8 6',
  print: 'M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z',
};

const icon = (path: string) => html`<svg viewBox="0 0 24 24" aria-hidden="true"><path d=${path} /></svg>`;

/** Adds the styles of this part to an element, once. */
function dress({renderRoot}: RegioElement): void {
  if (!(renderRoot instanceof ShadowRoot)) return;
  // A style sheet in the file for the script tag, which knows none but constructed ones; else lit's own kind.
  const styles: unknown = extrasStyles;
  const sheet = styles instanceof CSSStyleSheet ? styles : extrasStyles.styleSheet;
  if (sheet && !renderRoot.adoptedStyleSheets.includes(sheet)) {
    renderRoot.adoptedStyleSheets = [...renderRoot.adoptedStyleSheets, sheet];
  }
}

/** Elements that show more once places are there. */
const waiting = new Set<RegioElement>();

let places: ((pc4: number) => PostcodePoint | null) | 'fetching' | 'failed' | undefined;

/** Fetches where postcodes lie, then renders anew. */
async function fetchPlaces(host: RegioElement): Promise<void> {
  places = 'fetching';
  try {
    ({postcodePoint: places} = await import('../data/points.js'));
  } catch (error) {
    // The card and the map do without; the next answer does not try again.
    places = 'failed';
    host.dispatchEvent(new RegioErrorEvent(error as Error));
  }
  for (const each of waiting) each.requestUpdate();
  waiting.clear();
}

export function placeOf(pc4: number, host: CardHost): PostcodePoint | null | undefined {
  if (typeof places === 'function') return places(pc4);
  if (places === 'failed' || !host.table) return null;
  waiting.add(host);
  if (!places) fetchPlaces(host);
  return undefined;
}

/** All that a card tells, as lines of text. */
function textOf({phone, email, contactPage, website, address}: Contact, name: string, region: string): string {
  return [name, region, phone, email, contactPage, website, address].filter(Boolean).join('\n');
}

async function copy(host: RegioElement, id: string, text: string, words: CardStrings): Promise<void> {
  const copied = await copyText(text, host.renderRoot);
  if (!host.isConnected) return;
  done.set(host, copied ? {copied: id} : {byHand: id});
  announce(host, copied ? words.copied : words.copyByHand, host.language);
  host.requestUpdate();
}

async function share(host: RegioElement, title: string, text: string, words: CardStrings): Promise<void> {
  try {
    await navigator.share({title, text});
  } catch (error) {
    // The visitor may well have thought better of it.
    if ((error as Error).name !== 'AbortError' && host.isConnected) announce(host, words.actionFailed, host.language);
  }
}

export function renderExtras(region: RegionCard, host: CardHost): TemplateResult {
  dress(host);
  const words: CardStrings = {...cardNl, ...host.translations};
  const own = host.hostData[region.id];
  const contact = host.contactOf(region);
  describeCard(host, organisationOf(contact, region.name));
  return html`${currentNotices(own?.notices ?? [], new Date()).map((notice) => html`<p class="notice">${notice.text}</p>`)}
    ${renderOwnActions(own?.actions ?? [])}
    ${renderPlace(host, words)}
    ${renderTools(region, host, contact, words)}
    ${renderSeen(region, host, contact, words)}
    ${renderReport(host, words)}`;
}

/** The host's own buttons, where they lead to what a card may link to. */
function renderOwnActions(actions: readonly HostAction[]): TemplateResult | typeof nothing {
  const safe = actions.filter(({href}) => safeLink(href));
  if (safe.length === 0) return nothing;
  return html`<div class="own">${safe.map(({label, href}) => html`<a class="button" href=${href}>${label}</a>`)}</div>`;
}

const renderRoute = (address: string, words: CardStrings): TemplateResult =>
  html`<a class="tool" rel="noreferrer" href=${routeUrl(address)} aria-label=${fill(words.routeTo, {address})}>
    ${icon(icons.route)}${words.route}
  </a>`;

/** A line that is there before it is filled, so that nothing moves. */
function renderPlace(host: CardHost, words: CardStrings): TemplateResult | typeof nothing {
  if (host.pc4 === undefined) return nothing;
  const place = placeOf(host.pc4, host);
  return html`<p class="place">${place ? fill(words.postcodeIn, {pc4: host.pc4, gemeente: place.gemeente}) : ''}</p>`;
}

function renderTools(region: RegionCard, host: CardHost, contact: Contact, words: CardStrings): TemplateResult {
  const {id} = region;
  const name = contact.name ?? host.text.noName;
  const {copied, byHand} = done.get(host) ?? {};
  const tool = (path: string, label: string, run: () => unknown, content: unknown = label) =>
    html`<button
      type="button"
      class="tool"
      aria-label=${fill(words.actionFor, {action: label, organisation: name})}
      @click=${run}
    >${icon(path)}${content}</button>`;
  const {phone, email, contactPage, website, address} = contact;
  const print = tool(icons.print, words.print, () => window.print());
  if (!(phone || email || contactPage || website || address)) return html`<div class="tools">${print}</div>`;

  const text = textOf(contact, name, fill(host.text.region, {region: region.name}));
  const isCopied = copied === id;
  // Both words take their room, so that the buttons beside it stay.
  const copyLabel = html`<span class="swap"><span class=${isCopied ? 'off' : 'on'}>${words.copy}</span><span class=${isCopied ? 'on' : 'off'}>${words.copied}</span></span>`;
  const save = () => {
    const note = fill(words.vcardNote, {region: region.name});
    const card = vcardOf({contact, name, note, country: words.country, language: host.language, now: new Date()});
    saveFile(card, 'text/vcard', vcardFileName(name));
  };
  return html`<div class="tools">
      ${tool(icons.copy, isCopied ? words.copied : words.copy, () => copy(host, id, text, words), copyLabel)}
      ${'share' in navigator ? tool(icons.share, words.share, () => share(host, name, text, words)) : nothing}
      ${tool(icons.save, words.save, save)}
      ${print}
      ${address ? renderRoute(address, words) : nothing}
    </div>
    ${
      byHand === id
        ? html`<label class="by-hand">${words.copyByHand}<textarea readonly .value=${text}></textarea></label>`
        : nothing
    }`;
}

const FACT_NAMES = {
  name: 'factName',
  formerName: 'factFormerName',
  phone: 'factPhone',
  phoneHours: 'factPhoneHours',
  email: 'factEmail',
  contactPage: 'factContactPage',
  website: 'factWebsite',
  vacancies: 'factVacancies',
  address: 'factAddress',
  about: 'factAbout',
} as const satisfies Record<ContactField, keyof CardStrings>;

/** Who said so: a link where that is a page, else as it stands. An address without encryption is only named. */
function renderSource(source: string): TemplateResult | string {
  const site = /^https?:\/\/(?:www\.)?([^/]+)/.exec(source)?.[1];
  const href = safeLink(source, ['https:']);
  return href ? html`<a href=${href}>${site}</a>` : (site ?? source);
}

function renderSeen(
  {id}: RegionCard,
  {hostData}: CardHost,
  contact: Contact,
  words: CardStrings,
): TemplateResult | typeof nothing {
  const own = hostData[id]?.organisation ?? {};
  // What the host says itself has no source here, also where it says the same.
  const ours = Object.fromEntries(Object.entries(contact).filter(([field]) => !(field in own)));
  const seen = seenFacts(facts[id] ?? {}, ours);
  if (seen.length === 0) return nothing;
  const lines = seen.map(({fields, source, date, undated}) => {
    const names = listOf(
      fields.map((field) => words[FACT_NAMES[field]]),
      words.and,
    );
    return {when: fill(words.seen, {facts: names, date: monthOf(date, words.months)}), source, undated};
  });
  // The age of what matters most shows at once; where each fact is from takes a click, and no room before it.
  return html`<details>
    <summary>${lines[0]?.when}</summary>
    <ul>
      ${lines.map(
        ({when, source, undated}) =>
          html`<li>${`${when} ${words.source} `}${renderSource(source)}${undated ? ` ${words.undated}` : ''}</li>`,
      )}
    </ul>
  </details>`;
}

function renderReport(host: CardHost, words: CardStrings): TemplateResult | typeof nothing {
  const href = safeLink(host.getAttribute('report-url'), ['https:', 'mailto:']);
  return href ? html`<p class="report"><a href=${href}>${words.report}</a></p>` : nothing;
}

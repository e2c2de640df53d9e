/// <reference path="./analyzer.d.ts" />
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import * as analyzer from '@custom-elements-manifest/analyzer';
import {litPlugin} from '@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js';
import type * as schema from 'custom-elements-manifest/schema';
import type {CSSResult} from 'lit';
import {cardStyles} from '../src/card/card-styles.js';
import {finderStyles} from '../src/finder/finder-styles.js';
import {leafletStyles} from '../src/map/leaflet-styles.js';
import {mapColorTokens, mapTokens} from '../src/map/map-tokens.js';
import {regioMapStyles} from '../src/map/regio-map-styles.js';
import {namesStyles} from '../src/names/names-styles.js';
import {suggestionStyles} from '../src/names/suggestion-styles.js';
import {baseStyles} from '../src/shared/base-styles.js';
import {type ColorToken, colorTokens, tokens} from '../src/shared/tokens.js';
import {ROOT} from './root.js';

/** An element in a manifest. The schema has separate types for the class and the element. */
export type ElementDeclaration = schema.CustomElement & schema.ClassDeclaration;

type Manifest = schema.Package;
type Element = ElementDeclaration & {members?: Member[]};
type Member = schema.ClassMember & {privacy?: string; inheritedFrom?: schema.Reference; attribute?: string};

/** Exports of the analyzer that its types omit, such as the TypeScript version whose syntax trees it reads. */
const {create, ts} = analyzer as unknown as {
  create(options: {modules: readonly unknown[]; plugins: readonly unknown[]; context: {dev: boolean}}): Manifest;
  ts: {
    createSourceFile(name: string, text: string, target: number, setParentNodes: boolean): unknown;
    ScriptTarget: {ES2022: number};
  };
};

/** A public element: the file of its class, and all styles that read its tokens, including those of its map. */
interface ElementSource {
  readonly tag: string;
  readonly className: string;
  readonly path: string;
  readonly styles: readonly CSSResult[];
}

export const ELEMENTS: readonly ElementSource[] = [
  {
    tag: 'regio-kaart',
    className: 'RegioKaart',
    path: 'src/finder/regio-kaart.ts',
    styles: [baseStyles, cardStyles, namesStyles, suggestionStyles, finderStyles, leafletStyles, regioMapStyles],
  },
  {
    tag: 'regio-contact',
    className: 'RegioContact',
    path: 'src/card/regio-contact.ts',
    styles: [baseStyles, cardStyles],
  },
];

const EVENTS = 'src/shared/events.ts';
const BASE = 'src/shared/regio-element.ts';

const COLORS: Readonly<Record<string, ColorToken>> = {...colorTokens, ...mapColorTokens};

/** The purpose of each token. Names and values come from the styles, and both lists must have the same tokens. */
const TOKEN_MEANINGS: Readonly<Record<string, string>> = {
  '--regio-color-accent': 'Buttons, links, the selected region.',
  '--regio-color-on-accent': 'Text on the accent.',
  '--regio-color-link': 'Links that are not buttons; by default like the accent.',
  '--regio-color-text': 'Text.',
  '--regio-color-quiet': 'Small print, hints, names on the map.',
  '--regio-color-surface': 'Background of the field, halo of names on the map.',
  '--regio-color-tint': 'Background of cards, and of items under the pointer.',
  '--regio-color-border': 'Borders.',
  '--regio-color-field-border': 'Border of the field; by default like other borders.',
  '--regio-color-error': 'Error message of the field.',
  '--regio-color-focus': 'Outline of the focused element.',
  '--regio-color-land': 'A region on the map.',
  '--regio-color-land-hover': 'A region under the pointer.',
  '--regio-color-land-border': 'Borders between regions.',
  '--regio-radius': 'Radius of corners, including those of buttons.',
  '--regio-font-family': 'Typeface.',
  '--regio-scroll-margin': 'Space kept free above a heading that gets the focus, for a sticky header for example.',
  '--regio-map-height': 'Height of the map.',
};

/**
 * Makes the custom elements manifest from the sources: classes and JSDoc through the analyzer, tokens from the styles. It
 * contains only what hosts may use, and lists shared features with each element.
 *
 * @throws if a token has no purpose here, or a class is not in the expected file.
 */
export async function createManifest(): Promise<Manifest> {
  const paths = [EVENTS, BASE, ...ELEMENTS.map(({path}) => path)];
  const raw: Manifest = create({
    modules: paths.map((path) =>
      ts.createSourceFile(path, readFileSync(join(ROOT, path), 'utf8'), ts.ScriptTarget.ES2022, true),
    ),
    plugins: litPlugin(),
    context: {dev: false},
  });
  const declarationOf = (path: string, name: string) => {
    const found = raw.modules
      .find((module) => module.path === path)
      ?.declarations?.find((declaration) => declaration.name === name);
    if (!found) throw new Error(`manifest: got no class ${name} in ${path}`);
    return found;
  };
  const events = raw.modules.find(({path}) => path === EVENTS)?.declarations ?? [];
  return {
    schemaVersion: '1.0.0',
    readme: 'README.md',
    modules: [
      ...ELEMENTS.map((source): schema.Module => {
        const {path, className} = source;
        const declaration = publicPart(declarationOf(path, className) as Element, source);
        return {...moduleOf(path, [className]), declarations: [declaration]};
      }),
      {
        ...moduleOf(
          EVENTS,
          events.map(({name}) => name),
        ),
        declarations: events.map((event) => eventClass(event as schema.ClassDeclaration)),
      },
      {
        kind: 'javascript-module',
        path: builtPath('src/define.ts'),
        declarations: [],
        exports: ELEMENTS.map(({tag, className, path}) => ({
          kind: 'custom-element-definition',
          name: tag,
          declaration: {name: className, module: builtPath(path)},
        })),
      },
    ],
  };
}

const builtPath = (path: string) => path.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js');

const moduleOf = (path: string, names: readonly string[]): schema.Module => ({
  kind: 'javascript-module',
  path: builtPath(path),
  exports: names.map((name) => ({kind: 'js', name, declaration: {name, module: builtPath(path)}})),
});

/** An element as hosts see it: with inherited members, and without internal ones. */
function publicPart(element: Element, {tag, className, styles}: ElementSource): Element {
  const own = ({inheritedFrom: _, ...rest}: Member): schema.ClassMember => rest as schema.ClassMember;
  const byName = (a: {name: string}, b: {name: string}) => a.name.localeCompare(b.name);
  // The analyzer marks everything in `static properties` as public. Of the methods, only those of the class itself count.
  const members = (element.members ?? []).filter(({kind, privacy, inheritedFrom, static: isStatic}) =>
    kind === 'field' ? privacy === 'public' || isStatic : !privacy && !inheritedFrom,
  );
  const unique = <T extends {name?: string}>(list: readonly T[] | undefined) => {
    const named = new Map<string, T>();
    for (const {inheritedFrom: _, ...each} of (list ?? []) as (T & {inheritedFrom?: unknown})[]) {
      const {name} = each;
      if (name === undefined) continue;
      const before = named.get(name) as {description?: string} | undefined;
      if (!before?.description) named.set(name, {...before, ...each} as unknown as T);
    }
    return [...named.values()];
  };
  return {
    kind: 'class',
    customElement: true,
    tagName: tag,
    name: className,
    description: element.description ?? '',
    superclass: {name: 'LitElement', package: 'lit'},
    attributes: unique(element.attributes),
    members: members.map(own),
    // The analyzer also guesses an event from each `dispatchEvent`; only what is documented has the prefix.
    events: unique(element.events).filter(({name}) => name.startsWith('regio-')),
    slots: unique(element.slots),
    cssParts: unique(element.cssParts),
    cssProperties: tokensOf(styles).sort(byName),
  };
}

function eventClass(event: schema.ClassDeclaration): schema.ClassDeclaration {
  return {
    ...event,
    superclass: {name: 'Event', package: 'global:'},
    // A default that the analyzer takes from the constructor is meaningless.
    members: (event.members ?? []).map((member) => {
      const {default: _, ...rest} = member as schema.ClassField;
      return rest as schema.ClassMember;
    }),
  };
}

/** The tokens that some styles read, with their fallbacks. */
function tokensOf(styles: readonly CSSResult[]): schema.CssCustomProperty[] {
  const read = styles.map(({cssText}) => cssText).join('\n');
  return definedTokens()
    .filter(({inner, name}) => new RegExp(`var\\(${inner}[,)]`).test(read) || read.includes(`var(${name}`))
    .map(({name, fallback}) => {
      const meaning = TOKEN_MEANINGS[name];
      if (!meaning) throw new Error(`manifest: token ${name} has no meaning, expected one in TOKEN_MEANINGS`);
      const color = COLORS[name.replace('--regio-color-', '')];
      const described = (nlds: readonly string[]) =>
        nlds.length > 0
          ? `${meaning} Follows ${nlds.map((each) => `\`--${each}\``).join(' or ')} where the host has it.`
          : meaning;
      if (!color) {
        const nlds = [...fallback.matchAll(/var\(--((?:utrecht|nl)-[\w-]+),/g)].map(([, each = '']) => each);
        const own = fallback.replace(/var\(--(?:utrecht|nl)-[\w-]+,/g, '');
        return {name, description: described(nlds), default: nlds.length > 0 ? own.slice(0, -nlds.length) : own};
      }
      const {light, dark, nlds = []} = color;
      return {
        name,
        description: described(nlds),
        syntax: '<color>',
        default: `light-dark(${light}, ${dark})`,
      };
    });
}

/** Every token in the styles: the host's name, the inner name, and the default value. */
export function definedTokens(): {name: string; inner: string; fallback: string}[] {
  const found = [
    ...(tokens.cssText + mapTokens.cssText).matchAll(
      /(--_[\w-]+):var\((--regio-[\w-]+),((?:[^;}()]|\((?:[^()]|\([^()]*\))*\))*)\)/g,
    ),
  ];
  const defined = found.map(([, inner = '', name = '', fallback = '']) => ({name, inner, fallback}));
  const unknown = Object.keys(TOKEN_MEANINGS).filter((name) => !defined.some((token) => token.name === name));
  if (unknown.length > 0) throw new Error(`manifest: no styles define ${unknown.join(', ')}`);
  // Several inner tokens can read one host token in different ways; the first is the one to document.
  return defined.filter(({name}, index) => defined.findIndex((token) => token.name === name) === index);
}

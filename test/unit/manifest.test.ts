import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {createManifest, definedTokens, ELEMENTS, type ElementDeclaration} from '../../.build/manifest.js';
import {RegioContact} from '../../src/card/regio-contact.js';
import {RegioKaart} from '../../src/finder/regio-kaart.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const CLASSES = {'regio-kaart': RegioKaart, 'regio-contact': RegioContact} as const;

const manifest = await createManifest();
const elements = manifest.modules
  .flatMap(({declarations = []}) => declarations)
  .filter((declaration): declaration is ElementDeclaration => 'tagName' in declaration);
const kaart = elementOf('regio-kaart');

function elementOf(tag: string): ElementDeclaration {
  const found = elements.find(({tagName}) => tagName === tag);
  if (!found) throw new Error(`manifest: got no <${tag}>`);
  return found;
}

/** The text of every source below these folders, without comments. */
function codeBelow(...folders: readonly string[]): string {
  return folders
    .flatMap((folder) =>
      readdirSync(ROOT + folder, {recursive: true, encoding: 'utf8'}).map((name) => `${ROOT}${folder}/${name}`),
    )
    .filter((path) => path.endsWith('.ts'))
    .map((path) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, ''))
    .join('\n');
}

const rendered = codeBelow('src/shared', 'src/finder', 'src/card', 'src/names', 'src/host-data', 'src/map');
const all = codeBelow('src');
const names = (list: readonly {name: string}[] | undefined) => (list ?? []).map(({name}) => name).sort();
const found = (text: string, pattern: RegExp) =>
  [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))].sort();

describe('createManifest', () => {
  it('has every public element', () => {
    expect(names(elements)).toEqual(ELEMENTS.map(({className}) => className).sort());
  });

  it('describes every item', () => {
    const silent = elements.flatMap((element) =>
      [
        element,
        ...(element.attributes ?? []),
        ...(element.members ?? []).filter((member) => !('static' in member && member.static)),
        ...(element.events ?? []),
        ...(element.slots ?? []),
        ...(element.cssParts ?? []),
        ...(element.cssProperties ?? []),
      ].flatMap(({name, description}) => (description ? [] : [`${element.tagName}: ${name}`])),
    );
    expect(silent).toEqual([]);
  });

  it.each(['regio-kaart', 'regio-contact'] as const)('has the attributes that <%s> observes, or reads', (tag) => {
    // `lang` is read when it is needed, from the element or its ancestors.
    const read = found(all, /\bhost\.(?:get|has)Attribute\('([\w-]+)'\)/g);
    expect(read).toContain('report-url');
    const known = [...CLASSES[tag].observedAttributes, ...read, 'lang'];
    expect(names(elementOf(tag).attributes)).toEqual([...new Set(known)].sort());
  });

  it.each(['regio-kaart', 'regio-contact'] as const)('has the properties of <%s>', (tag) => {
    const properties = [...CLASSES[tag].elementProperties].flatMap(([name, {state}]) => (state ? [] : [String(name)]));
    const fields = (elementOf(tag).members ?? []).filter((member) => member.kind === 'field' && !member.static);
    expect(names(fields)).toEqual(properties.sort());
  });

  it('has the methods of the contract', () => {
    const methods = (kaart.members ?? []).filter(({kind}) => kind === 'method');
    expect(names(methods)).toEqual(['lookup', 'reset', 'select']);
  });

  it('has every event that the sources define', () => {
    const events = found(readFileSync(`${ROOT}src/shared/events.ts`, 'utf8'), /super\(\s*'(regio-[\w-]+)'/g);
    expect(events.length).toBeGreaterThan(0);
    expect(names(kaart.events)).toEqual(events);
  });

  it('has every slot that the templates have', () => {
    // Literal or computed, as in `region-${id}`.
    const slots = found(rendered, /<slot(?: name=(?:\$\{`|")?([^"`>]+))?/g).map((name) =>
      name.replace(/\$\{[^}]+\}/, '<id>'),
    );
    expect(names(kaart.slots)).toEqual([...new Set([...slots, ''])].sort());
  });

  it('has every part that a template names', () => {
    const parts = found(rendered, /\bpart="([\w-]+)"/g);
    const documented = names(kaart.cssParts);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter((part) => !documented.includes(part))).toEqual([]);
  });

  it('has no part without a template', () => {
    const quoted = (name: string) => rendered.includes(`part="${name}"`) || rendered.includes(`'${name}'`);
    expect(names(kaart.cssParts).filter((name) => !quoted(name))).toEqual([]);
  });

  it('has every token in the styles, and no other', () => {
    expect(names(kaart.cssProperties)).toEqual(names(definedTokens()));
  });

  it('includes every token that is read outside the table of tokens', () => {
    const read = found(all, /var\(\s*(--regio-[\w-]+)[,)]/g);
    expect(read.filter((name) => !names(kaart.cssProperties).includes(name))).toEqual([]);
  });

  it('gives the classic script the attributes to copy', () => {
    const [, list = ''] = /OPTIONS = \[([^\]]+)\]/.exec(readFileSync(`${ROOT}src/cdn/classic.ts`, 'utf8')) ?? [];
    expect(found(list, /'([^']+)'/g)).toEqual(names(kaart.attributes));
  });
});

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join, posix} from 'node:path';
import {fileURLToPath} from 'node:url';
import {runInNewContext} from 'node:vm';
import {describe, expect, it} from 'vitest';
import {createManifest, type ElementDeclaration} from '../../.build/manifest.js';
import {checkHostData, type Refusal} from '../../src/core/host-data-rules.js';
import {regions} from '../../src/data/index.js';
import {colorTokens} from '../../src/shared/tokens.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const PAGES = ['', 'servers/']
  .flatMap((folder) => readdirSync(join(ROOT, 'demo', folder)).map((file) => folder + file))
  .filter((file) => file.endsWith('.html'))
  .map((file) => ({file, page: read(`demo/${file}`)}));

/** Files that a build makes. The tests of the package check whether they exist. */
const BUILT = /^(demo\/provinces\/)?dist\//;
/** `data-base` is for the plain script. */
const GLOBAL_ATTRIBUTES = new Set(['id', 'class', 'slot', 'dir', 'hidden', 'data-base']);

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'"};
const decode = (markup: string) => markup.replace(/&(#?\w+);/g, (whole, name: string) => ENTITIES[name] ?? whole);
/** Removes examples, which are not requested. */
const withoutExamples = (page: string) => page.replace(/<pre\b.*?<\/pre>/gs, '').replace(/<!--.*?-->/gs, '');

const elements = (await createManifest()).modules
  .flatMap(({declarations = []}) => declarations)
  .filter((each): each is ElementDeclaration & {tagName: string} => 'tagName' in each && each.tagName !== undefined);
const attributesOf = new Map(
  elements.map(({tagName, attributes = []}) => [tagName, new Set(attributes.map(({name}) => name))]),
);

/** Names of the attributes in a start tag. */
const namesIn = (attributes: string) => [...attributes.matchAll(/([\w-]+)(?:="[^"]*")?/g)].map(([, name = '']) => name);

describe('a page of the demo', () => {
  for (const {file, page} of PAGES) {
    const parts = withoutExamples(page);

    it(`${file} links to, and loads, only existing files`, () => {
      for (const [, name = '', address = ''] of parts.matchAll(/\b(href|src|data-src)="([^"]*)"/g)) {
        if (/^(https:|mailto:|tel:)/.test(address)) continue;
        const [path = '', fragment = ''] = address.split('#');
        const target = path.split('?')[0]
          ? posix.join('demo', posix.dirname(file), path.split('?')[0] ?? '')
          : `demo/${file}`;
        if (BUILT.test(target)) continue;
        expect(existsSync(join(ROOT, target)), `${name}="${address}"`).toBe(true);
        if (fragment) expect(read(target), `#${fragment} in ${target}`).toContain(` id="${fragment}"`);
      }
    });

    it(`${file} makes no request to other origins`, () => {
      const loading = /<(?!a\b)[\w-]+\b[^>]*\s(?:src|srcset|href|data-src|action|poster)="((?:https?:)?\/\/[^"]*)"/g;
      expect([...parts.matchAll(loading)].map(([, address]) => address)).toEqual([]);
      expect(parts).not.toMatch(/url\(\s*['"]?(https?:)?\/\//);
      expect(parts).not.toMatch(/@import/);
    });

    // Templates of a framework are looked at by its own type checker.
    if (file.startsWith('servers/')) continue;

    it(`${file} uses only existing attributes of our elements, also in examples`, () => {
      for (const [, tag = '', attributes = ''] of decode(page).matchAll(/<(regio-kaart|regio-contact)\b([^>]*)>/g)) {
        for (const name of namesIn(attributes)) {
          const known = attributesOf.get(tag)?.has(name) || GLOBAL_ATTRIBUTES.has(name);
          // A list of allowed tags has attributes without values; the same rule applies.
          expect(known, `${name} in <${tag}${attributes}>`).toBe(true);
        }
      }
      for (const [, attributes = ''] of decode(page).matchAll(/<div (data-regiokaart\b[^>]*)>/g)) {
        for (const name of namesIn(attributes).filter((each) => each !== 'data-regiokaart')) {
          const known =
            name === 'data-src' ||
            name === 'data-base' ||
            attributesOf.get('regio-kaart')?.has(name.replace(/^data-/, ''));
          expect(known, `${name} in <div ${attributes}>`).toBe(true);
        }
      }
    });
  }

  it('is read with the attributes of the manifest', () => {
    expect(attributesOf.get('regio-kaart')).toContain('postcode');
    expect(attributesOf.get('regio-contact')).toContain('region');
  });
});

describe('the snippet builder', () => {
  const page = read('demo/samenstellen.html');
  const script = read('demo/samenstellen.js');

  it('offers the existing regions, like the block for WordPress', () => {
    const known = regions.map(({id, name}) => [id, name]);
    const [, list = ''] = /<select id="region"[^>]*>(.*?)<\/select>/s.exec(page) ?? [];
    expect([...list.matchAll(/value="([^"]+)">([^<]+)</g)].map(([, id, name]) => [id, decode(name ?? '')])).toEqual(
      known,
    );
    const editor = read('demo/wordpress/regiokaart/editor.js');
    const [, options = ''] = /const REGIONS = options\(\[(.*?)\]\);/s.exec(editor) ?? [];
    expect([...options.matchAll(/\['([^']+)', '([^']+)'\]/g)].map(([, id, name]) => [id, name])).toEqual(known);
  });

  it('computes contrast with the colours of the widget', () => {
    const full = (hex: string) => (hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex);
    for (const scheme of ['light', 'dark'] as const) {
      const colours = [colorTokens.surface[scheme], colorTokens.tint[scheme]].map((hex) => `'${full(hex)}'`);
      expect(script).toContain(`${scheme}: [${colours.join(', ')}]`);
    }
  });

  it('starts with the accents and the radius of the widget', () => {
    expect(page).toContain(`id="accent" value="${colorTokens.accent.light}"`);
    expect(page).toContain(`id="accent-dark" value="${colorTokens.accent.dark}"`);
    expect(read('src/shared/tokens.ts')).toContain("RADIUS = '8px'");
    expect(script).toContain("const DEFAULT_RADIUS = '8'");
  });
});

describe('the guide for partners', () => {
  const guide = decode(read('demo/handleiding.html'));
  const readme = read('README.md');

  it('names each region by its id', () => {
    for (const {id, name} of regions) expect(guide).toContain(`<tr><td><code>${id}</code></td><td>${name}</td></tr>`);
  });

  it('has the paragraphs for a privacy statement of the README, word for word', () => {
    const words = (text: string) => text.replace(/[>*\s]|<\/?\w+/g, '');
    const quotes = [...readme.matchAll(/^> .*(?:\n> .*)*/gm)].map(([quote]) => words(quote));
    expect(quotes.length).toBe(2);
    for (const quote of quotes) expect(words(guide)).toContain(quote);
  });

  it('shows valid host data, like the README', () => {
    for (const text of [guide, readme]) {
      const [json = ''] = /\{\n {2}"\$schema".*?\n\}/s.exec(text) ?? [];
      const refusals: Refusal[] = [];
      checkHostData(
        JSON.parse(json),
        regions.map(({id}) => id),
        refusals,
      );
      expect(refusals).toEqual([]);
    }
  });

  it('has working code for counting, without a postcode', () => {
    const [, section = ''] = /<section id="meten".*?>(.*?)<\/section>/s.exec(guide) ?? [];
    const scripts = [...section.matchAll(/<script type="module">(.*?)<\/script>/gs)].map(([, code = '']) => code);
    expect(scripts.length).toBe(3);
    for (const code of scripts) {
      const listeners = new Map<string, (event: object) => void>();
      const told: unknown[] = [];
      const log = (...values: unknown[]) => told.push(values);
      const window = {_paq: {push: log}, dataLayer: {push: log}};
      const document = {
        addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      };
      runInNewContext(code, {window, document, console: {log}});
      for (const name of ['regio-select', 'regio-action']) expect([...listeners.keys()]).toContain(name);
      const event = {regionId: 'zeeland', source: 'place', action: 'call', status: 'unknown', regionIds: ['a', 'b']};
      for (const listener of listeners.values()) listener(event);
      expect(told.length).toBe(listeners.size);
      for (const word of ['zeeland', 'place', 'call']) expect(JSON.stringify(told)).toContain(word);
      expect(code).not.toMatch(/postcode|value|detail/);
    }
  });

  it('shows the script around an iframe as it is', () => {
    expect(guide).toContain(read('demo/insluiten.js').split('\n\n').slice(1).join('\n\n').trim());
  });
});

describe('the page for an iframe', () => {
  it('reads only existing attributes from its address', () => {
    const [, list = ''] = /const SETTINGS = \[([^\]]*)\]/.exec(read('demo/iframe.js')) ?? [];
    const names = [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) expect(attributesOf.get('regio-kaart')).toContain(name);
  });

  it('is trusted only from its own frame and origin, and within limits', () => {
    type Message = {source: unknown; origin: string; data: unknown};
    let listener: (message: Message) => void = () => {};
    const asked: unknown[] = [];
    const contentWindow = {postMessage: (data: unknown) => asked.push(data)};
    let sandbox: string | null = null;
    const frame = {
      contentWindow,
      src: 'https://static.example.nl/iframe.html',
      style: {height: ''},
      getAttribute: () => sandbox,
    };
    runInNewContext(read('demo/insluiten.js'), {
      URL,
      document: {querySelectorAll: () => [frame]},
      addEventListener: (_type: string, each: typeof listener) => {
        listener = each;
      },
    });
    expect(asked).toEqual([{type: 'regiokaart-height'}]);
    const right = {
      source: contentWindow,
      origin: 'https://static.example.nl',
      data: {type: 'regiokaart-height', height: 900},
    };
    listener({...right, source: {}});
    listener({...right, origin: 'https://other.example.nl'});
    for (const data of [
      null,
      'x',
      {height: 900},
      {...right.data, height: '900'},
      {...right.data, height: Number.NaN},
    ]) {
      listener({...right, data});
    }
    expect(frame.style.height).toBe('');
    listener(right);
    expect(frame.style.height).toBe('900px');
    listener({...right, data: {...right.data, height: 1e9}});
    expect(frame.style.height).toBe('6000px');
    // A frame with an opaque origin has no name for it.
    listener({...right, origin: 'null'});
    expect(frame.style.height).toBe('6000px');
    sandbox = 'allow-scripts';
    listener({...right, origin: 'null'});
    expect(frame.style.height).toBe('900px');
    sandbox = 'allow-scripts allow-same-origin';
    listener({...right, origin: 'null', data: {...right.data, height: 700}});
    expect(frame.style.height).toBe('900px');
  });
});

describe('the plug-in for WordPress', () => {
  const folder = 'demo/wordpress/regiokaart';
  const php = read(`${folder}/regiokaart.php`);
  const block = JSON.parse(read(`${folder}/block.json`)) as {version: string; attributes: Record<string, unknown>};

  it('outputs only existing attributes of the element', () => {
    const names = [...php.matchAll(/\$(?:shown|present) +?= array\((.*?)\n\t\);/gs)]
      .flatMap(([, list = '']) => [...list.matchAll(/^\t\t'([\w-]+)'/gm)])
      .map(([, name = '']) => name);
    expect(names.sort()).toEqual([...(attributesOf.get('regio-kaart') ?? [])].sort());
  });

  it('has the version of the package everywhere', () => {
    const {version} = JSON.parse(read('package.json')) as {version: string};
    expect(block.version).toBe(version);
    expect(php).toContain(`REGIOKAART_VERSION = '${version}'`);
    expect(php).toMatch(new RegExp(`Version: +${version.replaceAll('.', '\\.')}\\n`));
    expect(read(`${folder}/readme.txt`)).toContain(`Stable tag: ${version}`);
  });

  it('reads in PHP each attribute of the block, and no other', () => {
    const [, list = ''] = /\$given = array_merge\(\s*array\((.*?)\n\t\t\),/s.exec(php) ?? [];
    const names = [...list.matchAll(/'(\w+)' +=>/g)].map(([, name]) => name);
    expect(names).toEqual(Object.keys(block.attributes));
  });
});

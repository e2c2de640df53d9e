import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');

const ENTITIES: Readonly<Record<string, string>> = {lt: '<', gt: '>', amp: '&', quot: '"', '#x27': "'"};
const decode = (markup: string) => markup.replace(/&(#?\w+);/g, (_, name: string) => ENTITIES[name] ?? '?');

/** Names of tests and of groups of tests as they stand in a file; what is filled in at run time matches anything. */
function namesIn(source: string): RegExp[] {
  const names: RegExp[] = [];
  for (const [, quote = '', text = ''] of source.matchAll(
    /\b(?:it|describe|itIf\([^\n]*?\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/g,
  )) {
    const plain = text.replace(/\\(.)/g, '$1');
    const parts = quote === '`' ? plain.split(/\$\{[^}]*\}/) : [plain];
    names.push(new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`));
  }
  // Tests that are made from a table have their names there.
  for (const [, text = ''] of source.matchAll(/^\s*\['((?:\\.|[^'\\])*)', /gm)) {
    names.push(new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`));
  }
  return names;
}

describe('the accessibility document', () => {
  const page = read('demo/accessibility.html');
  const criteria = page
    .split('<ol class="criteria"')
    .slice(1)
    .join('')
    .split(/<li>(?!<code)/)
    .slice(1);
  const tests = [...page.matchAll(/<code data-file="([^"]+)">([^<]+)<\/code>/g)].map(([, file = '', name = '']) => ({
    file,
    name: decode(name),
  }));

  it('has at least thirty criteria, each held by a test', () => {
    const held = criteria.filter((criterion) => /<code data-file=/.test(criterion));
    expect(held.length).toBeGreaterThanOrEqual(30);
  });

  for (const {file, name} of tests) {
    it(`names a test that there is: ${name}`, () => {
      expect(existsSync(`${ROOT}${file}`), file).toBe(true);
      expect(
        namesIn(read(file)).some((pattern) => pattern.test(name)),
        `${file}: ${name}`,
      ).toBe(true);
    });
  }

  it('says what has not been tried with people and screen readers', () => {
    expect(page).toMatch(/Wat niet geprobeerd is/);
    for (const reader of ['NVDA', 'JAWS', 'VoiceOver', 'TalkBack']) expect(page).toContain(reader);
  });
});

describe('the demo', () => {
  const pages = readdirSync(`${ROOT}demo`).filter((file) => file.endsWith('.html'));

  for (const file of pages) {
    it(`${file} has a language, a title, a main part and one heading of the first level`, () => {
      const page = read(`demo/${file}`);
      expect(page).toMatch(/^<!doctype html>\s*<html lang="(nl|en)"/i);
      expect(page).toMatch(/<title>[^<]+<\/title>/);
      expect(page.match(/<main\b/g)).toHaveLength(1);
      expect(page.match(/<h1\b/g)).toHaveLength(1);
    });

    it(`${file} asks nothing of other origins, and shows a link where there is no JavaScript`, () => {
      // What stands as an example is not asked for.
      const page = read(`demo/${file}`).replace(/<pre\b.*?<\/pre>/gs, '');
      expect(page).not.toMatch(/<(script|link|img|iframe)\b[^>]*(src|href)="(https?:)?\/\//);
      // This one is made by a script as a whole.
      if (file === 'data.html') return;
      for (const [, inside = ''] of page.matchAll(/<regio-kaart\b[^>]*>(.*?)<\/regio-kaart>/gs)) {
        expect(inside).toMatch(/<a href=/);
      }
    });
  }

  it('leads from its first page to all others', () => {
    const links = [...read('demo/index.html').matchAll(/href="([\w-]+\.html)"/g)].map(([, file]) => file);
    for (const file of pages.filter((each) => each !== 'index.html')) expect(links).toContain(file);
  });
});

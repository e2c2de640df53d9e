import {readdirSync, readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {withCode} from '../../.build/server-pages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(`${ROOT}${path}`, 'utf8');

describe('the demo', () => {
  const pagesIn = (folder: string) => readdirSync(`${ROOT}demo${folder}`).filter((file) => file.endsWith('.html'));
  const servers = pagesIn('/servers').map((file) => `servers/${file}`);
  const pages = [...pagesIn(''), ...servers];

  for (const file of pages) {
    it(`${file} has a language, a title, a main part and one heading of the first level`, () => {
      const page = read(`demo/${file}`);
      expect(page).toMatch(/^<!doctype html>\s*<html lang="(nl|en)"/i);
      expect(page).toMatch(/<title>[^<]+<\/title>/);
      expect(page.match(/<main\b/g)).toHaveLength(1);
      expect(page.match(/<h1\b/g)).toHaveLength(1);
    });

    it(`${file} makes no request to other origins, and shows a link without JavaScript`, () => {
      // Examples are not requested.
      const page = read(`demo/${file}`).replace(/<pre\b.*?<\/pre>/gs, '');
      expect(page).not.toMatch(/<(script|link|img|iframe)\b[^>]*(src|href)="(https?:)?\/\//);
      // These pages have no content without a script.
      if (file === 'data.html' || file === 'organisaties-bewerken.html') return;
      for (const [, inside = ''] of page.matchAll(/<regio-kaart\b[^>]*>(.*?)<\/regio-kaart>/gs)) {
        // Prerendered markup is complete without a script.
        if (!inside.includes('shadowrootmode')) expect(inside).toMatch(/<a href=/);
      }
    });
  }

  it('leads from its first page to all others', () => {
    const links = [...read('demo/index.html').matchAll(/href="([\w-]+\.html)"/g)].map(([, file]) => file);
    for (const file of pagesIn('').filter((each) => each !== 'index.html')) expect(links).toContain(file);
  });

  it('leads from the guide to the page of each framework', () => {
    const links = [...read('demo/handleiding.html').matchAll(/href="(servers\/\w+\.html)"/g)].map(([, file]) => file);
    expect(links.sort()).toEqual(servers);
  });

  it.each(servers)('%s shows the code of the project that is tested', (file) => {
    const page = read(`demo/${file}`);
    expect(page).toContain('data-file="');
    expect(withCode(page)).toBe(page);
  });
});

import {assert, deepEqual, equal, openLine, openPage} from '../../helpers/index.js';
import {journey, kaartOf} from './host.js';

/** The same server under another name: another origin to a browser. */
const elsewhere = (path: string) =>
  new URL(path, location.href.replace(location.hostname, location.hostname === 'localhost' ? '127.0.0.1' : 'localhost'))
    .href;

describe('the files on another origin than the page', () => {
  for (const [what, file, markup] of [
    ['the module', 'regiokaart.js', (src: string) => `<script type="module" src="${src}"></script>`],
    ['the classic script', 'regiokaart.classic.js', (src: string) => `<script src="${src}"></script>`],
  ] as const) {
    it(`serve the whole journey, map included: ${what}`, async () => {
      // The header of content delivery networks, and of our `_headers`.
      const line = await openLine({path: '.', headers: {'access-control-allow-origin': '*'}});
      const src = elsewhere(line.url(`/dist/cdn/${file}`));
      const {document, window} = await openPage({
        body: `${markup(src)}<regio-kaart></regio-kaart>`,
        width: 760,
        height: 1500,
      });
      await journey(await kaartOf(document));
      const files = window.performance
        .getEntriesByType('resource')
        .map(({name}) => new URL(name))
        .filter(({pathname}) => pathname.includes('/dist/cdn/'));
      assert(
        files.some(({pathname}) => /\/map-\w+\.js$/.test(pathname)),
        'the map',
      );
      deepEqual([...new Set(files.map(({origin}) => origin))], [new URL(src).origin]);
      equal((await line.requests()).filter(({cookie}) => cookie).length, 0, 'cookies');
    });
  }
});

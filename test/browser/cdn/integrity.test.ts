import {allowConsole, engine, equal, find, findAll, itIf, openPage, present, waitFor} from '../../helpers/index.js';

const PLACE = /https:\/\/static\.example\.nl\/regiokaart\/[^/]+\//g;

/** The hash of a file as it is served here, because the test server adds source maps to scripts. */
async function hashOf(url: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-384', await (await fetch(url)).arrayBuffer());
  return `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

/** The snippet for partners with the address of these files, and with the hashes from `hashFor`. */
async function snippet(hashFor: (url: string) => Promise<string>): Promise<string> {
  const html = (await (await fetch('/dist/cdn/snippet.html')).text()).replace(PLACE, `${location.origin}/dist/cdn/`);
  const [, map = ''] = /<script type="importmap">(.*?)<\/script>/s.exec(html) ?? [];
  const {integrity} = JSON.parse(map) as {integrity: Record<string, string>};
  let result = html;
  for (const [url, hash] of Object.entries(integrity)) {
    result = result.replaceAll(`"${url}": "${hash}"`, `"${url}": "${await hashFor(url)}"`);
  }
  const entry = `${location.origin}/dist/cdn/regiokaart.js`;
  return result.replace(/ integrity="[^"]+"/, ` integrity="${await hashOf(entry)}"`);
}

describe('snippet.html', () => {
  it('runs the whole journey with every hash checked', async () => {
    const {document} = await openPage({body: await snippet(hashOf), height: 1400});
    const kaart = present(document.querySelector('regio-kaart'), 'the element');
    await waitFor(() => findAll(kaart, '[role="option"]').length === 14, 'the regions on the map');
    kaart.setAttribute('postcode', '1316');
    await waitFor(() => find(kaart, '[part="card"]'), 'the card');
    equal(kaart.getAttribute('region'), 'flevoland');
  });

  // The other engines ignore hashes in import maps, and load chunks unchecked.
  itIf(engine === 'chromium')('runs no altered chunk, under any of its addresses', async () => {
    allowConsole(/integrity|digest|Failed to|Importing|error loading|blocked|module/i);
    const body = await snippet(async (url) =>
      url.includes('/map-') ? `sha384-${'A'.repeat(64)}` : hashOf(url.replace(/\?.*/, '')),
    );
    const {document} = await openPage({body, height: 1400});
    const kaart = present(document.querySelector('regio-kaart'), 'the element');
    let failures = 0;
    kaart.addEventListener('regio-error', () => failures++);
    for (let tries = 1; tries <= 5; tries++) {
      (await waitFor(() => find(kaart, '.map button'), 'the button to try again')).click();
      await waitFor(() => failures >= tries, `failure ${tries}`);
    }
    equal(find(kaart, 'regio-map'), null, 'the map');
    kaart.setAttribute('postcode', '1316');
    await waitFor(() => find(kaart, '[part="card"]'), 'the card');
  });
});

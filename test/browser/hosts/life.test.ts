import {assert, backAndForth, engine, equal, itIf, memory, present, waitFor} from '../../helpers/index.js';
import {journey, kaartOf, mapRegions, openHost, PAGES, standsStill, submit} from './host.js';

describe('the life of a page', () => {
  // The drivers of the other two engines do not always return from a second tab.
  itIf(engine === 'chromium')('continues in the same state after back and forward', async () => {
    const address = (name: string) => `${location.origin}${PAGES}/${name}.html`;
    const {persisted, kept, next} = present(await backAndForth(address('plain'), address('globals')), 'the answer');
    // A page that the browser did not keep starts again; both have to work.
    equal(kept, persisted ? 'flevoland' : null, `region, page kept: ${persisted}`);
    equal(next, 'zeeland', 'the next answer');
  });

  it('works again after back and forward in a frame', async () => {
    const {frame, line, window} = await openHost('plain');
    await journey(await kaartOf(present(frame.contentDocument, 'the page')));
    const arrives = (go: () => void) =>
      new Promise((resolve) => {
        frame.addEventListener('load', resolve, {once: true});
        go();
      });
    await arrives(() => window.location.assign(line.url(`${PAGES}/globals.html`)));
    await journey(await kaartOf(present(frame.contentDocument, 'the other page')));
    await arrives(() => frame.contentWindow?.history.back());
    assert(frame.contentWindow?.location.pathname.endsWith('/plain.html'), 'back');
    await journey(await kaartOf(present(frame.contentDocument, 'the page')));
    await arrives(() => frame.contentWindow?.history.forward());
    assert(frame.contentWindow?.location.pathname.endsWith('/globals.html'), 'forward');
    await journey(await kaartOf(present(frame.contentDocument, 'the other page')));
  });

  it('is allowed into the back/forward cache in spite of a finder', async () => {
    const {document, window} = await openHost('counted');
    const kaart = await kaartOf(document);
    await submit(kaart, '1316');
    const {counted} = window as unknown as {counted(): Record<string, number>};
    const blocking = Object.keys(counted()).filter((name) => /unload|pagehide|message/.test(name));
    equal(blocking.join(), '', 'listeners that keep a page out of it');
  });

  itIf(engine === 'chromium')(
    'uses no more memory after a finder was moved, removed and put back many times',
    async () => {
      const {document} = await openHost('plain');
      const kaart = await kaartOf(document);
      const settled = async () => {
        await waitFor(() => mapRegions(kaart).length === 14, 'the map');
        await standsStill(present(mapRegions(kaart)[0], 'a region'));
      };
      const moves = async () => {
        for (let i = 1; i <= 500; i++) {
          kaart.remove();
          document.body.append(kaart);
          if (i % 50 === 0) await settled();
        }
      };
      await moves();
      const before = present(await memory(), 'memory');
      await moves();
      const after = present(await memory(), 'memory');
      // One map has hundreds of nodes, so ten maps that were left behind would be thousands.
      assert(after.listeners - before.listeners < 20, `listeners: ${before.listeners}, then ${after.listeners}`);
      assert(after.nodes - before.nodes < 300, `nodes: ${before.nodes}, then ${after.nodes}`);
      assert(after.bytes - before.bytes < 500_000, `bytes: ${before.bytes}, then ${after.bytes}`);
    },
  );
});

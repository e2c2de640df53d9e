import {allowConsole, assert, deepEqual, equal, find, findAll, present, waitFor} from '../../helpers/index.js';
import {answerOf, asksNoOneElse, builtFile, chunkNames, journey, kaartOf, openHost} from './host.js';

/** Names that lit puts on the window, for its versions and decorators. */
const OF_LIT = /^window\.(lit(Html|Element)Versions|reactiveElementVersions|litPropertyMetadata)$|^Symbol\.metadata$/;

/** A policy violation, a warning or an error on any of these pages fails the test that opened it. */
describe('a host page', () => {
  for (const name of ['plain', 'strict-policy', 'trusted-types', 'script-after', 'script-between', 'twice']) {
    it(`completes the journey: ${name}`, async () => {
      const page = await openHost(name);
      await journey(await kaartOf(page.document));
      asksNoOneElse(page);
    });
  }

  it('has the policy that it names', async () => {
    const {window, document} = await openHost('trusted-types');
    allowConsole(/policy violation|TrustedHTML|require-trusted-types-for|Content.Security.Policy|unsafe-eval/i);
    let refused = 0;
    const tries = [
      () => window.eval('1'),
      () => {
        document.body.innerHTML = '<p>';
      },
    ];
    for (const attempt of tries) {
      try {
        attempt();
      } catch {
        refused++;
      }
    }
    equal(refused, 'trustedTypes' in window ? 2 : 1, 'refused by the policy');
  });

  it('completes the journey under the strictest policy with a plain script and a div', async () => {
    const page = await openHost('trusted-types-classic');
    const kaart = await kaartOf(page.document);
    await waitFor(() => answerOf(kaart).includes('Groningen'), 'the postcode of the div');
    await journey(kaart);
    asksNoOneElse(page);
  });

  it('completes the journey with the module at two addresses, loading each chunk once', async () => {
    const page = await openHost('two-addresses');
    await journey(await kaartOf(page.document));
    const paths = (await page.line.requests()).map(({path}) => path).filter((path) => path.includes('/dist/cdn/'));
    equal(paths.filter((path) => path.includes('regiokaart.js')).length, 2, 'the module');
    equal(new Set(paths).size, paths.length, `each file once: ${paths.join()}`);
  });

  it('completes the journey with module and plain script together, and fills each div once', async () => {
    const page = await openHost('module-and-classic');
    await waitFor(() => findAll(page.document, 'regio-kaart').length === 2, 'two finders');
    for (const kaart of findAll(page.document, 'regio-kaart')) await kaartOf(present(kaart.parentElement, 'parent'));
    await journey(await kaartOf(page.document));
    equal(findAll(page.document, 'regio-kaart').length, 2, 'finders');
  });

  it('completes the journey with two versions, of which the first one counts', async () => {
    const older = '0.0.1-older';
    const [, version = ''] = /\/regiokaart\/([\d.]+)\//.exec(await builtFile('snippet.html')) ?? [];
    const names = await chunkNames();
    const rules = await Promise.all(
      ['regiokaart.js', ...names].map(async (name) => ({
        path: `/dist/older/${name.replace('.', '\\.')}`,
        type: 'text/javascript',
        body: (await builtFile(name)).replaceAll(`\`${version}\``, `\`${older}\``),
      })),
    );
    const page = await openHost('two-versions', {rules});
    const kaart = await kaartOf(page.document);
    await journey(kaart);
    for (const tag of ['regio-kaart', 'regio-contact']) {
      const element = page.window.customElements.get(tag) as unknown as {version: string};
      equal(element.version, older, `version of ${tag}`);
    }
    const contact = present(page.document.querySelector('regio-contact'), 'the card');
    assert(find(contact, '[part="card-name"]'), 'a card');
  });

  it('gets no new name or symbol on the window, and no change of shared objects, except the marks of lit', async () => {
    const page = await openHost('globals');
    await journey(await kaartOf(page.document));
    const {newKeys} = page.window as unknown as {newKeys(): string[]};
    deepEqual(
      newKeys().filter((key) => !OF_LIT.test(key)),
      [],
    );
  });

  it('keeps its own Leaflet with its plug-in', async () => {
    const page = await openHost('host-leaflet');
    await journey(await kaartOf(page.document));
    interface Leaflet {
      version: string;
      map(element: HTMLElement): {
        hostWasHere: boolean;
        addControl(control: unknown): void;
        setView(at: number[], zoom: number): void;
        remove(): void;
      };
      control: {host(): unknown};
    }
    const view = page.window as unknown as {L: Leaflet; hostLeaflet: {L: Leaflet; keys: string}};
    equal(view.L, view.hostLeaflet.L, 'L');
    equal(Object.keys(view.L).sort().join(), view.hostLeaflet.keys, 'what L has');
    const box = page.document.createElement('div');
    box.style.height = '200px';
    page.document.body.append(box);
    const map = view.L.map(box);
    map.setView([52, 5], 7);
    map.addControl(view.L.control.host());
    assert(map.hostWasHere, 'the plug-in');
    map.remove();
  });

  it('completes the journey among libraries that change shared objects', async () => {
    const page = await openHost('hostile-globals');
    await journey(await kaartOf(page.document));
  });

  it('works when the parser receives the element piece by piece', async () => {
    const page = await openHost('plain');
    await kaartOf(page.document);
    const {document} = page;
    document.open();
    const pieces = [
      '<!doctype html><html lang="nl"><title>Host</title><body>',
      '<regio-kaart regi',
      'on="zee',
      'land" map="none"',
      '><p>Bel',
      ' ons</p>',
      '</regio-kaart>',
      '<p>Verder</p>',
    ];
    for (const piece of pieces) {
      document.write(piece);
      await new Promise((resolve) => setTimeout(resolve));
    }
    document.close();
    const kaart = await kaartOf(document);
    equal(kaart.region, 'zeeland', 'region');
    await journey(kaart, {map: false});
  });

  it('completes the journey in a frame', async () => {
    const page = await openHost('frame', {height: 1600});
    const inner = present(page.document.querySelector('iframe')?.contentDocument, 'the inner page');
    await journey(await kaartOf(inner));
  });

  it('completes the journey in the shadow root of another component, open or closed', async () => {
    const page = await openHost('other-component', {height: 3000});
    for (const component of page.document.querySelectorAll('other-component')) {
      const {kept} = component as unknown as {kept: ShadowRoot};
      await journey(await kaartOf(kept));
    }
  });
});

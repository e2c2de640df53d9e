import {
  allowConsole,
  assert,
  consoleProblems,
  deepEqual,
  equal,
  find,
  findAll,
  openLine,
  openPage,
  otherOrigins,
  present,
  STRICT_POLICY,
  waitFor,
} from '../../helpers/index.js';

const CLASSIC = '/dist/cdn/regiokaart.classic.js';
const FALLBACK = '<a href="https://example.nl/regios">Alle regio’s</a>';
const MARKED = `<div id="place" data-regiokaart data-map="none" data-postcode="1316">${FALLBACK}</div>`;

const cardOf = (root: ParentNode) => waitFor(() => find(root as Document, '[part="card"]'), 'the card');
/** Names on the window, except those in which lit records its versions on the page. */
const globalsOf = (window: Window) =>
  Object.keys(window)
    .filter((name) => !/^(lit(Html|Element)|reactiveElement)Versions$|^litPropertyMetadata$/.test(name))
    .sort();

describe('regiokaart.classic.js', () => {
  it('puts the element into a marked div, with its options and its content', async () => {
    const {document} = await openPage({body: `${MARKED}<script src="${CLASSIC}"></script>`});
    await cardOf(document);
    const kaart = present(document.querySelector('#place > regio-kaart'), 'the element');
    deepEqual([...kaart.attributes].map(({name, value}) => `${name}=${value}`).sort(), [
      'map=none',
      'postcode=1316',
      'region=flevoland',
    ]);
    equal(kaart.querySelector('a')?.textContent, 'Alle regio’s');
    equal(document.querySelector('#place')?.children.length, 1, 'children of the div');
  });

  it('copies no attribute but the options', async () => {
    const {document} = await openPage({
      body: `<div data-regiokaart data-map="none" data-onclick="alert(1)" data-style="color:red" data-id="x"></div><script src="${CLASSIC}"></script>`,
    });
    const kaart = await waitFor(() => document.querySelector('regio-kaart'), 'the element');
    deepEqual(
      [...kaart.attributes].map(({name}) => name),
      ['map'],
    );
  });

  it('takes the whole content of a div that the parser has not finished', async () => {
    const {document} = await openPage({
      head: `<script src="${CLASSIC}"></script>`,
      body: `<div data-regiokaart data-map="none">${'<p>regel</p>'.repeat(20_000)}<p id="last">einde</p></div>`,
    });
    const last = await waitFor(() => document.querySelector('regio-kaart > #last'), 'the last line in the element');
    equal(last.parentElement?.parentElement?.children.length, 1, 'children of the div');
  });

  it('fills a div that is added later', async () => {
    const {document} = await openPage({body: `<script src="${CLASSIC}"></script>`});
    const div = document.createElement('div');
    div.dataset['regiokaart'] = '';
    div.dataset['map'] = 'none';
    div.dataset['postcode'] = '1316';
    document.body.append(div);
    await cardOf(document);
    equal(div.children.length, 1);
  });

  it('upgrades the element itself if the page contains it', async () => {
    const {document} = await openPage({
      body: `<regio-kaart map="none" postcode="1316"></regio-kaart><script src="${CLASSIC}"></script>`,
    });
    await cardOf(document);
  });

  for (const how of ['async', 'defer', 'type="module"']) {
    it(`finds its folder when it runs with ${how}`, async () => {
      const {document} = await openPage({head: `<script ${how} src="${CLASSIC}?ver=6.4"></script>`, body: MARKED});
      await cardOf(document);
    });
  }

  it('finds its folder from the attribute in which an optimiser kept the address', async () => {
    const {document, window} = await openPage({
      head: `<script type="text/plain" data-rocket-src="${CLASSIC}?ver=1"></script>`,
      body: MARKED,
    });
    const code = await (await fetch(CLASSIC)).text();
    // As an optimiser's combined file would run it: in a script of another name.
    const script = document.createElement('script');
    script.textContent = code;
    document.head.append(script);
    await cardOf(document);
    assert(window, 'the page');
  });

  it('loads the module once, without the query of its own address', async () => {
    const line = await openLine();
    const url = line.url(CLASSIC);
    const {document} = await openPage({
      body: `${MARKED}<script src="${url}${url.includes('?') ? '&' : '?'}ver=6.4"></script>`,
    });
    await cardOf(document);
    const paths = (await line.requests()).map(({path}) => path).filter((path) => /regiokaart\.js/.test(path));
    equal(paths.length, 1, paths.join(', '));
    assert(!paths[0]?.includes('ver='), paths[0] ?? '');
  });

  it('can be on a page twice, also together with the module', async () => {
    const {document} = await openPage({
      body: `<script src="${CLASSIC}"></script><script src="${CLASSIC}?ver=2"></script>
        <script type="module" src="/dist/cdn/regiokaart.js?ver=3"></script>${MARKED}`,
    });
    await cardOf(document);
    equal(document.querySelectorAll('regio-kaart').length, 1);
    equal(findAll(document, '[part="card"]').length, 1);
  });

  it('leaves no global of ours', async () => {
    const before = globalsOf((await openPage({body: MARKED})).window);
    const {document, window} = await openPage({body: `${MARKED}<script src="${CLASSIC}"></script>`});
    await cardOf(document);
    deepEqual(globalsOf(window), before);
  });

  it('runs under the strictest policy and makes no request to another origin', async () => {
    const {document, window} = await openPage({
      policy: STRICT_POLICY,
      body: `${MARKED}<script src="${CLASSIC}"></script>`,
    });
    await cardOf(document);
    deepEqual(otherOrigins(window), []);
  });

  it('leaves the content of the div and logs the reason if the module fails to load', async () => {
    const line = await openLine({path: 'regiokaart\\.js', status: 404});
    allowConsole(/regiokaart|404|Failed to load|import/i);
    const {document} = await openPage({body: `${MARKED}<script src="${line.url(CLASSIC)}"></script>`});
    await waitFor(() => consoleProblems().some((problem) => String(problem).includes('regiokaart')), 'the message');
    equal(document.querySelector('#place a')?.textContent, 'Alle regio’s');
  });

  describe('with data-base', () => {
    /** The script inlined into the page, where it has no address. */
    const inline = async () => `<script>${(await (await fetch(CLASSIC)).text()).replaceAll('</', '<\\/')}</script>`;
    const marked = (base: string) =>
      `<div data-regiokaart data-map="none" data-postcode="1316" data-base="${base}"></div>`;
    /** The same server under another name: another origin to a browser. */
    const elsewhere = (path: string) =>
      new URL(
        path,
        location.href.replace(location.hostname, location.hostname === 'localhost' ? '127.0.0.1' : 'localhost'),
      ).href;

    for (const base of ['/dist/cdn/', '/dist/cdn', `${location.origin}/dist/cdn/`]) {
      it(`finds its files when it is inlined: ${base}`, async () => {
        const {document} = await openPage({head: await inline(), body: marked(base)});
        await cardOf(document);
      });
    }

    it('finds its files for a div that is added later', async () => {
      const {document} = await openPage({head: await inline(), body: '<main></main>'});
      present(document.querySelector('main'), 'main').innerHTML = marked('/dist/cdn/');
      await cardOf(document);
    });

    it('finds its files by the element of another integration', async () => {
      const {document} = await openPage({
        head: await inline(),
        body: '<regio-kaart map="none" postcode="1316" data-base="/dist/cdn/"></regio-kaart>',
      });
      await cardOf(document);
    });

    it('falls back to its own folder if the module is not in the named one', async () => {
      allowConsole(/404|Failed to load|import/i);
      const {document} = await openPage({head: `<script src="${CLASSIC}"></script>`, body: marked('/dist/nowhere/')});
      await cardOf(document);
    });

    it('loads from another site that the page itself links to', async () => {
      const line = await openLine({path: '.', headers: {'access-control-allow-origin': '*'}});
      const folder = elsewhere(line.url('/dist/cdn/'));
      const link = `<link rel="modulepreload" href="${folder}regiokaart.js">`;
      const {document} = await openPage({head: `${link}${await inline()}`, body: marked(folder)});
      await cardOf(document);
    });

    for (const base of [elsewhere('/dist/cdn/'), 'data:text/javascript,globalThis.ran=1//', 'https://[']) {
      it(`runs nothing from an address that an author invented: ${base.replace(/:\d+/, '')}`, async () => {
        allowConsole(/regiokaart: (data-base|found no address)/);
        const {document, window} = await openPage({head: await inline(), body: marked(base)});
        await waitFor(() => consoleProblems().some((problem) => String(problem).includes('data-base')), 'the message');
        equal(window.customElements.get('regio-kaart'), undefined, 'the element');
        equal('ran' in window, false, 'a script of theirs');
        assert(document.querySelector('regio-kaart'), 'the fallback');
      });
    }
  });

  describe('a div that the page changes', () => {
    it('passes on changes of its options, and of nothing else', async () => {
      const {document} = await openPage({body: `${MARKED}<script src="${CLASSIC}"></script>`});
      await cardOf(document);
      const div = present(document.querySelector('#place'), 'the div');
      const kaart = present(div.querySelector('regio-kaart'), 'the element');
      div.setAttribute('data-postcode', '4331');
      await waitFor(() => kaart.getAttribute('region') === 'zeeland', 'the other answer');
      div.setAttribute('data-heading-level', '4');
      div.setAttribute('data-report-url', 'mailto:a@example.nl');
      div.setAttribute('data-other', 'x');
      await waitFor(() => kaart.getAttribute('report-url') === 'mailto:a@example.nl', 'the address');
      equal(kaart.getAttribute('heading-level'), '4');
      equal(kaart.hasAttribute('other'), false);
      div.removeAttribute('data-report-url');
      await waitFor(() => !kaart.hasAttribute('report-url'), 'the address to go');
    });

    it('is filled when it is marked later', async () => {
      const {document} = await openPage({
        body: `<div id="place" data-map="none" data-postcode="1316"></div><script src="${CLASSIC}"></script>`,
      });
      present(document.querySelector('#place'), 'the div').setAttribute('data-regiokaart', '');
      await cardOf(document);
    });

    it('keeps what the visitor chose when another option changes', async () => {
      const {document} = await openPage({body: `${MARKED}<script src="${CLASSIC}"></script>`});
      await cardOf(document);
      const kaart = present(document.querySelector('regio-kaart'), 'the element');
      (kaart as HTMLElement & {select(id: string): void}).select('limburg');
      await waitFor(() => kaart.getAttribute('region') === 'limburg', 'the choice');
      document.querySelector('#place')?.setAttribute('data-lang', 'en');
      await waitFor(() => kaart.getAttribute('lang') === 'en', 'the language');
      equal(kaart.getAttribute('region'), 'limburg');
    });
  });

  for (const option of ['deep-link', 'report-url', 'structured-data', 'no-location', 'tiles']) {
    it(`has an option for ${option}`, async () => {
      const {document} = await openPage({
        body: `<div data-regiokaart data-map="none" data-${option}="https://example.nl/"></div><script src="${CLASSIC}"></script>`,
      });
      const kaart = await waitFor(() => document.querySelector('regio-kaart'), 'the element');
      equal(kaart.getAttribute(option), 'https://example.nl/');
    });
  }

  describe('in a shadow root', () => {
    const MARKUP = '<div data-regiokaart data-map="none" data-postcode="1316"></div>';

    it('fills a div of an existing component', async () => {
      const {document} = await openPage({
        body: `<div id="host"><template shadowrootmode="open">${MARKUP}</template></div><script src="${CLASSIC}"></script>`,
      });
      await cardOf(document);
    });

    it('fills a div of a component that is defined later, within another one, and follows it', async () => {
      const {document, window} = await openPage({
        body: `<x-outer></x-outer><script src="${CLASSIC}"></script>`,
      });
      const define = (tag: string, markup: string) =>
        window.customElements.define(
          tag,
          class extends (window.HTMLElement as typeof HTMLElement) {
            connectedCallback() {
              this.attachShadow({mode: 'open'}).innerHTML = markup;
            }
          },
        );
      define('x-outer', '<x-inner></x-inner>');
      define('x-inner', '<p>Leeg</p>');
      const inner = await waitFor(() => find(document, 'x-inner'), 'the inner component');
      const root = present(inner.shadowRoot, 'its shadow root');
      root.innerHTML = MARKUP;
      await cardOf(document);
      root.firstElementChild?.setAttribute('data-postcode', '4331');
      await waitFor(() => root.querySelector('regio-kaart')?.getAttribute('region') === 'zeeland', 'the other answer');
    });
  });
});

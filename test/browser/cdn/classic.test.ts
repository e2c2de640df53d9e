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
const globalsOf = (window: Window) => Object.keys(window).sort();

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

  it('takes all that is in a div that the parser is still busy with', async () => {
    const {document} = await openPage({
      head: `<script src="${CLASSIC}"></script>`,
      body: `<div data-regiokaart data-map="none">${'<p>regel</p>'.repeat(20_000)}<p id="last">einde</p></div>`,
    });
    const last = await waitFor(() => document.querySelector('regio-kaart > #last'), 'the last line in the element');
    equal(last.parentElement?.parentElement?.children.length, 1, 'children of the div');
  });

  it('sees a div that comes later', async () => {
    const {document} = await openPage({body: `<script src="${CLASSIC}"></script>`});
    const div = document.createElement('div');
    div.dataset['regiokaart'] = '';
    div.dataset['map'] = 'none';
    div.dataset['postcode'] = '1316';
    document.body.append(div);
    await cardOf(document);
    equal(div.children.length, 1);
  });

  it('upgrades the element itself where the page has it', async () => {
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
    // As a combined file of the optimiser would run it: in a script of another name.
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

  it('can be there twice, beside the module too', async () => {
    const {document} = await openPage({
      body: `<script src="${CLASSIC}"></script><script src="${CLASSIC}?ver=2"></script>
        <script type="module" src="/dist/cdn/regiokaart.js?ver=3"></script>${MARKED}`,
    });
    await cardOf(document);
    equal(document.querySelectorAll('regio-kaart').length, 1);
    equal(findAll(document, '[part="card"]').length, 1);
  });

  it('leaves no global', async () => {
    const before = globalsOf((await openPage({body: MARKED})).window);
    const {document, window} = await openPage({body: `${MARKED}<script src="${CLASSIC}"></script>`});
    await cardOf(document);
    deepEqual(globalsOf(window), before);
  });

  it('runs under the strictest policy and asks no one else', async () => {
    const {document, window} = await openPage({
      policy: STRICT_POLICY,
      body: `${MARKED}<script src="${CLASSIC}"></script>`,
    });
    await cardOf(document);
    deepEqual(otherOrigins(window), []);
  });

  it('leaves the content of the div and says why when the module does not come', async () => {
    const line = await openLine({path: 'regiokaart\\.js', status: 404});
    allowConsole(/regiokaart|404|Failed to load|import/i);
    const {document} = await openPage({body: `${MARKED}<script src="${line.url(CLASSIC)}"></script>`});
    await waitFor(() => consoleProblems().some((problem) => String(problem).includes('regiokaart')), 'the message');
    equal(document.querySelector('#place a')?.textContent, 'Alle regio’s');
  });
});

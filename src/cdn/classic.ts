/**
 * For a plain `<script>`, where a page cannot have `type="module"`: loads the module, and puts a `<regio-kaart>` into
 * each `<div data-regiokaart>`, for systems that strip tags which they do not know.
 *
 * Written as it is shipped, in the syntax of the first engines that have `import()`. A script element made here would
 * break on pages with Trusted Types, and in older engines the module could not run anyway.
 */
(() => {
  /** Attributes of the element; each is read from the div with `data-` before it. Nothing else is copied. */
  const OPTIONS = [
    'postcode',
    'region',
    'map',
    'tiles',
    'deep-link',
    'heading-level',
    'lang',
    'no-location',
    'data-src',
    'report-url',
    'structured-data',
  ];
  const OWN_ADDRESS = /^(.*\/)?regiokaart\.classic\.js(?=$|[?#])/;
  const MARKED = '[data-regiokaart]';

  const onDiv = (option: string) => option.replace(/^(?!data-)/, 'data-');

  /**
   * The folder of this file. Optimisers run scripts in ways of their own, where `currentScript` is null, and keep the
   * address in another attribute. The query stays behind: with it the module would be fetched once more.
   */
  const ownFolder = () => {
    for (const script of [document.currentScript, ...document.querySelectorAll('script')]) {
      for (const {value} of script ? script.attributes : []) {
        const found = OWN_ADDRESS.exec(value);
        if (found) return new URL(found[1] || './', document.baseURI).href;
      }
    }
    return null;
  };

  /**
   * Whether the module may be loaded from a folder: one of this site, or one that a link or script of the page is in.
   * Authors of a CMS may often write a div but no script. They must not be able to run one by means of `data-base`.
   */
  const isTrusted = ({href, origin, protocol}: URL) => {
    if (!/^(https?|file):$/.test(protocol)) return false;
    if (origin === location.origin || origin === self.origin) return true;
    return [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]')].some(
      (element) => ('src' in element ? element.src : element.href).startsWith(href),
    );
  };

  /** The folder in `data-base`. An optimiser that joins, moves or renames this file leaves that as it is. */
  const namedFolder = (text: string) => {
    try {
      const url = new URL(text.replace(/\/*$/, '/'), document.baseURI);
      if (isTrusted(url)) return url.href;
      console.error(`regiokaart: data-base: got ${url.href}, expected a folder of this site or one that a link is in`);
    } catch (error) {
      console.error(`regiokaart: data-base: got "${text}", expected an address:`, error);
    }
    return null;
  };

  /** Whether the parser is past an element, so that no more children come. */
  const isComplete = (element: Element) => {
    if (document.readyState !== 'loading') return true;
    for (let node: Node | null = element; node; node = node instanceof ShadowRoot ? node.host : node.parentNode) {
      if (node.nextSibling) return true;
    }
    return false;
  };

  const own = ownFolder();
  const tried = new Set<string>();
  let loaded: Promise<unknown> | undefined;

  /** Loads the module from the first of these folders that has it. A folder is asked only once. */
  const load = (...folders: (string | null)[]) => {
    const fresh = folders.filter((folder): folder is string => folder !== null && !tried.has(folder));
    for (const folder of fresh) {
      tried.add(folder);
      const ask = () => import(/* @vite-ignore */ `${folder}regiokaart.js`);
      loaded = loaded ? loaded.catch(ask) : ask();
    }
    if (fresh.length > 0) loaded?.catch((error) => console.error('regiokaart:', error));
  };

  /** What stood in `data-base` of the finders so far; null where there was none. */
  const bases = new Set<string | null>();

  /** Loads the module as a finder of the page asks. */
  const loadFor = (finder: Element) => {
    const base = finder.getAttribute('data-base');
    if (bases.has(base)) return;
    bases.add(base);
    load(base ? namedFolder(base) : null, own);
    if (tried.size === 0) console.error('regiokaart: found no address of regiokaart.classic.js, and no data-base');
  };

  const copyOption = (option: string, div: Element, kaart: Element) => {
    const value = div.getAttribute(onDiv(option));
    if (value === null) kaart.removeAttribute(option);
    else kaart.setAttribute(option, value);
  };

  /** Puts an element into the div, with its options and all that is in it. */
  const fill = (div: Element) => {
    if (div.querySelector('regio-kaart') || !isComplete(div)) return;
    const kaart = document.createElement('regio-kaart');
    for (const option of OPTIONS) copyOption(option, div, kaart);
    kaart.append(...div.childNodes);
    div.append(kaart);
  };

  /** Fills the divs of a document or shadow root, and loads the module where there is a finder. */
  const fillIn = (root: ParentNode) => {
    for (const finder of root.querySelectorAll(`${MARKED}, regio-kaart`)) {
      loadFor(finder);
      if (finder.matches(MARKED)) fill(finder);
    }
  };

  /** An option that the page changes later on. */
  const follow = (div: Node, attribute: string | null) => {
    if (!(div instanceof Element) || !div.matches(MARKED)) return;
    const option = OPTIONS.find((each) => onDiv(each) === attribute);
    const kaart = div.querySelector('regio-kaart');
    if (option && kaart) copyOption(option, div, kaart);
  };

  /** Watches a document or shadow root, and the open shadow roots in it. */
  const watch = (root: Document | ShadowRoot) => {
    observer.observe(root, {
      childList: true,
      subtree: true,
      attributeFilter: ['data-regiokaart', 'data-base', ...OPTIONS.map(onDiv)],
    });
    fillIn(root);
    for (const element of root.querySelectorAll('*')) enter(element);
  };

  /** Looks into an element of another component, as soon as that component is defined. */
  const enter = (element: Element) => {
    if (element.matches(':not(:defined)')) {
      customElements.whenDefined(element.localName).then(() => enter(element));
    } else if (element.shadowRoot && !element.localName.startsWith('regio-')) watch(element.shadowRoot);
  };

  const observer = new MutationObserver((records) => {
    for (const {target, attributeName, addedNodes} of records) {
      follow(target, attributeName);
      for (const node of addedNodes) {
        if (node instanceof Element) for (const each of [node, ...node.querySelectorAll('*')]) enter(each);
      }
    }
    for (const root of new Set(records.map(({target}) => target.getRootNode()))) {
      if (root instanceof Document || root instanceof ShadowRoot) fillIn(root);
    }
  });

  /** A finder may be where this script cannot see it. */
  const loadAnyway = () => load(own);

  watch(document);
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => {
      watch(document);
      loadAnyway();
    });
  } else loadAnyway();
})();

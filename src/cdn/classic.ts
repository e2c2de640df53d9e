/**
 * For a plain `<script>`, on pages that cannot have `type="module"`: loads the module, and puts a `<regio-kaart>` into each
 * `<div data-regiokaart>`, for systems that remove unknown tags.
 *
 * Uses only the syntax of the first browsers that support `import()`, because no build step lowers it. Adding a script
 * element instead would fail on pages with Trusted Types, and in older browsers the module could not run anyway.
 */
(() => {
  /** Attributes of the element. Each is read from the div with the prefix `data-`. Nothing else is copied. */
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
   * The folder of this file. Optimisers may run scripts such that `currentScript` is null, and keep the address in another
   * attribute. The query is left out, because with it the module would be loaded a second time.
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
   * Whether the module may be loaded from a folder: one of this site, or one that contains a link or script of the page.
   * Authors in a CMS may often write a div but no script, and must not be able to run one through `data-base`.
   */
  const isTrusted = ({href, origin, protocol}: URL) => {
    if (!/^(https?|file):$/.test(protocol)) return false;
    if (origin === location.origin || origin === self.origin) return true;
    return [...document.querySelectorAll<HTMLScriptElement | HTMLLinkElement>('script[src], link[href]')].some(
      (element) => ('src' in element ? element.src : element.href).startsWith(href),
    );
  };

  /** The folder in `data-base`, which optimisers that join, move or rename this file leave unchanged. */
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

  /** Whether the parser has finished an element, so that it gets no more children. */
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

  /** Loads the module from the first of these folders that has it. Each folder is tried only once. */
  const load = (...folders: (string | null)[]) => {
    const fresh = folders.filter((folder): folder is string => folder !== null && !tried.has(folder));
    for (const folder of fresh) {
      tried.add(folder);
      const importModule = () => import(/* @vite-ignore */ `${folder}regiokaart.js`);
      loaded = loaded ? loaded.catch(importModule) : importModule();
    }
    if (fresh.length > 0) loaded?.catch((error) => console.error('regiokaart:', error));
  };

  /** The values of `data-base` so far; null for a finder without one. */
  const bases = new Set<string | null>();

  /** Loads the module for a finder of the page. */
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

  /** Puts an element into a div, with the options and the contents of the div. */
  const fill = (div: Element) => {
    if (div.querySelector('regio-kaart') || !isComplete(div)) return;
    const kaart = document.createElement('regio-kaart');
    for (const option of OPTIONS) copyOption(option, div, kaart);
    kaart.append(...div.childNodes);
    div.append(kaart);
  };

  /** Fills the divs of a document or shadow root, and loads the module if there is a finder. */
  const fillIn = (root: ParentNode) => {
    for (const finder of root.querySelectorAll(`${MARKED}, regio-kaart`)) {
      loadFor(finder);
      if (finder.matches(MARKED)) fill(finder);
    }
  };

  /** Copies an option that the page has changed. */
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

  /** Watches the inside of another component, as soon as that component is defined. */
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

  /** Loads the module in any case, because this script may be unable to see a finder. */
  const loadAnyway = () => load(own);

  watch(document);
  if (document.readyState === 'loading') {
    document.addEventListener('DOMContentLoaded', () => {
      watch(document);
      loadAnyway();
    });
  } else loadAnyway();
})();

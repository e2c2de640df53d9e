/**
 * For a plain `<script>`, where a page cannot have `type="module"`: loads the module from beside itself, and puts a
 * `<regio-kaart>` into each `<div data-regiokaart>`, for systems that strip tags which they do not know.
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
    'heading-level',
    'lang',
    'no-location',
    'data-src',
    'report-url',
    'structured-data',
  ];
  const OWN_ADDRESS = /^(.*\/)?regiokaart\.classic\.js(?=$|[?#])/;
  const MARKED = '[data-regiokaart]';

  /**
   * The folder of this file. Optimisers run scripts in ways of their own, where `currentScript` is null, and keep the
   * address in another attribute. The query stays behind: with it the module would be fetched once more.
   */
  const findFolder = () => {
    for (const script of [document.currentScript, ...document.querySelectorAll('script')]) {
      for (const {value} of script ? script.attributes : []) {
        const found = OWN_ADDRESS.exec(value);
        if (found) return new URL(found[1] || './', document.baseURI).href;
      }
    }
    return null;
  };

  /** Whether the parser is past an element, so that no more children come. */
  const isComplete = (element: Element) => {
    if (document.readyState !== 'loading') return true;
    for (let node: Node | null = element; node; node = node.parentNode) if (node.nextSibling) return true;
    return false;
  };

  const fill = () => {
    for (const div of document.querySelectorAll(MARKED)) {
      if (div.querySelector('regio-kaart') || !isComplete(div)) continue;
      const kaart = document.createElement('regio-kaart');
      for (const name of OPTIONS) {
        const value = div.getAttribute(name.replace(/^(?!data-)/, 'data-'));
        if (value !== null) kaart.setAttribute(name, value);
      }
      kaart.append(...div.childNodes);
      div.append(kaart);
    }
  };

  const folder = findFolder();
  if (folder === null) {
    console.error('regiokaart: found no script element with the address of regiokaart.classic.js');
    return;
  }
  new MutationObserver(fill).observe(document, {childList: true, subtree: true});
  document.addEventListener('DOMContentLoaded', fill);
  fill();
  import(/* @vite-ignore */ `${folder}regiokaart.js`).catch((error) => console.error('regiokaart:', error));
})();

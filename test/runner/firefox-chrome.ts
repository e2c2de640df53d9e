import type {Page} from 'puppeteer-core';

/** Runs in the browser's own window, where `Services` and the accessibility service are. */
const ACCESSIBLES = `
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const browser = window.gBrowser.browsers.find((candidate) => candidate.currentURI.spec.includes(sessionId));
  // The service starts when it is first asked, and a page's accessible objects follow its document.
  const pause = () => new Promise((resolve) => window.setTimeout(resolve, 50));
  const documentOf = () => service.getAccessibleFor(browser)?.firstChild;
  const all = (accessible) => [accessible, ...Array.from({length: accessible.childCount}, (_, index) => all(accessible.getChildAt(index))).flat()];
`;
const ATTEMPTS = 100;

type Send = (method: string, params: object) => Promise<{result: unknown}>;

/** The part of Firefox around its pages, reached by WebDriver BiDi: needs `--remote-allow-system-access`. */
export class FirefoxChrome {
  static readonly #known = new WeakMap<object, Promise<FirefoxChrome | null>>();
  readonly #send: Send;
  readonly #context: string;

  private constructor(send: Send, context: string) {
    this.#send = send;
    this.#context = context;
  }

  /** Null for a Firefox that does not show its own window, as ESR 140. */
  static of(page: Page): Promise<FirefoxChrome | null> {
    const browser = page.browser();
    let chrome = FirefoxChrome.#known.get(browser);
    if (!chrome) {
      chrome = FirefoxChrome.#open(browser);
      FirefoxChrome.#known.set(browser, chrome);
    }
    return chrome;
  }

  static async #open(browser: object): Promise<FirefoxChrome | null> {
    // puppeteer has no call for other contexts than pages; its connection does.
    const {connection} = browser as {connection: {send: Send}};
    const send: Send = (method, params) => connection.send(method, params);
    const {result} = await send('browsingContext.getTree', {'moz:scope': 'chrome'});
    const {contexts} = result as {contexts: {context: string; url: string}[]};
    const window = contexts.find(({url}) => url.endsWith('/browser.xhtml'));
    return window ? new FirefoxChrome(send, window.context) : null;
  }

  /** Sets number preferences in the running browser; open pages follow at once. `null` puts the default back. */
  async setPreferences(preferences: Readonly<Record<string, number | null>>): Promise<void> {
    await this.#run(`
      for (const [name, value] of Object.entries(${JSON.stringify(preferences)})) {
        if (value === null) Services.prefs.clearUserPref(name); else Services.prefs.setIntPref(name, value);
      }
      return null;
    `);
  }

  /** Of `window.regioHanded` in the page; it is found among the accessible objects by an id that it has or gets for the moment. */
  async roleAndName(page: Page, sessionId: string): Promise<{role: string; name: string}> {
    const id = await page.evaluate(() => {
      const {regioHanded: element} = window as unknown as {regioHanded: Element};
      if (!element.id) element.setAttribute('id', `handed-${Math.random().toString(36).slice(2)}`);
      return element.id;
    });
    const found = await this.#run(`
      const sessionId = ${JSON.stringify(sessionId)};
      ${ACCESSIBLES}
      for (let attempt = 0; attempt < ${ATTEMPTS}; attempt += 1) {
        const root = documentOf();
        const accessible = root && all(root).find((candidate) => candidate.id === ${JSON.stringify(id)});
        if (accessible) return {role: accessible.computedARIARole, name: accessible.name ?? ''};
        await pause();
      }
      return {role: 'none', name: ''};
    `);
    if (id.startsWith('handed-')) {
      await page.evaluate(() => (window as unknown as {regioHanded: Element}).regioHanded.removeAttribute('id'));
    }
    return found as {role: string; name: string};
  }

  async tree(sessionId: string): Promise<unknown> {
    return this.#run(`
      const sessionId = ${JSON.stringify(sessionId)};
      ${ACCESSIBLES}
      const lift = (accessible) => ({
        role: accessible.computedARIARole || service.getStringRole(accessible.role).replace('text leaf', 'text'),
        name: accessible.name ?? '',
        children: Array.from({length: accessible.childCount}, (_, index) => lift(accessible.getChildAt(index))),
      });
      for (let attempt = 0; attempt < ${ATTEMPTS}; attempt += 1) {
        const root = documentOf();
        if (root?.childCount) return lift(root);
        await pause();
      }
      return null;
    `);
  }

  /** Runs the body of an async function; its result goes through JSON. */
  async #run(body: string): Promise<unknown> {
    const {result} = await this.#send('script.evaluate', {
      expression: `(async () => JSON.stringify(await (async () => {${body}})()))()`,
      target: {context: this.#context},
      awaitPromise: true,
    });
    const {
      type,
      result: value,
      exceptionDetails,
    } = result as {
      type: string;
      result?: {value?: string};
      exceptionDetails?: {text: string};
    };
    if (type !== 'success') throw new Error(`Firefox: ${exceptionDetails?.text ?? type}`);
    return JSON.parse(value?.value ?? 'null');
  }
}

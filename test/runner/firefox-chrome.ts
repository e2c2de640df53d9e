import type {Page} from 'puppeteer-core';

/** Code for the browser's own window, which has `Services` and the accessibility service. */
const ACCESSIBLES = `
  const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
  const window = Services.wm.getMostRecentWindow('navigator:browser');
  const browser = window.gBrowser.browsers.find((candidate) => candidate.currentURI.spec.includes(sessionId));
  // The service starts at its first use, and a page's accessible objects appear after its document.
  const pause = () => new Promise((resolve) => window.setTimeout(resolve, 50));
  const documentOf = () => service.getAccessibleFor(browser)?.firstChild;
  const all = (accessible) => [accessible, ...Array.from({length: accessible.childCount}, (_, index) => all(accessible.getChildAt(index))).flat()];
`;
const ATTEMPTS = 100;

type Send = (method: string, params: object) => Promise<{result: unknown}>;

/** Firefox's own window, reached through WebDriver BiDi; needs `--remote-allow-system-access`. */
export class FirefoxChrome {
  static readonly #known = new WeakMap<object, Promise<FirefoxChrome | null>>();
  readonly #send: Send;
  readonly #context: string;

  private constructor(send: Send, context: string) {
    this.#send = send;
    this.#context = context;
  }

  /** Null for a Firefox without access to its own window, such as ESR 140. */
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
    // Puppeteer has no method for contexts other than pages, but its connection has.
    const {connection} = browser as {connection: {send: Send}};
    const send: Send = (method, params) => connection.send(method, params);
    const {result} = await send('browsingContext.getTree', {'moz:scope': 'chrome'});
    const {contexts} = result as {contexts: {context: string; url: string}[]};
    const window = contexts.find(({url}) => url.endsWith('/browser.xhtml'));
    return window ? new FirefoxChrome(send, window.context) : null;
  }

  /** Sets numeric preferences in the running browser; open pages follow at once. `null` restores the default. */
  async setPreferences(preferences: Readonly<Record<string, number | null>>): Promise<void> {
    await this.#run(`
      for (const [name, value] of Object.entries(${JSON.stringify(preferences)})) {
        if (value === null) Services.prefs.clearUserPref(name); else Services.prefs.setIntPref(name, value);
      }
      return null;
    `);
  }

  /** Role and name of `window.regioHanded` in the page, which is found among the accessible objects by its id, or by a temporary one. */
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

  /** Runs the body of an async function; its result is passed as JSON. */
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

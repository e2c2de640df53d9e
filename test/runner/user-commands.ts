import type {TestRunnerConfig, TestSession} from '@web/test-runner';
import type {ChromeLauncher} from '@web/test-runner-chrome';
import type {WebdriverLauncher} from '@web/test-runner-webdriver';
import type {KeyInput, Page} from 'puppeteer-core';
import type {Capabilities, Media, Point, UserAction} from '../helpers/user-actions.js';
import type {Desktop} from './desktop.js';
import {FirefoxChrome} from './firefox-chrome.js';
import type {Engine} from './installed.js';

type Plugin = NonNullable<TestRunnerConfig['plugins']>[number];

/** The part of webdriverio that we use, because its own types are incomplete. */
interface Driver {
  performActions(actions: readonly object[]): Promise<unknown>;
  execute(script: string): Promise<unknown>;
  getWindowRect(): Promise<{width: number; height: number}>;
  setWindowRect(x: number | null, y: number | null, width: number, height: number): Promise<unknown>;
  getElementComputedRole(id: string): Promise<string>;
  getElementComputedLabel(id: string): Promise<string>;
}

/** Actions of a visitor in one engine, as real input events of the browser. */
interface Hands {
  can: Capabilities;
  press(keys: readonly string[]): Promise<unknown>;
  type(text: string): Promise<unknown>;
  move(to: Point): Promise<unknown>;
  click(at: Point, count: number): Promise<unknown>;
  drag(from: Point, to: Point): Promise<unknown>;
  wheel(at: Point, deltaY: number): Promise<unknown>;
  tap(at: Point): Promise<unknown>;
  resize(width: number, height: number): Promise<unknown>;
  emulate(media: Media): Promise<unknown>;
  /** Role and name that assistive technology gets for `window.regioHanded`. */
  roleAndName(): Promise<{role: string; name: string}>;
  /** The tree that assistive technology gets; null if the engine does not provide it. */
  tree(): Promise<unknown>;
}

/** Commands of test/helpers/user.ts, because the runner's own commands do not support all that WebKit and Firefox can do. */
export function userCommands(engineOf: (session: TestSession) => Engine, desktop: () => Desktop | undefined): Plugin {
  return {
    name: 'user-commands',
    async executeCommand({command, payload, session}) {
      if (command !== 'user') return undefined;
      const hands = await handsOf(engineOf(session as TestSession), session as TestSession, desktop());
      const result = await perform(hands, payload as UserAction);
      return {result: result ?? null};
    },
  };
}

function perform(hands: Hands, action: UserAction): Promise<unknown> {
  switch (action.do) {
    case 'capabilities':
      return Promise.resolve(hands.can);
    case 'press':
      return hands.press(action.keys);
    case 'type':
      return hands.type(action.text);
    case 'move':
      return hands.move(action.to);
    case 'click':
      return hands.click(action.at, action.count);
    case 'drag':
      return hands.drag(action.from, action.to);
    case 'wheel':
      return hands.wheel(action.at, action.deltaY);
    case 'tap':
      return hands.tap(action.at);
    case 'resize':
      return hands.resize(action.width, action.height);
    case 'emulate':
      return hands.emulate(action.media);
    case 'role-and-name':
      return hands.roleAndName();
    case 'tree':
      return hands.tree();
  }
}

async function handsOf(engine: Engine, session: TestSession, desktop: Desktop | undefined): Promise<Hands> {
  if (engine === 'webkit') return webdriverHands(driverOf(session.browser as WebdriverLauncher), desktop);
  const page = (session.browser as ChromeLauncher).getPage(session.id) as unknown as Page;
  return engine === 'firefox' ? firefoxHands(page, session.id) : chromiumHands(page);
}

/** Keys, mouse, wheel and window size: the same in Chromium and Firefox. */
function pageHands(page: Page) {
  return {
    async press(keys: readonly string[]) {
      const inputs = keys.map((key) => (key === 'Space' ? ' ' : key)) as KeyInput[];
      const held = inputs.slice(0, -1);
      for (const key of held) await page.keyboard.down(key);
      await page.keyboard.press(inputs.at(-1) as KeyInput);
      for (const key of held.reverse()) await page.keyboard.up(key);
    },
    type: (text: string) => page.keyboard.type(text),
    move: (to: Point) => page.mouse.move(to.x, to.y),
    click: (at: Point, count: number) => page.mouse.click(at.x, at.y, {count}),
    async drag(from: Point, to: Point) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, {steps: DRAG_STEPS});
      await page.mouse.up();
    },
    async wheel(at: Point, deltaY: number) {
      await page.mouse.move(at.x, at.y);
      await page.mouse.wheel({deltaY});
    },
    tap: (at: Point) => page.touchscreen.tap(at.x, at.y),
    resize: (width: number, height: number) => page.setViewport({width, height}),
  };
}

/** Enough moves for a page to see a drag rather than a jump. */
const DRAG_STEPS = 8;

async function chromiumHands(page: Page): Promise<Hands> {
  return {
    ...pageHands(page),
    can: {
      tap: true,
      resize: true,
      emulate: ['reducedMotion', 'dark', 'forcedColors', 'moreContrast'],
      role: true,
      tree: true,
    },
    async emulate(media) {
      const features = [
        {name: 'prefers-reduced-motion', value: media.reducedMotion ? 'reduce' : ''},
        {name: 'prefers-color-scheme', value: media.dark ? 'dark' : ''},
        {name: 'forced-colors', value: media.forcedColors ? 'active' : ''},
        {name: 'prefers-contrast', value: media.moreContrast ? 'more' : ''},
      ];
      await protocolOf(page).then((protocol) => protocol.send('Emulation.setEmulatedMedia', {features}));
    },
    async roleAndName() {
      const protocol = await protocolOf(page);
      const {result} = await protocol.send('Runtime.evaluate', {expression: 'window.regioHanded'});
      const {nodes} = await protocol.send('Accessibility.getPartialAXTree', {
        ...(result.objectId ? {objectId: result.objectId} : {}),
        fetchRelatives: false,
      });
      const node = nodes[0];
      return {role: String(node?.role?.value ?? 'none'), name: String(node?.name?.value ?? '')};
    },
    async tree() {
      const protocol = await protocolOf(page);
      const {nodes} = await protocol.send('Accessibility.getFullAXTree');
      const byId = new Map(nodes.map((node) => [node.nodeId, node]));
      const lift = (node: (typeof nodes)[number]): object[] => {
        const children = (node.childIds ?? []).flatMap((id) => {
          const child = byId.get(id);
          return child ? lift(child) : [];
        });
        const role = String(node.role?.value ?? '');
        if (node.ignored || role === 'InlineTextBox') return children;
        return [{role: role === 'StaticText' ? 'text' : role, name: String(node.name?.value ?? ''), children}];
      };
      return nodes[0] ? lift(nodes[0])[0] : null;
    },
  };
}

const protocols = new WeakMap<Page, ReturnType<Page['createCDPSession']>>();

/** One protocol session for each page, because emulation ends with its session. */
function protocolOf(page: Page): ReturnType<Page['createCDPSession']> {
  let protocol = protocols.get(page);
  if (!protocol) {
    protocol = page.createCDPSession();
    protocols.set(page, protocol);
  }
  return protocol;
}

async function firefoxHands(page: Page, sessionId: string): Promise<Hands> {
  const chrome = await FirefoxChrome.of(page);
  if (!chrome) {
    const unable = () => Promise.reject(new Error('this Firefox does not show its own window: see `can`'));
    return {
      ...pageHands(page),
      can: {tap: true, resize: true, emulate: [], role: false, tree: false},
      emulate: unable,
      roleAndName: unable,
      tree: unable,
    };
  }
  return {
    ...pageHands(page),
    can: {tap: true, resize: true, emulate: ['reducedMotion', 'dark', 'forcedColors'], role: true, tree: true},
    emulate: (media) =>
      chrome.setPreferences({
        'ui.prefersReducedMotion': media.reducedMotion ? 1 : null,
        'layout.css.prefers-color-scheme.content-override': media.dark ? 0 : null,
        'ui.useAccessibilityTheme': media.forcedColors ? 1 : null,
        'browser.display.document_color_use': media.forcedColors ? 2 : null,
      }),
    roleAndName: () => chrome.roleAndName(page, sessionId),
    tree: () => chrome.tree(sessionId),
  };
}

function driverOf(launcher: WebdriverLauncher): Driver {
  const {driver} = launcher as unknown as {driver?: Driver};
  if (!driver) throw new Error('WebKit: got no running driver');
  return driver;
}

/** WebDriver codes for keys without a character (W3C WebDriver, "keyboard actions"). */
const KEY_CODES: Readonly<Record<string, string>> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  ' ': ' ',
  Space: ' ',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

function webdriverHands(driver: Driver, desktop: Desktop | undefined): Hands {
  const keyCode = (key: string) => {
    const code = KEY_CODES[key] ?? (key.length === 1 ? key : undefined);
    if (!code) throw new Error(`press: got "${key}", expected one character or one of ${Object.keys(KEY_CODES)}`);
    return code;
  };
  const keys = (actions: {type: string; value: string}[]) =>
    driver.performActions([{type: 'key', id: 'keyboard', actions}]);
  const down = (value: string) => ({type: 'keyDown', value});
  const up = (value: string) => ({type: 'keyUp', value});
  const pointer = (actions: object[], pointerType = 'mouse') =>
    driver.performActions([{type: 'pointer', id: pointerType, parameters: {pointerType}, actions}]);
  const to = ({x, y}: Point, duration = 0) => ({
    type: 'pointerMove',
    origin: 'viewport',
    duration,
    x: Math.round(x),
    y: Math.round(y),
  });
  const press = {type: 'pointerDown', button: 0};
  const release = {type: 'pointerUp', button: 0};
  return {
    can: {tap: false, resize: true, emulate: desktop ? ['reducedMotion', 'dark'] : [], role: true, tree: false},
    async press(chord) {
      const codes = chord.map(keyCode);
      await keys([...codes.map(down), ...codes.toReversed().map(up)]);
    },
    type: (text) => keys([...text].flatMap((character) => [down(character), up(character)])),
    move: (point) => pointer([to(point)]),
    click: (at, count) => pointer([to(at), ...Array.from({length: count}, () => [press, release]).flat()]),
    drag: (from, end) =>
      pointer([
        to(from),
        press,
        ...Array.from({length: DRAG_STEPS}, (_, step) => {
          const share = (step + 1) / DRAG_STEPS;
          return to({x: from.x + (end.x - from.x) * share, y: from.y + (end.y - from.y) * share}, 16);
        }),
        release,
      ]),
    wheel: (at, deltaY) =>
      driver.performActions([
        {
          type: 'wheel',
          id: 'wheel',
          actions: [
            {
              type: 'scroll',
              origin: 'viewport',
              duration: 0,
              deltaX: 0,
              deltaY,
              x: Math.round(at.x),
              y: Math.round(at.y),
            },
          ],
        },
      ]),
    tap: (at) => pointer([to(at), press, release], 'touch'),
    async resize(width, height) {
      const measure = () => driver.execute('return [innerWidth, innerHeight]') as Promise<[number, number]>;
      // The size of the window's border and toolbar is only known from the window itself.
      for (let attempt = 0; attempt < 8; attempt += 1) {
        const inner = await measure();
        if (inner[0] === width && inner[1] === height) return;
        const outer = await driver.getWindowRect();
        // During an earlier resize, the two sizes may be from different moments.
        const [wider, higher] = [Math.max(width, outer.width + width - inner[0]), outer.height + height - inner[1]];
        await driver.setWindowRect(null, null, wider, Math.max(height, higher));
      }
    },
    emulate: async (media) => desktop?.set(media),
    async roleAndName() {
      const handed = (await driver.execute('return window.regioHanded')) as Record<string, string>;
      const id = Object.values(handed)[0] ?? '';
      return {role: await driver.getElementComputedRole(id), name: await driver.getElementComputedLabel(id)};
    },
    tree: () => Promise.resolve(null),
  };
}

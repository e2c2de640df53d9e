import {executeServerCommand} from '@web/test-runner-commands';
import {afterThisTest} from './cleanup.js';
import type {Capabilities, Media, Point, UserAction} from './user-actions.js';
import {nextFrame, waitFor} from './wait.js';

export type {Media, Point} from './user-actions.js';

/** The viewport at the start of each test file, and again after a test that changed it. */
export const VIEWPORT = {width: 800, height: 600} as const;

/** The engine that runs this page. */
export const engine: 'chromium' | 'firefox' | 'webkit' = /Firefox\//.test(navigator.userAgent)
  ? 'firefox'
  : /Chrome\//.test(navigator.userAgent)
    ? 'chromium'
    : 'webkit';

async function ask<T = unknown>(action: UserAction): Promise<T> {
  const {result} = await executeServerCommand<{result: T}, UserAction>('user', action);
  return result;
}

/** What this engine can do besides keys and mouse. Tests that need anything else are skipped and counted as skipped. */
export const can: Capabilities = await ask<Capabilities>({do: 'capabilities'});

/** `it` if the engine can do what the test needs, else `it.skip`: `itIf(can.tap)('opens on a tap', ...)`. */
export function itIf(able: boolean): Mocha.TestFunction | Mocha.PendingTestFunction {
  return able ? it : it.skip;
}

/** Presses a key, or a chord as in `Shift+Tab`. Names as in `KeyboardEvent.key`; the space bar is `Space`. */
export async function press(chord: string): Promise<void> {
  const keys = chord.length > 1 ? chord.split('+') : [chord];
  await ask({do: 'press', keys});
  await nextFrame();
}

/** Types into the focused element, key by key. */
export async function type(text: string): Promise<void> {
  await ask({do: 'type', text});
  await nextFrame();
}

/** Clicks the middle of an element, or a point of the viewport. Fails if something else covers the middle. */
export async function click(target: Element | Point, {count = 1} = {}): Promise<void> {
  await ask({do: 'click', at: await pointOf(target), count});
  await nextFrame();
}

/** Moves the mouse to an element or a point. */
export async function hover(target: Element | Point): Promise<void> {
  await ask({do: 'move', to: await pointOf(target)});
  await nextFrame();
}

/** Presses the mouse on `from`, moves it to `to` in steps, and releases it. */
export async function drag(from: Element | Point, to: Point): Promise<void> {
  await ask({do: 'drag', from: await pointOf(from), to});
  await nextFrame();
}

/** Turns the wheel over an element or a point; positive is down. */
export async function wheel(target: Element | Point, deltaY: number): Promise<void> {
  await ask({do: 'wheel', at: await pointOf(target), deltaY});
  await nextFrame();
}

/** Touches an element or a point. Only with `can.tap`. */
export async function tap(target: Element | Point): Promise<void> {
  await ask({do: 'tap', at: await pointOf(target)});
  await nextFrame();
}

/** Sizes the page's viewport, in CSS pixels, until the end of the test. */
export async function setViewport(width: number, height: number = VIEWPORT.height): Promise<void> {
  await resize(width, height);
  afterThisTest(() => resize(VIEWPORT.width, VIEWPORT.height));
}

/** Also used by setup.ts, so that each file starts in the same viewport. */
export async function resize(width: number, height: number): Promise<void> {
  if (innerWidth === width && innerHeight === height) return;
  await ask({do: 'resize', width, height});
  await waitFor(() => innerWidth === width && innerHeight === height, `a viewport of ${width} x ${height}`);
  await nextFrame();
}

const MEDIA_QUERIES: Readonly<Record<keyof Media, string>> = {
  reducedMotion: '(prefers-reduced-motion: reduce)',
  dark: '(prefers-color-scheme: dark)',
  forcedColors: '(forced-colors: active)',
  moreContrast: '(prefers-contrast: more)',
};

/** Sets the preferences of the visitor's system until the end of the test. Only those in `can.emulate`. */
export async function emulate(media: Media): Promise<void> {
  await applyMedia(media);
  afterThisTest(() => applyMedia({}));
}

async function applyMedia(media: Media): Promise<void> {
  await ask({do: 'emulate', media});
  for (const [name, query] of Object.entries(MEDIA_QUERIES) as [keyof Media, string][]) {
    if (!can.emulate.includes(name)) continue;
    const wanted = media[name] ?? false;
    // In some engines forced colours set the preference for contrast too.
    if (name === 'moreContrast' && media.forcedColors) continue;
    await waitFor(() => matchMedia(query).matches === wanted, `${query} to be ${wanted}`);
  }
  await nextFrame();
}

export const emulateReducedMotion = (): Promise<void> => emulate({reducedMotion: true});
export const emulateDark = (): Promise<void> => emulate({dark: true});
export const emulateForcedColors = (): Promise<void> => emulate({forcedColors: true});

declare global {
  interface Window {
    /** The element that the commands outside the browser examine. */
    regioHanded?: Element;
  }
}

/** Role and name of an element as assistive technology gets them. Only with `can.role`. */
export async function roleAndName(element: Element): Promise<{role: string; name: string}> {
  window.regioHanded = element;
  try {
    const {role, name} = await ask<{role: string; name: string}>({do: 'role-and-name'});
    // Engines differ in the white space around and inside a name, which is not audible.
    return {role, name: name.replace(/\s+/g, ' ').trim()};
  } finally {
    delete window.regioHanded;
  }
}

export async function computedRole(element: Element): Promise<string> {
  return (await roleAndName(element)).role;
}

export async function computedName(element: Element): Promise<string> {
  return (await roleAndName(element)).name;
}

/** A node of the accessibility tree. Roles that ARIA does not have keep the engine's own name. */
export interface AccessibleNode {
  role: string;
  name: string;
  children: readonly AccessibleNode[];
}

/** The page as assistive technology gets it. Only with `can.tree`. */
export async function accessibilityTree(): Promise<AccessibleNode> {
  return ask({do: 'tree'});
}

/** All nodes of the tree in reading order. */
export function flatten(node: AccessibleNode): AccessibleNode[] {
  return [node, ...node.children.flatMap(flatten)];
}

/** The middle of an element, scrolled into view, in the viewport of the test page, also for an element in a frame. */
async function pointOf(target: Element | Point): Promise<Point> {
  // Without `instanceof`, because an element in a frame belongs to another window's class.
  if (!('ownerDocument' in target)) return target;
  if (!target.isConnected) throw new Error(`got an element that is not in the page: ${describe(target)}`);
  target.scrollIntoView({block: 'center', inline: 'center', behavior: 'instant'});
  await nextFrame();
  const {left, top, width, height} = target.getBoundingClientRect();
  if (width === 0 || height === 0) throw new Error(`got an element without a size: ${describe(target)}`);
  const middle = {x: left + width / 2, y: top + height / 2};
  const hit = topmost(target, middle);
  if (!hit || !(holds(target, hit) || holds(hit, target))) {
    throw new Error(`the middle of ${describe(target)} is under ${hit ? describe(hit) : 'nothing of the page'}`);
  }
  for (let frame = frameOf(target); frame; frame = frameOf(frame)) {
    const box = frame.getBoundingClientRect();
    middle.x += box.left + frame.clientLeft;
    middle.y += box.top + frame.clientTop;
  }
  return middle;
}

function frameOf(element: Element): Element | null {
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** The element at a point, looked up from the element's own document into open shadow roots. */
function topmost(element: Element, {x, y}: Point): Element | null {
  let hit = element.ownerDocument.elementFromPoint(x, y);
  while (hit?.shadowRoot) {
    const inner = hit.shadowRoot.elementFromPoint(x, y);
    if (!inner || inner === hit) break;
    hit = inner;
  }
  return hit;
}

/** Whether `inner` is `outer` or lies in it, through slots and shadow roots. */
function holds(outer: Element, inner: Element): boolean {
  for (let node: Node | null = inner; node; node = node.parentNode ?? (node as Partial<ShadowRoot>).host ?? null) {
    if (node === outer) return true;
    const {assignedSlot} = node as Partial<Element>;
    if (assignedSlot && holds(outer, assignedSlot)) return true;
  }
  return false;
}

function describe(element: Element): string {
  const id = element.id ? `#${element.id}` : '';
  const part = element.getAttribute('part');
  return `<${element.localName}${id}${part ? ` part="${part}"` : ''}>`;
}

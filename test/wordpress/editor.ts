import {setTimeout as pause} from 'node:timers/promises';
import type {ElementHandle, Frame, Page} from 'puppeteer-core';
import {click, find} from './visit.js';

const BLOCK = 'regiokaart/regiokaart';
/** The button that opens the list of blocks. The beginning of its class name differs between versions. */
const INSERTER = '[class*="__inserter-toggle"]';
const LIMIT_MS = 300_000;
const STEP_MS = 250;
/** Time after which a click counts as lost, and is repeated. */
const ONE_TRY_MS = 10_000;

/** A block in the data of the editor. */
export interface Block {
  readonly name: string;
  readonly isValid: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The parts of the editor's interface that are used here. */
interface Editor {
  readonly data: {
    select(store: 'core/block-editor'): {getBlocks(): readonly Block[]};
    select(store: 'core/editor'): {
      __unstableIsEditorReady(): boolean;
      isEditedPostDirty(): boolean;
      isSavingPost(): boolean;
    };
  };
}

/** The document with the blocks: that of a frame, or the page itself. */
export async function canvasOf(page: Page): Promise<Page | Frame> {
  return (await (await page.$('iframe[name="editor-canvas"]'))?.contentFrame()) ?? page.mainFrame();
}

/** Waits until the editor has loaded the post. */
export async function editorReady(page: Page): Promise<void> {
  await page.waitForFunction(
    (inserter) => {
      const {wp} = window as unknown as {wp?: Partial<Editor>};
      return wp?.data?.select('core/editor')?.__unstableIsEditorReady() && document.querySelector(inserter);
    },
    {timeout: LIMIT_MS},
    INSERTER,
  );
}

/** The first regiokaart block; undefined if there is none. */
export function ownBlock(page: Page): Promise<Block | undefined> {
  return page.evaluate((wanted) => {
    const {wp} = window as unknown as {wp: Editor};
    const block = wp.data
      .select('core/block-editor')
      .getBlocks()
      .find(({name}) => name === wanted);
    return block && {name: block.name, isValid: block.isValid, attributes: {...block.attributes}};
  }, BLOCK);
}

/** Inserts the block into the post, as an editor does. */
export async function insertBlock(page: Page): Promise<void> {
  await click(page, INSERTER);
  await page.locator('.block-editor-inserter__search input').setTimeout(LIMIT_MS).fill('Regiokaart');
  await untilTrue('the block in the post', async () => {
    if (await ownBlock(page)) return true;
    // The list is rendered anew during the search, and a click on an old item is lost.
    await page.locator('.editor-block-list-item-regiokaart-regiokaart').setTimeout(ONE_TRY_MS).click();
    await untilTrue('the block', async () => (await ownBlock(page)) !== undefined, ONE_TRY_MS);
    return true;
  });
}

/**
 * Acts on the control with this label until the block has the value. The editor may render its controls anew at any
 * moment, and an action in that moment is lost.
 */
export async function setOption(
  page: Page,
  label: string,
  [attribute, value]: readonly [string, unknown],
  act: (control: ElementHandle<Element>) => Promise<unknown>,
): Promise<void> {
  const isSet = async () => (await ownBlock(page))?.attributes[attribute] === value;
  await untilTrue(`${label} is ${value}`, async () => {
    if (await isSet()) return true;
    const handle = await page.evaluateHandle((text) => {
      const labels = [...document.querySelectorAll<HTMLLabelElement>('.interface-interface-skeleton__sidebar label')];
      return labels.find((each) => each.textContent?.trim() === text)?.control ?? null;
    }, label);
    const control = handle.asElement() as ElementHandle<Element> | null;
    if (!control) return false;
    await act(control);
    return isSet();
  });
}

/** Saves by the keyboard, and waits until no changes are left to save. */
export async function save(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('s');
  await page.keyboard.up('Control');
  await page.waitForFunction(
    () => {
      const {wp} = window as unknown as {wp: Editor};
      const post = wp.data.select('core/editor');
      return !post.isEditedPostDirty() && !post.isSavingPost();
    },
    {timeout: LIMIT_MS},
  );
}

/** Waits until the preview of the block is rendered in its shadow root, and its style sheet has loaded. */
export async function preview(page: Page): Promise<ElementHandle<Element>> {
  const root = await find(await canvasOf(page), '.wp-block-regiokaart-regiokaart regio-kaart >>> .root');
  const isStyled = () => root.evaluate((each) => getComputedStyle(each).containerType === 'inline-size');
  await untilTrue('the style sheet in the preview', isStyled);
  return root;
}

/** Calls a function repeatedly until it returns something; an error means "not yet". */
async function untilTrue(what: string, isTrue: () => Promise<boolean>, limitMs = LIMIT_MS): Promise<void> {
  const until = Date.now() + limitMs;
  let last: unknown;
  while (Date.now() < until) {
    try {
      if (await isTrue()) return;
    } catch (error) {
      last = error;
    }
    await pause(STEP_MS);
  }
  throw new Error(`${what}: not so within ${limitMs / 1000} s`, {cause: last});
}

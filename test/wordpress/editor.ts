import {setTimeout as pause} from 'node:timers/promises';
import type {ElementHandle, Frame, Page} from 'puppeteer-core';
import {click, find} from './visit.js';

const BLOCK = 'regiokaart/regiokaart';
/** The button that opens the list of blocks; the name of its class begins otherwise from version to version. */
const INSERTER = '[class*="__inserter-toggle"]';
const LIMIT_MS = 300_000;
const STEP_MS = 250;
/** After that a lost click is done again. */
const ONE_TRY_MS = 10_000;

/** A block as the editor holds it. */
export interface Block {
  readonly name: string;
  readonly isValid: boolean;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** What is used here of the editor's own interface. */
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

/** Where the blocks are: a frame, or the page itself. */
export async function canvasOf(page: Page): Promise<Page | Frame> {
  return (await (await page.$('iframe[name="editor-canvas"]'))?.contentFrame()) ?? page.mainFrame();
}

/** Waits until the editor has read its post. */
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

/** The first block of ours; undefined when there is none. */
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

/** Puts the block into the post as an editor does. */
export async function insertBlock(page: Page): Promise<void> {
  await click(page, INSERTER);
  await page.locator('.block-editor-inserter__search input').setTimeout(LIMIT_MS).fill('Regiokaart');
  await untilTrue('the block in the post', async () => {
    if (await ownBlock(page)) return true;
    // The list is made anew while its search goes on, and a click on what is about to go is lost.
    await page.locator('.editor-block-list-item-regiokaart-regiokaart').setTimeout(ONE_TRY_MS).click();
    await untilTrue('the block', async () => (await ownBlock(page)) !== undefined, ONE_TRY_MS);
    return true;
  });
}

/**
 * Does something with the control of this label until the block has the value. The editor renders its controls anew now
 * and then, and what is done to one in that moment is lost.
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

/** Saves by the keyboard, and waits until nothing is left to save. */
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

/** Waits for the preview of the block, as its shadow root has it, until it is styled by its sheet. */
export async function preview(page: Page): Promise<ElementHandle<Element>> {
  const root = await find(await canvasOf(page), '.wp-block-regiokaart-regiokaart regio-kaart >>> .root');
  const isStyled = () => root.evaluate((each) => getComputedStyle(each).containerType === 'inline-size');
  await untilTrue('the style sheet in the preview', isStyled);
  return root;
}

/** Asks again and again; what fails in the meantime is "not yet". */
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

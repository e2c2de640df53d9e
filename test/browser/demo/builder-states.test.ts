import type {RegioKaart} from '../../../src/index.js';
import {allowConsole, equal, find, findAll, matches, present, waitFor} from '../../helpers/index.js';
import {openDemo} from './demo-page.js';

async function openState(state: string) {
  const {document: page} = await openDemo('samenstellen', 1000);
  await waitFor(() => /regio-kaart/.test(page.getElementById('code')?.textContent ?? ''), 'the code');
  const select = present(page.querySelector<HTMLSelectElement>('#state'), 'the list of states');
  select.value = state;
  equal(select.value, state);
  select.dispatchEvent(new Event('change', {bubbles: true}));
  return page;
}

const textOf = (page: ParentNode) => {
  const kaart = page.querySelector<RegioKaart>('regio-kaart');
  return kaart?.shadowRoot?.textContent ?? '';
};

const textInFrame = (page: Document) => {
  const frame = page.querySelector<HTMLIFrameElement>('#preview iframe');
  return frame?.contentDocument ? textOf(frame.contentDocument) : '';
};

/** The map loads when it comes near the viewport. */
async function scrollToMap(page: Document): Promise<void> {
  const map = await waitFor(() => {
    const inner = page.querySelector<HTMLIFrameElement>('#preview iframe')?.contentDocument;
    return inner && find(inner, '.map');
  }, 'the place of the map');
  page.querySelector('#preview iframe')?.scrollIntoView();
  map.scrollIntoView();
}

describe('the snippet builder', () => {
  it('shows a postcode that is not in use, one of two regions, and a text that is neither', async () => {
    const unused = await openState('1004');
    await waitFor(() => /1004 is niet in gebruik/.test(textOf(unused)), 'the message');
    const border = await openState('7351');
    await waitFor(
      () => findAll(present(border.querySelector('regio-kaart'), 'the element'), 'article').length === 2,
      'two cards',
    );
    const neither = await openState('abc1');
    await waitFor(
      () => find(present(neither.querySelector('regio-kaart'), 'the element'), '[part~="error"]')?.textContent?.trim(),
      'the error',
    );
  });

  it('shows a map that cannot load', async () => {
    allowConsole(/held back on purpose/);
    const page = await openState('failed');
    await scrollToMap(page);
    await waitFor(() => /De kaart kan nu niet laden/.test(textInFrame(page)), 'the message');
    matches(textInFrame(page), /Probeer opnieuw/);
  });

  it('shows a slow line', async () => {
    const page = await openState('slow');
    await scrollToMap(page);
    await waitFor(() => /De kaart wordt geladen/.test(textInFrame(page)), 'the wait');
  });

  it('writes deep-link into the code', async () => {
    const page = await openState('');
    const link = present(page.querySelector<HTMLInputElement>('[name="link"]'), 'the box');
    link.click();
    await waitFor(
      () => /<regio-kaart deep-link>/.test(page.getElementById('code')?.textContent ?? ''),
      'the attribute',
    );
  });
});

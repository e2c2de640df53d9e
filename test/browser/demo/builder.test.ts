import {afterThisTest, assert, find, openPage, present, waitFor} from '../../helpers/index.js';

const PLACE = 'https://static.example.nl/regiokaart/1/';

/** Opens the snippet builder and returns the code that it writes for a way to embed. */
async function codeFor(way: 'module' | 'classic'): Promise<string> {
  const frame = document.createElement('iframe');
  frame.title = 'samenstellen';
  frame.src = '/demo/samenstellen.html';
  document.body.append(frame);
  afterThisTest(() => frame.remove());
  const page = await waitFor(() => {
    const found = frame.contentDocument;
    return found?.querySelector('#code')?.textContent?.includes(PLACE) ? found : null;
  }, 'the first code');
  const choice = present(page.querySelector<HTMLInputElement>(`[name="form"][value="${way}"]`), way);
  if (!choice.checked) choice.click();
  return present(page.querySelector('#code'), 'the code').textContent ?? '';
}

describe('the code of the snippet builder', () => {
  for (const way of ['module', 'classic'] as const) {
    it(`works on a page as it is: ${way}`, async () => {
      const code = await codeFor(way);
      const {document} = await openPage({body: code.replaceAll(PLACE, '/dist/cdn/')});
      await waitFor(() => find(document, 'input'), 'the form');
    });
  }

  it('works when an optimiser has moved the plain script', async () => {
    const code = await codeFor('classic');
    const joined = await (await fetch('/dist/cdn/regiokaart.classic.js')).text();
    const [tag = ''] = /<script [^>]*regiokaart\.classic\.js[^>]*><\/script>/.exec(code) ?? [];
    assert(tag, code);
    const {document} = await openPage({
      body: code
        .replace(tag, () => `<script>${joined.replaceAll('</', '<\\/')}</script>`)
        .replaceAll(PLACE, '/dist/cdn/'),
    });
    await waitFor(() => find(document, 'input'), 'the form');
  });
});

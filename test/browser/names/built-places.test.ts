import {
  click,
  deepEqual,
  equal,
  find,
  findAll,
  openLine,
  openPage,
  otherOrigins,
  present,
  press,
  STRICT_POLICY,
  type,
  waitFor,
} from '../../helpers/index.js';

const inputIn = (document: Document) =>
  waitFor(() => find<HTMLInputElement>(present(document.querySelector('regio-kaart'), 'it'), 'input'), 'the field');
const optionsIn = (document: Document) =>
  findAll(present(document.querySelector('regio-kaart'), 'it'), '[role="option"]');

describe('the built search by place', () => {
  it('answers under the strictest policy, with one request at the first letter and none to another origin', async () => {
    const line = await openLine();
    const {document, window} = await openPage({
      policy: STRICT_POLICY,
      body: `<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-kaart map="none"></regio-kaart>`,
    });
    const asked = async () => (await line.requests()).filter(({path}) => path.includes('/suggestions-')).length;
    const input = await inputIn(document);
    await click(input);
    await type('1316');
    await press('Backspace');
    equal(await asked(), 0, 'requests after digits');
    input.select();
    await type('den ha');
    await waitFor(() => optionsIn(document).length > 0, 'the suggestions');
    equal(await asked(), 1, 'requests after letters');
    const [first] = optionsIn(document);
    deepEqual(
      [...present(first, 'a suggestion').children].map(({textContent}) => textContent),
      ['Den Haag', "'s-Gravenhage, Zuid-Holland"],
    );
    await press('ArrowDown');
    await press('Enter');
    await waitFor(() => document.querySelector('regio-kaart')?.getAttribute('region'), 'the region');
    equal(document.querySelector('regio-kaart')?.getAttribute('region'), 'haaglanden-nieuwe-waterweg-noord');
    equal(otherOrigins(window).length, 0, 'other origins');
  });

  it('leaves postcodes working if its file fails to load', async () => {
    const line = await openLine({path: '/suggestions-', status: 404});
    const {document} = await openPage({
      body: `<script type="module" src="${line.url('/dist/cdn/regiokaart.js')}"></script><regio-kaart map="none"></regio-kaart>`,
    });
    const input = await inputIn(document);
    await click(input);
    await type('al');
    await waitFor(() => /lukt nu niet/.test(find(document, 'form')?.textContent ?? ''), 'the sentence');
    equal(input.getAttribute('aria-expanded'), 'false');
    input.select();
    await type('1316');
    await waitFor(() => document.querySelector('regio-kaart')?.getAttribute('region') === 'flevoland', 'the region');
  });
});

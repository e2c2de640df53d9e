import {equal, waitFor} from '../../helpers/index.js';
import {builtFile, journey, kaartOf, openHost} from './host.js';

/** Where the optimisers on these pages put the script, and what else is in the same file. */
const PLACES = [
  {
    page: 'autoptimize-joined',
    path: 'autoptimize_7a1d',
    before: 'var jQueryLike=1;try{(function(){',
    after: '})()}catch(e){}',
  },
  {page: 'autoptimize-single', path: 'autoptimize_single_0f6c', before: '', after: ''},
  {page: 'litespeed-delayed', path: 'litespeed/js/4b8f', before: 'window.other=1;', after: ';window.more=1;'},
  {page: 'wp-rocket-moved', path: 'cache/min/1/.*regiokaart\\.classic\\.js', before: '', after: ''},
];

describe('a page as an optimiser leaves it', () => {
  for (const {page, path, before, after} of PLACES) {
    it(`completes the journey: ${page}`, async () => {
      const body = `${before}${await builtFile('regiokaart.classic.js')}${after}`;
      const {document, line} = await openHost(page, {rules: [{path, type: 'text/javascript', body}]});
      await journey(await kaartOf(document));
      const statuses = (await line.requests()).filter(({status}) => status >= 400);
      equal(statuses.map(({path: asked}) => asked).join(), '', 'requests that failed');
    });
  }

  it('completes the journey with a delayed script that keeps its address', async () => {
    const {document} = await openHost('wp-rocket-delayed');
    await waitFor(() => document.querySelector('[data-regiokaart] > regio-kaart'), 'the element');
    await journey(await kaartOf(document));
  });
});

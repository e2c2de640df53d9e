import {
  assert,
  click,
  equal,
  find,
  findAll,
  openPage,
  otherOrigins,
  present,
  STRICT_POLICY,
  waitFor,
} from '../../helpers/index.js';

describe('the built map', () => {
  it('draws and follows a choice under the strictest policy, without a request to another origin', async () => {
    const {document, window} = await openPage({
      policy: STRICT_POLICY,
      // Tall enough for the map to be near the viewport.
      height: 1400,
      body: '<script type="module" src="/dist/cdn/regiokaart.js"></script><regio-kaart></regio-kaart>',
    });
    const kaart = present(document.querySelector('regio-kaart'), 'the element');
    const region = await waitFor(
      () => findAll<SVGPathElement>(kaart, '[role="option"]').find((path) => path.ariaLabel === 'Flevoland'),
      'the regions',
    );
    await click(region);
    await waitFor(() => region.getAttribute('aria-selected') === 'true', 'the choice');
    await click(present(find(kaart, '.zoomOut'), 'the button'));
    assert(find(kaart, '[part="attribution"]'), 'the source');
    equal(otherOrigins(window).length, 0, 'other origins');
    equal((window as unknown as {L: unknown}).L, undefined, 'a global L');
  });
});

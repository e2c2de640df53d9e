import {assert, equal, find, findAll, present, waitFor} from '../../helpers/index.js';
import {journey, type Kaart, kaartOf, listButton, openHost} from './host.js';

const statusOf = (document: Document) => present(document.querySelector('[role="status"]'), 'the status');

describe('the styles of a host', () => {
  it('do not reach into a finder, nor make its status visible', async () => {
    const {document, window} = await openHost('hostile-styles', {height: 2400});
    const kaart = await kaartOf(document);
    await journey(kaart);
    const size = (element: Element) => element.getBoundingClientRect();
    assert(size(listButton(kaart, 'zeeland')).height >= 44, 'height of a button');
    assert(
      size(present(find(kaart, '[part="phone"], [part="website"]'), 'an action')).height >= 44,
      'height of a link',
    );
    assert(size(present(find(kaart, '[part="card"] svg'), 'an icon')).width > 8, 'width of an icon');
    assert(size(present(find(kaart, '.view svg'), 'the drawing')).width > 200, 'width of the map');
    equal(window.getComputedStyle(present(find(kaart, '.root'), '.root')).textTransform, 'none', 'letters');
    const status = statusOf(document);
    await waitFor(() => /Noord-Brabant/.test(status.textContent), 'the words of the status');
    const style = window.getComputedStyle(status);
    equal(`${style.position} ${style.clipPath}`, 'fixed inset(50%)', 'how the status is kept out of sight');
    assert(style.display !== 'none' && style.visibility === 'visible', 'the status is there to be read out');
  });

  it('are not changed by a finder', async () => {
    const {document, window} = await openHost('plain');
    const looks = (element: Element) => {
      const style = window.getComputedStyle(element);
      return [style.font, style.color, style.margin, style.display, style.boxSizing].join();
    };
    const probe = document.createElement('p');
    probe.append('Tekst', document.createElement('button'));
    document.body.prepend(probe);
    const all = [document.documentElement, document.body, probe, present(probe.querySelector('button'), 'button')];
    const without = present(document.querySelector('regio-kaart'), 'finder');
    const after = all.map(looks).join('|');
    without.remove();
    equal(all.map(looks).join('|'), after, 'looks of the page');
    equal(document.adoptedStyleSheets.length, 0, 'style sheets of the page');
    equal(document.querySelectorAll('style, link').length, 0, 'styles in the page');
  });

  it('may put a finder into a box that fits its content', async () => {
    const {document} = await openHost('boxes', {height: 3000});
    await kaartOf(document);
    for (const kaart of findAll<Kaart>(document, 'regio-kaart')) {
      await kaart.updateComplete;
      const {width} = kaart.getBoundingClientRect();
      assert(width >= 240, `${kaart.parentElement?.id}: ${width} px wide`);
      await journey(kaart, {map: false});
    }
  });
});

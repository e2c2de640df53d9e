import {
  allowConsole,
  audit,
  click,
  consoleProblems,
  equal,
  find,
  findAll,
  matches,
  present,
  press,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {buttonOf, frameOf, showMap} from './show-map.js';

const sources = [
  {name: 'Gebiedsindelingen', edition: '2025', licence: 'CC BY 4.0', attribution: '© CBS, © Kadaster'},
  {name: 'Postcodes', edition: '2024', licence: 'CC BY 4.0', attribution: '© CBS, © Esri Nederland'},
  {name: 'Plaatsen', edition: '2023', licence: 'CC BY 4.0', attribution: '© GeoNames <b>'},
];

describe('"Bronnen" at the map', () => {
  it('is absent without sources', async () => {
    const map = await showMap();
    equal(find(map, '.sources'), null);
  });

  it('shows name, edition, licence and credit of each source, as text, without moving the map', async () => {
    const map = await showMap({sources});
    const before = frameOf(map);
    await click(present(find(map, 'summary'), 'Bronnen'));
    const lines = await waitFor(() => {
      const found = findAll(map, '.sources li');
      return found.some((line) => line.getBoundingClientRect().height > 0) ? found : undefined;
    }, 'the list');
    equal(lines.length, sources.length);
    equal(lines[0]?.textContent, 'Gebiedsindelingen, editie 2025, CC BY 4.0. © CBS, © Kadaster');
    matches(lines[2]?.textContent, /© GeoNames <b>$/);
    equal(frameOf(map).height, before.height, 'height of the map');
    await audit(map);
  });

  it('closes with Escape, and keeps the focus', async () => {
    const map = await showMap({sources});
    const summary = present(find<HTMLElement>(map, 'summary'), 'Bronnen');
    const details = present(find<HTMLDetailsElement>(map, 'details'), 'the disclosure');
    summary.focus();
    await press('Enter');
    await waitFor(() => details.open, 'the list');
    await press('Tab');
    await press('Escape');
    equal(details.open, false);
    equal(map.shadowRoot?.activeElement, summary);
  });

  it('stays within a narrow map', async () => {
    const map = await showMap({sources}, {width: 288, height: 420});
    present(find<HTMLDetailsElement>(map, 'details'), 'the disclosure').open = true;
    const list = present(find(map, '.sources ul'), 'the list').getBoundingClientRect();
    const frame = map.getBoundingClientRect();
    equal(list.left >= frame.left - 1 && list.right <= frame.right + 1, true, 'within');
  });
});

describe('tileSource', () => {
  const tileSource = {
    url: 'https://tiles.example.nl/{z}/{x}/{y}.png',
    attribution: '© <b>Voorbeeld</b>',
    maxZoom: 18,
  };

  it('offers another background map, and names its provider', async () => {
    const map = await showMap({tileSource});
    matches(buttonOf(map, 'achtergrondkaart').textContent, /tiles\.example\.nl/);
    equal(findAll(map, 'img').length, 0, 'requests before the visitor asks');
  });

  it('takes precedence over PDOK', async () => {
    const map = await showMap({tileSource, tiles: 'pdok'});
    equal(findAll(map, '.background').length, 1, 'buttons');
    matches(buttonOf(map, 'achtergrondkaart').textContent, /tiles\.example\.nl/);
  });

  it('shows its credit as text while it is shown', async () => {
    allowConsole(/Failed to load|ERR_|tiles\.example\.nl/);
    const map = await showMap({tileSource});
    // By a script, so that no task runs between the click and the first tile, which cannot load here.
    buttonOf(map, 'achtergrondkaart').click();
    const tile = present(find<HTMLImageElement>(map, 'img'), 'a tile');
    matches(tile.src, /^https:\/\/tiles\.example\.nl\/\d+\/\d+\/\d+\.png$/);
    // As if it had arrived.
    tile.dispatchEvent(new Event('load'));
    await waitFor(() => find(map, '[part="attribution"]')?.textContent?.includes('© <b>Voorbeeld</b>'), 'the credit');
    await click(buttonOf(map, 'Verberg'));
    await rendered(map);
    equal(find(map, '[part="attribution"]')?.textContent?.includes('Voorbeeld'), false);
  });

  it('warns once about an invalid value, and offers none', async () => {
    allowConsole(/tileSource is/);
    const wrong = {...tileSource, url: 'http://tiles.example.nl/{z}/{x}/{y}.png'};
    const map = await showMap({tileSource: wrong});
    equal(find(map, '.background'), null);
    map.tileSource = {...wrong};
    await rendered(map);
    equal(consoleProblems().filter((problem) => problem.includes('tileSource is')).length, 1, 'warnings');
    map.tileSource = tileSource;
    await rendered(map);
    matches(buttonOf(map, 'achtergrondkaart').textContent, /tiles\.example\.nl/);
  });
});

import {RegioMap} from '../../../src/map/define.js';
import {
  afterThisTest,
  allowConsole,
  assert,
  audit,
  click,
  equal,
  find,
  findAll,
  matches,
  present,
  rendered,
  waitFor,
} from '../../helpers/index.js';
import {buttonOf, regionPath, showMap, standsStill} from './show-map.js';

const tiles = (map: Element) => findAll<HTMLImageElement>(map, 'img');

/** Serves the tiles of PDOK from `url` until the end of the test. */
function serveTiles(url: string): void {
  const {pdok} = RegioMap;
  RegioMap.pdok = {...pdok, url};
  afterThisTest(() => {
    RegioMap.pdok = pdok;
  });
}

/** An address of a real picture that accepts any tile number. */
async function pictureUrl(): Promise<string> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 256;
  const context = present(canvas.getContext('2d'), 'a canvas');
  context.fillStyle = 'rgb(200 220 200)';
  context.fillRect(0, 0, 256, 256);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  const url = URL.createObjectURL(present(blob, 'a picture'));
  afterThisTest(() => URL.revokeObjectURL(url));
  return `${url}#{z}/{x}/{y}`;
}

describe('<regio-map> with tiles', () => {
  it('uses PDOK by default, in web mercator', () => {
    matches(
      RegioMap.pdok.url,
      /^https:\/\/service\.pdok\.nl\/brt\/achtergrondkaart\/.*EPSG:3857\/\{z\}\/\{x\}\/\{y\}\.png$/,
    );
  });

  it('offers nothing unless the host wants it', async () => {
    const map = await showMap();
    equal(find(map, '.background'), null);
  });

  it('requests nothing before the visitor asks for it, and names the provider', async () => {
    serveTiles(await pictureUrl());
    const map = await showMap({tiles: 'pdok'});
    equal(tiles(map).length, 0, 'tiles');
    matches(buttonOf(map, 'achtergrondkaart').textContent, /PDOK.*Kadaster/);
    await audit(map);
  });

  it('shows the background, its source, and transparent land, and hides it again', async () => {
    serveTiles(await pictureUrl());
    const map = await showMap({tiles: 'pdok'});
    equal(getComputedStyle(regionPath(map, 'Noordwest')).fillOpacity, '1');
    await click(buttonOf(map, 'Toon achtergrondkaart'));
    await waitFor(() => tiles(map).some((tile) => tile.complete && tile.naturalWidth > 0), 'tiles');
    await waitFor(() => getComputedStyle(regionPath(map, 'Noordwest')).fillOpacity < '1', 'land that lets through');
    matches(find(map, '[part="attribution"]')?.textContent, /CBS.*Kadaster \(BRT\)/s);
    for (const tile of tiles(map)) equal(tile.alt, '');
    await click(buttonOf(map, 'zoom in'));
    await standsStill(map);
    await audit(map);

    await click(buttonOf(map, 'Verberg achtergrondkaart'));
    await rendered(map);
    equal(tiles(map).length, 0, 'tiles');
    equal(getComputedStyle(regionPath(map, 'Noordwest')).fillOpacity, '1');
  });

  it('shows a message if no tile loads, and changes nothing else', async () => {
    allowConsole(/404|Not Found|Failed to load/);
    serveTiles('/no-such-tiles/{z}/{x}/{y}.png');
    const map = await showMap({tiles: 'pdok'});
    await click(buttonOf(map, 'Toon achtergrondkaart'));
    const line = present(find(map, '[role="status"]'), 'the line');
    await waitFor(() => line.textContent?.includes('niet bereikbaar'), 'the line');
    equal(tiles(map).length, 0, 'tiles');
    equal(getComputedStyle(regionPath(map, 'Noordwest')).fillOpacity, '1');
    assert(buttonOf(map, 'Toon achtergrondkaart'), 'another try');

    serveTiles(await pictureUrl());
    map.requestUpdate();
    await rendered(map);
    await click(buttonOf(map, 'Toon achtergrondkaart'));
    await waitFor(() => tiles(map).some((tile) => tile.complete && tile.naturalWidth > 0), 'tiles');
    equal(line.textContent, '');
  });

  it('stops when the host removes it', async () => {
    serveTiles(await pictureUrl());
    const map = await showMap({tiles: 'pdok'});
    await click(buttonOf(map, 'Toon achtergrondkaart'));
    await waitFor(() => tiles(map).length, 'tiles');
    map.tiles = '';
    await rendered(map);
    equal(tiles(map).length, 0, 'tiles');
    equal(find(map, '.background'), null);
  });
});

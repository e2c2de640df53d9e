import {regions} from '../../../src/data/index.js';
import {outlines} from '../../../src/data/outlines.js';
import type {RegioMap} from '../../../src/map/define.js';
import {
  afterThisTest,
  assert,
  audit,
  can,
  deepEqual,
  emulateDark,
  emulateForcedColors,
  equal,
  find,
  findAll,
  itIf,
  present,
  setViewport,
  waitFor,
} from '../../helpers/index.js';
import {frameOf, showMap, standsStill} from './show-map.js';

const country = regions.flatMap(({id, name}, index) => {
  const shape = outlines[index];
  return shape ? [{id, name, shape}] : [];
});

const shown = (map: Element) => findAll(map, '.label.shown .name');

async function showCountry(width: number, properties: Partial<RegioMap> = {}): Promise<RegioMap> {
  await setViewport(Math.max(width, 320), 900);
  const map = await showMap({regions: country, ...properties}, {width, height: Math.min(640, width * 1.3)});
  await waitFor(() => shown(map).length > 0, 'names');
  return map;
}

/** Fails if a name overlaps another or the buttons, or crosses the edge of the map. */
function areApart(map: Element): void {
  const boxes = [...shown(map), ...findAll(map, '.zoom, .tag')].map((node) => node.getBoundingClientRect());
  const frame = frameOf(map);
  boxes.forEach((box, index) => {
    assert(box.left >= frame.left - 1 && box.right <= frame.right + 1, 'within the map');
    assert(box.top >= frame.top - 1 && box.bottom <= frame.bottom + 1, 'within the map');
    for (const other of boxes.slice(index + 1)) {
      const apart =
        box.right <= other.left || other.right <= box.left || box.bottom <= other.top || other.bottom <= box.top;
      assert(apart, 'names apart');
    }
  });
}

describe('names of all regions', () => {
  // 413 is the width of the map in a finder of 768 px with two columns.
  for (const width of [413, 528, 560, 700, 1100]) {
    it(`are there on the first view of a map of ${width} px, as quiet as each other`, async () => {
      const map = await showCountry(width);
      deepEqual(
        shown(map).map((name) => name.textContent?.replaceAll('\u200b', '')),
        country.map(({name}) => name),
      );
      areApart(map);
      const looks = new Set(
        shown(map).map((name) => {
          const {color, fontSize, fontWeight} = getComputedStyle(name);
          return `${color} ${fontSize} ${fontWeight}`;
        }),
      );
      equal(looks.size, 1, 'looks');
    });
  }

  it('show as many as fit on a phone', async () => {
    const map = await showCountry(358);
    assert(shown(map).length >= 9, `${shown(map).length} names`);
    areApart(map);
  });

  it('are joined to small regions by a line that begins there', async () => {
    const map = await showCountry(560);
    const lines = findAll(map, '.leader').filter((line) => !line.hidden);
    assert(lines.length > 0, 'lines');
    for (const line of lines) {
      assert(getComputedStyle(line).borderTopStyle === 'solid' && line.offsetWidth > 0, 'a line');
      const name = present(line.nextElementSibling, 'its name').getBoundingClientRect();
      const box = line.getBoundingClientRect();
      const near = 8;
      assert(
        box.left <= name.right + near &&
          box.right >= name.left - near &&
          box.top <= name.bottom + near &&
          box.bottom >= name.top - near,
        'it reaches the name',
      );
    }
  });

  it('are shown beside the name of the selected region, which is bold', async () => {
    const map = await showCountry(560, {selected: country[0]?.id ?? null});
    await standsStill(map);
    const bold = present(find(map, '[data-rank="selected"] .name'), 'its name');
    equal(getComputedStyle(bold).fontWeight, '700');
    areApart(map);
  });

  itIf(can.emulate.includes('dark'))('are all shown in dark colours', async () => {
    await emulateDark();
    const map = await showCountry(560);
    Object.assign(document.documentElement.style, {colorScheme: 'dark', background: '#142125'});
    afterThisTest(() => document.documentElement.removeAttribute('style'));
    equal(shown(map).length, country.length);
    await audit(map);
  });

  itIf(can.emulate.includes('forcedColors'))('are all shown in forced colours', async () => {
    await emulateForcedColors();
    const map = await showCountry(560);
    equal(shown(map).length, country.length);
    areApart(map);
    await audit(map);
  });
});

import '../../../src/map/define.js';
import type {RegionId} from '../../../src/core/region.js';
import type {RegioMap} from '../../../src/map/define.js';
import {squares} from '../../fixtures/squares.js';
import {find, findAll, present, render, rendered, waitFor} from '../../helpers/index.js';

/** Ids of the four squares, for tests that set properties. */
export const id = (name: string): RegionId => name as RegionId;

/** The regions of a map, in their order. */
export const regionPaths = (map: Element): SVGPathElement[] => findAll<SVGPathElement>(map, '[role="option"]');

/** One region of a map. */
export const regionPath = (map: Element, name: string): SVGPathElement =>
  present(
    regionPaths(map).find((path) => path.getAttribute('aria-label')?.startsWith(name)),
    `the region ${name}`,
  );

/** One button of a map, by its accessible name. */
export const buttonOf = (map: Element, name: string): HTMLButtonElement =>
  present(
    findAll<HTMLButtonElement>(map, 'button').find((button) => (button.ariaLabel ?? button.textContent).includes(name)),
    `the button ${name}`,
  );

/** The box of the map itself, without the line below it. */
export const frameOf = (map: Element): DOMRect => present(find(map, '.view'), '.view').getBoundingClientRect();

/** Whether a region is wholly inside the map. */
export function isInView(map: Element, name: string): boolean {
  const region = regionPath(map, name).getBoundingClientRect();
  const frame = frameOf(map);
  return (
    region.left >= frame.left - 1 &&
    region.right <= frame.right + 1 &&
    region.top >= frame.top - 1 &&
    region.bottom <= frame.bottom + 1
  );
}

/** Waits until the drawing is the same in two checks, some frames apart, and returns it. */
export async function standsStill(map: Element): Promise<string> {
  let before = '';
  return waitFor(async () => {
    const now = find(map, 'svg > g')?.getAttribute('transform') ?? '';
    for (let frame = 0; frame < 4; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
    const same = now !== '' && now === before && now === find(map, 'svg > g')?.getAttribute('transform');
    before = now;
    return same ? now : '';
  }, 'the map to stand still');
}

/** Puts a map of the four squares into the page and waits until it is drawn. */
export async function showMap(properties: Partial<RegioMap> = {}, {width = 600, height = 500} = {}): Promise<RegioMap> {
  const map = await render<RegioMap>('<regio-map></regio-map>');
  map.style.width = `${width}px`;
  map.style.setProperty('--regio-map-height', `${height}px`);
  Object.assign(map, {regions: squares, ...properties});
  await isDrawn(map, map.regions.length);
  return map;
}

/** Waits until a map shows its regions. */
export async function isDrawn(map: RegioMap, count: number = squares.length): Promise<void> {
  await waitFor(() => regionPaths(map).length === count, 'the regions');
  await standsStill(map);
  await rendered(map);
}

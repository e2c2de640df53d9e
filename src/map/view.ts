import {LatLng, LatLngBounds, type MovingMap, Point} from './leaflet.js';

/** How far the visitor can look past the country, as a share of its size. */
const AIR = 0.12;

/** Seconds of a move to a region, and of a step by a button. */
const FLY_S = 0.6;
const STEP_S = 0.25;

/** Pixels between the edge of the map and what must be in view. */
const MARGIN_PX = 12;

/** Sea to the west, as a share of the country's width, for the names of regions on the coast. */
const SEA = 0.1;

/** Narrower maps have no room for that sea. */
const SEA_FROM_PX = 400;

/** How many zoom levels the visitor can zoom in from the whole country. */
const DEPTH = 5;

/** Zoom levels per press of a button, and the share of the view that one press moves the map by. */
const ZOOM_STEP = 0.75;
const PAN_STEP = 0.35;

/** Smaller differences count as equal, in zoom levels and in pixels. */
const SAME_ZOOM = 0.01;
const SAME_PX = 2;

/** The moves that are still possible from the present view. */
export interface Reach {
  readonly zoomIn: boolean;
  readonly zoomOut: boolean;
  readonly up: boolean;
  readonly down: boolean;
  readonly left: boolean;
  readonly right: boolean;
}

function withSea(land: LatLngBounds): LatLngBounds {
  const [west, east] = [land.getWest(), land.getEast()];
  return new LatLngBounds(new LatLng(land.getSouth(), west - (east - west) * SEA), new LatLng(land.getNorth(), east));
}

/** Whether the visitor prefers reduced motion. */
const reducedMotion = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/** Controls the view: keeps it on the country, and moves it smoothly or at once. */
export class View {
  /** What stays in view when the size changes; undefined after the visitor has moved the map. */
  #target: LatLngBounds | 'country' | undefined = 'country';
  /** The view on the screen, kept during printing; undefined at other times. */
  #onScreen: {readonly center: LatLng; readonly zoom: number} | undefined;

  readonly #map: MovingMap;
  readonly #land: LatLngBounds;
  /** The land, with the sea that is shown beside it. */
  #country: LatLngBounds;
  /** The limits of what the visitor can look at. */
  #limits: LatLngBounds;

  /** The map must have a size. The first view is the whole country. */
  constructor(map: MovingMap, land: LatLngBounds) {
    this.#map = map;
    this.#land = land;
    this.#country = land;
    this.#limits = land.pad(AIR);
    map.setView(land.getCenter(), 7, {animate: false});
    this.resized();
  }

  /** Shows `bounds` (by default the whole country), and shows them again whenever the size changes. */
  show(bounds: LatLngBounds | 'country' = 'country', seconds = FLY_S): void {
    this.#target = bounds;
    this.#fit(bounds, seconds);
  }

  /** Restores the view after the size of the map has changed. */
  resized(): void {
    const map = this.#map;
    map.invalidateSize({animate: false, pan: false});
    this.#country = map.getSize().x < SEA_FROM_PX ? this.#land : withSea(this.#land);
    this.#limits = this.#country.pad(AIR);
    // Otherwise the whole country would stay at the zoom level of a larger frame.
    map.options.minZoom = 0;
    const whole = map.getBoundsZoom(this.#country, false, new Point(2 * MARGIN_PX, 2 * MARGIN_PX));
    map.options.minZoom = whole;
    map.options.maxZoom = whole + DEPTH;
    if (this.#onScreen) this.#fit('country', 0);
    else if (this.#target) this.#fit(this.#target, 0);
    else this.#go(map.getCenter(), map.getZoom(), 0);
  }

  /** Shows the whole country for paper, and restores the visitor's view afterwards. */
  print(printing: boolean): void {
    const map = this.#map;
    const before = this.#onScreen;
    map._stop();
    this.#onScreen = printing ? (before ?? {center: map.getCenter(), zoom: map.getZoom()}) : undefined;
    this.resized();
    if (before && !printing && !this.#target) this.#go(before.center, before.zoom, 0);
  }

  /** Leaves the view to the visitor, who has begun to move the map. */
  release(): void {
    this.#target = undefined;
  }

  zoomBy(steps: number): void {
    this.release();
    this.#go(this.#map.getCenter(), this.#map.getZoom() + steps * ZOOM_STEP, STEP_S);
  }

  /** Moves by a share of the view: `x` to the east, `y` to the south, each -1, 0 or 1. */
  panBy(x: number, y: number): void {
    this.release();
    const map = this.#map;
    const step = map.getSize().scaleBy(new Point(x * PAN_STEP, y * PAN_STEP));
    this.#go(map.unproject(map.project(map.getCenter()).add(step)), map.getZoom(), STEP_S);
  }

  /** Brings a point into view, if it is not. */
  reveal(point: LatLng): void {
    const map = this.#map;
    const size = map.getSize();
    const at = map.latLngToContainerPoint(point);
    const margin = Math.min(size.x, size.y) / 8;
    const inside = at.x > margin && at.y > margin && at.x < size.x - margin && at.y < size.y - margin;
    if (!inside) this.#go(point, map.getZoom(), STEP_S);
  }

  /** The centre nearest to `center` for which the view at `zoom` stays within the limits. */
  limit(center: LatLng, zoom: number): LatLng {
    const map = this.#map;
    const half = map.getSize().divideBy(2);
    const low = map.project(this.#limits.getNorthWest(), zoom).add(half);
    const high = map.project(this.#limits.getSouthEast(), zoom).subtract(half);
    const at = map.project(center, zoom);
    const clamp = (value: number, min: number, max: number) =>
      min > max ? (min + max) / 2 : Math.min(Math.max(value, min), max);
    return map.unproject(new Point(clamp(at.x, low.x, high.x), clamp(at.y, low.y, high.y)), zoom);
  }

  limitZoom(zoom: number): number {
    return Math.min(Math.max(zoom, this.#map.getMinZoom()), this.#map.getMaxZoom());
  }

  reach(): Reach {
    const map = this.#map;
    const zoom = map.getZoom();
    const center = map.project(map.getCenter());
    const can = (x: number, y: number) => {
      const further = map.project(this.limit(map.unproject(center.add(new Point(x * 32, y * 32))), zoom));
      return (further.x - center.x) * x + (further.y - center.y) * y > SAME_PX;
    };
    return {
      zoomIn: zoom < map.getMaxZoom() - SAME_ZOOM,
      zoomOut: zoom > map.getMinZoom() + SAME_ZOOM,
      up: can(0, -1),
      down: can(0, 1),
      left: can(-1, 0),
      right: can(1, 0),
    };
  }

  #fit(target: LatLngBounds | 'country', seconds: number): void {
    const map = this.#map;
    const size = map.getSize();
    // A region gets room around it, to show where in the country it lies.
    const share = target === 'country' ? 0 : 0.15;
    const bounds = target === 'country' ? this.#country : target;
    const margin = new Point(2 * MARGIN_PX + size.x * share, 2 * MARGIN_PX + size.y * share);
    const zoom = this.limitZoom(map.getBoundsZoom(bounds, false, margin));
    const middle = map.project(bounds.getNorthWest(), zoom).add(map.project(bounds.getSouthEast(), zoom)).divideBy(2);
    this.#go(map.unproject(middle, zoom), zoom, seconds);
  }

  /** Moves there in `seconds`; at once with 0, and for visitors who prefer reduced motion. */
  #go(center: LatLng, zoom: number, seconds: number): void {
    const map = this.#map;
    const toZoom = this.limitZoom(zoom);
    const to = this.limit(center, toZoom);
    if (seconds === 0 || reducedMotion()) {
      map.setView(to, toZoom, {animate: false});
    } else if (Math.abs(toZoom - map.getZoom()) < SAME_ZOOM) {
      map.panTo(to, {animate: true, duration: seconds});
    } else {
      // `flyTo` fails if its start and end differ by less than a pixel without being equal.
      const from = map.getCenter();
      const isSame = map.project(from, toZoom).distanceTo(map.project(to, toZoom)) < 1;
      map.flyTo(isSame ? from : to, toZoom, {duration: seconds});
    }
  }
}

import {LatLng, LatLngBounds, type MovingMap, Point} from './leaflet.js';

/** Part of the country's size that the visitor can look past its edge. */
const AIR = 0.12;

/** Seconds of a move to a region, and of a step by a button. */
const FLY_S = 0.6;
const STEP_S = 0.25;

/** Pixels between the edge of the map and what must be in view. */
const MARGIN_PX = 12;

/** Part of the country's width that is added as sea in the west, for the names of regions on the coast. */
const SEA = 0.1;

/** Narrower maps have no pixels to spare for that. */
const SEA_FROM_PX = 400;

/** Zoom levels beyond the whole country that the visitor may go. */
const DEPTH = 5;

/** How much closer one press of a button brings the map, and which part of the view one press moves it by. */
const ZOOM_STEP = 0.75;
const PAN_STEP = 0.35;

/** Differences that are no difference: zoom levels, and pixels. */
const SAME_ZOOM = 0.01;
const SAME_PX = 2;

/** What the visitor can still do from here. */
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

/** True when the visitor asked for less motion. */
const reducedMotion = (): boolean => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? false;

/** Where the map looks: keeps it on the country, and moves it smoothly or at once. */
export class View {
  /** What is kept in view when the size changes; undefined after the visitor moved the map. */
  #target: LatLngBounds | 'country' | undefined = 'country';
  /** Where the visitor was when the page was printed; undefined on the screen. */
  #onScreen: {readonly center: LatLng; readonly zoom: number} | undefined;

  readonly #map: MovingMap;
  readonly #land: LatLngBounds;
  /** The land with the sea that is shown beside it. */
  #country: LatLngBounds;
  /** As far as the visitor can look. */
  #limits: LatLngBounds;

  /** The map must have a size; the view is the whole country. */
  constructor(map: MovingMap, land: LatLngBounds) {
    this.#map = map;
    this.#land = land;
    this.#country = land;
    this.#limits = land.pad(AIR);
    map.setView(land.getCenter(), 7, {animate: false});
    this.resized();
  }

  /** Shows `bounds` (the whole country by default) from now on, and again when the size changes. */
  show(bounds: LatLngBounds | 'country' = 'country', seconds = FLY_S): void {
    this.#target = bounds;
    this.#fit(bounds, seconds);
  }

  /** The size of the map changed: shows the same again. */
  resized(): void {
    const map = this.#map;
    map.invalidateSize({animate: false, pan: false});
    this.#country = map.getSize().x < SEA_FROM_PX ? this.#land : withSea(this.#land);
    this.#limits = this.#country.pad(AIR);
    const whole = map.getBoundsZoom(this.#country, false, new Point(2 * MARGIN_PX, 2 * MARGIN_PX));
    map.options.minZoom = whole;
    map.options.maxZoom = whole + DEPTH;
    if (this.#onScreen) this.#fit('country', 0);
    else if (this.#target) this.#fit(this.#target, 0);
    else this.#go(map.getCenter(), map.getZoom(), 0);
  }

  /** Shows the whole country, on paper; then what the visitor saw before. */
  print(printing: boolean): void {
    const map = this.#map;
    const before = this.#onScreen;
    map._stop();
    this.#onScreen = printing ? (before ?? {center: map.getCenter(), zoom: map.getZoom()}) : undefined;
    this.resized();
    if (before && !printing && !this.#target) this.#go(before.center, before.zoom, 0);
  }

  /** The visitor takes over. */
  release(): void {
    this.#target = undefined;
  }

  zoomBy(steps: number): void {
    this.release();
    this.#go(this.#map.getCenter(), this.#map.getZoom() + steps * ZOOM_STEP, STEP_S);
  }

  /** Moves by a part of the view: `x` to the east, `y` to the south, each -1, 0 or 1. */
  panBy(x: number, y: number): void {
    this.release();
    const map = this.#map;
    const step = map.getSize().scaleBy(new Point(x * PAN_STEP, y * PAN_STEP));
    this.#go(map.unproject(map.project(map.getCenter()).add(step)), map.getZoom(), STEP_S);
  }

  /** Brings a place into view, when it is not. */
  reveal(place: LatLng): void {
    const map = this.#map;
    const size = map.getSize();
    const at = map.latLngToContainerPoint(place);
    const margin = Math.min(size.x, size.y) / 8;
    const inside = at.x > margin && at.y > margin && at.x < size.x - margin && at.y < size.y - margin;
    if (!inside) this.#go(place, map.getZoom(), STEP_S);
  }

  /** The centre nearest to `center` at which the view, at `zoom`, stays on the country and its air. */
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
    // A region gets room around it, so that one sees where in the country it lies.
    const share = target === 'country' ? 0 : 0.15;
    const bounds = target === 'country' ? this.#country : target;
    const margin = new Point(2 * MARGIN_PX + size.x * share, 2 * MARGIN_PX + size.y * share);
    const zoom = this.limitZoom(map.getBoundsZoom(bounds, false, margin));
    const middle = map.project(bounds.getNorthWest(), zoom).add(map.project(bounds.getSouthEast(), zoom)).divideBy(2);
    this.#go(map.unproject(middle, zoom), zoom, seconds);
  }

  /** Moves there in `seconds`, or at once with 0 and for visitors who want less motion. */
  #go(center: LatLng, zoom: number, seconds: number): void {
    const map = this.#map;
    const toZoom = this.limitZoom(zoom);
    const to = this.limit(center, toZoom);
    if (seconds === 0 || reducedMotion()) {
      map.setView(to, toZoom, {animate: false});
    } else if (Math.abs(toZoom - map.getZoom()) < SAME_ZOOM) {
      map.panTo(to, {animate: true, duration: seconds});
    } else {
      // Leaflet's flight stands still when its ends are less than a pixel apart, and not the same.
      const from = map.getCenter();
      const isSame = map.project(from, toZoom).distanceTo(map.project(to, toZoom)) < 1;
      map.flyTo(isSame ? from : to, toZoom, {duration: seconds});
    }
  }
}

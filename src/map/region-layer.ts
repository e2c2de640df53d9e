import type {LonLat, RegionShape} from '../core/geometry.js';
import type {RegionId} from '../core/region.js';
import {type Box, createText, type Extent, type LabelRank, Labels, placeAt} from './labels.js';
import {toPixel} from './lat-lng.js';
import {Layer, type LeafletEventHandlerFn, type LeafletMap, Point} from './leaflet.js';
import {arrowKeys, neighbour} from './region-keys.js';

const SVG_NS = 'http://www.w3.org/2000/svg';

/** Zoom level at which the outlines are written in whole pixels: one is some 23 m in the Netherlands. */
const DRAWING_ZOOM = 12;

/** Pixels between the stripes of a region that a border postcode may belong to. */
const STRIPE_PX = 8;

/** A region as the map needs it. */
export interface MapRegion {
  readonly id: RegionId;
  /** Label as shown. */
  readonly name: string;
  readonly shape: RegionShape;
}

/** A place to mark, such as that of a postcode. */
export interface MapPlace {
  readonly point: LonLat;
  readonly label: string;
}

/** What the layer shows: all of it comes from the element. */
export interface RegionState {
  readonly selected: RegionId | null;
  readonly candidates: readonly RegionId[];
  readonly place: MapPlace | null;
  /** Accessible name of the regions together. */
  readonly label: string;
  /** Accessible name of a candidate. */
  readonly candidateName: (name: string) => string;
}

/** What the visitor does on the layer. */
export interface RegionActions {
  /** By click, tap, Enter or Space. */
  readonly select: (id: RegionId) => void;
  /** A region took focus by key: it has to be in view. */
  readonly focus: (point: LonLat) => void;
  /** What of the map lies under buttons. */
  readonly covered: () => readonly Box[];
  /** Escape. */
  readonly leave: () => void;
}

function createSvg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Element[]
): SVGElementTagNameMap[K] {
  const node = document.createElementNS(SVG_NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Makes an id that no other map in the same tree has. */
let layers = 0;

/**
 * The regions as SVG paths on a Leaflet map, with their labels and the marker of a place.
 *
 * Each outline is written once, in the pixels of one zoom level; a move of the map then is one `transform`, and
 * strokes keep their width (`vector-effect`). Leaflet's own polygons are projected and rounded to whole pixels at
 * each zoom, take no focus, and change their place in the DOM to come to the front, which loses focus.
 *
 * For assistive technology the regions are a listbox with one tab stop: arrow keys move between the regions without
 * a choice, Enter or Space chooses. Radio buttons would choose at each arrow key, and so move the map away.
 */
export class RegionLayer extends Layer {
  private readonly regions: readonly MapRegion[];
  private readonly actions: RegionActions;
  private readonly paths: readonly SVGPathElement[];
  private readonly root: HTMLElement;
  private readonly list: SVGGElement;
  private readonly marks: SVGGElement;
  private readonly drawing: SVGGElement;
  private readonly pattern: SVGPatternElement;
  private readonly marker: HTMLElement;
  private readonly labels: Labels;
  private readonly patternId = `regio-stripes-${++layers}`;
  private map: LeafletMap | undefined;
  private arranging: ReturnType<typeof setTimeout> | undefined;
  private state: RegionState | undefined;
  /** The one region in the tab order. */
  private tabStop = 0;
  /** True from the press of a pointer to its click: focus that comes between is not shown. */
  private pointing = false;
  /** The region with visible focus. */
  private ringed = -1;
  /** North-west corner of all regions, in pixels at the drawing zoom. */
  private origin = new Point(0, 0);
  /** Label points from the origin, in pixels at the drawing zoom. */
  private anchors: readonly Point[] = [];
  /** Bounds of the regions, likewise. */
  private boxes: readonly Box[] = [];

  constructor(regions: readonly MapRegion[], actions: RegionActions) {
    super();
    this.regions = regions;
    this.actions = actions;
    this.paths = regions.map(({name}) => createSvg('path', {class: 'region', role: 'option', 'aria-label': name}));
    this.list = createSvg('g', {role: 'listbox'}, ...this.paths);
    this.marks = createSvg('g', {class: 'marks', 'aria-hidden': 'true'});
    this.drawing = createSvg('g', {}, this.list, this.marks);
    this.pattern = createSvg(
      'pattern',
      {id: this.patternId, width: `${STRIPE_PX}`, height: `${STRIPE_PX}`, patternUnits: 'userSpaceOnUse'},
      createSvg('path', {class: 'stripe-ground', d: `M0 0h${STRIPE_PX}v${STRIPE_PX}H0z`}),
      createSvg('path', {class: 'stripe', d: `M0 0h${STRIPE_PX / 2}v${STRIPE_PX}H0z`}),
    );
    const names = createText('div', 'labels', '');
    names.ariaHidden = 'true';
    this.marker = createText('div', 'marker', '');
    this.root = createText('div', 'regions', '');
    this.root.append(createSvg('svg', {}, createSvg('defs', {}, this.pattern), this.drawing), names);
    this.labels = new Labels(
      names,
      regions.map(({name}, index) => ({
        name,
        extent: () => this.extent(index),
        at: (x, y) => this.regionAt(index, x, y),
      })),
    );
    names.append(this.marker);
    this.draw();
    this.root.addEventListener('click', (event) => this.handleClick(event));
    this.root.addEventListener('keydown', (event) => this.handleKey(event));
    this.root.addEventListener('focusin', (event) => this.handleFocus(event));
    this.root.addEventListener('focusout', () => {
      this.pointing = false;
      this.ring(-1);
    });
    this.root.addEventListener('pointerdown', () => {
      this.pointing = true;
    });
  }

  override onAdd(map: LeafletMap): this {
    this.map = map;
    map.getPane('overlayPane')?.append(this.root);
    this.move();
    return this;
  }

  override onRemove(): this {
    clearTimeout(this.arranging);
    this.arranging = undefined;
    this.root.remove();
    this.map = undefined;
    return this;
  }

  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return {move: () => this.move(), moveend: () => this.settle()};
  }

  /** Shows another state. */
  update(state: RegionState): void {
    const before = this.state?.selected ?? this.state?.candidates[0];
    this.state = state;
    this.list.setAttribute('aria-label', state.label);
    this.regions.forEach(({id, name}, index) => {
      const path = this.paths[index];
      const candidate = state.candidates.includes(id);
      path?.setAttribute('aria-selected', `${id === state.selected}`);
      path?.setAttribute('aria-label', candidate ? state.candidateName(name) : name);
      path?.setAttribute('class', `region ${this.rank(id)}`);
      if (path) path.style.fill = candidate ? `url(#${this.patternId})` : '';
    });
    // Tab enters where the visitor looks, unless it is there already.
    const first = state.selected ?? state.candidates[0];
    const index = this.regions.findIndex(({id}) => id === first);
    if (index >= 0 && before !== first && this.ringed < 0) this.tabStop = index;
    this.setTabStop(this.tabStop);
    this.marker.replaceChildren();
    if (state.place) {
      this.marker.append(createText('span', 'dot', ''), createText('span', 'tag', state.place.label));
    }
    this.mark();
    this.move();
    this.settle();
  }

  private rank(id: RegionId): LabelRank {
    if (id === this.state?.selected) return 'selected';
    return this.state?.candidates.includes(id) ? 'candidate' : 'quiet';
  }

  /** Writes the outlines. */
  private draw(): void {
    const corners = this.regions.map(({shape: {bbox}}) => toPixel([bbox[0], bbox[3]], DRAWING_ZOOM));
    this.origin = new Point(Math.min(...corners.map(({x}) => x)), Math.min(...corners.map(({y}) => y))).floor();
    this.anchors = this.regions.map(({shape}) => this.toDrawing(shape.labelPoint));
    this.boxes = this.regions.map(({shape: {bbox}}) => {
      const {x: left, y: top} = this.toDrawing([bbox[0], bbox[3]]);
      const {x: right, y: bottom} = this.toDrawing([bbox[2], bbox[1]]);
      return {left, top, right, bottom};
    });
    this.regions.forEach(({shape}, index) => {
      let outline = '';
      for (const ring of shape.polygons.flat()) {
        // The last point repeats the first: `z` closes the ring.
        ring.slice(0, -1).forEach((place, at) => {
          const {x, y} = this.toDrawing(place);
          outline += `${at === 0 ? 'M' : 'L'}${Math.round(x)} ${Math.round(y)}`;
        });
        outline += 'z';
      }
      this.paths[index]?.setAttribute('d', outline);
    });
  }

  /** A place in pixels of the drawing. */
  private toDrawing(place: LonLat): Point {
    return toPixel(place, DRAWING_ZOOM).subtract(this.origin);
  }

  /** Pixels on the screen for one in the drawing. */
  private scale(): number {
    return this.map ? this.map.getZoomScale(this.map.getZoom(), DRAWING_ZOOM) : 1;
  }

  /** Where the drawing begins, in pixels of the map. */
  private offset(): Point {
    const {map} = this;
    if (!map) return new Point(0, 0);
    return this.origin.multiplyBy(this.scale()).subtract(map.project(map.getCenter())).add(map.getSize().divideBy(2));
  }

  private pixels(): Point[] {
    const offset = this.offset();
    const scale = this.scale();
    return this.anchors.map((anchor) => anchor.multiplyBy(scale).add(offset));
  }

  /** Follows the map, at every frame of a move. */
  private move(): void {
    const {map} = this;
    if (!map) return;
    const scale = this.scale();
    const offset = this.offset();
    // The root lies on the map like glass: it does not move with the panes.
    placeAt(this.root, map.containerPointToLayerPoint([0, 0]));
    this.drawing.setAttribute('transform', `translate(${offset.x.toFixed(2)} ${offset.y.toFixed(2)}) scale(${scale})`);
    this.pattern.setAttribute('patternTransform', `scale(${1 / scale}) rotate(45)`);
    this.labels.move(this.pixels());
    const place = this.placePixel();
    if (place) placeAt(this.marker, place);
  }

  private placePixel(): Point | undefined {
    const place = this.state?.place;
    return place ? this.toDrawing(place.point).multiplyBy(this.scale()).add(this.offset()) : undefined;
  }

  /** What the marker covers. */
  private markerBox(): Box[] {
    const at = this.placePixel();
    const [dot, tag] = this.marker.children;
    if (!at || !(dot instanceof HTMLElement) || !(tag instanceof HTMLElement)) return [];
    const half = tag.offsetWidth / 2;
    return [{left: at.x - half, top: at.y + tag.offsetTop, right: at.x + half, bottom: at.y + dot.offsetHeight}];
  }

  /** The map stands still: what depends on its size and place is done now. */
  private settle(): void {
    const {map} = this;
    if (!map) return;
    const {x, y} = map.getSize();
    this.root.style.width = `${x}px`;
    this.root.style.height = `${y}px`;
    // In a task of its own, which stays short: labels are measured, and tried in many places.
    this.arranging ??= setTimeout(() => this.arrange());
  }

  private arrange(): void {
    this.arranging = undefined;
    if (!this.map) return;
    const {x, y} = this.map.getSize();
    this.labels.arrange(
      this.pixels(),
      this.regions.map(({id}) => this.rank(id)),
      {width: x, height: y},
      [...this.markerBox(), ...this.actions.covered()],
    );
  }

  /** Size of a region on the screen. */
  private extent(index: number): Extent {
    const {left, top, right, bottom} = this.boxes[index] ?? {left: 0, top: 0, right: 0, bottom: 0};
    const scale = this.scale();
    return {width: (right - left) * scale, height: (bottom - top) * scale};
  }

  /** Whether a place, in pixels from a region's label point, lies in that region, in another one, or in none. */
  private regionAt(index: number, x: number, y: number): 'region' | 'other' | 'none' {
    const scale = this.scale();
    const {x: left, y: top} = (this.anchors[index] ?? this.origin).add(new Point(x / scale, y / scale));
    const found = this.paths.findIndex((path, other) => {
      const box = this.boxes[other];
      const near = box && left >= box.left && left <= box.right && top >= box.top && top <= box.bottom;
      return near && path.isPointInFill(new DOMPoint(left, top));
    });
    if (found < 0) return 'none';
    return found === index ? 'region' : 'other';
  }

  /** Draws what must lie over all regions: outlines of the selected region, of candidates, and of focus. */
  private mark(): void {
    const marks = this.regions.flatMap(({id}, index): [string, number][] => {
      const rank = this.rank(id);
      if (rank === 'quiet') return [];
      return [
        ['casing', index],
        [rank, index],
      ];
    });
    if (this.ringed >= 0) marks.push(['ring-outer', this.ringed], ['ring-inner', this.ringed]);
    this.marks.replaceChildren(
      ...marks.map(([name, index]) =>
        createSvg('path', {class: `mark ${name}`, d: this.paths[index]?.getAttribute('d') ?? ''}),
      ),
    );
  }

  private ring(index: number): void {
    if (this.ringed === index) return;
    this.ringed = index;
    this.mark();
  }

  private setTabStop(index: number): void {
    this.tabStop = index;
    this.paths.forEach((path, other) => {
      path.setAttribute('tabindex', other === index ? '0' : '-1');
    });
  }

  private indexOf(event: Event): number {
    return this.paths.indexOf(event.target as SVGPathElement);
  }

  private handleClick(event: Event): void {
    this.pointing = false;
    const index = this.indexOf(event);
    if (index < 0) return;
    this.setTabStop(index);
    this.choose(index);
  }

  private handleFocus(event: Event): void {
    const index = this.indexOf(event);
    const region = this.regions[index];
    if (!region) return;
    this.setTabStop(index);
    // Not :focus-visible: WebKit does not give it to focus that a key moved on from a click.
    if (this.pointing) return;
    this.ring(index);
    this.actions.focus(region.shape.labelPoint);
  }

  private handleKey(event: KeyboardEvent): void {
    const index = this.indexOf(event);
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = arrowKeys[event.key];
    if (direction) {
      const shapes = this.regions.map(({shape}) => shape);
      this.focus(neighbour(shapes, index, direction));
    } else if (event.key === 'Home') {
      this.focus(0);
    } else if (event.key === 'End') {
      this.focus(this.paths.length - 1);
    } else if (event.key === 'Enter' || event.key === ' ') {
      this.choose(index);
    } else if (event.key === 'Escape') {
      this.actions.leave();
    } else {
      return;
    }
    event.preventDefault();
    // Focus that came by a click shows from the first key on.
    if (event.target === this.paths[this.tabStop] && event.key !== 'Escape') this.ring(this.tabStop);
  }

  private focus(index: number): void {
    this.paths[index]?.focus({preventScroll: true});
  }

  private choose(index: number): void {
    const region = this.regions[index];
    if (region) this.actions.select(region.id);
  }
}

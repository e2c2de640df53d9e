import type {RegionId} from '../core/region.js';
import type {Box, LabelRank, Pixel} from './label-room.js';
import {Labels} from './labels.js';
import {Layer, type LeafletEventHandlerFn, type LeafletMap, Point} from './leaflet.js';
import type {MapMarker, MapRegion} from './map-region.js';
import {DRAWING_ZOOM, OutlineDrawing} from './outline-drawing.js';
import {type ListboxActions, RegionListbox, spokenName} from './region-listbox.js';
import {createSvg, createText, moveTo} from './svg.js';

/** Pixels between the stripes of a region that a border postcode may belong to. */
const STRIPE_PX = 8;

/** Pixels of the map that are asked about together when labels look for room. */
const CELL_PX = 3;

/** What the layer shows: all of it comes from the element. */
export interface RegionState {
  readonly selected: RegionId | null;
  readonly candidates: readonly RegionId[];
  readonly marker: MapMarker | null;
  /** Accessible name of the regions together. */
  readonly label: string;
  /** Accessible name of a candidate. */
  readonly candidateName: (name: string) => string;
}

/** What the visitor does on the layer, and what it asks of the element. */
export interface RegionActions extends Omit<ListboxActions, 'ring'> {
  /** What of the map lies under buttons. */
  readonly covered: () => readonly Box[];
}

/** Makes an id that no other map in the same tree has. */
let layers = 0;

/**
 * The regions as SVG paths on a Leaflet map, with their labels and the marker.
 *
 * Each outline is written once, in the pixels of one zoom level; a move of the map then is one `transform`, and
 * strokes keep their width (`vector-effect`). Leaflet's own polygons are projected and rounded to whole pixels at
 * each zoom, take no focus, and change their place in the DOM to come to the front, which loses focus.
 */
export class RegionLayer extends Layer {
  private readonly regions: readonly MapRegion[];
  private readonly covered: () => readonly Box[];
  private readonly outlines: OutlineDrawing;
  private readonly list: RegionListbox;
  private readonly root: HTMLElement;
  private readonly marks: SVGGElement;
  private readonly drawing: SVGGElement;
  private readonly pattern: SVGPatternElement;
  private readonly markerNode: HTMLElement;
  private readonly labels: Labels;
  private readonly patternId = `regio-stripes-${++layers}`;
  private map: LeafletMap | undefined;
  private arranging: ReturnType<typeof setTimeout> | undefined;
  private state: RegionState | undefined;
  /** The region with visible focus. */
  private ringed = -1;

  constructor(regions: readonly MapRegion[], {covered, ...actions}: RegionActions) {
    super();
    this.regions = regions;
    this.covered = covered;
    this.outlines = new OutlineDrawing(regions);
    this.list = new RegionListbox(regions, this.outlines.outlines, {
      ...actions,
      ring: (index) => {
        this.ringed = index;
        this.mark();
      },
    });
    this.marks = createSvg('g', {class: 'marks', 'aria-hidden': 'true'});
    this.drawing = createSvg('g', {}, this.list.node, this.marks);
    this.pattern = createSvg(
      'pattern',
      {id: this.patternId, width: `${STRIPE_PX}`, height: `${STRIPE_PX}`, patternUnits: 'userSpaceOnUse'},
      createSvg('path', {class: 'stripe-ground', d: `M0 0h${STRIPE_PX}v${STRIPE_PX}H0z`}),
      createSvg('path', {class: 'stripe', d: `M0 0h${STRIPE_PX / 2}v${STRIPE_PX}H0z`}),
    );
    // Without a role Chromium takes it for a document of its own, and screen readers are silent about the regions.
    const svg = createSvg('svg', {role: 'none'}, createSvg('defs', {}, this.pattern), this.drawing);
    const names = createText('div', 'labels', '');
    names.ariaHidden = 'true';
    this.root = createText('div', 'regions', '');
    this.root.append(svg, names);
    this.list.listen(this.root);
    this.labels = new Labels(
      names,
      regions.map(({name}) => name),
    );
    this.markerNode = createText('div', 'marker', '');
    names.append(this.markerNode);
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

  /** Without a prototype, since Leaflet takes whatever a page added to `Object.prototype` for an event. */
  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return Object.assign(Object.create(null), {move: () => this.move(), moveend: () => this.settle()});
  }

  /** Shows another state. */
  update(state: RegionState): void {
    const before = this.state?.selected ?? this.state?.candidates[0];
    this.state = state;
    this.list.node.setAttribute('aria-label', state.label);
    this.regions.forEach(({id, name}, index) => {
      const path = this.list.paths[index];
      const candidate = state.candidates.includes(id);
      path?.setAttribute('aria-selected', `${id === state.selected}`);
      path?.setAttribute('aria-label', candidate ? state.candidateName(spokenName(name)) : spokenName(name));
      path?.setAttribute('class', `region ${this.rank(id)}`);
      if (path) path.style.fill = candidate ? `url(#${this.patternId})` : '';
    });
    // Tab enters where the visitor looks.
    const first = state.selected ?? state.candidates[0];
    this.list.setStart(before === first ? -1 : this.regions.findIndex(({id}) => id === first));
    this.markerNode.replaceChildren();
    if (state.marker) {
      this.markerNode.append(createText('span', 'dot', ''), createText('span', 'tag', state.marker.label));
    }
    this.mark();
    this.move();
    this.settle();
  }

  /** Labels find their places now, not in a task of their own: for print. */
  arrange(): void {
    clearTimeout(this.arranging);
    this.arranging = undefined;
    const {map} = this;
    if (!map) return;
    const {x: width, y: height} = map.getSize();
    const scale = this.scale();
    const anchors = this.pixels();
    this.labels.arrange(
      this.regions.map(({id}, index) => {
        const {left, top, right, bottom} = this.outlines.boxes[index] ?? {left: 0, top: 0, right: 0, bottom: 0};
        return {
          rank: this.rank(id),
          anchor: anchors[index] ?? this.outlines.origin,
          region: {width: (right - left) * scale, height: (bottom - top) * scale},
        };
      }),
      {size: {width, height}, taken: [...this.markerBox(), ...this.covered()], regionAt: this.regionFinder()},
    );
  }

  /** The regions whose labels are in view. */
  inView(): MapRegion[] {
    const {x: width, y: height} = this.map?.getSize() ?? new Point(0, 0);
    const pixels = this.pixels();
    return this.regions.filter((_, index) => {
      const {x, y} = pixels[index] ?? {x: -1, y: -1};
      return x >= 0 && y >= 0 && x <= width && y <= height;
    });
  }

  private rank(id: RegionId): LabelRank {
    if (id === this.state?.selected) return 'selected';
    return this.state?.candidates.includes(id) ? 'candidate' : 'quiet';
  }

  /** Pixels on the screen for one in the drawing. */
  private scale(): number {
    return this.map ? this.map.getZoomScale(this.map.getZoom(), DRAWING_ZOOM) : 1;
  }

  /** Where the drawing begins, in pixels of the map. */
  private offset(): Point {
    const {map} = this;
    if (!map) return new Point(0, 0);
    return this.outlines.origin
      .multiplyBy(this.scale())
      .subtract(map.project(map.getCenter()))
      .add(map.getSize().divideBy(2));
  }

  /** The label points, in pixels of the map. */
  private pixels(): Point[] {
    const offset = this.offset();
    const scale = this.scale();
    return this.outlines.anchors.map((anchor) => anchor.multiplyBy(scale).add(offset));
  }

  /** Follows the map, at every frame of a move. */
  private move(): void {
    const {map} = this;
    if (!map) return;
    const scale = this.scale();
    const offset = this.offset();
    // The root lies on the map like glass: it does not move with the panes.
    moveTo(this.root, map.containerPointToLayerPoint([0, 0]));
    this.drawing.setAttribute('transform', `translate(${offset.x.toFixed(2)} ${offset.y.toFixed(2)}) scale(${scale})`);
    this.pattern.setAttribute('patternTransform', `scale(${1 / scale}) rotate(45)`);
    this.labels.move(this.pixels());
    const marker = this.markerPixel();
    if (marker) moveTo(this.markerNode, marker);
  }

  private markerPixel(): Point | undefined {
    const marker = this.state?.marker;
    return marker ? this.outlines.toDrawing(marker.point).multiplyBy(this.scale()).add(this.offset()) : undefined;
  }

  /** What the marker covers. */
  private markerBox(): Box[] {
    const at = this.markerPixel();
    const [dot, tag] = this.markerNode.children;
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

  /** Tells which region lies at a pixel of the map, the same for pixels close together; -1 where there is none. */
  private regionFinder(): (x: number, y: number) => number {
    const scale = this.scale();
    const offset: Pixel = this.offset();
    const known = new Map<string, number>();
    return (x, y) => {
      const cell = `${Math.round(x / CELL_PX)} ${Math.round(y / CELL_PX)}`;
      let found = known.get(cell);
      if (found === undefined) {
        const [left, top] = [(x - offset.x) / scale, (y - offset.y) / scale];
        found = this.list.paths.findIndex((path, index) => {
          const box = this.outlines.boxes[index];
          const near = box && left >= box.left && left <= box.right && top >= box.top && top <= box.bottom;
          return near && path.isPointInFill(new DOMPoint(left, top));
        });
        known.set(cell, found);
      }
      return found;
    };
  }

  /** Draws what must lie over all regions: outlines of the selected region, of candidates, and of focus. */
  private mark(): void {
    const marks = this.regions.flatMap(({id}, index): [string, number][] => {
      const rank = this.rank(id);
      return rank === 'quiet'
        ? []
        : [
            ['casing', index],
            [rank, index],
          ];
    });
    if (this.ringed >= 0) marks.push(['ring-outer', this.ringed], ['ring-inner', this.ringed]);
    this.marks.replaceChildren(
      ...marks.map(([name, index]) =>
        createSvg('path', {class: `mark ${name}`, d: this.outlines.outlines[index] ?? ''}),
      ),
    );
  }
}

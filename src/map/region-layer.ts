import type {RegionId} from '../core/region.js';
import type {Box, LabelRank, Pixel} from './label-room.js';
import {Labels} from './labels.js';
import {Layer, type LeafletEventHandlerFn, type LeafletMap, Point} from './leaflet.js';
import type {MapMarker, MapRegion} from './map-region.js';
import {DRAWING_ZOOM, OutlineDrawing} from './outline-drawing.js';
import {type ListboxActions, RegionListbox, spokenName} from './region-listbox.js';
import {createSvg, createText, moveTo} from './svg.js';

/** Pixels between the stripes on a region that the visitor may choose. */
const STRIPE_PX = 8;

/** Size in pixels of the cells for which the region is looked up once while labels are placed. */
const CELL_PX = 3;

/** What the layer shows. All of it comes from the element. */
export interface RegionState {
  readonly selected: RegionId | null;
  readonly candidates: readonly RegionId[];
  readonly marker: MapMarker | null;
  /** Accessible name of the list of regions. */
  readonly label: string;
  /** Accessible name of a candidate. */
  readonly candidateName: (name: string) => string;
}

/** Callbacks of the element. */
export interface RegionActions extends Omit<ListboxActions, 'ring'> {
  /** The areas of the map that buttons cover. */
  readonly covered: () => readonly Box[];
}

/** Number of layers so far, for ids that are unique in the tree. */
let layers = 0;

/**
 * The regions as SVG paths on a Leaflet map, with their labels and the marker.
 *
 * Each outline is written once, in the pixels of one zoom level. A move of the map is then a single `transform`, and
 * strokes keep their width (`vector-effect`). Leaflet's own polygons are projected and rounded again at each zoom, cannot
 * take the focus, and move in the DOM to come to the front, which would lose the focus.
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
  /** Index of the region with visible focus, or -1. */
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
    // Without a role Chromium treats the SVG as a separate document, and screen readers do not read the regions.
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

  /** Without a prototype, because Leaflet treats anything that a page adds to `Object.prototype` as an event. */
  override getEvents(): Record<string, LeafletEventHandlerFn> {
    return Object.assign(Object.create(null), {move: () => this.move(), moveend: () => this.settle()});
  }

  /** Shows a new state. */
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
    // Tab enters the list at the region that the visitor is looking at.
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

  /** Places the labels at once rather than in a later task, for printing. */
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

  /** Screen pixels per pixel of the drawing. */
  private scale(): number {
    return this.map ? this.map.getZoomScale(this.map.getZoom(), DRAWING_ZOOM) : 1;
  }

  /** Origin of the drawing, in pixels of the map. */
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
    // The root stays in place over the map while Leaflet moves the panes below it.
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

  /** The area that the marker covers. */
  private markerBox(): Box[] {
    const at = this.markerPixel();
    const [dot, tag] = this.markerNode.children;
    if (!at || !(dot instanceof HTMLElement) || !(tag instanceof HTMLElement)) return [];
    const half = tag.offsetWidth / 2;
    return [{left: at.x - half, top: at.y + tag.offsetTop, right: at.x + half, bottom: at.y + dot.offsetHeight}];
  }

  /** Updates what depends on the view, when the map has stopped moving. */
  private settle(): void {
    const {map} = this;
    if (!map) return;
    const {x, y} = map.getSize();
    this.root.style.width = `${x}px`;
    this.root.style.height = `${y}px`;
    // In a later task, because measuring and placing the labels takes time.
    this.arranging ??= setTimeout(() => this.arrange());
  }

  /** Returns a function that gives the region at a pixel, looked up once per cell; -1 if there is none. */
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

  /** Draws outlines over all regions: for the selected region, the candidates and the focus. */
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

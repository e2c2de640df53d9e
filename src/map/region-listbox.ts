import type {RegionId} from '../core/region.js';
import type {MapRegion} from './map-region.js';
import {arrowKeys, findBorders, neighbour} from './region-keys.js';
import {createSvg} from './svg.js';

/** What the visitor does in the list. */
export interface ListboxActions {
  /** By click, tap, Enter or Space. */
  readonly select: (id: RegionId, byKey: boolean) => void;
  /** A region took focus other than by a pointer: it has to be in view. */
  readonly focus: (region: MapRegion) => void;
  /** Another region has visible focus, or none has (-1). */
  readonly ring: (index: number) => void;
  /** Escape. */
  readonly leave: () => void;
}

/** A label as it should be read out: a screen reader speaks a slash as a word. */
export const spokenName = (name: string): string => name.replaceAll(/\s*\/\s*/g, ', ');

/**
 * The regions for keyboard and assistive technology: a listbox with one tab stop. Arrow keys move between the regions
 * without a choice, Enter or Space chooses. Radio buttons would choose at each arrow key, and so move the map away.
 */
export class RegionListbox {
  /** The list itself. */
  readonly node: SVGGElement;
  /** One for each region. */
  readonly paths: readonly SVGPathElement[];
  readonly #regions: readonly MapRegion[];
  readonly #actions: ListboxActions;
  /** Found at the first arrow key. */
  #places: Parameters<typeof neighbour>[0] | undefined;
  /** The one region in the tab order. */
  #tabStop = 0;
  /** True from the press of a pointer to its click: focus that comes between is not shown. */
  #pointing = false;
  /** False while the visitor may not know that a region has focus, see {@link RegionListbox.#handleKey}. */
  #entered = false;
  /** The region with visible focus. */
  #ringed = -1;

  /** @param outlines - Path data of each region. */
  constructor(regions: readonly MapRegion[], outlines: readonly string[], actions: ListboxActions) {
    this.#regions = regions;
    this.#actions = actions;
    this.paths = outlines.map((d) => createSvg('path', {class: 'region', role: 'option', d}));
    this.node = createSvg('g', {role: 'listbox'}, ...this.paths);
  }

  /** Follows what the visitor does. On an HTML element: an SVG one that hears of focus would be a tab stop in Chromium. */
  listen(root: HTMLElement): void {
    root.addEventListener('click', (event) => this.#handleClick(event));
    root.addEventListener('keydown', (event) => this.#handleKey(event));
    root.addEventListener('keyup', (event) => {
      // The press of Tab was heard by what had focus before; its release is heard here.
      if (event.key === 'Tab') this.#entered = true;
    });
    root.addEventListener('focusin', (event) => this.#handleFocus(event));
    root.addEventListener('focusout', (event) => this.#handleBlur(event));
    root.addEventListener('pointerdown', () => {
      this.#pointing = true;
    });
  }

  /** Makes a region the one that Tab leads to, unless the visitor is in the list. */
  setStart(index: number): void {
    this.#setTabStop(index >= 0 && this.#ringed < 0 ? index : this.#tabStop);
  }

  #setTabStop(index: number): void {
    this.#tabStop = index;
    this.paths.forEach((path, other) => {
      path.setAttribute('tabindex', other === index ? '0' : '-1');
    });
  }

  #ring(index: number): void {
    if (this.#ringed === index) return;
    this.#ringed = index;
    this.#actions.ring(index);
  }

  #indexOf(event: Event): number {
    return this.paths.indexOf(event.target as SVGPathElement);
  }

  #handleClick(event: Event): void {
    this.#pointing = false;
    this.#entered = true;
    const index = this.#indexOf(event);
    if (index < 0) return;
    this.#setTabStop(index);
    this.#choose(index, false);
  }

  #handleFocus(event: Event): void {
    const index = this.#indexOf(event);
    const region = this.#regions[index];
    if (!region) return;
    this.#setTabStop(index);
    // Not :focus-visible: WebKit does not give it to focus that a key moved on from a click.
    if (this.#pointing) return;
    this.#ring(index);
    this.#actions.focus(region);
  }

  #handleBlur({relatedTarget}: FocusEvent): void {
    this.#pointing = false;
    this.#ring(-1);
    // Not when the visitor goes to another window, and comes back to where he was.
    if (!this.paths.some((path) => path === relatedTarget) && document.hasFocus()) this.#entered = false;
  }

  /**
   * A screen reader that reads the page line by line puts the focus on a region and passes Enter on to it, when the
   * visitor only wants to get into the list. So a region whose focus came neither by Tab nor by a pointer is not chosen
   * by the first key.
   */
  #handleKey(event: KeyboardEvent): void {
    const index = this.#indexOf(event);
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = Object.hasOwn(arrowKeys, event.key) ? arrowKeys[event.key] : undefined;
    if (direction) {
      this.#focus(neighbour(this.#findPlaces(), index, direction));
    } else if (event.key === 'Home') {
      this.#focus(0);
    } else if (event.key === 'End') {
      this.#focus(this.paths.length - 1);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (this.#entered) this.#choose(index, true);
    } else if (event.key === 'Escape') {
      this.#actions.leave();
    } else {
      return;
    }
    event.preventDefault();
    if (event.key === 'Escape') return;
    this.#entered = true;
    // Focus that came by a click shows from the first key on.
    if (event.target === this.paths[this.#tabStop]) this.#ring(this.#tabStop);
  }

  #findPlaces(): Parameters<typeof neighbour>[0] {
    if (!this.#places) {
      const borders = findBorders(this.#regions);
      this.#places = this.#regions.map(({shape}, index) => ({...shape, borders: borders[index] ?? []}));
    }
    return this.#places;
  }

  #focus(index: number): void {
    this.paths[index]?.focus({preventScroll: true});
  }

  #choose(index: number, byKey: boolean): void {
    const region = this.#regions[index];
    if (region) this.#actions.select(region.id, byKey);
  }
}

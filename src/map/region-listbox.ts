import type {RegionId} from '../core/region.js';
import {nextFrame} from '../shared/next-frame.js';
import type {MapRegion} from './map-region.js';
import {arrowKeys, findBorders, neighbour} from './region-keys.js';
import {createSvg} from './svg.js';

/** Callbacks for what the visitor does in the list. */
export interface ListboxActions {
  /** A region was chosen by click, tap, Enter or Space. */
  readonly select: (id: RegionId, byKey: boolean) => void;
  /** A region got the focus by other means than a pointer, and has to be brought into view. */
  readonly focus: (region: MapRegion) => void;
  /** Another region has visible focus, or none (-1). */
  readonly ring: (index: number) => void;
  /** The visitor pressed Escape. */
  readonly leave: () => void;
}

/** A name for screen readers, which would read a slash as a word. */
export const spokenName = (name: string): string => name.replaceAll(/\s*\/\s*/g, ', ');

/**
 * The regions for keyboard and assistive technology: a listbox with one tab stop. Arrow keys move between the regions, and
 * Enter or Space chooses one. Radio buttons would choose at each arrow key, and so move the map each time.
 */
export class RegionListbox {
  /** The list itself. */
  readonly node: SVGGElement;
  /** The path of each region. */
  readonly paths: readonly SVGPathElement[];
  readonly #regions: readonly MapRegion[];
  readonly #actions: ListboxActions;
  /** Data for the arrow keys, computed at the first one. */
  #keyRegions: Parameters<typeof neighbour>[0] | undefined;
  /** The one region in the tab order. */
  #tabStop = 0;
  /** True from the press of a pointer until its click. Focus in between is not made visible. */
  #pointing = false;
  /** False while the visitor may not know that a region has the focus, see {@link RegionListbox.#handleKey}. */
  #entered = false;
  /** Index of the region with visible focus, or -1. */
  #ringed = -1;

  /** @param outlines - Path data of each region. */
  constructor(regions: readonly MapRegion[], outlines: readonly string[], actions: ListboxActions) {
    this.#regions = regions;
    this.#actions = actions;
    this.paths = outlines.map((d) => createSvg('path', {class: 'region', role: 'option', d}));
    this.node = createSvg('g', {role: 'listbox'}, ...this.paths);
  }

  /** Adds the listeners to an HTML element: in Chromium an SVG element with focus listeners would become a tab stop. */
  listen(root: HTMLElement): void {
    root.addEventListener('click', (event) => this.#handleClick(event));
    root.addEventListener('keydown', (event) => this.#handleKey(event));
    root.addEventListener('keyup', (event) => {
      // The press of Tab went to the element that had the focus before; its release comes here.
      if (event.key === 'Tab') this.#entered = true;
    });
    root.addEventListener('focusin', (event) => this.#handleFocus(event));
    root.addEventListener('focusout', (event) => this.#handleBlur(event));
    root.addEventListener('pointerdown', () => {
      this.#pointing = true;
    });
  }

  /** Makes a region the tab stop, unless the focus is in the list. */
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
    // Without `:focus-visible`, which WebKit does not apply when a key moves the focus after a click.
    if (this.#pointing) return;
    this.#ring(index);
    this.#actions.focus(region);
  }

  #handleBlur({relatedTarget}: FocusEvent): void {
    this.#pointing = false;
    this.#ring(-1);
    // Unchanged while the visitor is in another window, because the focus returns to the same region.
    if (!this.paths.some((path) => path === relatedTarget) && document.hasFocus()) this.#entered = false;
  }

  /**
   * A screen reader in browse mode focuses a region and passes Enter on to it when the visitor only wants to enter the list.
   * So the first key does not choose a region that got the focus neither by Tab nor by a pointer: it enters the list.
   */
  #handleKey(event: KeyboardEvent): void {
    const index = this.#indexOf(event);
    if (index < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = Object.hasOwn(arrowKeys, event.key) ? arrowKeys[event.key] : undefined;
    if (direction) {
      this.#focus(neighbour(this.#findKeyRegions(), index, direction));
    } else if (event.key === 'Home') {
      this.#focus(0);
    } else if (event.key === 'End') {
      this.#focus(this.paths.length - 1);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (this.#entered) this.#choose(index, true);
      else this.#enter(index);
    } else if (event.key === 'Escape') {
      this.#actions.leave();
    } else {
      return;
    }
    event.preventDefault();
    if (event.key === 'Escape') return;
    this.#entered = true;
    // Focus from a click becomes visible at the first key.
    if (event.target === this.paths[this.#tabStop]) this.#ring(this.#tabStop);
  }

  /**
   * Focuses the focused region again, by way of the list. A screen reader in browse mode ignored the focus before, and
   * only now follows it into the list.
   */
  async #enter(index: number): Promise<void> {
    this.node.setAttribute('tabindex', '-1');
    this.node.focus({preventScroll: true});
    await nextFrame();
    const root = this.node.getRootNode();
    if (root instanceof ShadowRoot && root.activeElement === this.node) this.#focus(index);
    this.node.removeAttribute('tabindex');
  }

  #findKeyRegions(): Parameters<typeof neighbour>[0] {
    if (!this.#keyRegions) {
      const borders = findBorders(this.#regions);
      this.#keyRegions = this.#regions.map(({shape}, index) => ({...shape, borders: borders[index] ?? []}));
    }
    return this.#keyRegions;
  }

  #focus(index: number): void {
    this.paths[index]?.focus({preventScroll: true});
  }

  #choose(index: number, byKey: boolean): void {
    const region = this.#regions[index];
    if (region) this.#actions.select(region.id, byKey);
  }
}

import type {LonLat} from '../core/geometry.js';

/** A place on the map in the pixels of the layer that holds the label. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** One text on the map. */
export interface LabelSource {
  readonly name: string;
  /** Where its middle goes, [lon, lat]. */
  readonly point: LonLat;
  /** Says whether a pixel, counted from the label's middle, lies inside the region. */
  readonly contains: (x: number, y: number) => boolean;
}

/** How a label is shown, in rising order of who gets room first. */
export type LabelRank = 'quiet' | 'candidate' | 'selected';

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels that stay free between two labels. */
const GAP_PX = 3;

const RANKS: readonly LabelRank[] = ['quiet', 'candidate', 'selected'];

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.right + GAP_PX && b.left < a.right + GAP_PX && a.top < b.bottom + GAP_PX && b.top < a.bottom + GAP_PX;

/** Makes a node of our own with a class and a text. */
export function createText(tag: 'div' | 'span', className: string, text: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** Puts a node at a pixel: its middle, by the style sheet. */
export function placeAt(node: HTMLElement, {x, y}: Pixel): void {
  node.style.transform = `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;
}

/** The names of the regions: shown where they fit, hidden where they would be in each other's way. */
export class Labels {
  readonly #sources: readonly LabelSource[];
  readonly #nodes: readonly HTMLElement[];

  /** @param parent - Where the nodes go; it is hidden from assistive technology, which has the names on the regions. */
  constructor(parent: HTMLElement, sources: readonly LabelSource[]) {
    this.#sources = sources;
    this.#nodes = sources.map(({name}) => {
      const node = createText('div', 'label', '');
      // A long name may break after a slash.
      node.append(createText('span', 'name', name.replaceAll('/', '/\u200b')));
      parent.append(node);
      return node;
    });
  }

  /** Moves all labels with the map. */
  move(pixels: readonly Pixel[]): void {
    this.#nodes.forEach((node, index) => {
      const pixel = pixels[index];
      if (pixel) placeAt(node, pixel);
    });
  }

  /**
   * Decides which labels show, once the map stands still.
   *
   * @param pixels - Where each label is.
   * @param ranks - How each label is shown; the selected one and the candidates always are.
   * @param taken - Boxes that no quiet label may cover.
   */
  arrange(pixels: readonly Pixel[], ranks: readonly LabelRank[], taken: readonly Box[] = []): void {
    this.#nodes.forEach((node, index) => {
      node.dataset['rank'] = ranks[index];
    });
    // All reads after all writes: one layout.
    const sizes = this.#nodes.map((node) => {
      const name = node.firstElementChild as HTMLElement;
      return {width: name.offsetWidth, height: name.offsetHeight};
    });
    const boxes = [...taken];
    const order = this.#nodes
      .map((_, index) => index)
      .sort((a, b) => RANKS.indexOf(ranks[b] ?? 'quiet') - RANKS.indexOf(ranks[a] ?? 'quiet') || a - b);
    for (const index of order) {
      const [node, pixel, size, source] = [this.#nodes[index], pixels[index], sizes[index], this.#sources[index]];
      if (!node || !pixel || !size || !source) continue;
      const [x, y] = [size.width / 2, size.height / 2];
      const box = {left: pixel.x - x, top: pixel.y - y, right: pixel.x + x, bottom: pixel.y + y};
      const shows =
        ranks[index] !== 'quiet' ||
        (!boxes.some((other) => overlaps(box, other)) &&
          // The ends of the line may stick out a little: the halo carries them.
          source.contains(-x * 0.8, 0) &&
          source.contains(x * 0.8, 0) &&
          source.contains(0, -y * 0.8) &&
          source.contains(0, y * 0.8));
      node.classList.toggle('shown', shows);
      if (shows) boxes.push(box);
    }
  }
}

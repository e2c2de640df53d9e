/** A place on the map in the pixels of the layer that holds the label. */
export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** Width and height in pixels. */
export interface Extent {
  readonly width: number;
  readonly height: number;
}

/** One text on the map. */
export interface LabelSource {
  readonly name: string;
  /** Size of the region on the screen. */
  readonly extent: () => Extent;
  /** What lies at a pixel, counted from the region's label point. */
  readonly at: (x: number, y: number) => 'region' | 'other' | 'none';
}

/** How a label is shown, in rising order of who gets room first. */
export type LabelRank = 'quiet' | 'candidate' | 'selected';

/** A rectangle in the pixels of the map. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Pixels that stay free between two labels. */
const GAP_PX = 3;

/**
 * Where a quiet label may stand: its shift from the label point, in halves of its width and in its height. The first
 * that fits is taken.
 */
const SHIFTS: readonly (readonly [across: number, down: number])[] = [
  [0, 0],
  [-0.4, 0],
  [0.4, 0],
  [0, -1],
  [0, 1],
  [-0.8, 0],
  [0.8, 0],
  [-0.6, -1],
  [0.6, -1],
  [-0.6, 1],
  [0.6, 1],
  [-1.2, 0],
  [1.2, 0],
];

/** Places of a label that must lie in its own region or in water, in halves of its width and height. */
const EDGES: readonly (readonly [left: number, top: number])[] = [
  [-0.95, 0],
  [-0.5, 0],
  [0.5, 0],
  [0.95, 0],
  [-0.7, -0.8],
  [0.7, -0.8],
  [-0.7, 0.8],
  [0.7, 0.8],
];

/** The largest part of the region's width and height that its label may take. */
const MOST: Extent = {width: 1.15, height: 0.5};

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
   * @param size - Of the map: a quiet label shows whole or not at all.
   * @param taken - Boxes that no quiet label may cover.
   */
  arrange(pixels: readonly Pixel[], ranks: readonly LabelRank[], size: Extent, taken: readonly Box[]): void {
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
      const [node, pixel, {width, height} = size, source] = [
        this.#nodes[index],
        pixels[index],
        sizes[index],
        this.#sources[index],
      ];
      if (!node || !pixel || !source) continue;
      const [x, y] = [width / 2, height / 2];
      const boxAt = (across: number, down: number): Box => ({
        left: pixel.x + across - x,
        top: pixel.y + down - y,
        right: pixel.x + across + x,
        bottom: pixel.y + down + y,
      });
      const inTheWay = (box: Box) => boxes.find((other) => overlaps(box, other));
      const fits = ([across, down]: readonly [number, number], inside: boolean): boolean => {
        const box = boxAt(across, down);
        return (
          box.left >= 0 &&
          box.top >= 0 &&
          box.right <= size.width &&
          box.bottom <= size.height &&
          !inTheWay(box) &&
          source.at(across, down) === 'region' &&
          EDGES.every(([left, top]) => {
            const there = source.at(across + left * x, down + top * y);
            return there === 'region' || (!inside && there === 'none');
          })
        );
      };
      let shift: readonly [across: number, down: number] | undefined;
      if (ranks[index] !== 'quiet') {
        // What always shows makes room by a step down.
        const other = inTheWay(boxAt(0, 0));
        shift = [0, other ? other.bottom - boxAt(0, 0).top + GAP_PX : 0];
      } else if (width <= source.extent().width * MOST.width && height <= source.extent().height * MOST.height) {
        const places = SHIFTS.map(([across, down]) => [across * x, down * height] as const);
        shift = places.find((place) => fits(place, true)) ?? places.find((place) => fits(place, false));
      }
      node.classList.toggle('shown', shift !== undefined);
      if (!shift) continue;
      placeAt(node.firstElementChild as HTMLElement, {x: shift[0], y: shift[1]});
      boxes.push(boxAt(...shift));
    }
  }
}

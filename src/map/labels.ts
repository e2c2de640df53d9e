import {findRoom, type LabelGround, type LabelRank, type LabelRequest, type Pixel} from './label-room.js';
import {createText, moveTo} from './svg.js';

/** The names of the regions on the map. Hidden from assistive technology, which gets the names from the regions. */
export class Labels {
  readonly #nodes: readonly HTMLElement[];

  /** @param parent - Element to which the labels are added. */
  constructor(parent: HTMLElement, names: readonly string[]) {
    this.#nodes = names.map((name) => {
      const node = createText('div', 'label', '');
      // A zero-width space lets a long name break after a slash.
      node.append(createText('span', 'leader', ''), createText('span', 'name', name.replaceAll('/', '/\u200b')));
      parent.append(node);
      return node;
    });
  }

  /** Moves all labels with the map. */
  move(anchors: readonly Pixel[]): void {
    this.#nodes.forEach((node, index) => {
      const anchor = anchors[index];
      if (anchor) moveTo(node, anchor);
    });
  }

  /** Decides which labels are shown, and where. Called when the map has stopped moving. */
  arrange(
    regions: readonly (Omit<LabelRequest, 'text' | 'rank'> & {readonly rank: LabelRank})[],
    ground: LabelGround,
  ): void {
    this.#nodes.forEach((node, index) => {
      node.dataset['rank'] = regions[index]?.rank;
    });
    // All reads come after all writes, so that the browser computes the layout once.
    const requests = regions.map((region, index): LabelRequest => {
      const {offsetWidth: width = 0, offsetHeight: height = 0} = this.#nameOf(index) ?? {};
      return {...region, text: {width, height}};
    });
    findRoom(requests, ground).forEach((position, index) => {
      const node = this.#nodes[index];
      const [leader, name] = [node?.firstElementChild, this.#nameOf(index)];
      if (!(leader instanceof HTMLElement) || !name) return;
      node?.classList.toggle('shown', position !== undefined);
      leader.hidden = !position?.leader;
      if (!position) return;
      moveTo(name, position.shift);
      if (!position.leader) return;
      const {x, y} = position.leader;
      leader.style.width = `${Math.hypot(x, y).toFixed(1)}px`;
      leader.style.transform = `rotate(${Math.atan2(y, x).toFixed(4)}rad)`;
    });
  }

  #nameOf(index: number): HTMLElement | undefined {
    const name = this.#nodes[index]?.lastElementChild;
    return name instanceof HTMLElement ? name : undefined;
  }
}

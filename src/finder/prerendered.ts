import type {ReactiveController} from 'lit';
import type {LateHost} from '../shared/late-task.js';

/** The element that may find markup of a server in its shadow root. */
interface PrerenderedHost extends LateHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Takes over from markup that a server has rendered: what the visitor typed, where the caret is, and which region is
 * open. The markup stays until the element has rendered itself, and goes in the same task, so that nothing moves. It
 * may be of another version, or have been edited; only what is found is taken over.
 */
export class Prerendered implements ReactiveController {
  /** Id of the region that the visitor opened before the script came. */
  opened: string | undefined;
  /** Its picture of the regions. */
  picture: SVGElement | undefined;

  readonly #host: PrerenderedHost;
  readonly #takeText: (text: string) => void;
  #nodes: readonly ChildNode[] = [];

  /** @param takeText Gets what the visitor has typed, before the element is rendered. */
  constructor(host: PrerenderedHost, takeText: (text: string) => void) {
    this.#host = host;
    this.#takeText = takeText;
    host.addController(this);
  }

  /** Looks for such markup before anything is rendered. */
  find(root: ParentNode): void {
    this.#nodes = [...root.childNodes];
  }

  /** The open region closes with the first answer. */
  close(): void {
    this.opened = undefined;
  }

  hostUpdate(): void {
    if (this.#nodes.length === 0) return;
    const root = this.#host.renderRoot;
    this.opened = root.querySelector<HTMLElement>('details[data-region][open]')?.dataset['region'];
    this.picture = root.querySelector<SVGElement>('.picture') ?? undefined;
    const text = root.querySelector('input')?.value;
    if (text) this.#takeText(text);
  }

  hostUpdated(): void {
    if (this.#nodes.length === 0) return;
    const root = this.#host.renderRoot;
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    const focusedField = focused instanceof HTMLInputElement ? focused : undefined;
    const twin = focused && this.#twinOf(focused, root);
    for (const node of this.#nodes) node.remove();
    this.#nodes = [];
    twin?.focus({preventScroll: true});
    if (focusedField && twin instanceof HTMLInputElement) {
      twin.setSelectionRange(focusedField.selectionStart, focusedField.selectionEnd);
    }
  }

  /** What the element has rendered in the place of something that has the focus. */
  #twinOf(focused: Element, root: ParentNode): HTMLElement | undefined {
    const part = focused.getAttribute('part');
    if (!part) return undefined;
    const isOld = (element: Element) => this.#nodes.some((node) => node.contains(element));
    const all = [...root.querySelectorAll<HTMLElement>(`[part="${CSS.escape(part)}"]`)];
    const old = all.filter(isOld);
    return all.filter((element) => !isOld(element))[old.indexOf(focused as HTMLElement)];
  }
}

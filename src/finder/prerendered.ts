import type {ReactiveController} from 'lit';
import type {LateHost} from '../shared/late-task.js';

/** The element that may find prerendered markup in its shadow root. */
interface PrerenderedHost extends LateHost {
  readonly renderRoot: HTMLElement | DocumentFragment;
}

/**
 * Takes over the state of prerendered markup: the text that the visitor typed, the focus and the caret, and the regions
 * that are open. The markup stays until the element has rendered itself, and is removed in the same task, so that nothing
 * moves. The markup may be of another version or have been edited, so every part of it may be missing.
 */
export class Prerendered implements ReactiveController {
  /** Ids of the regions that the visitor opened before the script ran. */
  opened: ReadonlySet<string | undefined> = new Set();
  /** Whether the visitor closed the list of regions. */
  isListClosed = false;
  /** The picture of the regions in the markup. */
  picture: SVGElement | undefined;

  readonly #host: PrerenderedHost;
  readonly #takeText: (text: string) => void;
  #nodes: readonly ChildNode[] = [];

  /** @param takeText Receives what the visitor has typed, before the element is rendered. */
  constructor(host: PrerenderedHost, takeText: (text: string) => void) {
    this.#host = host;
    this.#takeText = takeText;
    host.addController(this);
  }

  /** Remembers the prerendered markup, before anything else is rendered. */
  find(root: ParentNode): void {
    this.#nodes = [...root.childNodes];
  }

  /** Closes the open regions, when the first answer is shown. */
  close(): void {
    this.opened = new Set();
  }

  hostUpdate(): void {
    if (this.#nodes.length === 0) return;
    const root = this.#host.renderRoot;
    const opened = root.querySelectorAll<HTMLElement>('[data-region][open]');
    this.opened = new Set([...opened].map(({dataset}) => dataset['region']));
    this.isListClosed = root.querySelector<HTMLDetailsElement>('[part=list]')?.open === false;
    this.picture = root.querySelector<SVGElement>('.picture') ?? undefined;
    const input = root.querySelector('input');
    // What the host chose is there already.
    if (input && input.value !== input.defaultValue) this.#takeText(input.value);
  }

  hostUpdated(): void {
    if (this.#nodes.length === 0) return;
    const root = this.#host.renderRoot;
    const focused = root instanceof ShadowRoot ? root.activeElement : null;
    const twin = focused && this.#twinOf(focused, root);
    // Before the old element is removed, or phones would close their keyboard.
    twin?.focus({preventScroll: true});
    if (focused instanceof HTMLInputElement && twin instanceof HTMLInputElement) {
      twin.setSelectionRange(focused.selectionStart, focused.selectionEnd, focused.selectionDirection ?? 'none');
      twin.scrollLeft = focused.scrollLeft;
    }
    for (const node of this.#nodes) node.remove();
    this.#nodes = [];
  }

  /** The newly rendered element that replaces the focused one. */
  #twinOf(focused: Element, root: ParentNode): HTMLElement | undefined {
    const part = focused.getAttribute('part');
    const region = focused.closest<HTMLElement>('details[open]')?.dataset['region'];
    const scope = region ? `[data-region="${CSS.escape(region)}"] ` : '';
    const selector = part ? `[part="${CSS.escape(part)}"]` : focused.localName;
    const all = [...root.querySelectorAll<HTMLElement>(scope + selector)];
    const isOld = (element: Element) => this.#nodes.some((node) => node.contains(element));
    const index = all.filter(isOld).indexOf(focused as HTMLElement);
    return all.filter((element) => !isOld(element))[index];
  }
}

const SVG_NS = 'http://www.w3.org/2000/svg';

/** Makes an SVG element with its attributes and children. */
export function createSvg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Element[]
): SVGElementTagNameMap[K] {
  const node = document.createElementNS(SVG_NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
  node.append(...children);
  return node;
}

/** Makes an HTML element with a class and a text. */
export function createText(tag: 'div' | 'span', className: string, text: string): HTMLElement {
  const node = document.createElement(tag);
  node.className = className;
  node.textContent = text;
  return node;
}

/** Moves an element to a pixel; the style sheet centres it there. */
export function moveTo(node: HTMLElement, {x, y}: {readonly x: number; readonly y: number}): void {
  node.style.transform = `translate(${x.toFixed(1)}px,${y.toFixed(1)}px)`;
}

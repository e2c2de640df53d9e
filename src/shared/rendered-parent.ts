/** The parent of a node in the flat tree: through slots and out of shadow roots. */
export const renderedParent = (node: Node): Node | null =>
  (node instanceof Element && node.assignedSlot) || (node instanceof ShadowRoot ? node.host : node.parentNode);

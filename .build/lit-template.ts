/** A place in a template that takes a value, in the form that lit-html 3 reads. */
interface Part {
  readonly type: 1 | 2;
  readonly index: number;
  readonly name?: string;
  readonly ctor?: unknown;
}

/** A tag with its attributes, a hole, or text. */
const TOKEN = /<(\/?)([\w-]+)((?:"[^"]*"|[^>"])*)>|\0|[^<\0]+/g;
const ATTRIBUTE = /([.@]?)([^\s="/]+)(?:="([^"]*)"|=(\0))?/g;
const VOID = /^(input|br|hr|img)$/;
const SVG = 'http://www.w3.org/2000/svg';

/**
 * Stands in for lit-html's own `Template` class, which assigns `innerHTML`: that throws on pages that require Trusted
 * Types without a policy. Builds the same nodes and parts one by one. Reads the subset of HTML that our templates use:
 * whole elements, every one closed but the void ones, an attribute either fixed, in double
 * quotes, or one value without quotes, no comments, no character references, no `<script>` or `<style>`.
 *
 * @param strings The fixed parts of a template.
 * @param ctors Part classes of attributes, by the character before the name; '' for a plain one.
 */
export function buildTemplate(strings: readonly string[], ctors: Record<string, unknown>) {
  const el = document.createElement('template');
  const parts: Part[] = [];
  // Elements of the inert document of a template are not upgraded before they are cloned.
  const maker = el.content.ownerDocument;
  let parent: Node = el.content;
  let index = 0;
  for (const [token, close, tag, attributes] of strings.join('\0').matchAll(TOKEN)) {
    if (close) {
      if (parent.parentNode) parent = parent.parentNode;
    } else if (tag && attributes !== undefined) {
      const namespace = tag === 'svg' ? SVG : (parent as Element).namespaceURI;
      const element = maker.createElementNS(namespace ?? 'http://www.w3.org/1999/xhtml', tag);
      for (const [, prefix = '', name = '', quoted = '', hole] of attributes.matchAll(ATTRIBUTE)) {
        if (hole) parts.push({type: 1, index, name, ctor: ctors[prefix]});
        else element.setAttribute(name, quoted);
      }
      parent.appendChild(element);
      index++;
      if (!VOID.test(tag) && !attributes.endsWith('/')) parent = element;
    } else if (token === '\0') {
      parent.appendChild(maker.createComment(''));
      parts.push({type: 2, index});
      index++;
    } else {
      parent.appendChild(maker.createTextNode(token));
    }
  }
  return {el, parts};
}

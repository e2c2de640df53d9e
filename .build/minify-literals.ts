import {transform} from 'lightningcss';
import MagicString from 'magic-string';
import type {Plugin} from 'vite';

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}
interface TemplateElement extends Node {
  readonly value: {readonly raw: string};
}
interface TaggedTemplate extends Node {
  readonly tag: {readonly name?: string};
  readonly quasi: {readonly quasis: readonly TemplateElement[]};
}

const minifyCss = (text: string, filename: string) =>
  transform({filename, code: Buffer.from(text), minify: true, exclude: 0xffffff}).code.toString();

/** White space next to a tag goes, any other run becomes one space. */
const minifyHtml = (text: string) =>
  text
    .replace(/\s+/g, ' ')
    .replace(/(?<=>) | (?=<)/g, '')
    .replace(/(?<=") (?=>)/g, '');

/**
 * Takes the white space out of `css`, `html` and `svg` templates of the sources. CSS is read by Lightning CSS and printed
 * in its short form, without fallbacks for old engines; a `css` template with values in it stays as it is.
 */
export function minifyLiterals(): Plugin {
  return {
    name: 'regiokaart:minify-literals',
    apply: 'build',
    transform(code, id) {
      if (!id.includes('/src/') || !/\b(css|html|svg)`/.test(code)) return null;
      const out = new MagicString(code);
      const visit = (value: unknown): void => {
        if (Array.isArray(value)) {
          value.forEach(visit);
        } else if (typeof value === 'object' && value !== null) {
          if ((value as Node).type === 'TaggedTemplateExpression') minify(value as TaggedTemplate);
          Object.values(value).forEach(visit);
        }
      };
      const minify = ({tag, quasi: {quasis}}: TaggedTemplate) => {
        const shorten = tag.name === 'html' || tag.name === 'svg' ? minifyHtml : null;
        for (const {start, end, value} of quasis) {
          if (start === end) continue;
          if (shorten && /="[^"<>]*$|\s\?[\w-]+=$/.test(value.raw)) {
            throw new Error(
              `${id}: got ${value.raw.slice(-30)}\${…}, expected an attribute that is one value, without quotes or "?"`,
            );
          }
          if (shorten) out.update(start, end, shorten(value.raw));
          else if (tag.name === 'css' && quasis.length === 1) out.update(start, end, minifyCss(value.raw, id));
        }
      };
      visit(this.parse(code));
      return {code: out.toString(), map: out.generateMap({hires: true})};
    },
  };
}

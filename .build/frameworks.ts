import type * as schema from 'custom-elements-manifest/schema';

interface ElementTypes {
  readonly tag: string;
  readonly className: string;
  /** Names of the properties in scripts. */
  readonly properties: readonly string[];
  /** Attributes that are named differently from their property, or have none, with the type of their value. */
  readonly attributes: readonly {readonly name: string; readonly type: string}[];
  /** Properties that an attribute of the same name sets. */
  readonly reflected: readonly string[];
  readonly events: readonly {readonly name: string; readonly type: string}[];
}

/** How a framework names a listener or an attribute. */
type Names = (name: string) => readonly string[];

const camel = (name: string) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/**
 * Declarations that let TypeScript check our tags in the templates of React 19, Vue 3 and Svelte. They refer to the types
 * of the classes, so they cannot disagree with them. Those for Next are for React that takes over what it has rendered on
 * a server, where it sets attributes only.
 *
 * @returns The text of each file, by the name of the framework.
 */
export function frameworkTypings(manifest: schema.Package): Record<'react' | 'next' | 'vue' | 'svelte', string> {
  const elements = manifest.modules.flatMap(({declarations = []}) =>
    declarations.flatMap((each) => ('tagName' in each ? [typesOf(each as schema.CustomElement)] : [])),
  );
  const tags = (indent: string) =>
    elements.map(({tag, className}) => `${indent}'${tag}': Tag<${className}, ${className}Props>;`).join('\n');
  return {
    react: `import type {DetailedHTMLProps, HTMLAttributes} from 'react';
${props(elements, (event) => [`on${event}`])}
type Tag<Class, Props> = Omit<DetailedHTMLProps<HTMLAttributes<Class>, Class>, keyof Props> & Props;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags('      ')}
    }
  }
}
`,
    next: `import type {DetailedHTMLProps, HTMLAttributes} from 'react';
${attributesAlone(elements)}
type Tag<Class, Props> = Omit<DetailedHTMLProps<HTMLAttributes<Class>, Class>, keyof Props> & Props;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
${tags('      ')}
    }
  }
}
`,
    vue: `import type {AllowedComponentProps, ComponentCustomProps, HTMLAttributes, VNodeProps} from 'vue';
${props(
  elements,
  (event) => [camel(`on-${event}`)],
  (attribute) => [attribute, camel(attribute)],
)}
type Always = VNodeProps & AllowedComponentProps & ComponentCustomProps;
type Tag<Class, Props> = new () => Class & {$props: Always & Omit<HTMLAttributes, keyof Props> & Props};

declare module 'vue' {
  interface GlobalComponents {
${tags('    ')}
  }
}
`,
    svelte: `import type {HTMLAttributes} from 'svelte/elements';
${props(elements, (event) => [`on${event}`, `on:${event}`])}
type Tag<Class extends EventTarget, Props> = Omit<HTMLAttributes<Class>, keyof Props> & Props;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
${tags('    ')}
  }
}
`,
  };
}

function typesOf(element: schema.CustomElement): ElementTypes {
  const fields = (element.members ?? []).filter((member) => member.kind === 'field' && !member.static);
  return {
    tag: element.tagName ?? '',
    className: element.name,
    properties: fields.map(({name}) => name),
    attributes: (element.attributes ?? [])
      // Every framework knows `lang` for all elements.
      .filter(({name, fieldName}) => fieldName !== name && name !== 'lang')
      .map(({name, fieldName, type}) => ({
        name,
        type: fieldName ? `${element.name}['${fieldName}']` : (type?.text ?? 'string'),
      })),
    reflected: (element.attributes ?? []).flatMap(({name, fieldName}) => (fieldName === name ? [name] : [])),
    events: (element.events ?? []).map(({name, type}) => ({name, type: type.text})),
  };
}

/**
 * A type for each class, with what its tag accepts beyond the attributes of every element.
 *
 * @param spellings Names under which templates check an attribute: in Vue `report-url` is `reportUrl`.
 */
function props(elements: readonly ElementTypes[], listeners: Names, spellings: Names = (name) => [name]): string {
  const types = elements.map(
    ({className, properties, attributes, events}) => `
type ${className}Props = Partial<Pick<${className}, ${properties.map((name) => `'${name}'`).join(' | ')}>> & {
${[
  ...attributes.flatMap(({name, type}) =>
    spellings(name)
      .filter((spelling) => !properties.includes(spelling))
      .map((spelling) => `  '${spelling}'?: ${type};`),
  ),
  ...events.flatMap(({name, type}) => listeners(name).map((on) => `  '${on}'?: (event: ${type}) => void;`)),
].join('\n')}
};`,
  );
  return file(
    elements.flatMap(({className, events}) => [className, ...events.map(({type}) => type)]),
    types,
  );
}

/** The same without what React does not set while it hydrates, which has the type `never` and the reason. */
function attributesAlone(elements: readonly ElementTypes[]): string {
  const types = elements.map(
    ({className, properties, reflected, attributes, events}) => `
type ${className}Props = Partial<Pick<${className}, ${reflected.map((name) => `'${name}'`).join(' | ')}>> & {
${[
  ...attributes.map(({name, type}) => `  '${name}'?: ${type};`),
  ...properties
    .filter((name) => !reflected.includes(name))
    .map((name) =>
      never(name, 'React sets no properties while it hydrates: write the attribute, or set it in an effect.'),
    ),
  ...events.map(({name}) =>
    never(`on${name}`, 'React attaches no listeners while it hydrates: use addEventListener in an effect.'),
  ),
].join('\n')}
};`,
  );
  return file(
    elements.map(({className}) => className),
    types,
  );
}

const never = (name: string, why: string): string => `  /** ${why} */\n  '${name}'?: never;`;

function file(imports: readonly string[], types: readonly string[]): string {
  return `import type {${[...new Set(imports)].sort().join(', ')}} from '../index.js';
// Generated from custom-elements.json; do not edit.
${types.join('\n')}
`;
}

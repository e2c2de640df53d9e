/**
 * `npm run docs`: writes the generated parts of documents: the tables of README.md, each between `<!-- name -->` and
 * `<!-- /name -->`, from the manifest, the data and the built files; the accessibility report; the prerendered element in
 * the pages that show it; and the code on the pages on frameworks. With `-- --check` it writes nothing, and fails on a difference.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type * as schema from 'custom-elements-manifest/schema';
import {dataInfo} from '../src/data/info.js';
import {updatePage} from './accessibility.js';
import {JOURNEYS, type JourneyName, weighCdn, weighVite} from './journeys.js';
import {createManifest, type ElementDeclaration} from './manifest.js';
import {updatePrerendered} from './prerendered-pages.js';
import {ROOT} from './root.js';
import {updateServerPages} from './server-pages.js';

const README = join(ROOT, 'README.md');

interface DataManifest {
  readonly counts: {
    readonly municipalities: number;
    readonly postcodes: {readonly inUse: number; readonly poBoxes: number; readonly ambiguous: number};
  };
  readonly accuracy: {readonly movedPercent: number; readonly outsidePercent: number};
}

const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ');
const code = (text: string) => `\`${text}\``;
/** Rounded up, so that a file is never larger than stated. */
const kilobytes = (bytes: number) => `${Math.ceil(bytes / 1000)}`;
const number = (value: number) => value.toLocaleString('en-US');

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

/** Rows for the features of the first element, with a column that says whether the second has them too. */
function shared<T extends {readonly name: string}>(
  first: readonly T[] | undefined,
  second: readonly {readonly name: string}[] | undefined,
  row: (item: T) => readonly string[],
): string[][] {
  return (first ?? []).map((item) => [...row(item), second?.some(({name}) => name === item.name) ? 'yes' : '']);
}

/** @throws Error if the manifest has no type for what a method returns, as with a doc comment that has `@returns`. */
function signatureOf({name, parameters = [], return: returned}: schema.ClassMethod): string {
  const type = returned?.type?.text;
  if (!type) throw new Error(`docs: got no return type of ${name}() in the manifest`);
  return `${name}(${parameters.map((each) => `${each.name}: ${each.type?.text}`).join(', ')}): ${type}`;
}

async function sections(): Promise<Record<string, string>> {
  const manifest = await createManifest();
  const declarations = manifest.modules.flatMap((module) => module.declarations ?? []);
  const elementOf = (tag: string): ElementDeclaration => {
    const found = declarations.find((each) => 'tagName' in each && each.tagName === tag);
    if (!found) throw new Error(`docs: got no <${tag}> in the manifest`);
    return found as ElementDeclaration;
  };
  const kaart = elementOf('regio-kaart');
  const contact = elementOf('regio-contact');
  const fieldsOf = (element: ElementDeclaration) =>
    (element.members ?? []).filter((member): member is schema.ClassField => member.kind === 'field' && !member.static);
  const methods = (kaart.members ?? []).filter((member): member is schema.ClassMethod => member.kind === 'method');
  const detail = (className: string) => {
    const event = declarations.find((each) => each.kind === 'class' && each.name === className) as ElementDeclaration;
    return fieldsOf(event).map(({name, type}) => code(`${name}: ${type?.text ?? 'unknown'}`));
  };
  const also = 'also `<regio-contact>`';
  const onlyProperties = fieldsOf(kaart).filter(
    ({name}) => !kaart.attributes?.some(({fieldName}) => fieldName === name),
  );
  const {counts, accuracy} = JSON.parse(
    readFileSync(join(ROOT, 'data/generated/manifest.json'), 'utf8'),
  ) as DataManifest;

  return {
    attributes: table(
      ['attribute', 'property', 'type', 'default', 'meaning', also],
      shared(kaart.attributes, contact.attributes, ({name, fieldName, type, default: value, description}) => [
        code(name),
        fieldName ? code(fieldName) : '',
        code(type?.text ?? 'string'),
        value && value !== 'null' ? code(value) : '',
        description ?? '',
      ]),
    ),
    properties: table(
      ['property', 'type', 'meaning', also],
      shared(onlyProperties, fieldsOf(contact), ({name, type, description}) => [
        code(name),
        code(type?.text ?? 'unknown'),
        description ?? '',
      ]),
    ),
    methods: table(
      ['method', 'meaning'],
      methods.map((method) => [code(signatureOf(method)), method.description ?? '']),
    ),
    events: table(
      ['event', 'when', 'carries', also],
      shared(kaart.events, contact.events, ({name, type, description}) => [
        code(name),
        description ?? '',
        detail(type.text).join(', '),
      ]),
    ),
    slots: table(
      ['slot', 'meaning', also],
      shared(kaart.slots, contact.slots, ({name, description}) => [name ? code(name) : '(default)', description ?? '']),
    ),
    parts: table(
      ['part', 'what it is', also],
      shared(kaart.cssParts, contact.cssParts, ({name, description}) => [code(name), description ?? '']),
    ),
    tokens: table(
      ['token', 'meaning', 'default'],
      (kaart.cssProperties ?? []).map(({name, description, default: value}) => [
        code(name),
        description ?? '',
        code(value ?? ''),
      ]),
    ),
    size: table(
      ['what', 'script tag, kB', 'budget', "npm, in a host's Vite build, kB"],
      (Object.keys(JOURNEYS) as JourneyName[]).map((key) => [
        JOURNEYS[key].name,
        kilobytes(cdn[key].bytes),
        `${JOURNEYS[key].budget / 1000}`,
        kilobytes(vite[key].bytes),
      ]),
    ),
    data: [
      `- ${number(counts.postcodes.inUse)} postcodes in use, ${number(counts.postcodes.poBoxes)} of them for PO boxes only; every other code from 1000 to 9999 is \`unknown\`.`,
      `- ${counts.postcodes.ambiguous} postcodes lie in more than one region: the visitor is asked for the gemeente.`,
      `- ${counts.municipalities} gemeenten, each in exactly one of the 14 regions; division of ${dataInfo.edition}.`,
      `- Simplified outlines: ${accuracy.movedPercent} % of the land is drawn in another region, ${accuracy.outsidePercent} % (coast) in none.`,
    ].join('\n'),
    sources: table(
      ['data', 'publisher', 'edition', 'licence', 'credit'],
      dataInfo.sources.map((source) => [
        source.name,
        source.publisher,
        source.edition,
        source.licence,
        source.attribution,
      ]),
    ),
  };
}

const check = process.argv.includes('--check');
if (!updatePage(check)) process.exitCode = 1;
if (!updatePrerendered(check)) process.exitCode = 1;
if (!updateServerPages(check)) process.exitCode = 1;

const [cdn, vite] = [await weighCdn(), await weighVite()];
const before = readFileSync(README, 'utf8');
let after = before;
for (const [name, text] of Object.entries(await sections())) {
  const place = new RegExp(`(<!-- ${name} -->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!place.test(after))
    throw new Error(`README.md: got no place for "${name}", expected <!-- ${name} --> … <!-- /${name} -->`);
  after = after.replace(place, (_, start: string, end: string) => `${start}\n${text}\n\n${end}`);
}
if (after === before) {
  console.log('README.md: tables are up to date');
} else if (check) {
  console.error('README.md: tables differ from the sources; run `npm run docs`');
  process.exitCode = 1;
} else {
  writeFileSync(README, after);
  console.log('README.md: tables written');
}

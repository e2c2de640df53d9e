/**
 * `tsx .build/accessibility.ts`: writes demo/accessibility.html from demo/accessibility.json, the report on accessibility. `npm run docs`
 * does so too.
 *
 *     --check   writes nothing, and fails if the page differs from the data
 *     --stale   lists tests that the report names and that do not exist, each with the likeliest matches
 *     --mend    the same, and corrects the file of a test that has moved, or the name if the match is certain
 */
import {existsSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {ROOT} from './root.js';

const DATA = 'demo/accessibility.json';
const PAGE = 'demo/accessibility.html';

export interface TestName {
  /** From the root of the repository. */
  readonly file: string;
  /** Name as written in the file; `${…}` is filled in at run time. */
  readonly name: string;
}

export interface Criterion {
  /** Number in WCAG 2.2. */
  readonly id: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  readonly result: 'holds' | 'partly' | 'not-applicable';
  /** How the criterion is met, or why not; in Dutch. */
  readonly text: string;
  readonly tests: readonly TestName[];
  /** What was not tried, and why; in Dutch. */
  readonly untried?: string;
}

export interface Report {
  /** Version of the package that was examined. */
  readonly version: string;
  /** Day of the examination. */
  readonly date: string;
  readonly notTried: readonly string[];
  readonly criteria: readonly Criterion[];
}

export const readReport = (): Report => JSON.parse(readFileSync(join(ROOT, DATA), 'utf8')) as Report;

/** New in WCAG 2.2, and so without a clause in EN 301 549 V3.2.1, which follows WCAG 2.1. */
const NEW_IN_22 = new Set(['2.4.11', '2.5.7', '2.5.8', '3.2.6', '3.3.7', '3.3.8']);

/** The clause of EN 301 549 V3.2.1 for web pages; null if there is none. */
export const clauseOf = (id: string): string | null => (NEW_IN_22.has(id) ? null : `9.${id}`);

const PRINCIPLES: Readonly<Record<string, string>> = {
  1: 'Waarneembaar',
  2: 'Bedienbaar',
  3: 'Begrijpelijk',
  4: 'Robuust',
};
const RESULTS: Readonly<Record<Criterion['result'], string>> = {
  holds: 'Voldoet',
  partly: 'Voldoet niet helemaal',
  'not-applicable': 'Niet van toepassing',
};
/** How something was observed, by the folder of its test. */
const SEEN: readonly (readonly [folder: string, how: string])[] = [
  ['test/browser/', 'gezien in Chromium, Firefox en WebKitGTK'],
  ['test/screen-reader/', 'gehoord met Orca'],
  ['test/unit/', 'nagerekend of nagelezen in de code'],
  ['test/audits/', 'nagekeken door een ander programma'],
];
const JOURNEYS = 'test/screen-reader/journeys.ts';

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign] ?? sign);

const dutchDay = (date: string): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString('nl-NL', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });

/** How a criterion was observed, in words: "Gezien in …; gehoord met …". */
function seenOf({tests}: Criterion): string {
  const ways = SEEN.filter(([folder]) => tests.some(({file}) => file.startsWith(folder))).map(([, how]) => how);
  const line = ways.join('; ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}

/** The whole page, in Dutch. */
export function toPage({version, date, notTried, criteria}: Report): string {
  const count = (result: Criterion['result']) => criteria.filter((each) => each.result === result).length;
  const day = dutchDay(date);
  const partly = criteria.filter(({result}) => result === 'partly');
  const status =
    partly.length === 0
      ? 'Bij geen enkel criterium is een fout bekend.'
      : `Niet helemaal goed: ${partly.map(({id, name}) => `${id} ${name}`).join(', ')}.`;
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<!-- Made by \`npm run docs\` from accessibility.json. -->
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Toegankelijkheid · Regiokaart</title>
<meta name="description" content="Rapport over de toegankelijkheid van de regiokaart, naar EN 301 549 en WCAG 2.2.">
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="demo.css">
</head>
<body>
<header class="site"><a href="index.html">Werken in zorg en welzijn</a></header>
<main>
<h1>Toegankelijkheid</h1>
<p class="lead">Rapport over regiokaart ${escaped(version)} van ${day}, naar alle ${criteria.length} criteria A en AA van WCAG 2.2. Bij elk criterium staat het nummer in EN 301 549 V3.2.1.</p>
<div class="text">
<ul>
<li><b>${RESULTS.holds}:</b> ${count('holds')} criteria</li>
<li><b>${RESULTS.partly}:</b> ${count('partly')} criteria</li>
<li><b>${RESULTS['not-applicable']}:</b> ${count('not-applicable')} criteria</li>
</ul>
<h2>Wat er is bekeken</h2>
<p>De regiokaart is een onderdeel van een pagina. Dit rapport gaat over dat onderdeel: het formulier, het antwoord, de kaart en de lijst, in het Nederlands en het Engels. Daarom zijn alleen de eisen voor webpagina's bekeken: hoofdstuk 9 van EN 301 549. De pagina eromheen is van de partner.</p>
<p>Onder elk criterium staat hoe het is gezien, en welke tests het bewaken. Die tests draaien bij elke verandering. De namen van de tests zijn Engels. Wat de schermlezer Orca zegt, staat <a href="schermlezer.html">woord voor woord op een eigen pagina</a>.</p>
<p>EN 301 549 noemt ook 9.4.1.1 (parsen). WCAG 2.2 heeft dat criterium niet meer. Een programma van het W3C en <code>html-validate</code> controleren de HTML wel: <code>npm run test:markup</code>.</p>
</div>
<div class="text">
<h2>Wat niet is geprobeerd, en waarom</h2>
<ul>
${notTried.map((each) => `<li>${escaped(each)}</li>`).join('\n')}
</ul>
</div>
${Object.entries(PRINCIPLES)
  .map(([number, name]) => principle(number, name, criteria))
  .join('\n')}
<div class="text">
<h2 id="verklaring">Tekst voor je toegankelijkheidsverklaring</h2>
<p>Staat de regiokaart op je site? Dan kun je deze tekst overnemen in je toegankelijkheidsverklaring.</p>
<blockquote>
<p><b>Regiokaart.</b> Op deze site staat de regiokaart (versie ${escaped(version)}). Die is door de makers bekeken op ${day}, naar alle criteria A en AA van WCAG 2.2 en hoofdstuk 9 van EN 301 549. ${escaped(status)} Alles kan met het toetsenbord. De kaart is nooit de enige weg: zoeken op postcode of plaats en kiezen uit een lijst geven hetzelfde antwoord.</p>
<p>De regiokaart is getest met programma's, in drie browsers, en beluisterd met de schermlezer Orca. Nog niet getest: gebruik door mensen met een beperking, en de schermlezers NVDA, JAWS, VoiceOver en TalkBack. Er is geen onafhankelijk onderzoek gedaan.</p>
<p>Werkt iets niet voor jou? Laat het ons weten. Je kunt ook bellen of mailen met de organisatie in jouw regio.</p>
</blockquote>
<p>Let zelf op vier dingen:</p>
<ul>
<li>Het <b>niveau van de kop</b> (<code>heading-level</code>) past bij de koppen op je pagina.</li>
<li><b>Eigen kleuren</b> en een <b>foto als achtergrond</b> hebben genoeg contrast.</li>
<li>Een <b>kop die blijft staan</b> bedekt het antwoord niet. Hoe dat moet, staat in de <a href="handleiding.html">handleiding</a>.</li>
<li><b>Eigen teksten en berichten</b> zijn begrijpelijk, en links zeggen waar ze heen gaan.</li>
</ul>
<p>Iets gevonden dat niet werkt? Meld het bij de partner op wiens site je het vond.</p>
</div>
</main>
<footer class="foot"><a href="index.html">Alle voorbeelden</a></footer>
</body>
</html>
`;
}

function principle(number: string, name: string, criteria: readonly Criterion[]): string {
  const own = criteria.filter(({id}) => id.startsWith(`${number}.`));
  return `<h2>${number}. ${name}</h2>
<div class="criteria">
${own.map(section).join('\n')}
</div>`;
}

function section(criterion: Criterion): string {
  const {id, name, level, result, text, tests, untried} = criterion;
  const clause = clauseOf(id);
  const where = clause ? `EN 301 549: ${clause}` : 'nieuw in WCAG 2.2, niet in EN 301 549 V3.2.1';
  const parts = [
    `<h3 id="c${id.replaceAll('.', '-')}">${id} ${escaped(name)}</h3>`,
    `<p><b>${RESULTS[result]}</b> · niveau ${level} · ${where}</p>`,
    `<p>${escaped(text)}</p>`,
  ];
  if (untried) parts.push(`<p>Niet geprobeerd: ${escaped(untried)}</p>`);
  if (tests.length > 0) {
    const items = tests.map((test) => `<li><code>${escaped(test.file)}</code>: ${escaped(shown(test))}</li>`);
    parts.push(`<p class="held">${seenOf(criterion)}:</p>`, `<ul class="held" lang="en">\n${items.join('\n')}\n</ul>`);
  }
  return parts.join('\n');
}

/** A test's name for readers, with an ellipsis for what is filled in at run time. */
const shown = ({name}: TestName): string => name.replace(/\$\{[^}]*\}/g, '…');

/** The names of all tests in a file, as written there, and those of the journeys of the screen reader. */
export function namesIn(file: string, source: string): string[] {
  if (file === JOURNEYS) return [...source.matchAll(/^ {4}name: '([^']+)'/gm)].map(([, name = '']) => name);
  const calls = /^\s*(?:it|itIf\(.*?\))\(\s*(['"`])((?:\\.|(?!\1)[^\\])*)\1/gm;
  return [...source.matchAll(calls)].map(([, , name = '']) => name.replace(/\\(.)/g, '$1'));
}

export interface Stale extends TestName {
  /** The criteria that name the test. */
  readonly criteria: readonly string[];
  /** Likely matches, best first: the same name in another file, or similar names. */
  readonly meant: readonly TestName[];
  /** Whether the first match is certain. */
  readonly sure: boolean;
}

/** Every test of the repository that a report may name. */
export function allTests(): TestName[] {
  const files = readdirSync(join(ROOT, 'test'), {recursive: true, encoding: 'utf8'})
    .map((file) => `test/${file.replaceAll('\\', '/')}`)
    .filter((file) => !file.includes('/node_modules/') && (file.endsWith('.test.ts') || file === JOURNEYS));
  return files
    .sort()
    .flatMap((file) => namesIn(file, readFileSync(join(ROOT, file), 'utf8')).map((name) => ({file, name})));
}

const keyOf = ({file, name}: TestName): string => `${file}\n${name}`;

/** Tests that the report names and the repository does not have. */
export function staleOf({criteria}: Report, tests: readonly TestName[]): Stale[] {
  const there = new Set(tests.map(keyOf));
  const named = new Map<string, {test: TestName; criteria: string[]}>();
  for (const criterion of criteria) {
    for (const test of criterion.tests) {
      if (there.has(keyOf(test))) continue;
      const entry = named.get(keyOf(test)) ?? {test, criteria: []};
      entry.criteria.push(criterion.id);
      named.set(keyOf(test), entry);
    }
  }
  return [...named.values()].map(({test, criteria: ids}) => {
    const moved = tests.filter(({name}) => name === test.name);
    const alike = tests
      .map((each) => ({each, score: similarity(each.name, test.name) + (each.file === test.file ? 0.1 : 0)}))
      .filter(({score}) => score > 0.4)
      .sort((one, other) => other.score - one.score);
    const [first, second] = alike;
    const clear = first !== undefined && first.score > 0.85 && first.score - (second?.score ?? 0) > 0.2;
    return {
      ...test,
      criteria: ids,
      meant: moved.length > 0 ? moved : alike.slice(0, 3).map(({each}) => each),
      sure: moved.length === 1 || (moved.length === 0 && clear),
    };
  });
}

/** The share of words that two texts have in common, 0 to 1. */
function similarity(one: string, other: string): number {
  const [a, b] = [one, other].map((text) => new Set(text.toLowerCase().match(/[\p{L}\d]+/gu) ?? []));
  if (!a || !b) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}

/** Writes the page, or only compares it. Returns whether the file now agrees with the data. */
export function updatePage(onlyCheck: boolean): boolean {
  const page = toPage(readReport());
  const path = join(ROOT, PAGE);
  if (existsSync(path) && readFileSync(path, 'utf8') === page) {
    console.log(`${PAGE}: up to date`);
    return true;
  }
  if (onlyCheck) {
    console.error(`${PAGE}: differs from ${DATA}; run \`npm run docs\``);
    return false;
  }
  writeFileSync(path, page);
  console.log(`${PAGE}: written`);
  return true;
}

/** Prints the stale tests. Returns how many are left. */
function listStale(mend: boolean): number {
  const report = readReport();
  const stale = staleOf(report, allTests());
  const mended = new Map<string, TestName>();
  for (const {file, name, criteria, meant, sure} of stale) {
    const [best] = meant;
    console.log(`${file}: ${name}\n  named by ${criteria.join(', ')}`);
    for (const each of meant) console.log(`  ${sure ? 'is now' : 'perhaps'} ${each.file}: ${each.name}`);
    if (mend && sure && best) mended.set(keyOf({file, name}), best);
  }
  if (mended.size > 0) {
    const criteria = report.criteria.map((each) => ({
      ...each,
      tests: each.tests.map((test) => mended.get(keyOf(test)) ?? test),
    }));
    writeFileSync(join(ROOT, DATA), `${JSON.stringify({...report, criteria}, null, 2)}\n`);
  }
  console.log(`${stale.length} stale${mend ? `, ${mended.size} mended` : ''}`);
  return stale.length - mended.size;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const mend = process.argv.includes('--mend');
  if (mend || process.argv.includes('--stale')) process.exitCode = listStale(mend) > 0 ? 1 : 0;
  else if (!updatePage(process.argv.includes('--check'))) process.exitCode = 1;
}

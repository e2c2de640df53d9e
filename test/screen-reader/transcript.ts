/** The transcript as a page: what was done, and what was heard. */
import type {Journey, Step} from './judge.js';
import type {Heard, Kind} from './session.js';

export interface StepRecord {
  readonly step: Step;
  readonly heard: Heard;
  readonly problems: readonly string[];
}

export interface JourneyRecord {
  readonly kind: Kind;
  readonly journey: Journey;
  readonly steps: readonly StepRecord[];
  /** The reason why the journey was not completed; empty if it was. */
  readonly broken: string;
}

const BROWSERS: Readonly<Record<Kind, string>> = {firefox: 'Firefox', chromium: 'Chromium'};

const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (sign) => ({'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'})[sign] ?? sign);

/** The whole page, in Dutch. */
export function toPage(records: readonly JourneyRecord[], when: Date): string {
  const journeys = [...new Set(records.map(({journey}) => journey))];
  const day = when.toLocaleDateString('nl-NL', {day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC'});
  return `<!doctype html>
<html lang="nl">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Wat een schermlezer zegt · Regiokaart</title>
<meta name="description" content="Woord voor woord wat de schermlezer Orca voorleest in de regiokaart.">
<link rel="icon" href="icon.svg">
<link rel="stylesheet" href="demo.css">
</head>
<body>
<header class="site"><a href="index.html">Werken in zorg en welzijn</a></header>
<main>
<h1>Wat een schermlezer zegt</h1>
<p class="lead">Woord voor woord wat de schermlezer Orca voorleest op de voorbeeldpagina's, in Firefox en in Chromium. Deze pagina is op ${day} gemaakt door <code>npm run test:screen-reader</code>.</p>
<div class="text">
<p>Bij elke stap staat wat de bezoeker doet, en daarna wat Orca zegt. De Engelse woorden zijn van Orca zelf: Orca stond in het Engels. Er luisterde geen mens mee, en Orca is niet NVDA, JAWS, VoiceOver of TalkBack.</p>
</div>
${journeys.map((journey) => section(journey, records)).join('\n')}
</main>
<footer class="foot"><a href="accessibility.html">Toegankelijkheid</a></footer>
</body>
</html>
`;
}

function section(journey: Journey, records: readonly JourneyRecord[]): string {
  const own = records.filter((record) => record.journey === journey);
  return `<section>
<h2>${escaped(journey.title)}</h2>
${own.map((record) => `<h3>${BROWSERS[record.kind]}</h3>\n${steps(record)}`).join('\n')}
</section>`;
}

function steps({steps, broken, journey}: JourneyRecord): string {
  const items = steps.map(({step, heard, problems}) => {
    const keys = step.keys ? ` <kbd>${escaped(step.keys.join(' '))}</kbd>` : '';
    const lang = journey.language === 'nl' ? '' : ` lang="${journey.language}"`;
    const said = heard.said.map(({text}) => `<li><q${lang}>${escaped(text)}</q></li>`);
    const faults = problems.map((problem) => `<li lang="en"><strong>${escaped(problem)}</strong></li>`);
    const all = [...(said.length > 0 ? said : ['<li>(niets)</li>']), ...faults];
    return `<li>${escaped(step.does)}${keys}\n<ul>\n${all.join('\n')}\n</ul></li>`;
  });
  if (broken !== '') items.push(`<li lang="en"><strong>${escaped(broken.split('\n')[0] ?? '')}</strong></li>`);
  return items.length > 0
    ? `<ol aria-label="${escaped(journey.title)}">\n${items.join('\n')}\n</ol>`
    : '<p>(niets)</p>';
}

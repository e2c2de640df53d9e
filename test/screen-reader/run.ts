/**
 * `npm run test:screen-reader`: has Orca read the demo in Firefox and in Chromium, and checks its speech against the table in
 * journeys.ts. Needs Debian's packages, see test/README.md. Prints the faults, and at the end one line with the counts.
 *
 *     --browser firefox,chromium   only these browsers
 *     --journey found,list         only these journeys
 *     --write                      keeps the transcript as demo/schermlezer.html
 *     --base URL                   address of a demo that is already being served (ends in /demo/)
 *     --patience SECONDS           how long each part may take to start (60)
 *
 * The transcript is always written to .screen-reader/. If Orca cannot run, this is reported and counted as skipped; with CI=true it
 * is a failure.
 */
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {ROOT} from '../../.build/root.js';
import {serveRepository} from '../../.build/static.js';
import {findInstalled} from '../runner/installed.js';
import {JOURNEYS} from './journeys.js';
import {isComplete, type Journey, joined, judge, type Step} from './judge.js';
import {type Heard, type Kind, Session, SessionError, whyNot} from './session.js';
import {type JourneyRecord, type StepRecord, toPage} from './transcript.js';

const KINDS: readonly Kind[] = ['firefox', 'chromium'];
/** Time in which speech begins after a key, unless the page delays it, in which case the step sets its own time. */
const LEAST_MS = 500;
const QUIET_MS = 500;
/** How long to wait for required speech before it counts as missing. Only a failure takes this long. */
const MOST_MS = 20_000;
/** Time after which a journey counts as hanging. */
const JOURNEY_LIMIT_MS = 5 * 60_000;
/** After this time no further journey is begun. A run takes four minutes, more on a busy machine. */
const RUN_LIMIT_MS = 15 * 60_000;

const {values: options} = parseArgs({
  options: {
    browser: {type: 'string', default: KINDS.join(',')},
    journey: {type: 'string'},
    write: {type: 'boolean', default: false},
    base: {type: 'string'},
    patience: {type: 'string', default: '60'},
  },
});
const kinds = KINDS.filter((kind) => options.browser.split(',').includes(kind));
const wanted = options.journey?.split(',');
const journeys = JOURNEYS.filter(({name}) => !wanted || wanted.includes(name));
const patienceMs = Number(options.patience) * 1000;
if (kinds.length === 0) throw new Error(`--browser: got "${options.browser}", expected ${KINDS.join(' or ')}`);
if (journeys.length === 0) {
  throw new Error(`--journey: got "${options.journey}", expected some of ${JOURNEYS.map(({name}) => name).join(', ')}`);
}
if (options.write && (wanted || kinds.length < KINDS.length)) {
  throw new Error('--write: the transcript is of all journeys in all browsers');
}
if (!(patienceMs > 0)) throw new Error(`--patience: got "${options.patience}", expected seconds`);

const open = new Set<Session>();
const started = Date.now();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.once(signal, () => {
    for (const session of open) session.stopNow();
    process.exit(1);
  });
}
process.exitCode = await main();

async function main(): Promise<number> {
  const reason = whyNot() ?? missingBrowser();
  if (reason !== null) {
    const ci = process.env['CI'] === 'true';
    console.log(`The screen reader cannot run here: ${reason}.`);
    console.log(ci ? '0 passed, 1 failed' : `0 passed, 0 failed, ${kinds.length * journeys.length} skipped`);
    return ci ? 1 : 0;
  }
  const server = options.base ? null : await serveRepository({port: 0, host: '127.0.0.1'});
  const base = options.base ?? `${server?.resolvedUrls?.local[0] ?? ''}demo/`;
  try {
    const records = (await Promise.all(kinds.map((kind) => readAll(kind, base)))).flat();
    const failed = records.filter(hasFailed);
    const page = toPage(records, new Date());
    mkdirSync(join(ROOT, '.screen-reader'), {recursive: true});
    writeFileSync(join(ROOT, '.screen-reader/schermlezer.html'), page);
    if (options.write) writeFileSync(join(ROOT, 'demo/schermlezer.html'), page);
    const minutes = ((Date.now() - started) / 60_000).toFixed(1);
    console.log(`What was heard: ${options.write ? 'demo' : '.screen-reader'}/schermlezer.html (${minutes} minutes)`);
    console.log(`${records.length - failed.length} passed, ${failed.length} failed`);
    return failed.length > 0 ? 1 : 0;
  } finally {
    await server?.close();
  }
}

function missingBrowser(): string | null {
  const missing = kinds.filter((kind) => !findInstalled()[kind]);
  return missing.length > 0 ? `not installed: ${missing.join(', ')}` : null;
}

/** Runs the journeys in one browser, up to the first that cannot even begin. */
async function readAll(kind: Kind, base: string): Promise<JourneyRecord[]> {
  const records: JourneyRecord[] = [];
  let session: Session | null = null;
  for (const journey of journeys) {
    const start = Date.now();
    let record: JourneyRecord = {kind, journey, steps: [], broken: `not begun within ${RUN_LIMIT_MS / 60_000} minutes`};
    let failedBefore: JourneyRecord | undefined;
    // One that fails is tried once more, and named: keys and speech race on a busy machine.
    for (let tries = 0; tries < 2 && Date.now() - started < RUN_LIMIT_MS; tries += 1) {
      try {
        session ??= await begin(kind);
        record = await travel(session, kind, base, journey);
      } catch (error) {
        if (!(error instanceof Error)) throw error;
        record = {kind, journey, steps: [], broken: error.message};
      }
      if (record.broken !== '') {
        // A session in an unknown state is not used again.
        await session?.stop();
        if (session) open.delete(session);
        session = null;
      }
      if (!hasFailed(record)) break;
      if (tries === 0) failedBefore = record;
    }
    records.push(record);
    report(record, Math.round((Date.now() - start) / 1000), hasFailed(record) ? undefined : failedBefore);
    if (record.broken !== '' && record.steps.length === 0) break;
  }
  await session?.stop();
  if (session) open.delete(session);
  return records;
}

function hasFailed({steps, broken}: JourneyRecord): boolean {
  return broken !== '' || steps.some(({problems}) => problems.length > 0);
}

async function begin(kind: Kind): Promise<Session> {
  const session = await Session.start(kind, findInstalled()[kind] ?? kind, patienceMs);
  open.add(session);
  return session;
}

async function travel(session: Session, kind: Kind, base: string, journey: Journey): Promise<JourneyRecord> {
  const steps: StepRecord[] = [];
  const end = Date.now() + JOURNEY_LIMIT_MS;
  let broken = '';
  try {
    await session.open(base + journey.page, patienceMs);
    // Orca starts to read the page automatically; this key stops it.
    await session.press(['ctrl+Home']);
    await listen(session, {does: '', maySayNothing: 'not judged'});
    for (const step of journey.steps) {
      const heard = await take(session, step);
      steps.push({step, heard, problems: judge(step, heard, journey.language)});
      if (Date.now() > end) throw new SessionError(`not at its end after ${JOURNEY_LIMIT_MS / 60_000} minutes`);
    }
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    broken = `${error.message}\n  ${session.seenLast()}`;
  }
  return {kind, journey, steps, broken};
}

async function take(session: Session, step: Step): Promise<Heard> {
  const {until, times = until ? 8 : 1} = step;
  for (let count = 1; ; count += 1) {
    await session.press(step.keys ?? []);
    // On the way any speech is accepted.
    const heard = await listen(session, until ? {does: step.does} : step);
    if (!until) return heard;
    if (until.test(joined(heard))) return heard;
    if (count === times) throw new SessionError(`did not come to ${until} ("${step.does}"), but to “${joined(heard)}”`);
  }
}

function listen(session: Session, step: Step): Promise<Heard> {
  return session.listen({
    complete: (said) => isComplete(step, said),
    leastMs: step.settles ? step.settles * 1000 : LEAST_MS,
    mostMs: MOST_MS,
    quietMs: QUIET_MS,
    toTheEnd: step.listens ?? false,
  });
}

/** @param failedBefore The first try of a journey that passed at its second one only. */
function report(record: JourneyRecord, seconds: number, failedBefore?: JourneyRecord): void {
  const {kind, journey} = record;
  const note = failedBefore ? ', passed at its second try only; at the first:' : '';
  console.log(`${hasFailed(record) ? '✗' : '✓'} ${kind}: ${journey.name}, ${seconds} s${note}`);
  for (const problem of problemsOf(failedBefore ?? record)) console.log(`    ${problem}`);
}

function problemsOf({steps, broken}: JourneyRecord): string[] {
  const problems = steps.flatMap(({step, heard, problems}) =>
    problems.map((problem) => `${step.does}: ${problem}\n      heard: ${joined(heard) || '(nothing)'}`),
  );
  return broken === '' ? problems : [...problems, broken];
}

/**
 * `npm run size`: weighs what a visitor loads on each journey with the files for the script tag as they are served
 * (gzip -9), and fails above a budget.
 */
import {excessOf, JOURNEYS, type Journey, weighCdn} from './journeys.js';

const number = (value: number) => value.toLocaleString('en-US').padStart(9);

const weights = await weighCdn();
const journeys: Readonly<Record<string, Journey>> = JOURNEYS;
console.log(`${'gzip -9, bytes'.padEnd(52)}${'size'.padStart(9)}${'budget'.padStart(9)}`);
for (const [key, {bytes, files}] of Object.entries(weights)) {
  const journey = journeys[key];
  console.log(
    `${(journey?.name ?? 'when asked for').padEnd(52)}${number(bytes)}${journey ? number(journey.budget) : ''}`,
  );
  for (const {file, bytes, raw} of files) {
    console.log(`  ${file.padEnd(50)}${number(bytes)}  (${raw.toLocaleString('en-US')} as it is)`);
  }
}
const total = Object.values(weights).reduce((sum, {bytes}) => sum + bytes, 0);
console.log(`${'everything'.padEnd(52)}${number(total)}`);

for (const problem of excessOf(weights)) {
  console.error(`size: ${problem}`);
  process.exitCode = 1;
}

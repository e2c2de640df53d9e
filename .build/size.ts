/**
 * `npm run size`: builds the files for the script tag, weighs them as they are served (gzip -9) against the budgets, and
 * fails above one. With `-- --no-build` it weighs what is there.
 */
import {spawnSync} from 'node:child_process';
import {join} from 'node:path';
import {BUDGETS, measure} from './measure.js';
import {ROOT} from './root.js';

if (!process.argv.includes('--no-build')) {
  const {status} = spawnSync(process.execPath, ['--import', 'tsx', join(ROOT, '.build/build.ts'), 'cdn'], {
    cwd: ROOT,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
}

const number = (value: number) => value.toLocaleString('en-US').padStart(9);

const groups = measure();
console.log(`${'gzip -9, bytes'.padEnd(42)}${'size'.padStart(9)}${'budget'.padStart(9)}`);
for (const {name, bytes, budget, files} of groups) {
  const over = budget !== undefined && bytes > budget;
  console.log(
    `${name.padEnd(42)}${number(bytes)}${budget === undefined ? '' : number(budget)}${over ? '  TOO BIG' : ''}`,
  );
  for (const file of files)
    console.log(`  ${file.name.padEnd(40)}${number(file.bytes)}${`  (${file.raw.toLocaleString('en-US')} as it is)`}`);
}

const over = groups.filter(({bytes, budget}) => budget !== undefined && bytes > budget);
const missing = Object.keys(BUDGETS).filter((key) => !groups.some(({key: present}) => present === key));
for (const {name, bytes, budget = 0} of over) console.error(`size: ${name}: got ${bytes}, expected at most ${budget}`);
for (const key of missing) console.log(`(no files yet: ${BUDGETS[key as keyof typeof BUDGETS].name})`);
if (over.length > 0) process.exitCode = 1;

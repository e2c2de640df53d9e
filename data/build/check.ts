/** `npm run data:check`: builds every committed division in memory and compares it. Options go to each build. */
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';

const BUILD = fileURLToPath(new URL('build.ts', import.meta.url));
const options = process.argv.slice(2);

// With a folder in the options, only that one is compared.
const ownFolder = options.some((option) => /^--(out|help)(=|$)/.test(option));
const divisions = ownFolder ? [[]] : [[], ['--curated', 'demo/provinces', '--out', 'demo/provinces/generated']];
const failed = divisions.filter(
  (division) =>
    spawnSync(process.execPath, ['--import', 'tsx', BUILD, '--check', ...division, ...options], {stdio: 'inherit'})
      .status !== 0,
);
process.exitCode = failed.length > 0 ? 1 : 0;

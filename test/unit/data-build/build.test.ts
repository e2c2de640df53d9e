import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {afterAll, describe, expect, it} from 'vitest';
import {ProblemList} from '../../../data/build/problems.js';
import {readSourceList} from '../../../data/build/sources.js';
import {smallCountry} from '../../fixtures/small-country.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'regiokaart-build-'));
afterAll(() => rmSync(folder, {recursive: true}));

/** Runs the command as `npm run data` does. */
function run(...args: readonly string[]): {status: number | null; output: string} {
  const {status, stdout, stderr} = spawnSync(process.execPath, ['--import', 'tsx', 'data/build/build.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return {status, output: `${stdout}${stderr}`};
}

/** Writes the inputs of the small country, and returns the options with their paths. */
function layOut(): {readonly out: string; readonly options: readonly string[]} {
  const sources = join(folder, 'sources');
  for (const {key, path} of readSourceList(readFileSync(join(ROOT, 'data/sources.json'), 'utf8'), new ProblemList())
    .inputs) {
    mkdirSync(dirname(join(sources, path)), {recursive: true});
    writeFileSync(join(sources, path), smallCountry[key]);
  }
  const curated = {
    '--regions': ['regions.csv', smallCountry.regions],
    '--exceptions': ['exceptions.csv', smallCountry.exceptions],
    '--organisations': ['organisations.json', smallCountry.organisations],
    '--fact-sources': ['fact-sources.json', smallCountry.factSources],
    '--place-names': ['place-names.csv', smallCountry.placeNames],
  } as const;
  const out = join(folder, 'generated');
  const options = ['--new-edition', '--sources', sources, '--out', out];
  for (const [option, [name, text]] of Object.entries(curated)) {
    writeFileSync(join(folder, name), text);
    options.push(option, join(folder, name));
  }
  return {out, options};
}

describe('npm run data', () => {
  const nowhere = join(folder, 'nowhere');

  it('names the publisher of each missing file, and writes nothing', () => {
    const {status, output} = run('--sources', nowhere, '--out', nowhere);
    expect(status).toBe(1);
    expect(output).toContain(join(nowhere, 'geonames-nl-2024', 'NL.txt'));
    expect(output).toContain('GeoNames postal codes, Netherlands of GeoNames');
    expect(existsSync(nowhere)).toBe(false);
  });

  it('fails a check without inputs, unless it is told to skip', () => {
    expect(run('--check', '--sources', nowhere).status).toBe(1);
    const skipped = run('--check', '--skip-without-sources', '--sources', nowhere);
    expect(skipped).toEqual({status: 0, output: expect.stringContaining('skipped: no inputs in')});
  });

  it('explains itself when an option is unknown', () => {
    const {status, output} = run('--source', nowhere);
    expect(status).toBe(1);
    expect(output).toContain('--sources DIR');
  });

  it('builds, passes its own check, and notices each change', () => {
    const {out, options} = layOut();
    expect(run(...options)).toEqual({status: 0, output: expect.stringContaining('Wrote')});
    expect(readdirSync(out).filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect(run('--check', ...options).status).toBe(0);

    const csv = join(out, 'postcodes.csv');
    writeFileSync(csv, readFileSync(csv, 'utf8').replace('1211,1212,oost', '1211,1213,oost'));
    writeFileSync(join(out, 'old.ts'), '');
    rmSync(join(out, 'info.json'));
    const {status, output} = run('--check', ...options);
    expect(status).toBe(1);
    expect(output).toContain('postcodes.csv: differs from line 5 on');
    expect(output).toContain('old.ts: is not made by the build');
    expect(output).toContain('info.json: is missing');
  });

  it('reports the changes of a new edition, in a file that a check ignores', () => {
    const {out, options} = layOut();
    rmSync(out, {recursive: true, force: true});
    expect(run(...options).output).toContain('There is no earlier data to compare with');
    expect(run(...options).output).toContain('No answer, area or fact differs');
    expect(existsSync(join(out, 'changes.md'))).toBe(false);

    writeFileSync(join(folder, 'regions.csv'), 'id,label,members\nwest,West,GM0001\noost,Oost,GM0002 GM0003 GM0004\n');
    const {output} = run(...options, '--today', '2025-07-01');
    const report = readFileSync(join(out, 'changes.md'), 'utf8');
    expect(output).toContain(report);
    expect(report).toContain('- in another region: GM0003 Ceesdam: west -> oost');
    expect(report).toContain(
      '## Facts missing or older than a year on 2025-07-01\n\n- west\n  - missing: phone, email, contactPage, website, vacancies, address, about\n  - name: Zorg West (2024-05, 13 months,',
    );
    expect(run('--check', ...options).status).toBe(0);

    // Outside git each run compares with the one before.
    expect(run(...options).output).toContain('No answer, area or fact differs');
    expect(existsSync(join(out, 'changes.md'))).toBe(false);
  });

  it('uses data/curated for files that the folder of another division lacks', () => {
    const {status, output} = run('--curated', folder, '--sources', nowhere, '--out', nowhere);
    expect(status).toBe(1);
    expect(output).not.toContain('a file kept by hand');
  });

  it('writes a skeleton for another division, lists what to fill in, and then builds it', () => {
    const {out, options} = layOut();
    const [division, grouping] = [join(folder, 'division'), join(folder, 'grouping.csv')];
    writeFileSync(grouping, 'gemeente;region\nGM0001;Alles samen\nGM0002;Alles samen\nGM0003;Boven\nGM0004;Boven\n');
    const init = ['--init', division, '--grouping', grouping, '--exceptions', join(folder, 'exceptions.csv')];
    expect(run(...init)).toEqual({status: 0, output: expect.stringContaining('Now fill in')});
    expect(run(...init)).toEqual({status: 1, output: expect.stringContaining('what is there is not written over')});

    // The small country's inputs and names of places, and everything else from the new folder.
    const inputs = options.slice(0, 3);
    const build = [...inputs, '--out', out, '--place-names', join(folder, 'place-names.csv'), '--curated', division];
    const unfilled = run(...build);
    expect(unfilled.status).toBe(1);
    expect(unfilled.output).toContain('1 problems');
    expect(unfilled.output).toContain('umbrella: got no verified name and no verified website');

    const organisations = JSON.parse(readFileSync(join(division, 'organisations.json'), 'utf8'));
    organisations.umbrella = JSON.parse(smallCountry.organisations).umbrella;
    writeFileSync(join(division, 'organisations.json'), JSON.stringify(organisations));
    writeFileSync(join(division, 'fact-sources.json'), smallCountry.factSources);
    expect(run(...build)).toEqual({status: 0, output: expect.stringContaining('Wrote')});
    expect(JSON.parse(readFileSync(join(out, 'cards.json'), 'utf8')).regions).toMatchObject([
      {id: 'alles-samen', name: 'Alles samen', organisation: {}},
      {id: 'boven', name: 'Boven', organisation: {}},
    ]);
  });

  it('requires both a folder and a grouping for a skeleton', () => {
    const {status, output} = run('--init', nowhere);
    expect(status).toBe(1);
    expect(output).toContain('--init DIR and --grouping FILE go together');
  });

  it('passes the options of a check to every committed division', () => {
    const {status, stderr} = spawnSync('npm', ['run', '-s', 'data:check', '--', '--sources', nowhere], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.match(/The data was not built/g)).toHaveLength(2);
  });

  it('leaves the old data unchanged if the new data is invalid', () => {
    const {out, options} = layOut();
    run(...options);
    const before = readFileSync(join(out, 'manifest.json'), 'utf8');
    writeFileSync(join(folder, 'regions.csv'), smallCountry.regions.replace('RA0202', ''));
    const {status, output} = run(...options);
    expect(status).toBe(1);
    expect(output).toContain('nothing has been written. 1 problems');
    expect(output).toContain('gemeente GM0004 Dorp');
    expect(readFileSync(join(out, 'manifest.json'), 'utf8')).toBe(before);
  });
});

import {execFileSync} from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {publint} from 'publint';
import {formatMessage} from 'publint/utils';
import {build} from 'vite';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {startChromium} from '../../.build/chromium.js';
import {findImports} from '../../.build/layers.js';
import {serveFolder} from '../../.build/static.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PACKAGE = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  exports: Record<string, string | {types?: string; default: string}>;
  dependencies: Record<string, string>;
};

/** An empty project of a host, with the packed package installed in it. */
let host = '';
let tarball = '';

const npm = (args: readonly string[], cwd: string) =>
  execFileSync('npm', [...args, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });

const node = (code: string) =>
  execFileSync(process.execPath, ['--input-type=module', '--eval', code], {cwd: host, encoding: 'utf8'}).trim();

const tsc = (cwd: string) => {
  try {
    return execFileSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
      cwd,
      encoding: 'utf8',
    });
  } catch (error) {
    return (error as {stdout?: string}).stdout ?? String(error);
  }
};

beforeAll(() => {
  if (!existsSync(join(ROOT, 'dist/index.js')) || !existsSync(join(ROOT, 'dist/cdn/integrity.json'))) {
    throw new Error('dist: got no build, expected that of `npm run build`');
  }
  host = mkdtempSync(join(tmpdir(), 'host-'));
  const [packed] = JSON.parse(npm(['pack', '--json', '--pack-destination', host], ROOT)) as [{filename: string}];
  tarball = join(host, packed.filename);
  writeFileSync(join(host, 'package.json'), JSON.stringify({private: true, type: 'module'}));
  npm(['install', '--prefer-offline', '--ignore-scripts', tarball], host);
});

afterAll(() => {
  if (host) rmSync(host, {recursive: true, force: true});
});

describe('the package', () => {
  it('passes publint in strict mode', async () => {
    const {messages, pkg} = await publint({pkgDir: ROOT, strict: true});
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types that resolve like the modules', () => {
    const cli = join(ROOT, 'node_modules/@arethetypeswrong/cli/dist/index.js');
    const report = execFileSync(process.execPath, [cli, tarball, '--profile', 'esm-only', '--format', 'json'], {
      encoding: 'utf8',
    });
    const {problems = {}} = JSON.parse(report) as {problems?: Record<string, unknown>};
    // Ignored on purpose: `require`, and resolution without `exports`.
    expect(Object.keys(problems).filter((kind) => kind !== 'NoResolution' && kind !== 'CJSResolvesToESM')).toEqual([]);
  });

  it('contains the file of every export', () => {
    const files = Object.values(PACKAGE.exports).flatMap((target) =>
      typeof target === 'string' ? [target] : [target.types, target.default],
    );
    const missing = files.filter(
      (file) => file && !file.includes('*') && !existsSync(join(host, 'node_modules/regiokaart', file)),
    );
    expect(missing).toEqual([]);
  });

  it('depends only on lit, turf and the TopoJSON reader', () => {
    const {packages} = JSON.parse(readFileSync(join(host, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, unknown>;
    };
    const allowed =
      /^(regiokaart|lit|lit-(html|element)|@lit\/|@lit-labs\/|@turf\/|@types\/(geojson|trusted-types)|tslib|point-in-polygon-hao|robust-predicates|topojson-client|commander)/;
    const names = Object.keys(packages).flatMap((path) => path.split('node_modules/').slice(1));
    expect(names.filter((name) => !allowed.test(name))).toEqual([]);
  });
});

describe('the page of the package in a registry', () => {
  const {homepage, repository, bugs} = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    homepage: string;
    repository: {url: string};
    bugs: string;
  };

  it('links to the project, its sources and its issues', () => {
    for (const address of [homepage, repository.url.replace(/^git\+/, ''), bugs]) {
      expect(new URL(address).protocol).toBe('https:');
    }
  });

  it('has links that work there too', () => {
    const links = [...readFileSync(join(ROOT, 'README.md'), 'utf8').matchAll(/\]\(([^)\s]+)\)/g)];
    expect(links.length).toBeGreaterThan(0);
    expect(links.map(([, href = '']) => href).filter((href) => !/^(https:\/\/|#)/.test(href))).toEqual([]);
  });
});

describe('the modules of the package', () => {
  const dist = join(ROOT, 'dist');
  const modules = readdirSync(dist, {recursive: true, encoding: 'utf8'}).filter(
    (name) => name.endsWith('.js') && !/^(cdn|cli)[\\/]/.test(name),
  );

  it('import only declared dependencies, as strict package managers require', () => {
    const asked = Object.keys(PACKAGE.dependencies);
    const unknown = modules.flatMap((name) =>
      findImports(readFileSync(join(dist, name), 'utf8')).flatMap(({specifier}) => {
        const [packageName] = /^(?:@[^/]+\/)?[^./][^/]*/.exec(specifier) ?? [];
        return !packageName || asked.includes(packageName) ? [] : [`${name}: ${specifier}`];
      }),
    );
    expect(unknown).toEqual([]);
  });

  it('keep the comments for bundlers at the import of a computed address', () => {
    expect(readFileSync(join(dist, 'shared/load.js'), 'utf8')).toContain('webpackIgnore: true');
  });
});

describe('in Node, without a DOM', () => {
  const modules = Object.keys(PACKAGE.exports).filter((path) => !/\.json$|\*|\.\/map$/.test(path));

  it.each(modules)('%s can be imported', (path) => {
    expect(node(`await import('regiokaart${path.slice(1)}'); console.log('fine')`)).toBe('fine');
  });

  it('regiokaart/lookup answers by postcode and by point', () => {
    const answers = node(`
      import {dataInfo, lookupPoint, lookupPostcode, regions} from 'regiokaart/lookup';
      const {status, region} = lookupPostcode('1316 AB');
      const place = await lookupPoint([5.2647, 52.3508]);
      const nowhere = await lookupPoint([0, 0]);
      console.log(JSON.stringify([status, region.id, place?.id, nowhere, regions.length, typeof dataInfo.edition]));
    `);
    expect(JSON.parse(answers)).toEqual(['found', 'flevoland', 'flevoland', null, 14, 'string']);
  });

  it('regiokaart registers nothing', () => {
    const code = `import {RegioKaart} from 'regiokaart';
      console.log(typeof RegioKaart, globalThis.customElements?.get('regio-kaart') === undefined)`;
    expect(node(code)).toBe('function true');
  });

  it.each(['gemeenten', 'info', 'organisations', 'points', 'postcodes', 'regions'])(
    'regiokaart/data/%s.json is the generated data',
    (name) => {
      const code = `import file from 'regiokaart/data/${name}.json' with {type: 'json'}; console.log(JSON.stringify(file))`;
      const generated = readFileSync(join(ROOT, `data/generated/${name}.json`), 'utf8');
      expect(JSON.parse(node(code))).toEqual(JSON.parse(generated));
    },
  );

  it('regiokaart/data/regions.json opens with a reader of TopoJSON', () => {
    const code = `import topology from 'regiokaart/data/regions.json' with {type: 'json'};
      import {feature} from 'topojson-client';
      const {features} = feature(topology, topology.objects.regions);
      console.log(features.length, features[3].id, features[3].geometry.type)`;
    expect(node(code)).toBe('14 flevoland MultiPolygon');
  });

  it('regiokaart/custom-elements.json names the elements', () => {
    const code = `import manifest from 'regiokaart/custom-elements.json' with {type: 'json'};
      const names = manifest.modules.flatMap(({exports}) => exports).filter(({kind}) => kind === 'custom-element-definition');
      console.log(names.map(({name}) => name).join())`;
    expect(node(code)).toContain('regio-kaart,regio-contact');
  });
});

describe('the command regiokaart', () => {
  const command = (...args: string[]) =>
    execFileSync(process.execPath, [join(host, 'node_modules/regiokaart/dist/cli/regiokaart.js'), ...args], {
      cwd: host,
      encoding: 'utf8',
    }).trim();

  it('prints its version', () => {
    expect(command('--version')).toBe(PACKAGE.version);
  });

  it('answers a postcode', () => {
    expect(command('lookup', '1316')).toContain('Flevoland');
  });
});

describe("in a host's Vite build", () => {
  it('keeps the map out of the first load', async () => {
    writeFileSync(
      join(host, 'index.html'),
      '<script type="module" src="./main.js"></script><regio-kaart></regio-kaart>',
    );
    writeFileSync(join(host, 'main.js'), `import 'regiokaart/define';`);
    const result = await build({root: host, configFile: false, logLevel: 'error', build: {write: false}});
    if (!('output' in result)) throw new Error('vite: got a watcher, expected a result');
    const chunks = result.output.flatMap((output) => (output.type === 'chunk' ? [output] : []));
    const entry = chunks.find(({isEntry}) => isEntry);
    const isLeaflet = (id: string) => id.endsWith('/map/leaflet.js');
    const holders = chunks.filter(({moduleIds}) => moduleIds.some(isLeaflet));
    expect(entry?.code).toContain('regio-kaart');
    expect(entry?.moduleIds.filter(isLeaflet)).toEqual([]);
    expect(holders).toHaveLength(1);
    expect(entry?.imports).not.toContain(holders[0]?.fileName);
  });

  it('leaves out the elements if none is used', async () => {
    writeFileSync(join(host, 'index.html'), '<script type="module" src="./main.js"></script>');
    writeFileSync(join(host, 'main.js'), `import 'regiokaart'; console.log('only this');`);
    const result = await build({root: host, configFile: false, logLevel: 'error', build: {write: false}});
    if (!('output' in result)) throw new Error('vite: got a watcher, expected a result');
    const code = result.output.map((output) => (output.type === 'chunk' ? output.code : '')).join('\n');
    expect(code).toContain('only this');
    expect(code).not.toContain('regio-select');
  });
});

describe("in a host's Vite build on a page with Trusted Types and a strict policy", () => {
  it('violates neither, map and names included', async () => {
    const outDir = join(host, 'trusted');
    writeFileSync(
      join(host, 'index.html'),
      `<!doctype html><html lang="nl"><link rel="icon" href="data:,"><script src="./watch.js"></script>
      <script type="module" src="./main.js"></script><regio-kaart></regio-kaart></html>`,
    );
    writeFileSync(join(host, 'main.js'), `import 'regiokaart/define';`);
    // Vite takes its conditions from NODE_ENV, which is that of a test here.
    const resolve = {conditions: ['module', 'browser', 'production']};
    await build({root: host, configFile: false, logLevel: 'error', resolve, build: {outDir}});
    writeFileSync(
      join(outDir, 'watch.js'),
      `window.violations = [];
      addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.violatedDirective + ': ' + event.sample);
      });`,
    );
    const policy = [
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:",
      "require-trusted-types-for 'script'; trusted-types lit-html",
    ].join('; ');
    const headers = {'content-security-policy': policy};
    const server = await serveFolder(outDir, {port: 0, host: '127.0.0.1', headers});
    const browser = await startChromium();
    try {
      const page = await browser.newPage();
      const problems: string[] = [];
      page.on('console', (message) => {
        if (/warn|error/.test(message.type())) problems.push(message.text());
      });
      page.on('pageerror', (error) => problems.push(String(error)));
      const response = await page.goto(server.resolvedUrls?.local[0] ?? '');
      expect(response?.headers()['content-security-policy']).toBe(policy);
      await page.waitForSelector('regio-kaart >>> [role="option"]', {visible: true});
      const field = await page.waitForSelector('regio-kaart >>> input');
      await field?.type('Alm');
      await page.waitForSelector('regio-kaart >>> [part=suggestion]', {visible: true});
      await field?.evaluate((each) => (each as HTMLInputElement).select());
      await field?.type('1316');
      await page.waitForSelector('regio-kaart >>> [part=card]', {visible: true});
      expect(await page.evaluate('violations')).toEqual([]);
      expect(problems).toEqual([]);
      // The page would be told of one.
      await page.evaluate(`try { document.createElement('p').innerHTML = '<b>'; } catch {}`);
      await page.waitForFunction('violations.length === 1');
    } finally {
      await browser.close();
      await server.close();
    }
  });
});

describe("in a host's TypeScript", () => {
  const FIXTURES = join(ROOT, 'test/fixtures/host-project');

  it.each(['bundler', 'nodenext'])('checks tags, events and types with moduleResolution %s', (moduleResolution) => {
    const folder = join(host, moduleResolution);
    cpSync(FIXTURES, folder, {recursive: true});
    writeFileSync(join(folder, 'package.json'), JSON.stringify({private: true, type: 'module'}));
    const config = {
      compilerOptions: {
        strict: true,
        noEmit: true,
        skipLibCheck: false,
        target: 'ES2022',
        module: moduleResolution === 'bundler' ? 'ESNext' : 'NodeNext',
        moduleResolution,
        lib: ['ES2022', 'DOM', 'DOM.Iterable'],
        jsx: 'react-jsx',
        types: [],
      },
      include: ['*'],
    };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
    mkdirSync(join(host, 'node_modules/@types'), {recursive: true});
    for (const name of ['@types/react', 'csstype']) {
      const link = join(host, 'node_modules', name);
      if (!existsSync(link)) symlinkSync(join(ROOT, 'node_modules', name), link, 'junction');
    }
    expect(tsc(folder)).toBe('');
  });
});

import {fileURLToPath} from 'node:url';
import {esbuildPlugin} from '@web/dev-server-esbuild';
import type {TestRunnerConfig} from '@web/test-runner';
import {holdsProbe, transformLeaflet} from '../../.build/leaflet-plugin.js';
import {cliCommands} from '../runner/cli-commands.js';
import {disturbances, hostPages, networkCommands, plainFiles} from '../runner/network.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const TEST_FILE = /^\/test\/browser\/.*\.test\.ts$/;

/**
 * How the browser tests get their files: the sources through esbuild with the repository's tsconfig, the built bundle
 * (dist/cdn) as plain files. Browsers, files and reporters are added by test/runner/browser.ts.
 */
export const config: TestRunnerConfig = {
  rootDir: ROOT,
  files: ['test/browser/**/*.test.ts'],
  // Development builds of lit print warnings; tests use the production builds, like hosts.
  nodeResolve: {exportConditions: ['production', 'default'], mainFields: ['browser', 'module', 'main']},
  concurrency: 1,
  browserStartTimeout: 90_000,
  testsStartTimeout: 90_000,
  testsFinishTimeout: 1_200_000,
  testFramework: {config: {ui: 'bdd', timeout: '120000'}},
  testRunnerHtml: (framework) => `<!doctype html>
<html lang="nl">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Test</title>
    <link rel="icon" href="data:,">
    <script src="/test/helpers/watch.js"></script>
  </head>
  <body><script type="module" src="${framework}"></script></body>
</html>`,
  middleware: [disturbances, hostPages, plainFiles],
  plugins: [
    networkCommands,
    cliCommands,
    {
      // Adds the checks and the clean-up of every test file.
      name: 'test-setup',
      transform(context) {
        if (!TEST_FILE.test(context.path) || typeof context.body !== 'string') return;
        return `import '/test/helpers/setup.ts'; ${context.body}`;
      },
    },
    {
      // Leaflet as we ship it, so that tests of the sources run the same code as the bundle.
      name: 'leaflet',
      transform(context) {
        if (!holdsProbe(context.path) || typeof context.body !== 'string') return;
        return transformLeaflet(context.body);
      },
    },
    esbuildPlugin({ts: true, json: true, target: 'es2022', tsconfig: `${ROOT}tsconfig.json`}),
  ],
};

/** Runs test/unit and test/data in vitest and sends the counts to test/run.ts. Arguments: parts of file paths. */
import {fileURLToPath} from 'node:url';
import type {Reporter, TestModule} from 'vitest/node';
import {startVitest} from 'vitest/node';
import type {RunResult} from './result.js';
import {sendResults} from './result.js';

const result: RunResult = {name: 'unit and data', passed: 0, failed: 0, skipped: 0, problems: []};

/** Counts the results in vitest's own tree. A file or suite that fails outside its tests counts as one failure. */
const counter: Reporter = {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors) {
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const {state} = test.result();
        const name = `${module.relativeModuleId}: ✗ ${test.fullName}`;
        if (test.diagnostic()?.flaky) result.problems.push(`passed at its second try only: ${name}`);
        if (state === 'passed') result.passed += 1;
        else if (state === 'skipped') result.skipped += 1;
        else {
          result.failed += 1;
          result.problems.push(name);
        }
      }
      const broken = [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0);
      for (const part of broken) {
        result.failed += 1;
        result.problems.push(`${module.relativeModuleId}: ${part.errors()[0]?.message ?? 'failed outside its tests'}`);
      }
    }
    for (const error of unhandledErrors) {
      result.failed += 1;
      result.problems.push(`unhandled: ${error.message}`);
    }
  },
};

const vitest = await startVitest('test', process.argv.slice(2), {
  config: fileURLToPath(new URL('../vitest.config.ts', import.meta.url)),
  watch: false,
  reporters: ['default', counter],
});
await vitest.close();
await sendResults([result]);
process.exit();

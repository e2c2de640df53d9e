/** Imported first by every browser test file (see web-test-runner.config.ts): cleans up, and fails a test with console messages. */
import {tidyUp} from './cleanup.js';
import {takeProblems} from './console.js';
import {resize, VIEWPORT} from './user.js';

before(() => resize(VIEWPORT.width, VIEWPORT.height));

beforeEach(() => {
  takeProblems();
});

afterEach(async function () {
  const test = this.currentTest;
  // Includes messages of elements during their removal.
  const problems = [...(await tidyUp()), ...takeProblems()];
  // Removes the live region with its pending announcements, so that the next test does not get them.
  document.querySelector('[data-regiokaart-status]')?.remove();
  // An error in this hook would end the whole suite, but only the test that caused it has to fail.
  if (problems.length === 0 || !test || test.state !== 'passed') return;
  test.state = 'failed';
  test.err = new Error(`unexpected in this test:\n${problems.join('\n')}`);
});

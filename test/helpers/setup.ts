/** Comes first in every browser test file (see web-test-runner.config.ts): each test ends clean, and quietly. */
import {tidyUp} from './cleanup.js';
import {takeProblems} from './console.js';
import {resize, VIEWPORT} from './user.js';

before(() => resize(VIEWPORT.width, VIEWPORT.height));

beforeEach(() => {
  takeProblems();
});

afterEach(async function () {
  const test = this.currentTest;
  // What an element says when it is removed counts too.
  const problems = [...(await tidyUp()), ...takeProblems()];
  // What is still to be said is said in here, so not to the next test.
  document.querySelector('[data-regiokaart-status]')?.remove();
  // A throw in this hook would end the whole suite; only the test that caused it has to fail.
  if (problems.length === 0 || !test || test.state !== 'passed') return;
  test.state = 'failed';
  test.err = new Error(`unexpected in this test:\n${problems.join('\n')}`);
});

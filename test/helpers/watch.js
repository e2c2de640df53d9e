// Runs first in the test page and in every frame, as a classic script, so that it misses no message. It sends the messages to the
// test page, where an unexpected one fails the test.
(() => {
  if (window === parent) window.regioProblems = [];
  const say = (line) => parent.regioProblems?.push(line);
  const show = (value) => {
    if (value instanceof Error || typeof value !== 'object') return String(value);
    try {
      return JSON.stringify(value);
    } catch {
      return String(value);
    }
  };
  for (const level of ['warn', 'error']) {
    const original = console[level];
    console[level] = (...args) => {
      say(`console.${level}: ${args.map(show).join(' ')}`);
      original.apply(console, args);
    };
  }
  addEventListener('securitypolicyviolation', (event) => {
    say(
      `policy violation: ${event.effectiveDirective} ${event.blockedURI} ${event.sample} ${event.sourceFile}:${event.lineNumber}`,
    );
  });
  // In the test page itself, mocha turns these into a failure of the running test.
  if (window === parent) return;
  addEventListener('error', (event) => {
    if (event instanceof ErrorEvent) say(`uncaught: ${event.message} (${event.filename}:${event.lineno})`);
  });
  addEventListener('unhandledrejection', (event) => say(`unhandled rejection: ${show(event.reason)}`));
})();

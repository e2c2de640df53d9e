#!/usr/bin/env node
/** The command `regiokaart`. */
import {run} from './run.js';

// The reader of the output may stop early, as `head` does, which needs no stack trace.
process.stdout.on('error', ({code}: NodeJS.ErrnoException) => {
  if (code !== 'EPIPE') process.exitCode = 2;
});
process.exitCode = await run(process.argv.slice(2), process.env, process);

#!/usr/bin/env node
// Runs the command line straight from its TypeScript sources, so that no build step has to be run by hand.
import { setFlagsFromString } from 'node:v8';
import { compiled } from './compiled.mjs';

// Where nobody else listens to a signal yet, or any more, there is nothing to save: the program ends at once, with the status for it.
// Here and not later, since the first start after a change compiles the sources.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(130));
// The heap may grow by a fifth over what is alive. By itself it grows severalfold before anything is swept on machines with much
// memory, although others want that, too.
setFlagsFromString('--heap-growing-percent=20');
const main = await compiled('main').catch((error) => {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
});
// A fault's stack names the line that was written.
process.setSourceMapsEnabled(true);
await import(main);

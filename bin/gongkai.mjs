#!/usr/bin/env node
// Runs the command line straight from its TypeScript sources, so that no build step has to be run by hand.
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';

// Where nobody else listens to a signal yet, or any more, there is nothing to save: the program ends at once, with the status for it.
// Here and not later, since the sources take a second to load.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.listenerCount(signal) === 1 && process.exit(130));
// The heap may grow by a fifth over what is alive. By itself it grows severalfold before anything is swept on machines with much
// memory, although others want that, too.
setFlagsFromString('--heap-growing-percent=20');
// Named, since it is looked for where the command is typed otherwise: pages of the console need what it says of JSX.
const { register } = await import('tsx/esm/api');
register({ tsconfig: fileURLToPath(new URL('../tsconfig.json', import.meta.url)) });
await import('../src/cli/main.ts');

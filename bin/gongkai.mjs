#!/usr/bin/env node
// Runs the command line straight from its TypeScript sources, so that no build step has to be run by hand.
import { setFlagsFromString } from 'node:v8';
import { register } from 'tsx/esm/api';

// The heap may grow by a fifth over what is alive. By itself it grows severalfold before anything is swept on machines with much
// memory, although others want that, too.
setFlagsFromString('--heap-growing-percent=20');
register();
await import('../src/cli/main.ts');

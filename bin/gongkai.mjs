#!/usr/bin/env node
// Runs the command line straight from its TypeScript sources, so that no build step has to be run by hand.
import { register } from 'tsx/esm/api';

register();
await import('../src/cli/main.ts');

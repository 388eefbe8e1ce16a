// Run as a process of its own: makes an empty database in the directory named by the first argument. Making one takes 700 MB
// which WebAssembly does not give back, so it is done where it ends with the process.
import { setFlagsFromString } from 'node:v8';

// Each function runs once or twice: compiling it well costs 100 MB and a second.
setFlagsFromString('--liftoff-only');
const { PGlite } = await import('@electric-sql/pglite');
const database = await PGlite.create(process.argv[2]);
await database.close();

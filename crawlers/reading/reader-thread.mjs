// Where a reader of the pool begins, whoever opened the pool: the compiled program, or a test that runs from the sources.
import { compiled } from '../../bin/compiled.mjs';

await import(await compiled('reader-thread'));

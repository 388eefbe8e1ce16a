// Where the thread of the embedded database begins, whoever opened it: the compiled program, or a test that runs from the sources.
import { compiled } from '../../bin/compiled.mjs';

await import(await compiled('embedded-thread'));

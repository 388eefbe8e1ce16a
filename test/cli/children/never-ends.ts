// A process at work whose servers never answer: it has saved nothing by the time it is given.
import { interruptible } from '../../../src/cli/interrupt.ts';

interruptible({ withinMs: 300 });
setInterval(() => undefined, 1_000);
process.send!('at work');

// Where a reader of the pool begins: a thread does not inherit the registration of tsx, under which the reader itself is written.
import { register } from 'tsx/esm/api';

register();
await import('./reader-thread.ts');

import { openHands, type Place } from '../hands.ts';

/*
 * A worker as a process of its own, for tests that kill, block and stop it. Told by its first argument where everything is; does
 * what SIGTERM and its parent say: `block` stands still for so many milliseconds.
 */
interface Orders extends Place {
  readonly name: string;
  readonly lockMs: number;
  readonly sitesAtOnce: number;
  /** Its stopping at the first signal never comes to an end. */
  readonly endless?: boolean;
}

const { name, lockMs, sitesAtOnce, endless, ...place } = JSON.parse(process.argv[2]!) as Orders;
const hands = await openHands(place, { name });
const crew = hands.work({ lockMs, sitesAtOnce });
process.send?.('ready');

process.on('message', (message: { readonly block: number }) => {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, message.block);
});
process.once('SIGTERM', async () => {
  process.on('SIGTERM', () => process.exit(130));
  if (endless) return;
  await crew.stop();
  await hands.close();
  process.exit(0);
});

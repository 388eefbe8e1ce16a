import { runInline } from '../../jobs/run/inline-driver.ts';
import { systemClock } from '../../src/model/clock.ts';
import { openHands, type Place } from './hands.ts';

/*
 * `gongkai audit` as a process of its own, for tests that kill and stop it. Told by its first argument where everything is; says
 * which run it drives as soon as that reads, and how it ended.
 */
interface Orders extends Place {
  readonly name: string;
  readonly beatMs: number;
  readonly goneMs: number;
}

const { name, beatMs, goneMs, ...place } = JSON.parse(process.argv[2]!) as Orders;
const hands = await openHands(place, { name });
try {
  const { run } = await runInline(hands.workshop, {
    kind: 'audit',
    asOf: systemClock.now(),
    narrowing: {},
    full: false,
    render: null,
    signal: new AbortController().signal,
    hold: { beatMs, goneMs },
    progress: (event) => event.kind === 'column' && process.send?.({ reads: true }),
  });
  process.send?.({ ended: run.id });
} catch (error) {
  process.send?.({ refused: (error as Error).message });
} finally {
  await hands.close();
  process.exit(0);
}

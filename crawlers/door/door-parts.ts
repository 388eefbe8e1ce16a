import type { Clock } from '../../src/model/clock.ts';
import type { Randomness } from '../../src/model/randomness.ts';
import type { ConnectionPools } from './connection-pools.ts';
import type { CookieJar } from './cookies.ts';
import type { OwnHealth } from './own-health.ts';
import type { Pacing } from './pacing.ts';
import type { RobotsBook } from './robots-book.ts';
import type { TlsTrust } from './tls-trust.ts';

/** What the door has at hand for every task. */
export interface DoorParts {
  readonly clock: Clock;
  readonly randomness: Randomness;
  readonly pools: ConnectionPools;
  readonly pacing: Pacing;
  readonly cookies: CookieJar;
  readonly trust: TlsTrust;
  readonly robots: RobotsBook;
  readonly health: OwnHealth;
  /** Headers of every request. */
  readonly headers: Readonly<Record<string, string>>;
  /** What all tasks cost so far. */
  readonly traffic: { requests: number; notModified: number; bytes: number };
}

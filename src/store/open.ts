import type { Clock } from '../model/clock.ts';
import type { Randomness } from '../model/randomness.ts';
import { alertStore } from './alerts.ts';
import { columnStore } from './columns.ts';
import { correctionStore } from './corrections.ts';
import type { Connection } from './database.ts';
import { openEmbedded } from './embedded.ts';
import { evidenceStore } from './evidence.ts';
import { findingStore } from './findings.ts';
import { guarded } from './guard.ts';
import { itemStore } from './items.ts';
import { bringUpToDate } from './migrate.ts';
import { outboxStore } from './outbox.ts';
import { runStore } from './runs.ts';
import { openShared } from './shared.ts';
import type { Store } from './store.ts';

/** Where a store is, and the time and chance that it is handed. */
export interface StoreOptions {
  /** Directory of the embedded database; made where it is missing. */
  readonly dataDir: string;
  /** postgres://…: the store is there instead of in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** Opens the store and brings a new or embedded one up to date. Throws a StoreError for what a person can mend. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const connection = await connect(options);
  try {
    await bringUpToDate(connection, options.clock, false);
  } catch (error) {
    await connection.close();
    throw error;
  }
  const { db } = connection;
  const guard = guarded(connection, options.clock);
  return {
    runs: guard(runStore(db)),
    columns: guard(columnStore(db)),
    items: guard(itemStore(db)),
    evidence: guard(evidenceStore(db)),
    findings: guard(findingStore(db)),
    corrections: guard(correctionStore(db)),
    alerts: guard(alertStore(db)),
    outbox: guard(outboxStore(db)),
    close: () => connection.close(),
  };
}

/** Opens the database without a look at what it holds. */
export function connect({ dataDir, databaseUrl, clock, randomness }: StoreOptions): Promise<Connection> {
  return databaseUrl ? openShared(databaseUrl) : openEmbedded(dataDir, clock, randomness);
}

import { existsSync } from 'node:fs';
import { asc } from 'drizzle-orm';
import type { Clock } from '../model/clock.ts';
import type { Randomness } from '../model/randomness.ts';
import { type AboutDatabase, aboutDatabase } from './about.ts';
import { alertStore } from './alerts.ts';
import { approvalStore } from './approvals.ts';
import { closingStore } from './closings.ts';
import { columnStore } from './columns.ts';
import { correctionStore } from './corrections.ts';
import type { Connection } from './database.ts';
import { filesOf, openEmbedded } from './embedded.ts';
import type { EmbeddedDatabase } from './embedded-client.ts';
import { estateStore } from './estate.ts';
import { evidenceStore } from './evidence.ts';
import { findingStore } from './findings.ts';
import { guarded } from './guard.ts';
import { itemSearch } from './item-search.ts';
import { itemStore } from './items.ts';
import { judgementStore } from './judgements.ts';
import { assertMayBegin, rememberStore, type WhenEmpty } from './known-stores.ts';
import { linkStore } from './links.ts';
import { bringUpToDate, stampAsNew } from './migrate.ts';
import { outboxStore } from './outbox.ts';
import { pairDecisionStore } from './pair-decisions.ts';
import { paperStore } from './papers.ts';
import { peopleStore } from './people.ts';
import { accountTables } from './people-accounts.ts';
import { postStore } from './posts.ts';
import { keepPrepared, preparedStore } from './prepared-store.ts';
import { probeStore } from './probes.ts';
import { profileStore } from './profiles.ts';
import { runStore } from './runs.ts';
import { migrations } from './schema/migrations.ts';
import { openShared } from './shared.ts';
import { keepingStatistics } from './statistics.ts';
import type { Store } from './store.ts';
import { workerStore } from './workers.ts';

/** Where a store is, and the time and chance that it is handed. */
export interface StoreOptions {
  /** Directory of the embedded database; made where it is missing. */
  readonly dataDir: string;
  /** postgres://…: the store is there instead of in `dataDir`. */
  readonly databaseUrl?: string | undefined;
  /** What to do about a shared database that is empty. Default: begin a store in it. */
  readonly whenEmpty?: WhenEmpty;
  /** How long a shared database may be away before whoever asks is told, in milliseconds. Default: a restart takes less. */
  readonly patienceMs?: number;
  readonly clock: Clock;
  readonly randomness: Randomness;
}

/** A store with what only those who opened it need to know. */
export interface OpenedStore extends Store {
  /** The embedded database itself, for a queue that shares it; null where the database is a server. */
  readonly embedded: EmbeddedDatabase | null;
  /** Passwords, sessions and single sign-on, as better-auth keeps them. */
  readonly accounts: ReturnType<typeof accountTables>;
  /** Version and clock of the database. */
  about(): Promise<AboutDatabase>;
  /** When the store was made: before that nothing can have been missed. */
  readonly madeAt: Date;
}

/** Opens the store and brings a new or embedded one up to date. Throws a StoreError for what a person can mend. */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const prepared = options.databaseUrl || existsSync(filesOf(options.dataDir)) ? null : await preparedStore();
  const connection = await connect(options, prepared);
  let madeAt: Date;
  let aloneSince: Date | null;
  try {
    await assertMayBegin(connection, options.dataDir, options.whenEmpty);
    await bringUpToDate(connection, options.clock, false);
    const { embedded } = connection;
    if (embedded?.isNew && prepared !== null) {
      await stampAsNew(connection.db, options.clock);
      await keepPrepared(filesOf(options.dataDir), prepared, () => embedded.exec('checkpoint'));
    }
    if (options.whenEmpty === 'begin-once') rememberStore(connection, options.dataDir);
    const [first] = await connection.db.select().from(migrations).orderBy(asc(migrations.version)).limit(1);
    madeAt = first!.appliedAt;
    aloneSince = connection.shared ? null : (await aboutDatabase(connection.db)).now;
  } catch (error) {
    await connection.close();
    throw error;
  }
  const { db } = connection;
  const guard = guarded(connection, options.clock, options.patienceMs);
  return {
    runs: guard(runStore(db, aloneSince)),
    estate: guard(estateStore(db)),
    columns: guard(keepingStatistics(connection, columnStore(db))),
    items: guard(itemStore(db)),
    evidence: guard(evidenceStore(db)),
    findings: guard(findingStore(db)),
    corrections: guard(correctionStore(db)),
    approvals: guard(approvalStore(db)),
    pairs: guard(pairDecisionStore(db)),
    closings: guard(closingStore(db)),
    people: guard(peopleStore(db)),
    search: guard(itemSearch(db)),
    accounts: accountTables(db),
    judgements: guard(judgementStore(db)),
    alerts: guard(alertStore(db)),
    outbox: guard(outboxStore(db)),
    papers: guard(paperStore(db)),
    probes: guard(probeStore(db)),
    links: guard(linkStore(db)),
    posts: guard(postStore(db)),
    workers: guard(workerStore(db)),
    profiles: guard(profileStore(db)),
    embedded: connection.embedded,
    about: () => aboutDatabase(db),
    madeAt,
    close: () => connection.close(),
  };
}

/** Opens the database without a look at what it holds. */
export function connect({ dataDir, databaseUrl, clock, randomness }: StoreOptions, prepared: string | null = null): Promise<Connection> {
  return databaseUrl ? openShared(databaseUrl) : openEmbedded(dataDir, clock, randomness, prepared);
}

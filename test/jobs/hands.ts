import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDoor } from '../../crawlers/door/door.ts';
import { openReaderPool } from '../../crawlers/reading/reader-pool.ts';
import { openQueues } from '../../jobs/queue/open-queues.ts';
import type { Queues } from '../../jobs/queue/queues.ts';
import { type Crew, DEFAULT_WORKER, startWorker } from '../../jobs/worker/worker.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { loadConfig } from '../../src/config/load.ts';
import { type Clock, systemClock } from '../../src/model/clock.ts';
import { outcomeFacts } from '../../src/model/outcome.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import type { RunRecord } from '../../src/model/records.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import type { Store } from '../../src/store/store.ts';

/** Where store and queue are. */
export interface Place {
  /** Holds `estate.yaml` and, where the store is embedded, the store. */
  readonly dir: string;
  readonly databaseUrl?: string;
  readonly queueUrl?: string;
}

/** All that a process at work opens. */
export interface Hands {
  readonly workshop: Workshop;
  readonly store: OpenedStore;
  readonly queues: Queues;
  work(options?: { readonly sitesAtOnce?: number; readonly lockMs?: number; readonly storeWaitMs?: number }): Crew;
  close(): Promise<void>;
}

/** Opens store, queue and all else, as `gongkai serve` and `gongkai worker` do. `name` is what sites see of it. */
export async function openHands(
  place: Place,
  { clock = systemClock, name = 'gongkai', patienceMs }: { clock?: Clock; name?: string; patienceMs?: number } = {},
): Promise<Hands> {
  const handed = { clock, randomness: systemRandomness };
  const config = loadConfig(place.dir, { quarantine: true });
  const store = await openStore({
    dataDir: join(place.dir, 'data'),
    databaseUrl: place.databaseUrl,
    whenEmpty: 'begin-once',
    ...(patienceMs === undefined ? {} : { patienceMs }),
    ...handed,
  });
  const door = openDoor({ ...handed, product: `${name}/0.1` });
  const readers = openReaderPool({ threads: 1 });
  const queues = await openQueues({ queueUrl: place.queueUrl ?? place.databaseUrl ?? null, store, onError: () => undefined });
  const workshop = { config, store, door, readers, classifier: loadClassifier(config.taxonomy), ...handed };
  const crews: Crew[] = [];
  return {
    workshop,
    store,
    queues,
    work(options = {}) {
      const crew = startWorker(workshop, queues, {
        ...DEFAULT_WORKER,
        ...options,
        render: null,
        since: store.madeAt,
        progress: () => undefined,
      });
      crews.push(crew);
      return crew;
    },
    async close() {
      await Promise.all(crews.map((crew) => crew.stop()));
      await queues.close();
      await door.close();
      await readers.close();
      await store.close();
    },
  };
}

/** A folder with an `estate.yaml`; `remove` takes it away. */
export function scratchEstate(estate: string): { readonly dir: string; remove(): void } {
  const dir = mkdtempSync(join(tmpdir(), 'gongkai-run-'));
  writeFileSync(join(dir, 'estate.yaml'), estate);
  return { dir, remove: () => rmSync(dir, { recursive: true, force: true }) };
}

/** A due time of the nightly audit that has just come, with so much time for its run. */
export function dueNow(milliseconds = 600_000, clock: Clock = systemClock) {
  const now = clock.now().getTime();
  return { schedule: 'nightly-audit', dueAt: new Date(now), deadline: new Date(now + milliseconds) };
}

/** Waits until a run is over. */
export async function overRun(store: Pick<Store, 'runs'>, id: string, patience = 60_000): Promise<RunRecord> {
  for (let waited = 0; waited < patience; waited += 50) {
    const run = await store.runs.get(id);
    if (run?.finishedAt && run.state !== 'judging') return run;
    await sleep(50);
  }
  throw new Error(`run ${id} was not over in time: ${JSON.stringify(await store.runs.get(id))}`);
}

/** What can be counted after a run: the same after any disturbance. */
export interface Census {
  /** Columns by outcome; read and unchanged count as one. */
  readonly outcomes: Readonly<Record<string, number>>;
  readonly items: number;
  readonly sightings: number;
  /** Sightings that are counted more than once, or ended although their row still stands. */
  readonly wrong: number;
  /** Readings that hold fewer rows than sightings: pages written half. */
  readonly half: number;
}

export async function census(store: Store, run: string): Promise<Census> {
  const outcomes: Record<string, number> = {};
  for (const { outcome } of await store.runs.targets(run)) {
    const name = outcome === null ? 'none' : outcomeFacts(outcome).reason === null ? 'read' : outcome;
    outcomes[name] = (outcomes[name] ?? 0) + 1;
  }
  let items = 0;
  for await (const _ of store.items.stream({})) items++;
  const sightings = await store.items.sightings();
  const keys = sightings.map(({ site, column, item }) => `${site} ${column} ${item}`);
  const perColumn = new Map<string, number>();
  for (const { site, column } of sightings) perColumn.set(`${site} ${column}`, (perColumn.get(`${site} ${column}`) ?? 0) + 1);
  const readings = (await store.columns.readings(new Date(systemClock.now().getTime() + 86_400_000))).filter(
    ({ reason }) => reason === null,
  );
  return {
    outcomes,
    items,
    sightings: sightings.length,
    wrong: keys.length - new Set(keys).size + sightings.filter(({ goneSince }) => goneSince !== null).length,
    half: readings.filter(({ site, column, rows }) => perColumn.get(`${site} ${column}`) !== rows).length,
  };
}

/** Waits until something is so. */
export async function until(isSo: () => boolean | Promise<boolean>, patience = 30_000): Promise<void> {
  for (let waited = 0; waited < patience; waited += 20) {
    if (await isSo()) return;
    await sleep(20);
  }
  throw new Error(`not so in time: ${isSo}`);
}

/** A clock that goes on from an instant, however late it is. */
export function shiftedTo(instant: string): Clock {
  const shift = Date.parse(instant) - systemClock.now().getTime();
  return { now: () => new Date(systemClock.now().getTime() + shift), sleep: systemClock.sleep };
}

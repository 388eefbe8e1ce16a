import type { RunDriver, RunRecord } from '../../src/model/records.ts';
import type { Narrowing } from '../../src/store/store.ts';
import { NO_TRAFFIC } from '../crawl/meter.ts';
import { isNarrowed } from '../crawl/scope.ts';
import type { DueRun } from '../schedule/due.ts';
import type { Workshop } from '../workshop.ts';

/** What a person or a schedule wants looked at. */
export interface RunOrder {
  readonly kind: RunRecord['kind'];
  readonly driver: RunDriver;
  /** "Now" for every judgement. */
  readonly asOf: Date;
  readonly narrowing: Narrowing;
  /** The due time that asks for it; null where a person does. */
  readonly due: DueRun | null;
  /** When it must have ended; null: whenever it is through. */
  readonly deadline: Date | null;
}

/** The start of a run: its row. With a due time it is there once, however often it is asked for. */
export async function openRun({ config, store, clock, randomness }: Workshop, order: RunOrder): Promise<RunRecord> {
  const { run } = await store.runs.open({
    id: randomness.id(),
    kind: order.kind,
    driver: order.driver,
    narrowed: isNarrowed(order.narrowing),
    revision: config.revision,
    schedule: order.due?.schedule ?? null,
    dueAt: order.due?.dueAt ?? null,
    asOf: order.asOf,
    startedAt: clock.now(),
    finishedAt: null,
    deadline: order.deadline,
    state: 'planned',
    traffic: NO_TRAFFIC,
    failed: 0,
    error: null,
  });
  return run;
}

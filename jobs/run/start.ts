import type { RunRecord } from '../../src/model/records.ts';
import type { Narrowing } from '../../src/store/store.ts';
import type { JobFlows } from '../queue/queues.ts';
import type { DueRun } from '../schedule/due.ts';
import type { Workshop } from '../workshop.ts';
import { openRun, type RunOrder } from './order.ts';
import { launchRun } from './queue-driver.ts';
import { runsUnderWay } from './under-way.ts';

/** How long a run that somebody asked for may take. */
const ASKED_MS = 12 * 3600_000;

/** Starts the run that a schedule asks for unless it is there already: its row decides, however many schedulers ask. */
export async function startDueRun(workshop: Workshop, flows: JobFlows, due: DueRun): Promise<RunRecord> {
  const run = await openRun(workshop, { ...askedNow(workshop), due, deadline: due.deadline });
  return run.state === 'planned' ? launchRun(workshop, flows, run) : run;
}

/** Starts a run because somebody asks for one now, or gives the one that is under way: two looks at once would prove no more than one. */
export async function startAskedRun(workshop: Workshop, flows: JobFlows, narrowing: Narrowing = {}): Promise<RunRecord> {
  const [underWay] = await runsUnderWay(workshop.store);
  return underWay ?? launchRun(workshop, flows, await openRun(workshop, { ...askedNow(workshop), narrowing }), narrowing);
}

/** The whole estate, as of now, by the workers on the queue. */
export function askedNow({ clock }: Pick<Workshop, 'clock'>): RunOrder {
  const now = clock.now();
  return { kind: 'audit', driver: 'queue', asOf: now, narrowing: {}, due: null, deadline: new Date(now.getTime() + ASKED_MS) };
}

import { outcomeFacts } from '../../src/model/outcome.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { Workshop } from '../workshop.ts';

/** Writes down what the columns of a run came to and what it cost, over all tries. It has finished unless it is yet to be judged. */
export async function endRun(
  { store, clock }: Pick<Workshop, 'store' | 'clock'>,
  run: RunRecord,
  end: Pick<RunRecord, 'state' | 'error'>,
): Promise<RunRecord> {
  const [targets, traffic] = await Promise.all([store.runs.targets(run.id), store.runs.traffic(run.id)]);
  const change = {
    ...end,
    failed: targets.filter(({ outcome }) => outcome !== null && outcomeFacts(outcome).reason !== null).length,
    traffic,
    finishedAt: end.state === 'judging' ? null : clock.now(),
  };
  await store.runs.update(run.id, change);
  return { ...run, ...change };
}

/** Whether a run brought anything that was not there before. */
export function broughtAnything({ traffic }: Pick<RunRecord, 'traffic'>): boolean {
  return traffic.requests > traffic.notModified;
}

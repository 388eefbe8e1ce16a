import { outcomeFacts } from '../../src/model/outcome.ts';
import type { RunRecord } from '../../src/model/records.ts';
import { addTraffic, NO_TRAFFIC } from '../crawl/meter.ts';
import type { Workshop } from '../workshop.ts';

/** Closes a run with what its columns and sites came to; what it cost is the sum of its sites. */
export async function endRun(
  { store, clock }: Pick<Workshop, 'store' | 'clock'>,
  run: RunRecord,
  end: Pick<RunRecord, 'state' | 'error'>,
): Promise<RunRecord> {
  const [targets, sites] = await Promise.all([store.runs.targets(run.id), store.runs.sites({ run: run.id })]);
  const change = {
    ...end,
    failed: targets.filter(({ outcome }) => outcome !== null && outcomeFacts(outcome).reason !== null).length,
    traffic: sites.map(({ traffic }) => traffic).reduce(addTraffic, NO_TRAFFIC),
    finishedAt: clock.now(),
  };
  await store.runs.update(run.id, change);
  return { ...run, ...change };
}

/** Whether a run brought anything that was not there before. */
export function broughtAnything({ traffic }: Pick<RunRecord, 'traffic'>): boolean {
  return traffic.requests > traffic.notModified;
}

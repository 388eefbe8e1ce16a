import { outcomeFacts } from '../../src/model/outcome.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { JobFlows } from '../queue/queues.ts';
import type { Workshop } from '../workshop.ts';
import { openRun } from './order.ts';
import { launchRun } from './queue-driver.ts';
import { askedNow } from './start.ts';

/**
 * Reads the columns again that a run could not read, and no others, as a run of its own: what is seen now was not there then.
 * Null: there was nothing to try again.
 */
export async function retryRun(workshop: Workshop, flows: JobFlows, earlier: RunRecord): Promise<RunRecord | null> {
  const targets = await workshop.store.runs.targets(earlier.id);
  const failed = targets.filter(({ outcome }) => outcome === null || outcomeFacts(outcome).reason !== null);
  const watched = new Set((await workshop.store.columns.list()).map(({ site, id }) => `${site} ${id}`));
  const again = failed.filter(({ site, column }) => watched.has(`${site} ${column}`));
  if (again.length === 0) return null;
  const run = await openRun(workshop, askedNow(workshop));
  await workshop.store.runs.plan(run.id, again);
  return launchRun(workshop, flows, run);
}

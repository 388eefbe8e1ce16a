import { configOfRevision } from '../../src/estate/held.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { Workshop } from '../workshop.ts';

/**
 * The workshop as a run works in it: it keeps to the revision of the estate that it names, whatever folder this process was started
 * with and whatever was changed since. So no two workers of a run hold different files.
 */
export async function workshopOf(workshop: Workshop, run: RunRecord): Promise<Workshop> {
  if (run.revision === null || run.revision === workshop.config.revision) return workshop;
  const revision = await workshop.store.estate.get(run.revision);
  return revision === null ? workshop : { ...workshop, config: await configOfRevision(workshop.store, revision) };
}

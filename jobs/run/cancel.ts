import type { RunRecord } from '../../src/model/records.ts';
import type { Workshop } from '../workshop.ts';

/** Stops a run: what was read stays, what was not is recorded as not reached. False: it was over already. */
export function cancelRun({ store }: Pick<Workshop, 'store'>, run: RunRecord): Promise<boolean> {
  return store.runs.move(run.id, ['planned', 'running'], { state: 'cancelled' });
}

import type { RunRecord, RunState } from '../../src/model/records.ts';
import type { Store } from '../../src/store/store.ts';

/** A run that is open longer ago than so many others is nobody's any more. */
const LOOKED_BACK = 50;
/** States of a run that is not over. */
export const OPEN: readonly RunState[] = ['planned', 'running', 'judging'];

/** Runs of the queue that are not over, newest first. Those that a person's own process drives are that process's. */
export async function runsUnderWay({ runs }: Pick<Store, 'runs'>): Promise<RunRecord[]> {
  return (await runs.list(LOOKED_BACK)).filter(({ state, driver }) => driver === 'queue' && OPEN.includes(state));
}

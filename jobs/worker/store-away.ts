import { DelayedError, type Job } from 'bullmq';
import { StoreError } from '../../src/store/errors.ts';
import { asFailedReason } from '../queue/failed-reason.ts';
import type { Workshop } from '../workshop.ts';

/**
 * Does a job's work. An error of the store is ours and no failure of the job, however long it lasts: the job waits and is tried again,
 * and what is recorded already is passed over. Any other error counts as a try, with what it says to people as its reason.
 * @param waitMs until it is tried again
 */
export async function outlastingStore<Result>(
  job: Pick<Job, 'moveToDelayed'>,
  token: string,
  { clock }: Pick<Workshop, 'clock'>,
  waitMs: number,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof StoreError)) throw asFailedReason(error);
    await job.moveToDelayed(clock.now().getTime() + waitMs, token);
    throw new DelayedError();
  }
}

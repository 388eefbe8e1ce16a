import pLimit from 'p-limit';
import { inBoth, type Sentence } from '../../model/sentence.ts';
import { toldOf } from '../../model/told-error.ts';
import type { QueueSession } from '../queues.ts';
import { type StartedCrew, startCrew } from '../work.ts';
import type { EachEstate } from './each-estate.ts';

/** An estate that is worked for, or why it is not. */
export interface EstateAtWork {
  readonly options: EachEstate['options'];
  readonly work: { readonly session: QueueSession; readonly crew: StartedCrew } | { readonly fault: Sentence };
}

/** Starts a crew for each estate, with no more sites under way in all of them than `sitesAtOnce`; tells of those that cannot be worked for. */
export async function startCrews(estates: readonly EachEstate[], sitesAtOnce: number): Promise<readonly EstateAtWork[]> {
  const room = pLimit(sitesAtOnce);
  const atWork: EstateAtWork[] = [];
  for (const { options, opened } of estates) {
    const work =
      'fault' in opened
        ? opened
        : await startCrew(opened, options, { sitesAtOnce, room }).then(
            (crew) => ({ session: opened, crew }),
            (error: unknown) => ({ fault: toldOf(error) }),
          );
    if ('fault' in work) {
      const head = { zh: `${options.estate} 无法开始，其他市照常运行`, en: `${options.estate} cannot be begun, the others go on` };
      process.stderr.write(`${inBoth(head)}: ${inBoth(work.fault)}\n`);
    }
    atWork.push({ options, work });
  }
  return atWork;
}

export async function stopCrews(atWork: readonly EstateAtWork[]): Promise<void> {
  await Promise.all(atWork.map(({ work }) => ('crew' in work ? work.crew.stop() : undefined)));
}

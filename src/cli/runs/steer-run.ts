import { cancelRun } from '../../../jobs/run/cancel.ts';
import { retryRun } from '../../../jobs/run/retry.ts';
import { inBoth } from '../../model/sentence.ts';
import { EXIT, Failure } from '../failure.ts';
import { interruptible } from '../interrupt.ts';
import { toJson } from '../json.ts';
import type { CommonOptions } from '../options.ts';
import { withQueues } from '../queues.ts';
import { startCrew } from '../work.ts';
import { withWorkshop } from '../workshop.ts';
import { findRun, RUN_STATES } from './find-run.ts';
import { follow } from './watch-run.ts';

/** Stops a run that is under way; whoever works on it notices within seconds. */
export function cancel(options: CommonOptions, name: string): Promise<void> {
  return withWorkshop(options, async (workshop) => {
    const run = await findRun(workshop.store, name);
    if (!(await cancelRun(workshop, run)))
      throw new Failure({ zh: `运行 ${run.id.slice(0, 8)} 已经是“${RUN_STATES[run.state]}”`, en: 'it is over already' }, EXIT.failed);
    if (options.json) process.stdout.write(`${toJson({ schema: 'gongkai.run/1', run: { ...run, state: 'cancelled' } })}\n`);
    else if (!options.quiet)
      process.stdout.write(`${inBoth({ zh: `已取消 ${run.id.slice(0, 8)}，已读的保留`, en: 'cancelled; what was read stays' })}\n`);
  });
}

/** Reads again what a run could not read: with workers they do it, else this process does. */
export function retry(options: CommonOptions, name: string): Promise<void> {
  return withQueues(options, async (session) => {
    const { workshop, queues } = session;
    const earlier = await findRun(workshop.store, name);
    const again = await retryRun(workshop, queues.flows(), earlier);
    if (again === null) {
      if (options.json) process.stdout.write(`${toJson({ schema: 'gongkai.run/1', run: null })}\n`);
      else if (!options.quiet) process.stdout.write(`${inBoth({ zh: '没有要重读的栏目', en: 'there is nothing to read again' })}\n`);
      return;
    }
    const interrupt = interruptible();
    const crew = queues.kind === 'embedded' ? await startCrew(session, { ...options, quiet: true }) : null;
    const stop = () => void crew?.stop().finally(() => process.exit(EXIT.interrupted));
    interrupt.signal.addEventListener('abort', stop);
    const ended = await follow(workshop, again.id, options);
    interrupt.signal.removeEventListener('abort', stop);
    interrupt.release();
    await crew?.stop();
    if (options.json) process.stdout.write(`${toJson({ schema: 'gongkai.run/1', run: ended })}\n`);
    else
      process.stdout.write(
        `${inBoth({ zh: `重读完成，仍有 ${ended.failed} 个栏目没有读到`, en: `read again; ${ended.failed} columns still could not be read` })}\n`,
      );
  });
}

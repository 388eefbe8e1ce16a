import type { RunRecord } from '../../src/model/records.ts';
import type { Narrowing } from '../../src/store/store.ts';
import type { JobFlows } from '../queue/queues.ts';
import { nextOpening } from '../schedule/window.ts';
import type { Workshop } from '../workshop.ts';
import { readingEnd } from './deadline.ts';
import { closeJobId, JOB, RUNS, SITES, siteJobId } from './jobs.ts';
import { planRun } from './plan.ts';
import { workshopOf } from './run-revision.ts';
import type { SiteTask } from './site-task.ts';

/** A fault of ours in a site's job (the store did not answer) is tried again; what a site does is an outcome, never a failure. */
const SITE_TRIES = { attempts: 4, backoff: { type: 'exponential', delay: 5_000 } } as const;
const CLOSE_TRIES = { attempts: 5, backoff: { type: 'exponential', delay: 5_000 } } as const;

/**
 * Plans a run and puts its jobs into the queue. May be done again at any time, for a run whose planning was cut short or whose jobs
 * the queue lost: jobs that are there stay as they are, and columns that are recorded are passed over. `narrowing`: what of the estate is
 * to be read; where it was planned before, the plan tells.
 */
export async function launchRun(workshop: Workshop, flows: JobFlows, run: RunRecord, narrowing: Narrowing = {}): Promise<RunRecord> {
  const tasks = await planRun(await workshopOf(workshop, run), run, narrowing);
  await flows.add({
    name: JOB.close,
    queueName: RUNS,
    data: { run: run.id },
    opts: { jobId: closeJobId(run.id), ...CLOSE_TRIES },
    children: tasks.map((task) => ({
      name: JOB.site,
      queueName: SITES,
      data: task,
      opts: {
        jobId: siteJobId(run.id, task.site.id),
        delay: delayOf(workshop, run, task),
        // A site that fails does not hold up the others; closing the run says what was not read.
        ignoreDependencyOnFailure: true,
        ...SITE_TRIES,
      },
    })),
  });
  await workshop.store.runs.move(run.id, ['planned'], { state: 'running' });
  return (await workshop.store.runs.get(run.id))!;
}

/** Until the site's window opens, in milliseconds; none where that is after the end of reading: its job only says so. */
function delayOf({ clock, config }: Workshop, run: RunRecord, { site }: SiteTask): number {
  const now = clock.now();
  const opening = nextOpening(site.crawl.window, config.estate.timezone, now);
  const end = readingEnd(run);
  return end !== null && opening >= end ? 0 : opening.getTime() - now.getTime();
}

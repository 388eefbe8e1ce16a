import type { Queues } from '../queue/queues.ts';
import { beginDuePapers } from '../reports/begin-due-papers.ts';
import { sendWeeklyReport } from '../reports/weekly.ts';
import { lastReport, type Timetable } from '../schedule/due.ts';
import { wantedRun } from '../schedule/missed.ts';
import type { Workshop } from '../workshop.ts';
import { putRight } from './put-right.ts';
import { RUN_GONE_MS } from './run-hold.ts';
import { startDueRun } from './start.ts';
import { runsUnderWay } from './under-way.ts';

/** What due times of a workshop's estate follow from. */
export function timetableOf({ config }: Pick<Workshop, 'config'>): Timetable {
  return { schedule: config.schedule, zone: config.estate.timezone, calendar: config.calendar };
}

/**
 * Done every minute by one of the workers: starts the run that is due, begins papers and sends the report that is due, also those that were missed
 * while nobody was there, and puts runs right whose jobs the queue no longer has. `since`: nothing was missed before the store was made.
 */
export async function doEveryMinute(workshop: Workshop, queues: Queues, since: Date): Promise<void> {
  const [timetable, now] = [timetableOf(workshop), workshop.clock.now()];
  const wanted = wantedRun(timetable, workshop.config.estate.sites, now, since);
  if (wanted !== null) await startDueRun(workshop, queues.flows(), wanted);
  await workshop.store.runs.interruptGone(RUN_GONE_MS);
  for (const run of await runsUnderWay(workshop.store)) await putRight(workshop, queues, run);
  await beginDuePapers(workshop, since);
  const report = lastReport(timetable, now);
  if (report !== null && report.dueAt >= since) await sendWeeklyReport(workshop, report.week);
}

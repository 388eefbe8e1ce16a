import { createHash } from 'node:crypto';
import { spanOf } from '../../src/counting/periods.ts';
import { addDays, atTime, dayIn } from '../../src/model/day.ts';
import { kindOf } from '../../src/reports/kinds.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { beginPaper, type PaperOffice } from './papers.ts';

/** When a draft lies on the table: before the office opens. */
const AT = '07:30';

/**
 * Begins the drafts whose period is over: each on the first working day after it, once, whoever asks and however often. What was over
 * before `since` is not made up for, and a draft that a person dropped does not come back.
 */
export async function beginDuePapers(office: PaperOffice, since: Date): Promise<void> {
  const { config, store, clock } = office;
  const { estate, schedule, calendar } = config;
  const now = clock.now();
  const days = createWorkingDays(calendar);
  for (const name of schedule.papers) {
    const kind = kindOf(name)!;
    const span = spanOf(kind.period, dayIn(estate.timezone, now));
    const dueAt = atTime(estate.timezone, days.endOfTerm(addDays(span.to, 1)), AT);
    const id = createHash('sha256')
      .update(JSON.stringify(['due', name, span]))
      .digest('hex')
      .slice(0, 32);
    if (dueAt > now || dueAt < since || (await store.papers.get(id)) !== null) continue;
    await beginPaper(office, kind, span, null, 'gongkai', null, id);
  }
}

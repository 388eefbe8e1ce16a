import type { ColumnRow } from '../audit/audit-result.ts';
import { columnKey } from '../counting/count.ts';
import { addDays, type Day } from '../model/day.ts';
import { type ColumnChange, changeOf } from '../timeliness/changes.ts';
import { wasLate } from '../timeliness/course.ts';
import type { Judgement } from './judgement.ts';

/** The day that the last audit's is compared with. */
export function weekBefore({ today }: Pick<Judgement, 'today'>): Day {
  return addDays(today, -7);
}

/** Tells what became of a column since a week before: how it stood then is told by the course that its lists prove. */
export function weekChanges(judgement: Pick<Judgement, 'today' | 'courses'>): (column: ColumnRow) => ColumnChange | null {
  const day = weekBefore(judgement);
  return ({ site, id, status }) => {
    const course = judgement.courses.get(columnKey(site, id));
    const late = course === undefined ? null : wasLate(course, day);
    return late === null ? null : changeOf(status, late ? 'late' : 'in-time');
  };
}

import { silenceLimits } from '../../src/checks/silent-columns.ts';
import type { Day } from '../../src/model/day.ts';
import type { CategoryId, Column } from '../../src/model/estate.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import { columnOn } from '../../src/timeliness/column-on.ts';
import { expectationOf } from '../../src/timeliness/expectation.ts';
import { limitEnd } from '../../src/timeliness/limit.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import type { Workshop } from '../workshop.ts';

/**
 * Tells of columns, as far as they are known before tonight's crawl, whether they would be held against their unit on a day: blank,
 * overdue, or silent longer than a rule about whole sites allows. Where no row shows a day, they may be.
 */
export function accusations({ config, classifier }: Pick<Workshop, 'config' | 'classifier'>, today: Day) {
  const { pack, taxonomy } = config;
  const calendar = createWorkingDays(config.calendar);
  const categoryOf = (column: Column): CategoryId | null =>
    column.category ?? classifier.classifyColumn({ name: column.name, path: column.path, url: column.url })?.category ?? null;
  return (watched: Column, { entries, lastGood }: KnownColumn): boolean => {
    const column = columnOn(watched, today);
    if (lastGood === null || column.exempt !== null) return false;
    const category = categoryOf(column);
    // Whether a duty is kept in it is not known yet: one look too many does no harm.
    const limits = [expectationOf({ ...column, category }, null, pack, taxonomy).limit, ...silenceLimits(pack, category)];
    const newest = newestDay(entries, today);
    return newest === null || limits.some((limit) => limit !== null && limitEnd(newest, limit, calendar) < today);
  };
}

function newestDay(entries: KnownColumn['entries'], today: Day): Day | null {
  let newest: Day | null = null;
  for (const { listedOn } of entries.values()) if (listedOn !== null && listedOn <= today && listedOn > (newest ?? '')) newest = listedOn;
  return newest;
}

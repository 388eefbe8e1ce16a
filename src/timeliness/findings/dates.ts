import { dayOf } from '../../counting/listed.ts';
import type { Day } from '../../model/day.ts';
import { type ColumnCheck, columnFinding, itemFindings } from './column-finding.ts';

/** Items dated after the day of judgement by a run of that time. */
export const findFutureDates: ColumnCheck = (judged, context) => {
  const { today } = context.moment;
  const ahead = judged.view.listed.filter((item) => (dayOf(item) ?? '') > today);
  return itemFindings(
    'future-date',
    judged,
    ahead,
    (item) => ({ message: context.wording.futureDate({ title: item.title, day: dayOf(item) as Day, today }), since: null }),
    context,
  );
};

/** Items without any visible date, which by the checking standard are no updates (未注明信息发布时间的视为不更新). */
export const findUndated: ColumnCheck = (judged, context) => {
  const { column, listed } = judged.view;
  const undated = listed.filter((item) => dayOf(item) === null);
  if (undated.length === 0) return [];
  const message = context.wording.undatedItems({ column: column.name, count: undated.length, rows: listed.length });
  const evidence = undated.map((item) => `${item.title} ${item.url ?? ''}`.trim());
  return [columnFinding('undated-items', judged, { message, since: null, evidence }, context)];
};

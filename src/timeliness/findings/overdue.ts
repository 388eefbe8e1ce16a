import { dayIn } from '../../model/day.ts';
import { type ColumnCheck, columnFinding } from './column-finding.ts';

/** A column that is overdue: the last item that was seen, and the list it was seen in. */
export const findOverdue: ColumnCheck = (judged, context) => {
  const { view, verdict } = judged;
  const { lastPublished, dueOn, overdueDays, since, expectation } = verdict;
  if (verdict.status !== 'overdue' || lastPublished === null || dueOn === null || expectation.limit === null) return [];
  const title = view.newest?.title ?? '';
  const message = context.wording.columnOverdue({
    column: view.column.name,
    title,
    last: lastPublished,
    limit: expectation.limit,
    dueOn,
    overdueDays,
    readOn: view.reading && dayIn(context.moment.zone, view.reading.asOf),
  });
  const last = `${lastPublished} ${title} ${view.newest?.url ?? ''}`.trim();
  return [columnFinding('column-overdue', judged, { message, since, evidence: [last], rule: expectation.source }, context)];
};

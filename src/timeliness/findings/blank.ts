import { dayIn } from '../../model/day.ts';
import { type ColumnCheck, columnFinding } from './column-finding.ts';

/** A column whose list was read and holds nothing. */
export const findBlank: ColumnCheck = (judged, context) => {
  if (judged.verdict.status !== 'blank') return [];
  const { column, reading } = judged.view;
  const message = context.wording.columnBlank({ column: column.name, readOn: reading && dayIn(context.moment.zone, reading.asOf) });
  return [columnFinding('column-blank', judged, { message, since: judged.verdict.since }, context)];
};

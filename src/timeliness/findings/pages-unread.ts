import { type ColumnCheck, columnFinding } from './column-finding.ts';

/** List pages that could not be read, or were not because the limit was reached: nobody's fault, but the numbers may be too low. */
export const findPagesUnread: ColumnCheck = (judged, context) => {
  const { view, verdict } = judged;
  const { reading, column, listed } = view;
  const { wording } = context;
  const told = (message: string, evidence: readonly string[] = []) => [
    columnFinding('pages-unread', judged, { message, since: verdict.since, evidence }, context),
  ];
  if (reading === null || (reading.reason !== null && reading.reason !== 'undated')) {
    return told(wording.columnNotRead({ column: column.name, detail: reading?.detail ?? null }));
  }
  if (reading.unreadPages.length > 0) {
    return told(wording.pagesUnread({ column: column.name, pages: reading.unreadPages.length }), reading.unreadPages);
  }
  return reading.complete ? [] : told(wording.pagesBeyondLimit({ column: column.name, rows: listed.length }));
};

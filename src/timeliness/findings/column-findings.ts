import type { Finding } from '../../model/records.ts';
import type { JudgingContext, ViewedColumn } from '../judged.ts';
import { findBackDated } from './back-dated.ts';
import { findBlank } from './blank.ts';
import type { ColumnCheck } from './column-finding.ts';
import { findFutureDates, findUndated } from './dates.ts';
import { findOverdue } from './overdue.ts';
import { findPagesUnread } from './pages-unread.ts';
import { findRemoved } from './removed.ts';

/** What is looked for in each column; a new check is one file beside these and one line here. */
const checks: readonly ColumnCheck[] = [findOverdue, findBlank, findPagesUnread, findFutureDates, findUndated, findBackDated, findRemoved];

/** All findings on one column of a site that could be read. Nothing is expected of an exempt column, so nothing is found. */
export function findInColumn(judged: ViewedColumn, context: JudgingContext): Finding[] {
  return judged.verdict.status === 'exempt' ? [] : checks.flatMap((check) => check(judged, context));
}

import { accessibility } from './accessibility.ts';
import { accountAnsweredLate } from './account-answered-late.ts';
import { accountClosedQuietly } from './account-closed-quietly.ts';
import { accountDue } from './account-due.ts';
import { accountFunctionBroken } from './account-function-broken.ts';
import { accountRenamed } from './account-renamed.ts';
import { accountSilent } from './account-silent.ts';
import { accountUnanswered } from './account-unanswered.ts';
import { accountUnfiled } from './account-unfiled.ts';
import { backDated } from './back-dated.ts';
import { blankColumns } from './blank-columns.ts';
import { burst } from './burst.ts';
import { certificateEnding } from './certificate-ending.ts';
import type { Check } from './check.ts';
import { clockLate } from './clock-late.ts';
import { columnBlank } from './column-blank.ts';
import { columnDead } from './column-dead.ts';
import { columnDue } from './column-due.ts';
import { columnOverdue } from './column-overdue.ts';
import { dateConflict } from './date-conflict.ts';
import { dayChanged } from './day-changed.ts';
import { deadLinks } from './dead-links.ts';
import { deliveriesLate } from './deliveries-late.ts';
import { deliveryFailed } from './delivery-failed.ts';
import { disclosureLate } from './disclosure-late.ts';
import { dutyDue } from './duty-due.ts';
import { dutyLate } from './duty-late.ts';
import { dutyMissing } from './duty-missing.ts';
import { dutyWrong } from './duty-wrong.ts';
import { futureDate } from './future-date.ts';
import { hijackedLinks } from './hijacked-links.ts';
import { homePage } from './home-page.ts';
import { jobsWaiting } from './jobs-waiting.ts';
import { noIpv6 } from './no-ipv6.ts';
import { nothingReadable } from './nothing-readable.ts';
import { overdueColumns } from './overdue-columns.ts';
import { pageElements } from './page-elements.ts';
import { pagesUnread } from './pages-unread.ts';
import { personalData } from './personal-data.ts';
import { placeholderReviewer } from './placeholder-reviewer.ts';
import { publishedUnwritten } from './published-unwritten.ts';
import { queueAway } from './queue-away.ts';
import { queueLost } from './queue-lost.ts';
import { reachability } from './reachability.ts';
import { reissued } from './reissued.ts';
import { removed } from './removed.ts';
import { runFailed } from './run-failed.ts';
import { runStuck } from './run-stuck.ts';
import { serviceGuides } from './service-guides.ts';
import { severalDays } from './several-days.ts';
import { silentColumns } from './silent-columns.ts';
import { siteBlocked } from './site-blocked.ts';
import { siteUnreachable } from './site-unreachable.ts';
import { siteUnread } from './site-unread.ts';
import { tlsFallback } from './tls-fallback.ts';
import { topicEnded } from './topic-ended.ts';
import { undatedItems } from './undated-items.ts';
import { wording } from './wording.ts';
import { workersGone } from './workers-gone.ts';

/** All kinds of findings there are. A new one is one file beside these and one line here. */
export const CHECKS: readonly Check[] = [
  siteUnreachable,
  siteUnread,
  siteBlocked,
  tlsFallback,
  reachability,
  homePage,
  silentColumns,
  overdueColumns,
  blankColumns,
  columnOverdue,
  columnBlank,
  columnDead,
  pagesUnread,
  futureDate,
  undatedItems,
  backDated,
  removed,
  dutyMissing,
  dutyWrong,
  dutyLate,
  disclosureLate,
  clockLate,
  accountSilent,
  accountUnanswered,
  accountAnsweredLate,
  accountFunctionBroken,
  accountRenamed,
  accountUnfiled,
  accountClosedQuietly,
  placeholderReviewer,
  pageElements,
  topicEnded,
  serviceGuides,
  certificateEnding,
  noIpv6,
  accessibility,
  personalData,
  wording,
  deadLinks,
  hijackedLinks,
  reissued,
  dayChanged,
  severalDays,
  burst,
  dateConflict,
  publishedUnwritten,
  columnDue,
  accountDue,
  dutyDue,
  nothingReadable,
  runFailed,
  runStuck,
  deliveryFailed,
  deliveriesLate,
  workersGone,
  jobsWaiting,
  queueLost,
  queueAway,
];

const byKind = new Map<string, Check>(CHECKS.map((check) => [check.kind, check]));

/** The check of a kind; null of kinds that an earlier or later version of this program knows. */
export function checkOf(kind: string): Check | null {
  return byKind.get(kind) ?? null;
}

/** Whether what a kind finds can be mended at all; of kinds that another version knows nobody can say otherwise. */
export function isMendable(kind: string): boolean {
  return checkOf(kind)?.mendable !== false;
}

/** Checks of the quality of what is published. */
export const QUALITY_CHECKS: readonly Check[] = CHECKS.filter(({ ofQuality }) => ofQuality);

/** Checks of what a review before publication would have stopped. */
export const REVIEW_CHECKS: readonly Check[] = CHECKS.filter(({ ofReview }) => ofReview);

/** Kinds that an audit can find. */
export const AUDITED_KINDS: readonly string[] = CHECKS.filter(
  ({ inColumn, overItems, atSite, inSite, inEstate }) => inColumn ?? overItems ?? atSite ?? inSite ?? inEstate,
).map(({ kind }) => kind);

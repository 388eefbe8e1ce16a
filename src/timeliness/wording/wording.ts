import type { Day } from '../../model/day.ts';
import type { SiteRecord } from '../../model/records.ts';
import type { Limit } from '../../model/rules.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

/** The sentences of findings: whole, with their figures. One object a language; a new sentence is one line in each. */
export interface Wording {
  columnOverdue(of: {
    column: string;
    title: string;
    last: Day;
    limit: Limit;
    dueOn: Day;
    overdueDays: number;
    readOn: Day | null;
  }): string;
  columnBlank(of: { column: string; readOn: Day | null }): string;
  silentColumns(of: { site: string; count: number; atLeast: number; limits: readonly Limit[] }): string;
  overdueColumns(of: { site: string; count: number; atLeast: number }): string;
  blankColumns(of: { site: string; count: number; atLeast: number }): string;
  homePage(of: { site: string; last: Day; limit: Limit; onHomePage: boolean }): string;
  notReachable(of: { site: string; from: Day; to: Day; visits: number; failed: number; seconds: number; share: number }): string;
  /** One day of visits to a home page, as evidence. */
  visitsOfDay(of: { day: Day; visits: number; failed: number }): string;
  siteNotRead(of: { site: string; status: SiteRecord['status']; reason: string | null; columns: number }): string;
  tlsFallback(of: { site: string }): string;
  columnNotRead(of: { column: string; detail: string | null }): string;
  pagesUnread(of: { column: string; pages: number }): string;
  pagesBeyondLimit(of: { column: string; rows: number }): string;
  futureDate(of: { title: string; day: Day; today: Day }): string;
  undatedItems(of: { column: string; count: number; rows: number }): string;
  backDated(of: { title: string; day: Day; seenOn: Day; absentOn: Day }): string;
  dateConflict(of: { site: string; count: number; title: string; day: Day; other: Day; source: string }): string;
  removed(of: { title: string; day: Day | null; goneOn: Day; column: string }): string;
  more(of: { column: string; count: number }): string;
  placeholderReviewer(of: { site: string; reviewer: string; sameAsEditor: boolean; count: number }): string;
  dutyMissing(of: { unit: string; duty: string; year: number; dueOn: Day }): string;
  disclosureLate(of: { unit: string; count: number; measured: number; worst: number; limit: Limit }): string;
  /** Follows the sentence of a finding whose rule's wording nobody has checked. */
  unverified: string;
  /** How far the newest item of a column is back, as evidence: `通知公告：2018-04-16《标题》`. */
  lastItem(of: { column: string; day: Day | null; title: string | null }): string;
}

const languages = { zh, en } satisfies Record<string, Wording>;

/** Languages in which findings can speak. */
export type Language = keyof typeof languages;

export function wordingOf(language: Language): Wording {
  return languages[language];
}

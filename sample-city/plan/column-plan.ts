import type { Day } from '../../src/model/day.ts';
import type { CategoryId } from '../../src/model/estate.ts';
import { isTitleKind, type TitleKind } from '../words/titles.ts';

/** What is wrong with a column's list page, each an answer that crawlers meet. */
export type Fault = 'not-found' | 'soft-404' | 'server-error' | 'script-only' | 'robots';

/**
 * A way of many real sites to show or serve a column that can be read all the same: rows written by a script of the page, or kept in
 * its arrays, newer rows of another column in a box beside the list, addresses of items that change with every look, an answer that
 * nothing changed whatever did, an old address of the column that leads to a new one.
 */
export type Manner = 'written' | 'in-arrays' | 'side-box' | 'changing-addresses' | 'never-changed' | 'moved';

/** How the rows of a list show their day: in full, without year, as a card of year-month and day, or not at all. */
type RowDate = 'full' | 'month-day' | 'card' | 'none';

/** One column of the sample city as it is drawn up; its items are made from it. */
export interface ColumnPlan {
  /** Unique in the whole city. */
  readonly id: string;
  readonly site: string;
  readonly unit: string;
  /** Menu path, the column's own name last. */
  readonly path: readonly string[];
  /** Folder under the site, one segment for each name of the path: `/zwgk/tzgg/`. */
  readonly folder: string;
  readonly category: CategoryId;
  /** The grammar its titles follow. */
  readonly titles: TitleKind;
  /** The grammar that its items of 2018 follow instead, where a case is planted there. */
  readonly planted: TitleKind | null;
  /** Items published in 2018. */
  readonly items: number;
  /** Items of 2015 to 2017 that are still listed. */
  readonly older: number;
  /** The stretch of 2018 in which its items lie, as days; the newest item lies on the last. */
  readonly from: Day;
  readonly to: Day;
  /** The days of its items of 2018 where they are no matter of chance; then they are as many as `items`. */
  readonly days: readonly Day[] | null;
  /** Whether it goes on in January 2019. */
  readonly goesOn: boolean;
  readonly rowDate: RowDate;
  /** Old items pinned on top of the list. */
  readonly pinned: number;
  /** Items of another column that this one lists as well. */
  readonly alsoLists: { readonly column: string; readonly items: number } | null;
  /** The key area it is kept for, where not all of its category counts for one. */
  readonly keyArea: number | null;
  readonly period: string | null;
  readonly exempt: string | null;
  readonly fault: Fault | null;
  readonly manner: Manner | null;
  /** Whether the estate leaves the category to be classified. */
  readonly unlabelled: boolean;
}

/** The first working day of 2018: from here on a column that says nothing else publishes. */
export const YEAR_BEGINS: Day = '2018-01-03';

type Needed = 'id' | 'site' | 'unit' | 'path' | 'folder' | 'category';

/** A column's plan from what is particular to it. */
export function column(particular: Pick<ColumnPlan, Needed> & Partial<ColumnPlan>): ColumnPlan {
  const items = particular.items ?? 0;
  return {
    titles: isTitleKind(particular.category) ? particular.category : 'notices',
    planted: null,
    items,
    older: Math.min(20, Math.ceil(items * 0.12)),
    from: YEAR_BEGINS,
    to: '2018-12-28',
    days: null,
    goesOn: items >= 24,
    rowDate: 'full',
    pinned: 0,
    alsoLists: null,
    keyArea: null,
    period: null,
    exempt: null,
    fault: null,
    manner: null,
    unlabelled: false,
    ...particular,
  };
}

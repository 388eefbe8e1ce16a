import { clickPath } from '../../model/click-path.ts';
import type { Day } from '../../model/day.ts';
import type { Subject } from '../../model/findings.ts';
import type { Rule } from '../../model/rules.ts';
import type { SightedItem, StoredColumn } from '../../store/store.ts';
import type { ViewedColumn } from '../../timeliness/judged.ts';
import type { Found } from '../check.ts';

/** Something found in a column, with the list page and its content address as evidence. */
export function inColumn<Facts>(
  { view: { column, reading } }: ViewedColumn,
  of: { facts: Facts; since: Day | null; url?: string | null; evidence?: readonly string[]; rule?: Rule | null; applied?: string },
): Found<Facts> {
  const { url = column.url, evidence = [], ...found } = of;
  const page = reading?.evidence ? [reading.evidence] : [];
  return { ...found, subject: { ...subjectOf(column), url }, evidence: [...evidence, column.url, ...page] };
}

function subjectOf({ unit, site, id, url }: StoredColumn): Subject {
  return { unit, site, column: id, url };
}

/** Facts of items beyond those that are told one by one. */
export interface More {
  readonly column: string;
  readonly more: number;
}

/** More items of one column than this with the same problem become one finding, so that a redesign does not drown everything else. */
const ITEMS_EACH = 20;

/** One finding for each of a column's items, those beyond the twentieth together in one that names them as evidence. */
export function eachItem<Facts>(
  viewed: ViewedColumn,
  items: readonly SightedItem[],
  describe: (item: SightedItem) => { facts: Facts; since: Day | null },
): Found<Facts | More>[] {
  const each: Found<Facts | More>[] = items.slice(0, ITEMS_EACH).map((item) => inColumn(viewed, { ...describe(item), url: item.url }));
  const rest = items.slice(ITEMS_EACH);
  if (rest.length === 0) return each;
  const facts = { column: clickPath(viewed.view.column), more: rest.length };
  return [...each, inColumn(viewed, { facts, since: null, evidence: rest.map(titleAndAddress) })];
}

/** What {@link eachItem} found, said: `say` for one item. */
export function sayEach<Facts extends object, Said>(facts: Facts | More, say: (facts: Facts) => Said) {
  if (!('more' in facts)) return say(facts);
  return {
    zh: `栏目“${facts.column}”另有 ${facts.more} 条信息有同样的问题。`,
    en: `${facts.more} more items of column "${facts.column}" have the same problem.`,
  };
}

export function titleAndAddress({ title, url }: Pick<SightedItem, 'title' | 'url'>): string {
  return `${title} ${url ?? ''}`.trim();
}

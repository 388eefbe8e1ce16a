import type { Counts } from '../../counting/count.ts';
import type { Estate, Span, Taxonomy } from '../../model/estate.ts';
import type { CheckedReport } from './check-reports.ts';

/** A number of a report beside what was counted of the same thing; they differ. */
export interface OwnCount {
  readonly measure: string;
  readonly claimed: number;
  readonly counted: number;
  readonly quote: string;
  /** The items behind our number: a path of the console. */
  readonly list: string;
}

/** What our counts must know of a report's year. */
export interface YearCounted {
  readonly estate: Estate;
  readonly taxonomy: Taxonomy;
  readonly span: Span;
  /** Of the reporting unit alone where the report is of one of ours, else of all. */
  readonly counts: Pick<Counts, 'items' | 'classes' | 'categories'>;
  readonly unit: string | null;
}

/** Words in which a report tells of all that it published. */
const TOTAL = /(?:主动)?公开(?:各类|的)?(?:政府)?信息(?:总数|总量|数量?|量)?$|^信息发布总(?:数|量)$|^(?:发布|公开)信息总(?:数|量)$/;

/** Which of our units a report is of: the one that it names; null: of none, so it is of the whole estate. */
export function reportingUnit({ unit }: Pick<CheckedReport, 'unit'>, { units }: Pick<Estate, 'units'>): string | null {
  return units.find(({ name }) => unit !== '' && (unit === name || unit.endsWith(name)))?.id ?? null;
}

/**
 * Numbers of a report that differ from ours: the total, the classes and the categories, each by its own name and told as 条. A report may
 * count other sites, channels and days than we watch, so a difference is a question and never a fault; what agrees is not told.
 */
export function compareWithOwn({ claims }: Pick<CheckedReport, 'claims'>, own: YearCounted): OwnCount[] {
  const { taxonomy, span, counts, unit } = own;
  const of = { ...span, ...(unit === null ? {} : { unit }) };
  const named = [
    ...taxonomy.classes.map(({ id, name }) => ({ name, counted: counts.classes.get(id) ?? 0, query: { class: id } })),
    ...taxonomy.categories.map(({ id, name }) => ({ name, counted: counts.categories.get(id) ?? 0, query: { category: id } })),
  ];
  return claims.flatMap(({ measure, value, unit: told, quote, exact }): OwnCount[] => {
    if (!exact || told !== '条') return [];
    const plain = measure.replace(/(?:类)?(?:信息)?(?:更新量|公开量|总数|数量)?$/, '');
    const known = named.find(({ name }) => measure === name || plain === name || `${plain}类` === name);
    const found = known ?? (TOTAL.test(measure) ? { counted: counts.items, query: {} } : undefined);
    if (found === undefined || found.counted === value) return [];
    return [{ measure, claimed: value, counted: found.counted, quote, list: `/items?${new URLSearchParams({ ...found.query, ...of })}` }];
  });
}

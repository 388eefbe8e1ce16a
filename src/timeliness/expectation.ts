import type { CategoryId, Column, Taxonomy } from '../model/estate.ts';
import type { ColumnRule, Limit, RulePack } from '../model/rules.ts';

/** How often a column must be updated, and who says so. */
export interface Expectation {
  /** `<pack>/<category>`, `estate/period` for the column's own period, `taxonomy/<category>` for a default; null: nobody expects anything. */
  readonly rule: string | null;
  /** null: driven by events, or excused. */
  readonly limit: Limit | null;
  /** The pack's rule, where it is one that says so. */
  readonly source: ColumnRule | null;
  /** Its items are what duties ask for each year: those are judged by their own last days, and the column has no clock. */
  readonly ofDuties?: true;
}

/**
 * What is expected of a column: nothing where somebody exempted it, else its own period, else nothing beyond the duty that its items
 * do, where there is one, else the pack's rule for its category, else the taxonomy's default for the category, unless a rule for it was
 * switched off.
 */
export function expectationOf(column: Column, duty: string | null, pack: RulePack, taxonomy: Taxonomy): Expectation {
  if (column.exempt !== null) return { rule: null, limit: null, source: null };
  if (column.period === 'none') return { rule: 'estate/period', limit: null, source: null };
  if (column.period !== null) return { rule: 'estate/period', limit: { period: column.period }, source: null };
  if (duty !== null) return { rule: `${pack.id}/${duty}`, limit: null, source: null, ofDuties: true };
  if (column.category === null) return { rule: null, limit: null, source: null };

  const source = columnRule(column.category, pack);
  if (source) return { rule: `${pack.id}/${column.category}`, limit: source.limit, source };

  if (pack.off?.some(({ categories }) => categories?.includes(column.category!))) return { rule: null, limit: null, source: null };
  const category = taxonomy.categories.find(({ id }) => id === column.category);
  if (category === undefined) return { rule: null, limit: null, source: null };
  return { rule: `taxonomy/${category.id}`, limit: category.period && { period: category.period }, source: null };
}

function columnRule(category: CategoryId, pack: RulePack): ColumnRule | null {
  return pack.rules.find((rule): rule is ColumnRule => rule.kind === 'column' && rule.categories.includes(category)) ?? null;
}

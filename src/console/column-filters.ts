import type { ColumnRow } from '../audit/audit-result.ts';
import type { Names } from '../rows/names.ts';

/** What somebody asks of the columns, as an address says it, on the page and by the API alike. What makes no sense finds nothing. */
export interface ColumnFilters {
  readonly status?: string | undefined;
  readonly unit?: string | undefined;
  readonly site?: string | undefined;
  readonly category?: string | undefined;
  /** Ids of rules, by commas. */
  readonly rule?: string | undefined;
  /** In the column's name, its path or its category's name. */
  readonly search?: string | undefined;
}

/** The columns that are asked for, in the order in which they stand. */
export function filterColumns(columns: readonly ColumnRow[], asked: ColumnFilters, names: Names): ColumnRow[] {
  const { status, unit, site, category, rule, search } = asked;
  const rules = rule ? rule.split(',') : null;
  return columns.filter(
    (column) =>
      (!status || column.status === status) &&
      (!unit || column.unit === unit) &&
      (!site || column.site === site) &&
      (!category || column.category === category) &&
      (rules === null || rules.includes(column.rule ?? '')) &&
      (!search || `${column.name} ${column.path.join(' ')} ${names.category(column.category)}`.includes(search)),
  );
}

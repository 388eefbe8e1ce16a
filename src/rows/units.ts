import type { UnitRow } from '../audit/audit-result.ts';
import type { ColumnStatus } from '../model/records.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

/** How many of a unit's or site's columns stand so. */
const counted = (status: ColumnStatus): Field<Record<ColumnStatus, number>> & { readonly number: true } => ({
  head: { zh: stateWords.zh.column[status], en: stateWords.en.column[status] },
  value: (row) => row[status],
  number: true,
});

/** How the columns of a unit or site stand: what is counted alike of both. */
export const standingFields = {
  columns: { head: heads.columns, value: ({ columns }) => columns, number: true },
  overdue: counted('overdue'),
  blank: counted('blank'),
  due: counted('due'),
  unknown: counted('unknown'),
  items: { head: heads.items, value: ({ items }) => items, number: true },
} satisfies Readonly<Record<string, Field<Pick<UnitRow, 'columns' | 'items' | ColumnStatus>>>>;

/** What is said of a unit. */
export const unitFields = {
  unit: { head: heads.unit, value: ({ id }, { names }) => names.unit(id) },
  ...standingFields,
  lastPublished: { head: heads.lastPublished, value: ({ lastPublished }) => lastPublished },
} satisfies Readonly<Record<string, Field<UnitRow>>>;

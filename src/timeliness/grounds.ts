import type { ColumnRule, DutyRule, RulePack } from '../model/rules.ts';

/**
 * What a column's period rests on: a rule that a document holds (or, `verified: false`, may hold), the period that somebody set for the
 * column itself, or a default of this program, which is no law and must not be told as one.
 */
export type PeriodBasis =
  | { readonly of: 'rule'; readonly rule: ColumnRule | DutyRule }
  | { readonly of: 'own-period' }
  | { readonly of: 'default'; readonly rule: ColumnRule | null };

/** Who issued what is only this program's practice: rules of config/rules/common.yaml without a document behind them. */
const OURSELVES = '本工具';

/** What stands behind `named`, the rule as results name it: `estate/period`, `taxonomy/<category>`, `<pack>/<category>` or `<pack>/<duty>`; null: there are none. */
export function groundsOfPeriod(named: string | null, pack: RulePack): PeriodBasis | null {
  if (named === null) return null;
  if (named.startsWith('estate/')) return { of: 'own-period' };
  if (named.startsWith('taxonomy/')) return { of: 'default', rule: null };
  if (!named.startsWith(`${pack.id}/`)) return null;
  const id = named.slice(pack.id.length + 1);
  const column = pack.rules.find((rule): rule is ColumnRule => rule.kind === 'column' && rule.categories.some((of) => of === id));
  const rule = column ?? pack.rules.find((one): one is DutyRule => one.kind === 'duty' && one.id === id);
  if (rule === undefined) return null;
  return rule.kind === 'column' && rule.source.issuer === OURSELVES ? { of: 'default', rule } : { of: 'rule', rule };
}

import type { OverdueColumnsRule } from '../../model/rules.ts';
import { type SiteJudge, sinceJoined, siteFinding } from './site-verdict.ts';

/** 应更新但长期未更新的栏目: overdue by their own period or rule. Blank columns are counted by their own rule and not twice. */
export const judgeOverdueColumns: SiteJudge<OverdueColumnsRule> = (rule, judged, context) => {
  const columns = judged.columns.filter(({ verdict }) => verdict.status === 'overdue');
  if (columns.length < rule.atLeast) return null;
  const message = context.wording.overdueColumns({ site: judged.site.name, count: columns.length, atLeast: rule.atLeast });
  const since = sinceJoined(
    columns.map(({ verdict }) => verdict.since),
    rule.atLeast,
  );
  return siteFinding('overdue-columns', { rule, judged, columns, message, since }, context);
};

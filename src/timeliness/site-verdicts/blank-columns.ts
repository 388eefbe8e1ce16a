import type { BlankColumnsRule } from '../../model/rules.ts';
import { type SiteJudge, sinceJoined, siteFinding } from './site-verdict.ts';

/** 空白栏目: lists that were read and hold nothing. */
export const judgeBlankColumns: SiteJudge<BlankColumnsRule> = (rule, judged, context) => {
  const columns = judged.columns.filter(({ verdict }) => verdict.status === 'blank');
  if (columns.length < rule.atLeast) return null;
  const message = context.wording.blankColumns({ site: judged.site.name, count: columns.length, atLeast: rule.atLeast });
  const since = sinceJoined(
    columns.map(({ verdict }) => verdict.since),
    rule.atLeast,
  );
  return siteFinding('blank-columns', { rule, judged, columns, message, since }, context);
};

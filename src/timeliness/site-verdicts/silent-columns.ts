import { addDays, type Day } from '../../model/day.ts';
import type { SilentColumnsRule } from '../../model/rules.ts';
import type { JudgedColumn, JudgingContext } from '../judged.ts';
import { isUncertain, limitEnd } from '../limit.ts';
import { type SiteJudge, sinceJoined, siteFinding } from './site-verdict.ts';

type Group = SilentColumnsRule['groups'][number];

/**
 * 动态要闻类 and 通知公告、政策文件类 columns, each group silent beyond its own limit, counted together. The limits are the checker's:
 * a longer period of the column's own does not soften them, but a column of which nothing is expected is left out.
 */
export const judgeSilentColumns: SiteJudge<SilentColumnsRule> = (rule, judged, context) => {
  const silent = judged.columns.flatMap((column) => {
    const group = rule.groups.find((candidate) => belongs(column, candidate));
    const since = group ? silentSince(column, group, context) : null;
    return since === null ? [] : [{ column, since }];
  });
  if (silent.length < rule.atLeast) return null;
  const limits = rule.groups.map((group) => group.limit);
  const message = context.wording.silentColumns({ site: judged.site.name, count: silent.length, atLeast: rule.atLeast, limits });
  const since = sinceJoined(
    silent.map((one) => one.since),
    rule.atLeast,
  );
  return siteFinding('silent-columns', { rule, judged, columns: silent.map((one) => one.column), message, since }, context);
};

function belongs({ view: { column } }: JudgedColumn, group: Group): boolean {
  if (column.category === null || !group.categories.includes(column.category)) return false;
  return !group.topLevelOnly || column.path.length <= 1;
}

/** The day from which a column was silent too long, or null where it was not, or where that cannot be told. */
function silentSince({ view, verdict, hidesNewer }: JudgedColumn, { limit }: Group, { moment, calendar }: JudgingContext): Day | null {
  const { lastPublished, status } = verdict;
  const expected = status !== 'exempt' && view.column.period !== 'none';
  if (!expected || lastPublished === null || status === 'unknown' || hidesNewer) return null;
  const dueOn = limitEnd(lastPublished, limit, calendar);
  if (dueOn >= moment.today || isUncertain(lastPublished, dueOn, limit, calendar)) return null;
  return addDays(dueOn, 1);
}

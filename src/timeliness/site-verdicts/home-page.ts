import { addDays, type Day } from '../../model/day.ts';
import type { HomePageRule } from '../../model/rules.ts';
import type { JudgedSite, JudgingContext } from '../judged.ts';
import { isUncertain, limitEnd } from '../limit.ts';
import { type SiteJudge, siteFinding } from './site-verdict.ts';

/** 首页不更新: nothing new on the home page, or, where that is only a way in, on none of the pages behind it. */
export const judgeHomePage: SiteJudge<HomePageRule> = (rule, judged, context) => {
  const updated = homeUpdated(judged, context);
  if (updated === null) return null;
  const dueOn = limitEnd(updated.last, rule.limit, context.calendar);
  if (dueOn >= context.moment.today || isUncertain(updated.last, dueOn, rule.limit, context.calendar)) return null;
  const message = context.wording.homePage({ site: judged.site.name, limit: rule.limit, ...updated });
  const columns = updated.onHomePage ? [] : judged.columns.filter(({ verdict }) => verdict.lastPublished === updated.last);
  return siteFinding('home-page', { rule, judged, columns, message, since: addDays(dueOn, 1) }, context);
};

/**
 * When the home page last showed something new. A home page without days of its own is a way in, and its columns speak for it,
 * but only if all of them could be read: one that could not may hold the update. Many home pages show most rows without a year, so
 * the days on them are not all: a column with a newer one speaks for the home page that leads to it.
 */
function homeUpdated({ record, columns }: JudgedSite, { moment }: JudgingContext): { last: Day; onHomePage: boolean } | null {
  const shown = record?.homeUpdatedOn ?? null;
  if (shown !== null && shown > moment.today) return null;
  if (shown === null && columns.some(({ verdict, hidesNewer }) => verdict.status === 'unknown' || hidesNewer)) return null;
  const behind =
    columns
      .map(({ verdict }) => verdict.lastPublished ?? '')
      .sort()
      .at(-1) ?? '';
  if (shown !== null && shown >= behind) return { last: shown, onHomePage: true };
  return behind === '' ? null : { last: behind, onHomePage: false };
}

import { limitField } from '../config/fields.ts';
import { addDays, type Day, dayIn } from '../model/day.ts';
import type { CheckRule, Limit } from '../model/rules.ts';
import type { JudgedColumn, JudgedSite } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import { isUncertain, limitEnd } from '../timeliness/limit.ts';
import type { Check } from './check.ts';
import { columnLines, siteSubject } from './parts/on-site.ts';
import { within } from './parts/phrases.ts';
import { rulesOf } from './parts/rules.ts';

interface Updated {
  readonly last: Day;
  /** False where the home page is only a way in and its columns spoke for it. */
  readonly onHomePage: boolean;
}

type Facts = Updated & { readonly site: string; readonly limit: Limit };

/** The home page must show something new within the limit. */
interface HomePageRule extends CheckRule {
  readonly limit: Limit;
}

/** 首页不更新: nothing new on the home page, or, where that is only a way in, on none of the pages behind it. */
export const homePage: Check<Facts, HomePageRule> = {
  kind: 'home-page',
  name: { zh: '首页不更新', en: 'home page not updated' },
  subject: 'site',
  severity: 'veto',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决“首页不更新”', en: '国办秘函〔2019〕19号, veto on home pages that are not updated' },
  form: { limit: limitField },
  sentence: ({ site, last, limit, onHomePage }) => ({
    zh: `“${site}”首页${onHomePage ? '' : '（首页仅为导航，以各栏目为准）'}最近一次更新是 ${last}，超过${within(limit).zh}没有信息更新。`,
    en:
      `The home page of "${site}"${onHomePage ? '' : ' (only a way in, so its columns count)'} was last updated on ${last}: ` +
      `nothing new for more than ${within(limit).en}.`,
  }),

  inSite(judged, context) {
    if (!wasReadToday(judged, context)) return [];
    const updated = homeUpdated(judged, context);
    if (updated === null) return [];
    const columns = updated.onHomePage ? [] : judged.columns.filter(({ verdict }) => verdict.lastPublished === updated.last);
    return rulesOf(homePage, context.pack).flatMap((rule) => {
      const dueOn = limitEnd(updated.last, rule.limit, context.calendar);
      if (dueOn >= context.moment.today || isUncertain(updated.last, dueOn, rule.limit, context.calendar)) return [];
      const facts = { site: judged.site.name, limit: rule.limit, ...updated };
      return [{ subject: siteSubject(judged), facts, since: addDays(dueOn, 1), evidence: columnLines(columns), rule }];
    });
  },
};

/** A home page that was read on an earlier day may have changed since. */
function wasReadToday({ record }: JudgedSite, { moment }: JudgingContext): boolean {
  return record?.homeReadAt != null && dayIn(moment.zone, record.homeReadAt) >= moment.today;
}

/**
 * When the home page last showed something new. A home page without days of its own is a way in, and its columns speak for it,
 * but only if all of them could be read: one that could not may hold the update. Many home pages show most rows without a year, so
 * the days on them are not all: a column with a newer one speaks for the home page that leads to it.
 */
function homeUpdated({ record, columns }: JudgedSite, { moment }: JudgingContext): Updated | null {
  const shown = record?.homeUpdatedOn ?? null;
  if (shown !== null && shown > moment.today) return null;
  const isOpen = ({ verdict, hidesNewer }: JudgedColumn) => verdict.status === 'unknown' || verdict.certainty !== 'sure' || hidesNewer;
  if (shown === null && columns.some(isOpen)) return null;
  const behind =
    columns
      .map(({ verdict }) => verdict.lastPublished ?? '')
      .sort()
      .at(-1) ?? '';
  if (shown !== null && shown >= behind) return { last: shown, onHomePage: true };
  return behind === '' ? null : { last: behind, onHomePage: false };
}

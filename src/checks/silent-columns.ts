import { z } from 'zod';
import { categoriesField, limitField } from '../config/fields.ts';
import { keys } from '../config/shape.ts';
import { addDays, type Day } from '../model/day.ts';
import type { CategoryId } from '../model/estate.ts';
import type { Limit, RulePack } from '../model/rules.ts';
import { clockStart } from '../timeliness/column-on.ts';
import type { JudgedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import { isUncertain, limitEnd } from '../timeliness/limit.ts';
import type { Check } from './check.ts';
import { COUNT_FORM, type CountRule, columnLines, sinceJoined, siteSubject } from './parts/on-site.ts';
import { within } from './parts/phrases.ts';
import { rulesOf } from './parts/rules.ts';

/** Columns of these groups that are silent beyond their group's limit, counted together. */
interface SilentColumnsRule extends CountRule {
  readonly groups: readonly Group[];
}

interface Group {
  readonly categories: readonly CategoryId[];
  readonly limit: Limit;
  readonly topLevelOnly: boolean;
}

interface Facts {
  readonly site: string;
  readonly count: number;
  readonly atLeast: number;
  readonly limits: readonly Limit[];
}

/**
 * 动态要闻类 and 通知公告、政策文件类 columns, each group silent beyond its own limit, counted together. The limits are the checker's:
 * a longer period of the column's own does not soften them, but a column of which nothing is expected is left out.
 */
export const silentColumns: Check<Facts, SilentColumnsRule> = {
  kind: 'silent-columns',
  name: { zh: '栏目不更新（动态、通知、政策类）', en: 'news, notices and policies silent' },
  subject: 'site',
  severity: 'veto',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决“栏目不更新”①', en: '国办秘函〔2019〕19号, veto on columns that are not updated, ①' },
  form: {
    groups: z.array(keys({ categories: categoriesField, limit: limitField, topLevelOnly: z.boolean().default(false) })).min(1),
    ...COUNT_FORM,
  },
  sentence: ({ site, count, atLeast, limits }) => ({
    zh: `“${site}”有 ${count} 个动态要闻、通知公告、政策文件类栏目在规定期限（${limits.map((limit) => within(limit).zh).join('、')}）内没有更新，达到 ${atLeast} 个即单项否决。`,
    en: `"${site}" has ${count} news, notice and policy columns without an update within their limits (${limits.map((limit) => within(limit).en).join(', ')}); ${atLeast} fail the site.`,
  }),

  inSite(judged, context) {
    return rulesOf(silentColumns, context.pack).flatMap((rule) => {
      const silent = judged.columns.flatMap((column) => {
        const group = rule.groups.find((candidate) => belongs(column, candidate));
        const since = group ? silentSince(column, group, context) : null;
        return since === null ? [] : [{ column, since }];
      });
      if (silent.length < rule.atLeast) return [];
      const limits = rule.groups.map((group) => group.limit);
      const since = sinceJoined(
        silent.map((one) => one.since),
        rule.atLeast,
      );
      const facts = { site: judged.site.name, count: silent.length, atLeast: rule.atLeast, limits };
      return [{ subject: siteSubject(judged), facts, since, evidence: columnLines(silent.map(({ column }) => column)), rule }];
    });
  },
};

/** How long columns of a category may be silent before they are counted, whatever is expected of the column itself. */
export function silenceLimits(pack: RulePack, category: CategoryId | null): Limit[] {
  const groups = rulesOf(silentColumns, pack).flatMap((rule) => rule.groups);
  return groups.filter(({ categories }) => category !== null && categories.includes(category)).map(({ limit }) => limit);
}

function belongs({ view: { column } }: JudgedColumn, group: Group): boolean {
  if (column.category === null || !group.categories.includes(column.category)) return false;
  return !group.topLevelOnly || column.path.length <= 1;
}

/** The day from which a column was silent too long, or null where it was not, or where that cannot be told. */
function silentSince({ view, verdict, hidesNewer }: JudgedColumn, { limit }: Group, { moment, calendar }: JudgingContext): Day | null {
  const { lastPublished, status, certainty } = verdict;
  const expected = status !== 'exempt' && view.column.period !== 'none' && verdict.expectation.ofDuties !== true;
  if (!expected || view.readLater || lastPublished === null || status === 'unknown' || certainty !== 'sure' || hidesNewer) return null;
  const start = clockStart(view.column, view.newestSaid ?? lastPublished);
  const dueOn = limitEnd(start, limit, calendar);
  if (dueOn >= moment.today || isUncertain(start, dueOn, limit, calendar)) return null;
  return addDays(dueOn, 1);
}

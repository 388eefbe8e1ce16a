import type { Check } from './check.ts';
import { COUNT_FORM, type CountRule, columnLines, sinceJoined, siteSubject } from './parts/on-site.ts';
import { rulesOf } from './parts/rules.ts';

interface Facts {
  readonly site: string;
  readonly count: number;
  readonly atLeast: number;
}

/** 应更新但长期未更新的栏目: overdue by their own period or rule. Blank columns are counted by their own rule and not twice. */
export const overdueColumns: Check<Facts, CountRule> = {
  kind: 'overdue-columns',
  name: { zh: '应更新未更新栏目过多', en: 'too many columns overdue' },
  subject: 'site',
  severity: 'veto',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决“栏目不更新”②', en: '国办秘函〔2019〕19号, veto on columns that are not updated, ②' },
  form: COUNT_FORM,
  sentence: ({ site, count, atLeast }) => ({
    zh: `“${site}”应更新但长期未更新的栏目有 ${count} 个，达到 ${atLeast} 个即单项否决。`,
    en: `"${site}" has ${count} columns that should have been updated long ago; ${atLeast} fail the site.`,
  }),

  inSite(judged, { pack }) {
    const columns = judged.columns.filter(({ verdict }) => verdict.status === 'overdue');
    return rulesOf(overdueColumns, pack)
      .filter(({ atLeast }) => columns.length >= atLeast)
      .map((rule) => ({
        subject: siteSubject(judged),
        facts: { site: judged.site.name, count: columns.length, atLeast: rule.atLeast },
        since: sinceJoined(
          columns.map(({ verdict }) => verdict.since),
          rule.atLeast,
        ),
        evidence: columnLines(columns),
        rule,
      }));
  },
};

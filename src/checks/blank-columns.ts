import type { Check } from './check.ts';
import { COUNT_FORM, type CountRule, columnLines, sinceJoined, siteSubject } from './parts/on-site.ts';
import { rulesOf } from './parts/rules.ts';

interface Facts {
  readonly site: string;
  readonly count: number;
  readonly atLeast: number;
}

/** 空白栏目: lists that were read and hold nothing. */
export const blankColumns: Check<Facts, CountRule> = {
  kind: 'blank-columns',
  name: { zh: '空白栏目过多', en: 'too many blank columns' },
  subject: 'site',
  severity: 'veto',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决“栏目不更新”③', en: '国办秘函〔2019〕19号, veto on columns that are not updated, ③' },
  form: COUNT_FORM,
  sentence: ({ site, count, atLeast }) => ({
    zh: `“${site}”的空白栏目有 ${count} 个，达到 ${atLeast} 个即单项否决。`,
    en: `"${site}" has ${count} blank columns; ${atLeast} fail the site.`,
  }),

  inSite(judged, { pack }) {
    const columns = judged.columns.filter(({ verdict }) => verdict.status === 'blank');
    return rulesOf(blankColumns, pack)
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

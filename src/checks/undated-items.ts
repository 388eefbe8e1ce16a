import { dayOf } from '../counting/listed.ts';
import { clickPath } from '../model/click-path.ts';
import type { Check } from './check.ts';
import { inColumn, titleAndAddress } from './parts/in-column.ts';

interface Facts {
  readonly column: string;
  readonly count: number;
  readonly rows: number;
}

/** Items without any visible date, which by the checking standard are no updates (未注明信息发布时间的视为不更新). */
export const undatedItems: Check<Facts> = {
  kind: 'undated-items',
  name: { zh: '未注明发布时间', en: 'no date of publication' },
  subject: 'column',
  ofReview: true,
  severity: 'minor',
  audience: 'unit',
  document: {
    zh: '国办发〔2015〕15号 附件评分表：未注明信息发布时间的视为不更新',
    en: '国办发〔2015〕15号, annex: undated items are no updates',
  },
  sentence: ({ column, count, rows }) => ({
    zh: `栏目“${column}”的 ${rows} 条信息中有 ${count} 条没有注明发布日期，不计为更新。`,
    en: `${count} of the ${rows} items of column "${column}" bear no date and are no updates.`,
  }),

  inColumn(viewed) {
    const { column, listed } = viewed.view;
    const undated = listed.filter((item) => dayOf(item) === null);
    if (undated.length === 0) return [];
    const facts = { column: clickPath(column), count: undated.length, rows: listed.length };
    return [inColumn(viewed, { facts, since: null, evidence: undated.map(titleAndAddress) })];
  },
};

import { clickPath } from '../model/click-path.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { Check } from './check.ts';
import { inColumn } from './parts/in-column.ts';
import { readOn } from './parts/phrases.ts';

interface Facts {
  readonly column: string;
  readonly readOn: Day | null;
}

/** A column whose list was read and holds nothing. */
export const columnBlank: Check<Facts> = {
  kind: 'column-blank',
  name: { zh: '空白栏目', en: 'blank column' },
  subject: 'column',
  severity: 'major',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决“栏目不更新”所计的空白栏目', en: '国办秘函〔2019〕19号, blank columns' },
  sentence: ({ column, readOn: day }) => ({
    zh: `栏目“${column}”的列表打开正常，但没有任何信息，是空白栏目${readOn(day).zh}。`,
    en: `The list of column "${column}" opens well but holds nothing at all${readOn(day).en}.`,
  }),

  inColumn(viewed, { moment }) {
    const { verdict, view } = viewed;
    if (verdict.status !== 'blank') return [];
    const facts = { column: clickPath(view.column), readOn: view.reading && dayIn(moment.zone, view.reading.asOf) };
    return [inColumn(viewed, { facts, since: verdict.since })];
  },
};

import type { Day } from '../model/day.ts';
import { counted } from '../model/sentence.ts';
import type { Check } from './check.ts';
import { fateInColumn } from './look.ts';

interface Facts {
  readonly column: string;
  readonly dueOn: Day;
  readonly inDays: number;
  readonly last: Day | null;
}

/** A column that falls due soon. No finding of an audit: its alert is made from the forecast, so that the unit is told before. */
export const columnDue: Check<Facts> = {
  kind: 'column-due',
  name: { zh: '即将到期', en: 'falls due soon' },
  subject: 'column',
  severity: 'notice',
  audience: 'unit',
  document: { zh: '与该栏目的更新期限相同', en: "the same as the column's own limit" },
  sentence: ({ column, dueOn, inDays, last }) => ({
    zh: `栏目“${column}”${last ? `最近一次更新是 ${last}，` : ''}应在 ${dueOn} 前更新，${inDays === 0 ? '今天到期' : `还有 ${inDays} 天`}。`,
    en: `Column "${column}"${last ? `, last updated on ${last},` : ''} must be updated by ${dueOn}: ${inDays === 0 ? 'today' : `${counted(inDays, 'day')} left`}.`,
  }),
  alertKind: 'due',

  fate(was, look) {
    const fate = fateInColumn(was, look);
    const status = fate === 'gone' && was.site !== null && was.column !== null ? look.statusOf(was.site, was.column) : null;
    return status === 'overdue' || status === 'blank' ? { lapsed: 'now-overdue' } : fate;
  },
};

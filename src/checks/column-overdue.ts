import { clickPath } from '../model/click-path.ts';
import { type Day, dayIn, formatPeriod } from '../model/day.ts';
import type { Limit } from '../model/rules.ts';
import { counted } from '../model/sentence.ts';
import { clockStart } from '../timeliness/column-on.ts';
import type { Check } from './check.ts';
import { fateInColumn, RULE_OFF } from './look.ts';
import { inColumn } from './parts/in-column.ts';
import { readOn, within } from './parts/phrases.ts';

interface Facts {
  readonly column: string;
  /** Of the newest item. */
  readonly title: string;
  readonly last: Day;
  readonly limit: Limit;
  readonly dueOn: Day;
  readonly overdueDays: number;
  /** The last day before it was asked of this unit or by this limit, from which it counts; left out: it counts from the last update. */
  readonly countedFrom?: Day;
  readonly readOn: Day | null;
}

/** A column that is overdue: the last item that was seen, and the list it was seen in. */
export const columnOverdue: Check<Facts> = {
  kind: 'column-overdue',
  name: { zh: '栏目应更新未更新', en: 'column overdue' },
  subject: 'column',
  severity: 'major',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决“栏目不更新”', en: '国办秘函〔2019〕19号, veto on columns that are not updated' },
  sentence: ({ column, title, last, limit, dueOn, overdueDays, countedFrom: from, readOn: day }) => ({
    zh:
      `栏目“${column}”最近一次更新是 ${last}（《${title}》），要求每${within(limit).zh}至少更新一次，${from ? `从 ${from} 的次日起算，` : ''}应在 ${dueOn} 之前更新，` +
      `已超期 ${overdueDays} ${'period' in limit ? '天' : '个工作日'}${readOn(day).zh}。`,
    en:
      `Column "${column}" was last updated on ${last} ("${title}"). It must be updated at least every ${within(limit).en}${from ? `, counted from the day after ${from}` : ''}, so by ${dueOn}; ` +
      `it is ${counted(overdueDays, 'period' in limit ? 'day' : 'working day')} overdue${readOn(day).en}.`,
  }),

  inColumn(viewed, { moment }) {
    const { view, verdict } = viewed;
    const { lastPublished: last, dueOn, overdueDays, since, expectation } = verdict;
    const { limit, source, rule } = expectation;
    if (verdict.status !== 'overdue' || last === null || dueOn === null || limit === null) return [];
    const title = view.newest?.title ?? '';
    const countedFrom = clockStart(view.column, view.newestSaid ?? last);
    const facts = {
      column: clickPath(view.column),
      title,
      last,
      limit,
      dueOn,
      overdueDays,
      ...(countedFrom === view.column.askedAfter ? { countedFrom } : {}),
      readOn: view.reading && dayIn(moment.zone, view.reading.asOf),
    };
    const evidence = [`${last} ${title} ${view.newest?.url ?? ''}`.trim()];
    // A period of its own or a default is nobody's document: what counts columns that are not updated says nothing of how often.
    const grounds = source ? { rule: source } : { applied: `${rule} ${limitText(limit)}` };
    return [inColumn(viewed, { facts, since, evidence, ...grounds })];
  },

  fate(was, look) {
    const { site, column, measured } = was;
    const fate = fateInColumn(was, look);
    if (fate !== 'gone' || site === null || column === null || measured === null) return fate;
    return look.isJudgedOtherwise(site, column, measured) ? RULE_OFF : fate;
  },
};

/** A limit as the contract writes it: `P6M`, or `20 working days`. */
function limitText(limit: Limit): string {
  return 'period' in limit ? formatPeriod(limit.period) : counted(limit.workingDays, 'working day');
}

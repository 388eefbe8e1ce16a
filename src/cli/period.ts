import type { Command } from 'commander';
import { isPeriodName, PERIODS, spanOf } from '../counting/periods.ts';
import type { Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import { inBoth } from '../model/sentence.ts';
import { checkSpan, readDayOption } from './as-of.ts';
import { EXIT, Failure } from './failure.ts';

export interface PeriodOptions {
  readonly from?: string;
  readonly to?: string;
  readonly period?: string;
}

/** Options of commands that tell of a period: two days, or a period by its name. */
export function addPeriodOptions(command: Command): Command {
  return command
    .option('--from <day>', inBoth({ zh: '起始日（含）', en: 'first day' }))
    .option('--to <day>', inBoth({ zh: '截止日（含）', en: 'last day' }))
    .option('--period <name>', inBoth({ zh: `${PERIODS.join(' ')}：本周、上周 … 去年`, en: 'a period by its name' }));
}

/**
 * The period that options name; where only one day is given, the calendar year up to it or from it.
 * @throws Failure with exit status 2 where they make none.
 */
export function readPeriod({ from, to, period }: PeriodOptions, today: Day, otherwise: Span): Span {
  if (period !== undefined) {
    if (from !== undefined || to !== undefined)
      throw new Failure({ zh: '--period 与 --from、--to 只能选一种', en: 'give either --period or days' }, EXIT.usage);
    if (!isPeriodName(period))
      throw new Failure({ zh: `--period：“${period}” 不认识，可用：${PERIODS.join(' ')}`, en: `unknown period: ${period}` }, EXIT.usage);
    return spanOf(period, today);
  }
  const first = from === undefined ? undefined : readDayOption('--from', from);
  const last = to === undefined ? undefined : readDayOption('--to', to);
  if (first === undefined && last === undefined) return otherwise;
  const span = { from: first ?? `${last!.slice(0, 4)}-01-01`, to: last ?? `${first!.slice(0, 4)}-12-31` };
  checkSpan(span.from, span.to);
  return span;
}

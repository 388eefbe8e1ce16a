import { yearToDate } from '../../jobs/judging/judge.ts';
import { isPeriodName, type PeriodName, spanOf } from '../counting/periods.ts';
import { type Day, dayIn, isDay } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { ConsoleContext } from './context.ts';
import type { ConsoleDeps } from './deps.ts';
import type { Judgement } from './judgement.ts';

/** The period that an address asks for. */
export interface AskedPeriod {
  readonly span: Span;
  /** By which name; null where days were given or nothing. */
  readonly name: PeriodName | null;
  /** What was asked and is no period, or null. */
  readonly misread: string | null;
}

/**
 * `?period=last-year`, or `?from=2018-01-01&to=2018-12-31` with one of them left out for the year's end; nothing: what the last audit
 * counted. The names are meant as of the last audit's day.
 */
export function askedPeriod(c: ConsoleContext, { span, today }: Pick<Judgement, 'span' | 'today'>): AskedPeriod {
  c.set('periodTaken', true);
  const [period, from, to] = ['period', 'from', 'to'].map((name) => c.req.query(name) || undefined);
  if (isPeriodName(period)) return { span: spanOf(period, today), name: period, misread: null };
  const given = [period, from, to].filter((one) => one !== undefined).join(' ');
  if (given === '') return { span, name: null, misread: null };
  const days = { from: from ?? `${(to ?? span.from).slice(0, 4)}-01-01`, to: to ?? `${(from ?? span.to).slice(0, 4)}-12-31` };
  const wrong = period !== undefined || !isDay(days.from) || !isDay(days.to) || days.from > days.to;
  return wrong ? { span, name: null, misread: given } : { span: days, name: null, misread: null };
}

/** The same for what does not wait for an audit, such as posts; nothing: this year up to now. */
export function askedPeriodNow(c: ConsoleContext, { clock, config }: Pick<ConsoleDeps, 'clock' | 'config'>): AskedPeriod {
  const zone = config.estate.timezone;
  return askedPeriod(c, { span: yearToDate(zone, clock.now()), today: dayIn(zone, clock.now()) });
}

/** The address of a list that is narrowed by days of its own: a period by its name stands for its two days. */
export function askedDays(c: ConsoleContext, today: Day): Record<string, string> {
  const asked = c.req.query();
  const { period } = asked;
  if (!period || isPeriodName(period)) c.set('periodTaken', true);
  return isPeriodName(period) ? { ...asked, ...spanOf(period, today) } : asked;
}

/** Names by which addresses ask for a period. */
export const PERIOD_KEYS = ['period', 'from', 'to'] as const;

/** What an address asks for as a period where the page does not count by one, in its words; null: nothing, or it does. */
export function periodIgnored(c: ConsoleContext): string | null {
  if (c.var.periodTaken) return null;
  const asked = PERIOD_KEYS.flatMap((name) => c.req.query(name) || []);
  return asked.length === 0 ? null : asked.join(' ').slice(0, 40);
}

/** The period that a form or a program names: by two days, by a name, else `usual`; null: the days are none. */
export function askedSpan(
  {
    period,
    from = '',
    to = '',
  }: { readonly period?: string | undefined; readonly from?: string | undefined; readonly to?: string | undefined },
  today: Day,
  usual: PeriodName,
): Span | null {
  if (from === '' && to === '') return spanOf(isPeriodName(period) ? period : usual, today);
  return isDay(from) && isDay(to) && from <= to ? { from, to } : null;
}

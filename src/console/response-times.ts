import { yearUpTo } from '../../jobs/audit/judge.ts';
import { type ResponseTimes, responseTimes } from '../alerts/response-times.ts';
import { dayIn } from '../model/day.ts';
import { spread } from '../timeliness/spread.ts';
import { createWorkingDays } from '../timeliness/working-days.ts';
import { type AlertFilters, alertQuery } from './alerts-query.ts';
import type { ConsoleContext } from './context.ts';
import type { Desk } from './desk.ts';

const NOTHING_SENT: ResponseTimes = { answered: spread([]), rectified: spread([]) };

/** How long units took with the alerts that they were sent in the past year. */
export interface YearsResponses {
  of(unit: string): ResponseTimes;
  /** What the alerts are asked for by that a unit answered, or mended: the list behind a number. */
  filters(unit: string, reached: keyof ResponseTimes): AlertFilters;
}

/** The response times of all units that the visitor may see, or of one. */
export async function responsesOf(c: ConsoleContext, desk: Desk, unit?: string): Promise<YearsResponses> {
  const { estate, calendar } = desk.config;
  const sent = yearUpTo(dayIn(estate.timezone, desk.clock.now())).from;
  const alerts = await desk.store.alerts.times(alertQuery(c, desk, { state: 'all', sent, unit }));
  const times = responseTimes(alerts, createWorkingDays(calendar), estate.timezone);
  return {
    of: (id) => times.get(id) ?? NOTHING_SENT,
    filters: (of, reached) => ({ unit: of, state: 'all', sent, reached }),
  };
}

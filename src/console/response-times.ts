import { yearUpTo } from '../../jobs/judging/judge.ts';
import { OWED_KINDS } from '../alerts/escalation.ts';
import { type ResponseTimes, responseTimes } from '../alerts/response-times.ts';
import { type Day, dayIn, startOfDay } from '../model/day.ts';
import { spread } from '../timeliness/spread.ts';
import { createWorkingDays } from '../timeliness/working-days.ts';
import type { AlertFilters } from './alert-filters.ts';
import type { ConsoleDeps } from './deps.ts';

const NOTHING_SENT: ResponseTimes = { answered: spread([]), rectified: spread([]) };

/** How long units took with the alerts that they were sent in the past year. */
export interface YearsResponses {
  of(unit: string): ResponseTimes;
  /** What the alerts are asked for by that a unit answered, or mended: the list behind a number. */
  filters(unit: string, reached: keyof ResponseTimes): AlertFilters;
}

/** Counts once as long as nothing happens to any alert. */
export function rememberedResponses(deps: ConsoleDeps): () => Promise<YearsResponses> {
  const { store, clock } = deps;
  let version = '';
  let latest: Promise<YearsResponses> | null = null;
  return async () => {
    const since = yearUpTo(dayIn(deps.config.estate.timezone, clock.now())).from;
    const [last] = await store.alerts.entries({ limit: 1 });
    const stored = `${since} ${last?.id}`;
    if (latest === null || stored !== version) {
      version = stored;
      latest = count(since);
      latest.catch(() => {
        latest = null;
      });
    }
    return latest;
  };

  async function count(since: Day): Promise<YearsResponses> {
    const sentSince = startOfDay(deps.config.estate.timezone, since);
    const alerts = await store.alerts.times({ audience: 'unit', kinds: OWED_KINDS, sentSince }, deps.config.estate.timezone);
    const times = responseTimes(alerts, createWorkingDays(deps.config.calendar));
    return {
      of: (unit) => times.get(unit) ?? NOTHING_SENT,
      filters: (unit, reached) => ({ unit, state: 'all', sent: since, reached }),
    };
  }
}

import { OWED_KINDS } from '../alerts/escalation.ts';
import { isPeriodName, spanOf } from '../counting/periods.ts';
import { ALERT_STATES, type AlertState, RUNGS, type Rung } from '../model/alerts.ts';
import { addDays, dayIn, isDay, startOfDay } from '../model/day.ts';
import { SEVERITIES, type Severity } from '../model/records.ts';
import type { AlertQuery } from '../store/store.ts';
import type { AlertFilters } from './alert-filters.ts';
import { alertsOpenTo } from './alerts-open-to.ts';
import { type ConsoleContext, ownUnit, visitorOf } from './context.ts';
import type { ConsoleServices } from './services.ts';

/** What waits for somebody, where nobody asked for other states. */
const UNSETTLED: readonly AlertState[] = ['open', 'confirmed', 'sent', 'acknowledged', 'objected', 'rectified'];
const LONGEST_SEARCH = 100;

/** The store's query for what a visitor asks for; a number and the list that it opens are had by the same. */
export function alertQuery(c: ConsoleContext, { config, clock }: ConsoleServices, asked: AlertFilters): AlertQuery {
  const { state, severity, unit, search, late, rung, sent, reached, owed, assignee } = asked;
  const zone = config.estate.timezone;
  const { from, to } = isPeriodName(asked.period) ? spanOf(asked.period, dayIn(zone, clock.now())) : asked;
  const states = ALERT_STATES.filter((one) => one === state);
  const level = RUNGS.indexOf(rung as Rung);
  const severities = SEVERITIES.filter((one): one is Severity => one === severity);
  return {
    states: states.length > 0 ? states : state === 'all' ? [] : UNSETTLED,
    severities,
    ...(unit ? { units: [unit] } : {}),
    ...(search ? { search: search.slice(0, LONGEST_SEARCH) } : {}),
    ...(late === 'yes' ? { late: dayIn(zone, clock.now()) } : {}),
    ...(level > 0 ? { level } : {}),
    ...(sent && isDay(sent) ? { sentSince: startOfDay(zone, sent) } : {}),
    ...(from && isDay(from) ? { openedSince: startOfDay(zone, from) } : {}),
    ...(to && isDay(to) ? { openedBefore: startOfDay(zone, addDays(to, 1)) } : {}),
    ...(reached === 'answered' || reached === 'rectified' ? { reached, audience: 'unit' } : {}),
    ...(assignee && ownUnit(visitorOf(c)) === null ? { assignee } : {}),
    ...(owed === 'yes' ? { kinds: OWED_KINDS, audience: 'unit' } : {}),
    ...alertsOpenTo(visitorOf(c)),
  };
}

/** How many alerts the list of these filters holds. */
export async function countAlerts(c: ConsoleContext, services: ConsoleServices, asked: AlertFilters): Promise<number> {
  const counts = await services.store.alerts.counts(alertQuery(c, services, asked));
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}

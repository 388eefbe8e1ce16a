import { permanentLink } from '../../alerts/letter.ts';
import { ANNOUNCED_AHEAD } from '../../checks/duty-due.ts';
import { heldTo } from '../../checks/parts/duty.ts';
import { dutiesAhead } from '../../duties/ahead.ts';
import { OFFICE_ONLY } from '../../model/alerts.ts';
import { consoleLink } from '../../model/console-link.ts';
import { addDays, dayIn } from '../../model/day.ts';
import { namesOf } from '../../rows/names.ts';
import type { AlertQuery } from '../../store/store.ts';
import { alertsOpenTo } from '../alerts-open-to.ts';
import { ownUnit, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { columnPath, dutyPath } from '../view/links.ts';
import { alertFeed, type Changed } from './atom.ts';
import { type DueDate, dueCalendar } from './ics.ts';

const ENTRIES = 100;
/** Of what happened lately, this much is looked at for the alerts it happened to. */
const HAPPENED = 1000;
/** Days that a date stays in the calendar: what is longer overdue is an alert. */
const KEPT_DAYS = 30;
/** Of duties, a year of them is in the calendar. */
const DUTY_DAYS = 366;

/** What other programs subscribe to: alerts as a feed, due dates as a calendar; of one unit where the address names it. */
export const registerFeeds: Register = (app, services) => {
  app.shared('/feeds/alerts.atom', ALL, 'read', async (c) => {
    const visitor = visitorOf(c);
    const unit = ownUnit(visitor) ?? c.req.query('unit') ?? null;
    const query = { ...(unit === null ? {} : { units: [unit] }), ...alertsOpenTo(visitor) };
    const changed = await lastChanges(services, query);
    const names = namesOf(services.config, c.var.language);
    const feed = alertFeed(changed, {
      title: `${services.config.estate.name} ${c.var.words.nav.alerts} ${unit === null ? '' : names.unit(unit)}`.trim(),
      origin: services.publicUrl,
      self: consoleLink(`/feeds/alerts.atom${unit === null ? '' : `?unit=${encodeURIComponent(unit)}`}`, services.publicUrl),
      updated: changed[0]?.at ?? services.clock.now(),
      states: c.var.words.alerts.states,
      language: c.var.language,
    });
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });

  app.shared('/feeds/due.ics', ALL, 'read', async (c) => {
    const { words, language } = c.var;
    const visitor = visitorOf(c);
    const unit = ownUnit(visitor) ?? c.req.query('unit') ?? null;
    const names = namesOf(services.config, language);
    const { result, today } = await services.judgementFor(c);
    const alerts = await services.store.alerts.list({
      states: ['sent', 'acknowledged'],
      ...(unit === null ? {} : { units: [unit] }),
      ...alertsOpenTo(visitor),
    });
    const columns = result.columns.filter((column) => column.dueOn !== null && (unit === null || column.unit === unit));
    const own = result.duties.filter((duty) => unit === null || duty.unit === unit);
    const dutiesToCome = dutiesAhead(own, today, DUTY_DAYS);
    const dates: DueDate[] = [
      ...columns.map((column) => ({
        id: `column-${column.site}-${column.id}`,
        day: column.dueOn as string,
        title: `${names.unit(column.unit)}${words.colon}${column.name}`,
        detail: `${words.head.lastPublished} ${column.lastPublished ?? words.none}`,
        url: consoleLink(columnPath(column.site, column.id), services.publicUrl),
      })),
      ...dutiesToCome.map((duty) => ({
        id: `duty-${duty.rule}-${duty.unit}-${duty.site ?? ''}-${duty.year}`,
        day: duty.dueOn as string,
        title: `${names.unit(duty.unit)}${words.colon}${names.duty(duty)} ${words.duties.year(duty.year)}`,
        detail: `${words.head.publishBy} ${names.dutyDay(duty.dueOn as string)}`,
        url: consoleLink(dutyPath(duty), services.publicUrl),
        // As units are told: nobody is held to a day that no law says.
        remindedDays: heldTo(duty, services.config.pack) === null ? [] : ANNOUNCED_AHEAD,
      })),
      ...alerts.flatMap((alert) =>
        alert.dueOn === null
          ? []
          : [
              {
                id: `alert-${alert.id}`,
                day: alert.dueOn,
                title: `${words.head.mendBy}${words.colon}${alert.message[language]}`,
                detail: `${names.lastDay(alert.dueOn)}${words.colon}${alert.message[language]}`,
                url: new URL(permanentLink(alert), services.publicUrl).href,
              },
            ],
      ),
    ];
    const now = services.clock.now();
    const first = addDays(dayIn(services.config.estate.timezone, now), -KEPT_DAYS);
    const coming = dates.filter(({ day }) => day >= first);
    const calendar = dueCalendar(`${services.config.estate.name} ${words.today.forecast}`, coming, now);
    return c.body(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });
};

/** The alerts to which something happened last, newest first, each with when that was. */
async function lastChanges({ store }: ConsoleServices, query: Pick<AlertQuery, 'units' | 'audience'>): Promise<Changed[]> {
  const at = new Map<string, Date>();
  for (const entry of await store.alerts.entries({ ...query, limit: HAPPENED })) {
    if (!at.has(entry.alert) && !OFFICE_ONLY.includes(entry.event)) at.set(entry.alert, entry.at);
  }
  const ids = [...at.keys()].slice(0, ENTRIES);
  const alerts = ids.length === 0 ? [] : await store.alerts.list({ ...query, ids }, { limit: ENTRIES });
  return alerts
    .map((alert) => ({ alert, at: at.get(alert.id) ?? alert.openedAt }))
    .sort((one, other) => other.at.getTime() - one.at.getTime());
}

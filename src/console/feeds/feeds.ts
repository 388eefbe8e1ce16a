import { permanentLink } from '../../alerts/letter.ts';
import { alertsOpenTo } from '../alerts-open-to.ts';
import { ownUnit, visitorOf } from '../context.ts';
import type { Register } from '../registrations.ts';
import { columnPath } from '../view/links.ts';
import { namesOf } from '../view/names.ts';
import { alertFeed } from './atom.ts';
import { type DueDate, dueCalendar } from './ics.ts';

const ENTRIES = 100;

/** What other programs subscribe to: alerts as a feed, due dates as a calendar; of one unit where the address names it. */
export const registerFeeds: Register = (app, desk) => {
  app.get('/feeds/alerts.atom', async (c) => {
    const visitor = visitorOf(c);
    const unit = ownUnit(visitor) ?? c.req.query('unit') ?? null;
    const query = { ...(unit === null ? {} : { units: [unit] }), ...alertsOpenTo(visitor) };
    const alerts = await desk.store.alerts.list(query, { order: 'newest', limit: ENTRIES });
    const names = namesOf(desk.config, c.var.language);
    const feed = alertFeed(alerts, {
      title: `${desk.config.estate.name} ${c.var.words.nav.alerts} ${unit === null ? '' : names.unit(unit)}`.trim(),
      origin: desk.publicUrl,
      self: new URL(`/feeds/alerts.atom${unit === null ? '' : `?unit=${encodeURIComponent(unit)}`}`, desk.publicUrl).href,
      updated: alerts[0]?.openedAt ?? desk.clock.now(),
    });
    return c.body(feed, 200, { 'content-type': 'application/atom+xml; charset=utf-8' });
  });

  app.get('/feeds/due.ics', async (c) => {
    const { words, language } = c.var;
    const visitor = visitorOf(c);
    const unit = ownUnit(visitor) ?? c.req.query('unit') ?? null;
    const names = namesOf(desk.config, language);
    const { result } = await desk.judgementFor(c);
    const alerts = await desk.store.alerts.list({
      states: ['sent', 'acknowledged'],
      ...(unit === null ? {} : { units: [unit] }),
      ...alertsOpenTo(visitor),
    });
    const columns = result.columns.filter((column) => column.dueOn !== null && (unit === null || column.unit === unit));
    const dates: DueDate[] = [
      ...columns.map((column) => ({
        id: `column-${column.site}-${column.id}`,
        day: column.dueOn as string,
        title: `${names.unit(column.unit)}${words.colon}${column.name}`,
        detail: `${words.head.lastPublished} ${column.lastPublished ?? words.none}`,
        url: new URL(columnPath(column.site, column.id), desk.publicUrl).href,
      })),
      ...alerts.flatMap((alert) =>
        alert.dueOn === null
          ? []
          : [
              {
                id: `alert-${alert.id}`,
                day: alert.dueOn,
                title: `${words.alerts.due}${words.colon}${alert.message}`,
                detail: alert.message,
                url: new URL(permanentLink(alert), desk.publicUrl).href,
              },
            ],
      ),
    ];
    const calendar = dueCalendar(`${desk.config.estate.name} ${words.today.forecast}`, dates, desk.clock.now());
    return c.body(calendar, 200, { 'content-type': 'text/calendar; charset=utf-8' });
  });
};

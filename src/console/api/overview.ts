import { z } from '@hono/zod-openapi';
import { dayIn } from '../../model/day.ts';
import { COLUMN_STATUSES } from '../../model/records.ts';
import { countAlerts } from '../alerts-query.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { statusCounts } from '../status-counts.ts';
import { NOTHING, reading } from './route.ts';

/** How an estate stands, in a few numbers. */
export const overviewShape = z
  .object({
    name: z.string(),
    audited: z.iso.date().nullable().openapi({ description: 'Day of the last finished audit' }),
    columns: z.record(z.enum(COLUMN_STATUSES), z.number()),
    items: z.number(),
    alerts: z.number().openapi({ description: 'Alerts that are not closed' }),
  })
  .openapi('Overview');

const overview = reading({
  path: '/api/v1/overview',
  summary: 'How the estate stands, in a few numbers',
  answer: overviewShape,
  query: NOTHING,
  params: NOTHING,
});

/** What whoever watches several estates asks each of them. */
export const registerOverviewApi: Register = (app, services) => {
  const { estate } = services.config;
  app.openapi(overview, OFFICE, 'read', async (c) => {
    const [{ run, result }, alerts] = await Promise.all([services.judgementFor(c), countAlerts(c, services, {})]);
    return c.json(
      {
        name: estate.name,
        audited: run && dayIn(estate.timezone, run.asOf),
        columns: statusCounts(result.columns),
        items: result.totals.items,
        alerts,
      },
      200,
    );
  });
};

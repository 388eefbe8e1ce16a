import { z } from '@hono/zod-openapi';
import { COLUMN_STATUSES, SITE_STATUSES } from '../../model/records.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { filterSites } from '../site-filters.ts';
import { visitsOf } from '../visits.ts';
import { NOTHING, reading } from './route.ts';
import { day, instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const siteShape = z
  .object({
    id: z.string(),
    name: z.string(),
    unit: z.string(),
    url: z.string(),
    status: z.string(),
    reason: z.string().nullable(),
    items: z.number().int(),
    columns: z.number().int(),
    reachability: z
      .object({
        from: day,
        to: day,
        visits: z.number().int(),
        failed: z.number().int(),
        unmeasured: z.number().int(),
        measurable: z.boolean().openapi({ description: 'Without it the share of failures proves nothing' }),
      })
      .nullable(),
  })
  .openapi('Site');

const visitShape = z
  .object({
    vantage: z.string(),
    slot: instant.openapi({ description: 'The planned instant, the same at every vantage' }),
    at: instant,
    outcome: z.string(),
    milliseconds: z.number(),
    detail: z.string().nullable(),
  })
  .openapi('Visit');

const list = reading({
  path: '/api/v1/sites',
  summary: 'Sites',
  answer: z.array(siteShape),
  query: z.object({
    unit: z.string().optional(),
    read: z.enum(SITE_STATUSES).optional().openapi({ description: 'How the site itself was read' }),
    status: z.enum(COLUMN_STATUSES).optional().openapi({ description: 'Only sites with a column of this status' }),
    search: z.string().max(100).optional(),
  }),
  params: NOTHING,
});
const visits = reading({
  path: '/api/v1/sites/{site}/visits',
  summary: 'Visits to the home page of a site in the last days, newest first',
  answer: z.array(visitShape),
  query: NOTHING,
  params: z.object({ site: z.string() }),
});

/** Sites: how they were read, and whether their home pages open. */
export const registerSitesApi: Register = (app, services) => {
  const { timezone } = services.config.estate;

  app.openapi(list, OFFICE, 'read', async (c) => {
    const { sites } = (await services.judgementFor(c)).result;
    return c.json(z.array(siteShape).parse(writtenOut(filterSites(sites, c.req.valid('query')), timezone, c.var.language)), 200);
  });

  app.openapi(visits, OFFICE, 'read', async (c) => {
    const { site } = c.req.valid('param');
    const judgement = await services.judgementFor(c);
    if (!judgement.result.sites.some(({ id }) => id === site)) return c.json({ error: c.var.words.error.notFound }, 404);
    const { recent } = await visitsOf(services, judgement, site);
    return c.json(z.array(visitShape).parse(writtenOut(recent, timezone, c.var.language)), 200);
  });
};

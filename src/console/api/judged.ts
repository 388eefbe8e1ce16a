import { z } from '@hono/zod-openapi';
import { COLUMN_STATUSES } from '../../model/records.ts';
import { findColumn } from '../judgement.ts';
import type { Register } from '../registrations.ts';
import { inZone } from './in-zone.ts';
import { NOTHING, reading } from './route.ts';
import { columnShape, countsShape, dutyShape, findingShape, forecastShape, readingShape, siteShape, unitShape } from './shapes.ts';

const columns = reading({
  path: '/api/v1/columns',
  summary: 'Columns with their verdicts',
  answer: z.array(columnShape),
  query: z.object({ status: z.enum(COLUMN_STATUSES).optional(), unit: z.string().optional(), site: z.string().optional() }),
  params: NOTHING,
});
const column = reading({
  path: '/api/v1/columns/{site}/{column}',
  summary: 'One column with its verdict',
  answer: columnShape,
  query: NOTHING,
  params: z.object({ site: z.string(), column: z.string() }),
});
const units = reading({ path: '/api/v1/units', summary: 'Units', answer: z.array(unitShape), query: NOTHING, params: NOTHING });
const sites = reading({ path: '/api/v1/sites', summary: 'Sites', answer: z.array(siteShape), query: NOTHING, params: NOTHING });
const counts = reading({
  path: '/api/v1/counts',
  summary: 'Counts of the year by class and category',
  answer: countsShape,
  query: NOTHING,
  params: NOTHING,
});
const findings = reading({
  path: '/api/v1/findings',
  summary: 'Findings of the last audit',
  answer: z.array(findingShape),
  query: NOTHING,
  params: NOTHING,
});

const duties = reading({
  path: '/api/v1/duties',
  summary: 'What units must publish by a day of the year, and whether they did',
  answer: z.array(dutyShape),
  query: NOTHING,
  params: NOTHING,
});
const forecast = reading({
  path: '/api/v1/forecast',
  summary: 'Columns that fall due within 14 days, by unit',
  answer: z.array(forecastShape),
  query: NOTHING,
  params: NOTHING,
});
const readings = reading({
  path: '/api/v1/columns/{site}/{column}/readings',
  summary: 'What came of reading the list of a column, newest first',
  answer: z.array(readingShape),
  query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
  params: z.object({ site: z.string(), column: z.string() }),
});

/** What the last audit came to. */
export const registerJudgedApi: Register = (app, desk) => {
  app.openapi(columns, async (c) => {
    const { status, unit, site } = c.req.valid('query');
    const { result } = await desk.judgementFor(c);
    const found = result.columns.filter(
      (one) => (!status || one.status === status) && (!unit || one.unit === unit) && (!site || one.site === site),
    );
    return c.json(
      found.map((one) => columnShape.parse(one)),
      200,
    );
  });

  app.openapi(column, async (c) => {
    const { site, column: id } = c.req.valid('param');
    const found = findColumn(await desk.judgementFor(c), site, id);
    return found ? c.json(columnShape.parse(found), 200) : c.json({ error: c.var.words.error.notFound }, 404);
  });

  app.openapi(readings, async (c) => {
    const { site, column: id } = c.req.valid('param');
    const found = findColumn(await desk.judgementFor(c), site, id);
    if (!found) return c.json({ error: c.var.words.error.notFound }, 404);
    const history = await desk.store.columns.history(site, id, c.req.valid('query').limit);
    return c.json(z.array(readingShape).parse(inZone(history, desk.config.estate.timezone)), 200);
  });

  app.openapi(duties, async (c) => c.json(z.array(dutyShape).parse((await desk.judgementFor(c)).result.duties), 200));
  app.openapi(forecast, async (c) => c.json(z.array(forecastShape).parse((await desk.judgementFor(c)).result.forecast), 200));

  app.openapi(units, async (c) => {
    const [{ result }, responses] = await Promise.all([desk.judgementFor(c), desk.responses()]);
    return c.json(
      result.units.map((one) => unitShape.parse({ ...one, ...responses.of(one.id) })),
      200,
    );
  });
  app.openapi(sites, async (c) =>
    c.json(
      (await desk.judgementFor(c)).result.sites.map((one) => siteShape.parse(one)),
      200,
    ),
  );
  app.openapi(findings, async (c) =>
    c.json(
      (await desk.judgementFor(c)).findings.map((one) => findingShape.parse(one)),
      200,
    ),
  );

  app.openapi(counts, async (c) => {
    const { result, span } = await desk.judgementFor(c);
    return c.json(countsShape.parse({ ...result, ...span, agrees: result.reconciliation.agrees }), 200);
  });
};

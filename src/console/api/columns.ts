import { z } from '@hono/zod-openapi';
import { columnKey } from '../../counting/count.ts';
import { COLUMN_STATUSES } from '../../model/records.ts';
import { namesOf } from '../../rows/names.ts';
import { filterColumns } from '../column-filters.ts';
import { findColumn } from '../judgement.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading } from './route.ts';
import { columnShape, day, instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const PLACE = z.object({ site: z.string(), column: z.string() });

const yearShape = z
  .object({
    from: day,
    to: day,
    weeks: z.array(z.object({ monday: day, items: z.number().int() })),
    gaps: z.array(z.object({ from: day, to: day, days: z.number().int() })).openapi({ description: 'The longest silences, longest first' }),
  })
  .openapi('ColumnYear');

const readingShape = z
  .object({
    run: z.string(),
    at: instant,
    asOf: instant,
    outcome: z.string(),
    reason: z.string().nullable(),
    detail: z.string().nullable(),
    rows: z.number().int(),
    complete: z.boolean(),
    via: z.string(),
    evidence: z.string().nullable(),
  })
  .openapi('Reading');

const correctedShape = z.object({ at: instant, category: z.string(), why: z.string(), by: z.string() }).openapi('CorrectionMade');

const list = reading({
  path: '/api/v1/columns',
  summary: 'Columns with their verdicts',
  answer: z.array(columnShape),
  query: z.object({
    status: z.enum(COLUMN_STATUSES).optional(),
    unit: z.string().optional(),
    site: z.string().optional(),
    category: z.string().optional(),
    rule: z.string().optional().openapi({ description: 'Ids of rules, by commas' }),
    search: z.string().max(100).optional(),
  }),
  params: NOTHING,
});
const one = reading({
  path: '/api/v1/columns/{site}/{column}',
  summary: 'One column with its verdict',
  answer: columnShape,
  query: NOTHING,
  params: PLACE,
});
const year = reading({
  path: '/api/v1/columns/{site}/{column}/year',
  summary: 'Updates of a column week by week over the past year, and its silences',
  answer: yearShape,
  query: NOTHING,
  params: PLACE,
});
const readings = reading({
  path: '/api/v1/columns/{site}/{column}/readings',
  summary: 'What came of reading the list of a column, newest first',
  answer: z.array(readingShape),
  query: z.object({ limit: z.coerce.number().int().min(1).max(1000).default(100) }),
  params: PLACE,
});
const corrections = reading({
  path: '/api/v1/columns/{site}/{column}/corrections',
  summary: 'Who set the category of a column right, newest first',
  answer: z.array(correctedShape),
  query: NOTHING,
  params: PLACE,
});

/** Columns: verdicts, a year of updates, readings, corrections. */
export const registerColumnsApi: Register = (app, services) => {
  const { columns: stored, corrections: made } = services.store;
  const zone = services.config.estate.timezone;

  app.openapi(list, ALL, 'read', async (c) => {
    const { result, run } = await services.judgementFor(c);
    const found = filterColumns(result.columns, c.req.valid('query'), namesOf(services.config, c.var.language));
    return c.json(
      found.map((column) => columnShape.parse({ ...column, run: run?.id ?? null })),
      200,
    );
  });

  app.openapi(one, ALL, 'read', async (c) => {
    const { site, column } = c.req.valid('param');
    const judgement = await services.judgementFor(c);
    const found = findColumn(judgement, site, column);
    return found
      ? c.json(columnShape.parse({ ...found, run: judgement.run?.id ?? null }), 200)
      : c.json({ error: c.var.words.error.notFound }, 404);
  });

  app.openapi(year, ALL, 'read', async (c) => {
    const { site, column } = c.req.valid('param');
    const judgement = await services.judgementFor(c);
    if (!findColumn(judgement, site, column)) return c.json({ error: c.var.words.error.notFound }, 404);
    const { steps, groups } = judgement.weekly;
    const key = columnKey(site, column);
    const weeks = steps.map((monday, place) => ({ monday, items: groups.get(key)?.[place] ?? 0 }));
    return c.json(yearShape.parse({ ...judgement.year, weeks, gaps: judgement.gaps.get(key) ?? [] }), 200);
  });

  app.openapi(readings, ALL, 'read', async (c) => {
    const { site, column } = c.req.valid('param');
    if (!findColumn(await services.judgementFor(c), site, column)) return c.json({ error: c.var.words.error.notFound }, 404);
    const history = await stored.history(site, column, c.req.valid('query').limit);
    return c.json(z.array(readingShape).parse(writtenOut(history, zone, c.var.language)), 200);
  });

  app.openapi(corrections, ALL, 'read', async (c) => {
    const { site, column } = c.req.valid('param');
    if (!findColumn(await services.judgementFor(c), site, column)) return c.json({ error: c.var.words.error.notFound }, 404);
    return c.json(z.array(correctedShape).parse(writtenOut(await made.list({ site, column }), zone, c.var.language)), 200);
  });
};

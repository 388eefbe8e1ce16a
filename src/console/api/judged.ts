import { z } from '@hono/zod-openapi';
import { trendFor, twoYearsUpTo, weeksOf } from '../../../jobs/judging/trend.ts';
import { findingRow } from '../../checks/finding.ts';
import { causeOf } from '../../counting/closing.ts';
import { budgetRoster } from '../../duties/budgets/roster.ts';
import { UNIT_KINDS } from '../../model/estate.ts';
import { COLUMN_STATUSES, SEVERITIES } from '../../model/records.ts';
import { namesOf } from '../../rows/names.ts';
import { FORTNIGHT, forecastWithin } from '../../timeliness/forecast.ts';
import { scoreOfUnit } from '../../timeliness/score.ts';
import { askedPeriod } from '../asked-period.ts';
import { askedScope, visibleTrend } from '../asked-scope.ts';
import { filterFindings } from '../finding-filters.ts';
import { periodCounts } from '../period-counts.ts';
import { ALL, OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { filterUnits } from '../unit-filters.ts';
import { NOTHING, reading } from './route.ts';
import { clockShape, countsShape, dutyShape, findingShape, forecastShape, ofPeriod, rosterShape, trendShape, unitShape } from './shapes.ts';

const units = reading({
  path: '/api/v1/units',
  summary: 'Units',
  answer: z.array(unitShape),
  query: z.object({
    kind: z.enum(UNIT_KINDS).optional(),
    status: z.enum(COLUMN_STATUSES).optional().openapi({ description: 'Only units with a column of this status' }),
    search: z.string().max(100).optional(),
    ...ofPeriod,
  }),
  params: NOTHING,
});
const trend = reading({
  path: '/api/v1/trend',
  summary:
    'A period week by week, two years where none is named, and its last quarter beside the one before; of the estate, a unit, a category or a column (with its site)',
  answer: trendShape,
  query: z.object({
    unit: z.string().optional(),
    category: z.string().optional(),
    site: z.string().optional(),
    column: z.string().optional(),
    ...ofPeriod,
  }),
  params: NOTHING,
});
const counts = reading({
  path: '/api/v1/counts',
  summary: 'Counts of a period by class and category; left out: the year up to the last audit',
  answer: countsShape,
  query: z.object(ofPeriod),
  params: NOTHING,
});
const findings = reading({
  path: '/api/v1/findings',
  summary: 'Findings of the last audit',
  answer: z.array(findingShape),
  query: z.object({
    severity: z.enum(SEVERITIES).optional(),
    rule: z.string().optional(),
    unit: z.string().optional(),
    site: z.string().optional(),
    column: z.string().optional(),
    search: z.string().max(100).optional(),
  }),
  params: NOTHING,
});

const duties = reading({
  path: '/api/v1/duties',
  summary: 'What units must publish by a day of the year, and whether they did',
  answer: z.array(dutyShape),
  query: NOTHING,
  params: NOTHING,
});
const budgets = reading({
  path: '/api/v1/budgets',
  summary: 'Roster of budgets and accounts: who must publish, who did, days after the approval, sums in 10,000 yuan',
  answer: rosterShape,
  query: NOTHING,
  params: NOTHING,
});
const clocks = reading({
  path: '/api/v1/clocks',
  summary: 'Terms of the law whose both ends pages show, by unit: median, nine in ten, longest, and what was not kept',
  answer: z.array(clockShape),
  query: NOTHING,
  params: NOTHING,
});
const forecast = reading({
  path: '/api/v1/forecast',
  summary: 'Columns and duties that fall due within 3, 7, 14 or 30 days, by unit',
  answer: z.array(forecastShape),
  query: z.object({ days: z.enum(['3', '7', '14', '30']).optional().openapi({ description: '14 where it is left out' }) }),
  params: NOTHING,
});

/** What the last audit came to. */
export const registerJudgedApi: Register = (app, services) => {
  app.openapi(duties, ALL, 'read', async (c) => c.json(z.array(dutyShape).parse((await services.judgementFor(c)).result.duties), 200));
  app.openapi(budgets, ALL, 'read', async (c) => {
    const { duties, budgets } = (await services.judgementFor(c)).result;
    return c.json(rosterShape.parse(budgetRoster(duties, budgets, services.config.pack)), 200);
  });
  app.openapi(clocks, ALL, 'read', async (c) => c.json(z.array(clockShape).parse((await services.judgementFor(c)).result.clocks), 200));
  app.openapi(forecast, ALL, 'read', async (c) =>
    c.json(
      z
        .array(forecastShape)
        .parse(forecastWithin((await services.judgementFor(c)).result.forecast, Number(c.req.valid('query').days ?? FORTNIGHT))),
      200,
    ),
  );

  app.openapi(units, ALL, 'read', async (c) => {
    const [judgement, responses] = await Promise.all([services.judgementFor(c), services.responses()]);
    const { span, misread } = askedPeriod(c, judgement);
    if (misread !== null) return c.json({ error: c.var.words.error.invalid }, 400);
    const { result } = await periodCounts(services, judgement, span);
    const scoreOf = (unit: string) => scoreOfUnit(unit, judgement.result.columns, judgement.courses, span);
    return c.json(
      filterUnits(result.units, c.req.valid('query'), namesOf(services.config, c.var.language)).map((one) =>
        unitShape.parse({ ...one, score: scoreOf(one.id), ...responses.of(one.id) }),
      ),
      200,
    );
  });
  app.openapi(findings, ALL, 'read', async (c) => {
    const { language } = c.var;
    const found = filterFindings((await services.judgementFor(c)).result.findings, c.req.valid('query'), language);
    return c.json(
      found.map((one) => findingShape.parse(findingRow(one, language))),
      200,
    );
  });

  app.openapi(trend, ALL, 'read', async (c) => {
    const judgement = await services.judgementFor(c);
    const { today } = judgement;
    const { span, misread } = askedPeriod(c, { span: twoYearsUpTo(today), today });
    if (misread !== null) return c.json({ error: c.var.words.error.invalid }, 400);
    const told = await trendFor(services, judgement, weeksOf(span, today), askedScope(c));
    return c.json(trendShape.parse(visibleTrend(c, told)), 200);
  });

  app.openapi(counts, OFFICE, 'read', async (c) => {
    const judgement = await services.judgementFor(c);
    const { span, misread } = askedPeriod(c, judgement);
    if (misread !== null) return c.json({ error: c.var.words.error.invalid }, 400);
    const { result } = await periodCounts(services, judgement, span);
    const closings = await services.store.closings.of(span);
    const closed = closings.map(({ figures, closedAt, ...one }, place) => ({
      ...one,
      cause: causeOf(closings[place]!, closings[place + 1]),
      closedAt: closedAt.toISOString(),
      items: figures.items,
    }));
    return c.json(countsShape.parse({ ...result, ...span, agrees: result.reconciliation.agrees, closed }), 200);
  });
};

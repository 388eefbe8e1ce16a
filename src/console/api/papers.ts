import { z } from '@hono/zod-openapi';
import { actOnPaper } from '../../../jobs/reports/act-on-paper.ts';
import { beginPaper, PaperLacks } from '../../../jobs/reports/papers.ts';
import { revisedSince } from '../../../jobs/reports/revisions.ts';
import { PERIODS } from '../../counting/periods.ts';
import { dayIn } from '../../model/day.ts';
import { PAPER_ACTS, PAPER_STATES, type PaperRecord, saidIn } from '../../model/paper.ts';
import { ToldError } from '../../model/told-error.ts';
import { edited } from '../../reports/edits.ts';
import { kindOf, kinds } from '../../reports/kinds.ts';
import { askedSpan } from '../asked-period.ts';
import { visitorOf } from '../context.ts';
import { paperFor } from '../paper-for.ts';
import { ALL, OFFICE, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { askedDay, day, figureChangeShape, instant } from './shapes.ts';

const headShape = z
  .object({
    id: z.string(),
    kind: z.string(),
    title: z.string(),
    number: z.string().nullable(),
    state: z.enum(PAPER_STATES),
    from: day,
    to: day,
    unit: z.string().nullable(),
    begunBy: z.string(),
    begunAt: instant,
    releasedBy: z.string().nullable(),
    releasedAt: instant.nullable(),
    answerBy: day.nullable(),
    corrects: z.string().nullable(),
  })
  .openapi('PaperHead');

const cellShape = z.union([z.string(), z.number()]).nullable();
const paperShape = headShape
  .extend({
    addressee: z.string().nullable().openapi({ description: 'Whom it is for (主送)' }),
    opening: z.array(z.string()),
    sections: z.array(z.object({ heading: z.string(), paragraphs: z.array(z.string()) })),
    tables: z.array(z.object({ name: z.string(), columns: z.array(z.string()), rows: z.array(z.array(cellShape)) })),
    evidence: z.array(z.string()).openapi({ description: 'Content addresses of the pages that it rests on' }),
    revisedSince: z.array(z.object({ revision: z.number().int(), at: instant, changes: z.array(figureChangeShape) })).openapi({
      description: 'How the figures of its period were corrected since its release, newest first; it stays as it was released',
    }),
    life: z.array(z.object({ at: instant, by: z.string(), event: z.string(), said: z.string() })),
  })
  .openapi('Paper');

const NAMED = z.object({ paper: z.string() });
const list = reading({
  path: '/api/v1/papers',
  summary: 'Papers, newest first',
  answer: z.array(headShape),
  query: z.object({ state: z.enum(PAPER_STATES).optional(), kind: z.string().optional(), unit: z.string().optional() }),
  params: NOTHING,
});
const one = reading({
  path: '/api/v1/papers/{paper}',
  summary: 'One paper with its life',
  answer: paperShape,
  query: NOTHING,
  params: NAMED,
});
const begin = writing({
  path: '/api/v1/papers',
  summary: 'Begin a paper as a draft; without a period that which its kind usually tells of',
  answer: headShape,
  body: z.object({
    kind: z.enum(kinds.map(({ id }) => id)),
    period: z.enum(PERIODS).optional(),
    from: askedDay.optional(),
    to: askedDay.optional(),
    unit: z.string().optional(),
  }),
  params: NOTHING,
});
const act = writing({
  path: '/api/v1/papers/{paper}/acts',
  summary: 'Release, send, correct or withdraw a paper, or note its answer',
  answer: z.object({
    paper: z.string().openapi({ description: 'The paper to look at now: of a correction the one that was begun' }),
    sentTo: z.number().int().nullable().openapi({ description: 'How many addresses it goes to' }),
  }),
  body: z.object({
    act: z.enum(PAPER_ACTS),
    said: z.string().trim().max(4000).default('').openapi({ description: 'Why it is withdrawn, or what was answered' }),
  }),
  params: NAMED,
});

/** Papers and what people do with them. */
export const registerPapersApi: Register = (app, services) => {
  const headOf = (record: PaperRecord) => ({
    ...record,
    title: record.drawn.title,
    begunAt: record.begunAt.toISOString(),
    releasedAt: record.releasedAt?.toISOString() ?? null,
  });

  app.openapi(list, OFFICE, 'read', async (c) => {
    const { state, kind, unit } = c.req.valid('query');
    const found = await services.store.papers.list({ ...(state && { states: [state] }), ...(kind && { kind }), ...(unit && { unit }) });
    return c.json(
      found.map((record) => headShape.parse(headOf(record))),
      200,
    );
  });

  app.openapi(one, ALL, 'read', async (c) => {
    const record = await paperFor(c, services, c.req.valid('param').paper);
    if (record === null) return c.json({ error: c.var.words.error.notFound }, 404);
    const { to, tables, ...paper } = record.state === 'draft' ? edited(record.drawn, record.edits) : record.drawn;
    const life = (await services.store.papers.entries(record.id)).map((entry) => ({ ...entry, at: entry.at.toISOString() }));
    const plain = tables.map((table) => ({ ...table, rows: table.rows.map((row) => row.map(saidIn)) }));
    const revised = (await revisedSince(services, record)).map(({ revision, closedAt, changes }) => ({
      revision,
      at: closedAt.toISOString(),
      changes,
    }));
    return c.json(paperShape.parse({ ...paper, ...headOf(record), addressee: to, tables: plain, revisedSince: revised, life }), 200);
  });

  app.openapi(begin, WORK, 'papers', async (c) => {
    const { kind: named, unit = null, ...asked } = c.req.valid('json');
    const kind = kindOf(named)!;
    const span = askedSpan(asked, dayIn(services.config.estate.timezone, services.clock.now()), kind.period);
    if (span === null) return c.json({ error: c.var.words.error.invalid }, 400);
    try {
      const record = await beginPaper(services, kind, span, unit, visitorOf(c).email);
      await services.note(c, 'begin-paper', `paper/${record.id}`, `${kind.id} ${span.from} ${span.to}`);
      return c.json(headShape.parse(headOf(record)), 200);
    } catch (error) {
      if (error instanceof ToldError) return c.json({ error: error.sentence[c.var.language] }, 400);
      throw error;
    }
  });

  app.openapi(act, WORK, 'papers', async (c) => {
    const { paper } = c.req.valid('param');
    const { act: wanted, said } = c.req.valid('json');
    if ((await services.store.papers.get(paper)) === null) return c.json({ error: c.var.words.error.notFound }, 404);
    try {
      const acted = await actOnPaper(services, paper, wanted, said, visitorOf(c).email);
      await services.note(c, `paper-${wanted}`, `paper/${paper}`, said.slice(0, 200));
      return c.json(acted, 200);
    } catch (error) {
      const { language } = c.var;
      if (error instanceof PaperLacks) {
        const lacks = error.lacks.map(({ place, said }) => ({ place, said: said[language] }));
        return c.json({ error: error.sentence[language], lacks }, 409);
      }
      if (error instanceof ToldError) return c.json({ error: error.sentence[c.var.language] }, 409);
      throw error;
    }
  });
};

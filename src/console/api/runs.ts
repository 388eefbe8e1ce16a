import { z } from '@hono/zod-openapi';
import { findingRow } from '../../checks/finding.ts';
import type { RunRecord } from '../../model/records.ts';
import type { Language } from '../../model/sentence.ts';
import { askForAudit } from '../ask-for-audit.ts';
import { LEAD, OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { findingShape, instant, runShape } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const targetShape = z
  .object({ site: z.string(), column: z.string(), outcome: z.string().nullable(), recordedAt: instant.nullable() })
  .openapi('Target');
const wholeRunShape = runShape.extend({ targets: z.array(targetShape), findings: z.array(findingShape) }).openapi('RunResult');

const list = reading({
  path: '/api/v1/runs',
  summary: 'Audits, newest first',
  answer: z.array(runShape),
  query: z.object({
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  params: NOTHING,
});
const one = reading({
  path: '/api/v1/runs/{run}',
  summary: 'One audit with the outcome of each of its columns and what it found',
  answer: wholeRunShape,
  query: NOTHING,
  params: z.object({ run: z.string() }),
});
const start = writing({
  path: '/api/v1/runs',
  summary: 'Ask for an audit as soon as there is room',
  answer: runShape,
  body: NOTHING,
  params: NOTHING,
});

/** Audits, and how to ask for one. */
export const registerRunsApi: Register = (app, services) => {
  const { runs, findings } = services.store;
  const told = (run: RunRecord, language: Language) => ({
    ...(writtenOut(run, services.config.estate.timezone, language) as object),
    requests: run.traffic.requests,
  });

  app.openapi(list, OFFICE, 'read', async (c) => {
    const { limit, offset } = c.req.valid('query');
    return c.json(z.array(runShape).parse((await runs.list(limit, offset)).map((run) => told(run, c.var.language))), 200);
  });

  app.openapi(one, OFFICE, 'read', async (c) => {
    const run = await runs.get(c.req.valid('param').run);
    if (run === null) return c.json({ error: c.var.words.error.notFound }, 404);
    const [targets, found] = await Promise.all([runs.targets(run.id), findings.list(run.id)]);
    const whole = {
      ...told(run, c.var.language),
      targets: writtenOut(targets, services.config.estate.timezone, c.var.language),
      findings: found.map((one) => findingRow(one, c.var.language)),
    };
    return c.json(wholeRunShape.parse(whole), 200);
  });

  app.openapi(start, LEAD, 'runs', async (c) => {
    const run = await askForAudit(c, services);
    return run === null ? c.json({ error: c.var.words.error.notFound }, 404) : c.json(runShape.parse(told(run, c.var.language)), 200);
  });
};

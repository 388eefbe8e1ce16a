import { z } from '@hono/zod-openapi';
import { formatInstant } from '../../model/day.ts';
import type { Register } from '../registrations.ts';
import { registerAlertsApi } from './alerts.ts';
import { registerItemsApi } from './items.ts';
import { registerJudgedApi } from './judged.ts';
import { NOTHING, reading } from './route.ts';
import { runShape } from './shapes.ts';

const runs = reading({
  path: '/api/v1/runs',
  summary: 'Audits, newest first',
  answer: z.array(runShape),
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  params: NOTHING,
});

/** The HTTP API, described by `/api/openapi.json`. Programs come with a token: `Authorization: Bearer gongkai_…`. */
export const registerApi: Register = (app, desk) => {
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  registerJudgedApi(app, desk);
  registerItemsApi(app, desk);
  registerAlertsApi(app, desk);

  app.openapi(runs, async (c) => {
    const instant = (at: Date | null) => at && formatInstant(desk.config.estate.timezone, at);
    const found = await desk.store.runs.list(c.req.valid('query').limit);
    const shaped = found.map((run) =>
      runShape.parse({
        ...run,
        asOf: instant(run.asOf),
        startedAt: instant(run.startedAt),
        finishedAt: instant(run.finishedAt),
        requests: run.traffic.requests,
      }),
    );
    return c.json(shaped, 200);
  });

  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'gongkai', version: '1', description: '政府信息公开监测 · what the console shows and does, for programs' },
    servers: [{ url: desk.publicUrl }],
  });
};

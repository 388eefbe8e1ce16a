import { Hono } from 'hono';
import { inBoth } from '../../model/sentence.ts';
import type { EstateAtWork } from './crews.ts';

/**
 * The answers of a process that works for several estates: `/healthz` and `/readyz` hold only if they hold for each, and say for which
 * they do not; the figures of one stand at `/metrics/ID`.
 */
export function joinedHealth(atWork: () => readonly EstateAtWork[]): Hono {
  const app = new Hono();
  for (const path of ['/healthz', '/readyz'])
    app.get(path, async (c) => {
      const answers = await Promise.all(
        atWork().map(
          async ({ options, work }): Promise<[string, { readonly ok: boolean }]> => [
            options.estate,
            // What was never begun cannot hang, but no work is done for it.
            'fault' in work
              ? { ok: path === '/healthz', ...{ faults: [inBoth(work.fault)] } }
              : await (await work.crew.health.request(path)).json(),
          ],
        ),
      );
      const ok = answers.every(([, answer]) => answer.ok);
      return c.json({ ok, estates: Object.fromEntries(answers) }, ok ? 200 : 503);
    });
  app.get('/metrics/:estate', (c) => {
    const found = atWork().find(({ options }) => options.estate === c.req.param('estate'));
    return found === undefined || 'fault' in found.work ? c.notFound() : found.work.crew.health.request('/metrics');
  });
  return app;
}

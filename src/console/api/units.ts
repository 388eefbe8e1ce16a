import { z } from '@hono/zod-openapi';
import { MERGER, mergeUnits, SPLIT, splitUnit } from '../estate/reorganise.ts';
import { WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, writing } from './route.ts';

const changedShape = z.object({ revision: z.number().int() }).openapi('EstateChange');

const merge = writing({
  path: '/api/v1/units/merge',
  summary: 'Merge units into another, or into a new one (`name`, `kind`), from a day on; days before are judged as they were',
  answer: changedShape,
  body: MERGER,
  params: NOTHING,
});
const split = writing({
  path: '/api/v1/units/split',
  summary: 'Make a part of a unit a new one, with the columns (`site/column`), sites and new media that are named, from a day on',
  answer: changedShape,
  body: SPLIT,
  params: NOTHING,
});

/** Units merge and split, as the console does it. */
export const registerUnitsApi: Register = (app, services) => {
  app.openapi(merge, WORK, 'admin', async (c) => {
    const done = await mergeUnits(c, services, c.req.valid('json'));
    return 'problems' in done ? c.json({ error: done.problems.join(' ') }, 409) : c.json(done, 200);
  });
  app.openapi(split, WORK, 'admin', async (c) => {
    const done = await splitUnit(c, services, c.req.valid('json'));
    return 'problems' in done ? c.json({ error: done.problems.join(' ') }, 409) : c.json(done, 200);
  });
};

import { z } from '@hono/zod-openapi';
import { findLike } from '../../classification/corrections.ts';
import type { CorrectionRecord } from '../../model/records.ts';
import { findCorrection, spreadCorrection, undoCorrection } from '../corrections.ts';
import { findColumn } from '../judgement.ts';
import { WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const targetShape = z.union([z.object({ item: z.string() }), z.object({ site: z.string(), column: z.string() })]);
const correctionShape = z
  .object({ id: z.string(), target: targetShape, category: z.string(), by: z.string(), at: instant, why: z.string() })
  .openapi('Correction');
const likeShape = z
  .object({ target: targetShape, name: z.string().openapi({ description: 'Title of the item or name of the column' }) })
  .openapi('Like');
const manyShape = z.object({ corrections: z.number() });
const NAMED = z.object({ correction: z.string() });

const list = reading({
  path: '/api/v1/corrections',
  summary: 'What people set right, newest first; `id.1`, `id.2` … were given to what looks the same as `id`',
  answer: z.array(correctionShape),
  query: NOTHING,
  params: NOTHING,
});
const correct = writing({
  path: '/api/v1/corrections',
  summary: 'Set the category of an item, or of a column and with it of its items; it stays so through further crawls',
  answer: correctionShape,
  body: z.object({
    target: z.union([z.object({ item: z.string().max(4000) }), z.object({ site: z.string(), column: z.string() })]),
    category: z.string(),
    why: z.string().trim().min(2).max(500),
  }),
  params: NOTHING,
});
const likes = reading({
  path: '/api/v1/corrections/{correction}/likes',
  summary: 'Items or columns that look the same as what was set right, and have not its category yet',
  answer: z.array(likeShape),
  query: NOTHING,
  params: NAMED,
});
const spread = writing({
  path: '/api/v1/corrections/{correction}/spread',
  summary: 'Give the same category to all that looks the same',
  answer: manyShape,
  body: NOTHING,
  params: NAMED,
});
const undo = writing({
  path: '/api/v1/corrections/{correction}/undo',
  summary: 'Take back a correction, and with it what was spread from it',
  answer: manyShape,
  body: NOTHING,
  params: NAMED,
});

/** Corrections of categories: made, offered to what looks the same, taken back. */
export const registerCorrectionsApi: Register = (app, services) => {
  const { store } = services;
  const shaped = (correction: CorrectionRecord, language: 'zh' | 'en') =>
    correctionShape.parse(writtenOut(correction, services.config.estate.timezone, language));

  app.openapi(list, WORK, 'read', async (c) =>
    c.json(
      (await store.corrections.list()).map((one) => shaped(one, c.var.language)),
      200,
    ),
  );

  app.openapi(correct, WORK, 'corrections', async (c) => {
    const { words } = c.var;
    const { target, category, why } = c.req.valid('json');
    if (!services.config.taxonomy.categories.some(({ id }) => id === category)) return c.json({ error: words.error.invalid }, 400);
    const known =
      'item' in target
        ? (await store.search.item(target.item)) !== null
        : findColumn(await services.judgementFor(c), target.site, target.column) !== null;
    if (!known) return c.json({ error: words.error.notFound }, 404);
    return c.json(shaped(await services.correct(c, target, category, why), c.var.language), 200);
  });

  app.openapi(likes, WORK, 'read', async (c) => {
    const correction = await findCorrection(services, c.req.valid('param').correction);
    if (correction === null) return c.json({ error: c.var.words.error.notFound }, 404);
    return c.json((await findLike(store, correction)) as z.output<typeof likeShape>[], 200);
  });

  app.openapi(spread, WORK, 'corrections', async (c) => {
    const correction = await findCorrection(services, c.req.valid('param').correction);
    if (correction === null) return c.json({ error: c.var.words.error.notFound }, 404);
    return c.json({ corrections: await spreadCorrection(services, c, correction) }, 200);
  });

  app.openapi(undo, WORK, 'corrections', async (c) => {
    const correction = await findCorrection(services, c.req.valid('param').correction);
    if (correction === null) return c.json({ error: c.var.words.error.notFound }, 404);
    return c.json({ corrections: await undoCorrection(services, c, correction) }, 200);
  });
};

import { z } from '@hono/zod-openapi';
import type { FoundItem } from '../../store/store.ts';
import { visitorOf } from '../context.ts';
import { itemBefore, itemQuery } from '../items-query.ts';
import { findColumn } from '../judgement.ts';
import { ALL, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { askedDay, itemShape } from './shapes.ts';

const LONGEST_PAGE = 1000;

const correctionShape = z
  .object({
    target: z.union([z.object({ item: z.string() }), z.object({ site: z.string(), column: z.string() })]),
    category: z.string(),
    why: z.string(),
  })
  .openapi('Correction');

const list = reading({
  path: '/api/v1/items',
  summary: 'Items, newest first; ask again with `after` and `day` of the last one for more',
  answer: z.array(itemShape),
  query: z.object({
    unit: z.string().optional(),
    site: z.string().optional(),
    column: z.string().optional(),
    category: z.string().optional(),
    class: z.string().optional(),
    area: z.string().optional(),
    dated: z.enum(['none']).optional(),
    from: askedDay.optional(),
    to: askedDay.optional(),
    search: z.string().optional(),
    scope: z.enum(['now', 'all']).optional(),
    after: z.string().optional(),
    day: z
      .union([askedDay, z.literal('')])
      .optional()
      .openapi({ description: 'Of that item; empty where it has none' }),
    limit: z.coerce.number().int().min(1).max(LONGEST_PAGE).default(100),
  }),
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

/** Items and their correction. */
export const registerItemsApi: Register = (app, services) => {
  app.openapi(list, ALL, 'read', async (c) => {
    const asked = c.req.valid('query');
    const query = itemQuery(asked, visitorOf(c), services.config.taxonomy);
    const after = itemBefore(asked);
    const found = await services.store.search.items(query, after, asked.limit);
    return c.json(found.map(shaped), 200);
  });

  app.openapi(correct, WORK, 'corrections', async (c) => {
    const { words } = c.var;
    const given = c.req.valid('json');
    if (!services.config.taxonomy.categories.some(({ id }) => id === given.category)) return c.json({ error: words.error.invalid }, 400);
    const { target } = given;
    const known =
      'item' in target
        ? (await services.store.search.item(target.item)) !== null
        : findColumn(await services.judgementFor(c), target.site, target.column) !== null;
    if (!known) return c.json({ error: words.error.notFound }, 404);
    await services.correct(c, target, given.category, given.why);
    return c.json(correctionShape.parse(given), 200);
  });
};

function shaped(item: FoundItem): z.output<typeof itemShape> {
  return itemShape.parse({ ...item, removed: item.removedAt !== null });
}

import { z } from '@hono/zod-openapi';
import type { FoundItem } from '../../store/store.ts';
import { visitorOf } from '../context.ts';
import { itemBefore, itemQuery } from '../items-query.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading } from './route.ts';
import { askedDay, itemShape } from './shapes.ts';

const LONGEST_PAGE = 1000;

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

/** Items. */
export const registerItemsApi: Register = (app, services) => {
  app.openapi(list, ALL, 'read', async (c) => {
    const asked = c.req.valid('query');
    const query = itemQuery(asked, visitorOf(c), services.config.taxonomy);
    const after = itemBefore(asked);
    const found = await services.store.search.items(query, after, asked.limit);
    return c.json(found.map(shaped), 200);
  });
};

function shaped(item: FoundItem): z.output<typeof itemShape> {
  return itemShape.parse({ ...item, removed: item.removedAt !== null });
}

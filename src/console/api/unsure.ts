import { z } from '@hono/zod-openapi';
import { findUnsure } from '../../classification/unsure.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading } from './route.ts';

const unsureShape = z
  .object({
    below: z.number().openapi({ description: 'Items of a lower confidence are unsure' }),
    total: z.number().openapi({ description: 'How many there are; no more than the least sure are listed' }),
    items: z.array(
      z.object({
        key: z.string(),
        url: z.string(),
        title: z.string(),
        category: z.string(),
        confidence: z.number(),
        alike: z.number().openapi({ description: 'Unsure items of the same columns and category' }),
      }),
    ),
    columns: z.array(
      z.object({
        site: z.string(),
        column: z.string(),
        name: z.string(),
        configured: z.string(),
        category: z.string(),
        share: z.number(),
        titles: z.number(),
      }),
    ),
  })
  .openapi('Unsure');

const list = reading({
  path: '/api/v1/unsure',
  summary: 'Items that a person should look at, the most useful first, and columns whose items are of another category than was set',
  answer: unsureShape,
  query: z.object({
    precision: z.coerce.number().gt(0).lt(1).default(0.97),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
  }),
  params: NOTHING,
});

/** What a person should look at. */
export const registerUnsureApi: Register = (app, services) => {
  app.openapi(list, OFFICE, 'read', async (c) => {
    const { precision, limit } = c.req.valid('query');
    const [{ below, total, items }, columns] = await Promise.all([findUnsure(services.store, precision), services.spokenAgainst()]);
    const answer = {
      below,
      total,
      items: items.slice(0, limit),
      columns: columns.map(({ column, ...rest }) => ({
        site: column.site,
        column: column.id,
        name: column.name,
        configured: column.category,
        ...rest,
      })),
    };
    return c.json(unsureShape.parse(answer), 200);
  });
};

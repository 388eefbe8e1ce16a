import { z } from '@hono/zod-openapi';
import { DELIVERY_STATES } from '../../model/alerts.ts';
import type { Language } from '../../model/sentence.ts';
import { OFFICE, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { retryDelivery } from '../sending.ts';
import { NOTHING, reading, writing } from './route.ts';
import { instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const NAMED = z.object({ delivery: z.string() });

export const deliveryShape = z
  .object({
    id: z.string(),
    channel: z.string(),
    address: z.string().nullable(),
    role: z.string(),
    unit: z.string().nullable(),
    subject: z.string(),
    state: z.enum(DELIVERY_STATES),
    attempts: z.number().int(),
    createdAt: instant,
    nextTry: instant,
    sentAt: instant.nullable(),
    detail: z.string().nullable(),
  })
  .openapi('Delivery');

const attemptShape = z
  .object({
    number: z.number().int(),
    startedAt: instant,
    endedAt: instant.nullable(),
    outcome: z.enum(['sent', 'failed', 'refused']).nullable(),
    detail: z.string().nullable(),
  })
  .openapi('DeliveryAttempt');

const list = reading({
  path: '/api/v1/deliveries',
  summary: 'Messages and what became of them, newest first',
  answer: z.array(deliveryShape),
  query: z.object({
    state: z.enum(DELIVERY_STATES).optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  params: NOTHING,
});
const attempts = reading({
  path: '/api/v1/deliveries/{delivery}/attempts',
  summary: 'Every try to send a message',
  answer: z.array(attemptShape),
  query: NOTHING,
  params: NAMED,
});
const retry = writing({
  path: '/api/v1/deliveries/{delivery}/retry',
  summary: 'One more try for a message that was given up',
  answer: deliveryShape,
  body: NOTHING,
  params: NAMED,
});

/** What leaves, and what became of it. */
export const registerDeliveriesApi: Register = (app, services) => {
  const { outbox } = services.store;
  const told = (value: unknown, language: Language) => writtenOut(value, services.config.estate.timezone, language);

  app.openapi(list, OFFICE, 'read', async (c) => {
    const { state, ...page } = c.req.valid('query');
    const found = await outbox.list({ states: state ? [state] : [], ...page });
    return c.json(z.array(deliveryShape).parse(told(found.map(flat), c.var.language)), 200);
  });

  app.openapi(attempts, OFFICE, 'read', async (c) => {
    const { delivery } = c.req.valid('param');
    if ((await outbox.get(delivery)) === null) return c.json({ error: c.var.words.error.notFound }, 404);
    return c.json(z.array(attemptShape).parse(told(await outbox.attempts(delivery), c.var.language)), 200);
  });

  app.openapi(retry, WORK, 'alerts', async (c) => {
    const { delivery: id } = c.req.valid('param');
    if ((await outbox.get(id)) === null) return c.json({ error: c.var.words.error.notFound }, 404);
    if (!(await retryDelivery(c, services, id))) return c.json({ error: c.var.words.deliveries.notDead }, 409);
    return c.json(deliveryShape.parse(told(flat((await outbox.get(id))!), c.var.language)), 200);
  });
};

/** With its subject in the place of the whole letter. */
export function flat<Told extends { readonly letter: { readonly subject: string } }>({ letter, ...delivery }: Told) {
  return { ...delivery, subject: letter.subject };
}

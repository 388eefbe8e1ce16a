import { z } from '@hono/zod-openapi';
import { decidePair, PAIR_DECISION } from '../../duties/pairs/decide.ts';
import type { PairDecision } from '../../model/pair-decision.ts';
import { ToldError } from '../../model/told-error.ts';
import { visitorOf } from '../context.ts';
import { OFFICE, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const pair = z.object({ rule: z.string(), call: z.string(), answer: z.string() });
const decisionShape = pair.extend({ accepted: z.boolean(), by: z.string(), at: instant }).openapi('PairDecision');

const list = reading({
  path: '/api/v1/pairs/decisions',
  summary: 'What people said of items that may be pairs, newest first',
  answer: z.array(decisionShape),
  query: NOTHING,
  params: NOTHING,
});
const decide = writing({
  path: '/api/v1/pairs/decisions',
  summary: 'Accept or refuse a pair that was proposed or found; `rule`, `call` and `answer` as /api/v1/duties tells them',
  answer: decisionShape,
  body: pair.extend({ accepted: z.boolean() }),
  params: NOTHING,
});
const withdraw = writing({
  path: '/api/v1/pairs/decisions/withdraw',
  summary: 'Take back what was said of a pair',
  answer: decisionShape,
  body: pair,
  params: NOTHING,
});

/** Pairs that people accept or refuse. */
export const registerPairsApi: Register = (app, services) => {
  const { pairs } = services.store;
  app.openapi(list, OFFICE, 'read', async (c) =>
    c.json(
      (await pairs.list()).map((one) => shaped(one, c.var.language)),
      200,
    ),
  );

  app.openapi(decide, WORK, 'corrections', async (c) => {
    const given = PAIR_DECISION.safeParse(c.req.valid('json'));
    if (!given.success) return c.json({ error: c.var.words.error.invalid }, 400);
    try {
      const { duties } = (await services.judgementFor(c)).result;
      const kept = await decidePair(services, given.data, duties, visitorOf(c).email);
      await services.note(c, kept.accepted ? 'accept-pair' : 'refuse-pair', kept.call, kept.answer);
      return c.json(shaped(kept, c.var.language), 200);
    } catch (error) {
      if (error instanceof ToldError) return c.json({ error: error.sentence[c.var.language] }, 400);
      throw error;
    }
  });

  app.openapi(withdraw, WORK, 'corrections', async (c) => {
    const taken = await pairs.withdraw(c.req.valid('json'));
    if (taken === null) return c.json({ error: c.var.words.error.notFound }, 404);
    await services.note(c, 'withdraw-pair', taken.call, taken.answer);
    return c.json(shaped(taken, c.var.language), 200);
  });

  function shaped(decision: PairDecision, language: 'zh' | 'en') {
    return decisionShape.parse(writtenOut(decision, services.config.estate.timezone, language));
  }
};

import { z } from '@hono/zod-openapi';
import { APPROVAL, enterApproval } from '../../duties/enter-approval.ts';
import { APPROVED, type EnteredApproval } from '../../model/estate.ts';
import { ToldError } from '../../model/told-error.ts';
import { visitorOf } from '../context.ts';
import { OFFICE, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { day, instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const approvalShape = z
  .object({
    id: z.string(),
    what: z.enum(APPROVED),
    year: z.number().int(),
    on: day,
    source: z.string().nullable(),
    units: z.array(z.string()).nullable().openapi({ description: 'null: the city’s government and its departments' }),
    by: z.string(),
    at: instant,
  })
  .openapi('Approval');

const body = z.object({
  what: z.enum(APPROVED),
  year: z.number().int(),
  on: day,
  source: z.string().optional(),
  units: z.array(z.string()).optional(),
});

const list = reading({
  path: '/api/v1/approvals',
  summary: 'Days of approval that people entered, last entered first',
  answer: z.array(approvalShape),
  query: NOTHING,
  params: NOTHING,
});
const enter = writing({
  path: '/api/v1/approvals',
  summary: 'Enter the day on which a people’s congress approved a budget, accounts or an adjustment',
  answer: approvalShape,
  body,
  params: NOTHING,
});
const withdraw = writing({
  path: '/api/v1/approvals/{approval}/withdraw',
  summary: 'Take an approval back',
  answer: approvalShape,
  body: NOTHING,
  params: z.object({ approval: z.string() }),
});

/** Days of approval, from which the clocks of budgets and accounts run. */
export const registerApprovalsApi: Register = (app, services) => {
  const { approvals } = services.store;
  app.openapi(list, OFFICE, 'read', async (c) =>
    c.json(
      (await approvals.list()).map((one) => shaped(one, c.var.language)),
      200,
    ),
  );

  app.openapi(enter, WORK, 'corrections', async (c) => {
    const given = APPROVAL.safeParse(c.req.valid('json'));
    if (!given.success) return c.json({ error: c.var.words.error.invalid }, 400);
    try {
      const entered = await enterApproval(services, given.data, visitorOf(c).email);
      await services.note(c, 'enter-approval', `approval/${entered.id}`, `${entered.what} ${entered.year} ${entered.on}`);
      return c.json(shaped(entered, c.var.language), 200);
    } catch (error) {
      if (error instanceof ToldError) return c.json({ error: error.sentence[c.var.language] }, 400);
      throw error;
    }
  });

  app.openapi(withdraw, WORK, 'corrections', async (c) => {
    const taken = await approvals.withdraw(c.req.valid('param').approval);
    if (taken === null) return c.json({ error: c.var.words.error.notFound }, 404);
    await services.note(c, 'withdraw-approval', `approval/${taken.id}`, `${taken.what} ${taken.year} ${taken.on}`);
    return c.json(shaped(taken, c.var.language), 200);
  });

  function shaped(approval: EnteredApproval, language: 'zh' | 'en') {
    return approvalShape.parse(writtenOut(approval, services.config.estate.timezone, language));
  }
};

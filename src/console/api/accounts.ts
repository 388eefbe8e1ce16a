import { z } from '@hono/zod-openapi';
import { wholeDay } from '../../../crawlers/reading/dates/written.ts';
import { takePosts } from '../../../jobs/media/import-posts.ts';
import { tellFunction, tellMessages } from '../../../jobs/media/messages.ts';
import { AnotherAccount } from '../../media/whose.ts';
import { PLATFORMS } from '../../model/media.ts';
import { toldOf } from '../../model/told-error.ts';
import { askedPeriodNow } from '../asked-period.ts';
import { visitorOf } from '../context.ts';
import { accountsNow } from '../pages/media.tsx';
import { visibleAccount } from '../pages/media-accounts.ts';
import { ALL, ANSWER } from '../permissions.ts';
import type { Register } from '../register.ts';
import { outside } from '../view/links.ts';
import { NOTHING, reading, writing } from './route.ts';
import { askedDay, day, ofPeriod } from './shapes.ts';

const accountShape = z
  .object({
    id: z.string(),
    name: z.string(),
    platform: z.enum(PLATFORMS),
    unit: z.string(),
    status: z.enum(['fresh', 'due', 'silent', 'unknown', 'closed']),
    posts: z.number().int().openapi({ description: 'Posts of the period' }),
    lastPublished: day.nullable(),
    reason: z.string().nullable(),
    dueOn: day.nullable(),
    overdueDays: z.number().int(),
  })
  .openapi('MediaAccount');

const body = z.object({
  posts: z
    .array(
      z.object({
        title: z.string().trim().min(1).max(300),
        time: z.string().max(40).openapi({ description: 'A day or a moment, such as 2024-03-05T09:00:00+08:00' }),
        url: z.string().max(2_000).optional(),
        original: z.boolean().optional(),
      }),
    )
    .max(5_000),
  until: askedDay
    .optional()
    .openapi({ description: 'Last day of which it is known that nothing else was posted; left out: the day of the newest post' }),
  named: z
    .string()
    .trim()
    .min(1)
    .max(60)
    .optional()
    .openapi({ description: 'What their source calls the account; another name than its own is refused' }),
  anyName: z.boolean().optional().openapi({ description: 'Take them though `named` is another name' }),
});

const list = reading({
  path: '/api/v1/accounts',
  summary: 'Accounts of new media, how each stands now, and its posts of a period; left out: this year',
  answer: z.array(accountShape),
  query: z.object(ofPeriod),
  params: NOTHING,
});
const hand = writing({
  path: '/api/v1/accounts/{account}/posts',
  summary: 'Hand in posts of an account; one that is known already counts once',
  answer: z.object({ posts: z.number().int(), added: z.number().int() }),
  body,
  params: z.object({ account: z.string() }),
});

const messagesBody = z.object({
  messages: z
    .array(
      z.object({
        subject: z.string().trim().min(1).max(120).openapi({ description: 'Its number, or what it is about' }),
        receivedOn: askedDay,
        answeredOn: askedDay.nullable().optional().openapi({ description: 'null: not answered by `until`' }),
      }),
    )
    .max(5_000),
  until: askedDay.optional().openapi({ description: 'Last day of which it is known how they stand; left out: the last day among them' }),
});
const handMessages = writing({
  path: '/api/v1/accounts/{account}/messages',
  summary: 'Hand in messages to an account, with the days on which they came and were answered',
  answer: z.object({ messages: z.number().int() }),
  body: messagesBody,
  params: z.object({ account: z.string() }),
});
const sayFunction = writing({
  path: '/api/v1/accounts/{account}/functions',
  summary: 'Say whether a function of an account works',
  answer: z.object({ function: z.string(), works: z.boolean() }),
  body: z.object({ function: z.string().min(1), works: z.boolean(), detail: z.string().trim().max(300).optional() }),
  params: z.object({ account: z.string() }),
});

/** New media (政务新媒体). */
export const registerAccountsApi: Register = (app, services) => {
  app.openapi(list, ALL, 'read', async (c) => {
    const { span, misread } = askedPeriodNow(c, services);
    if (misread !== null) return c.json({ error: c.var.words.error.invalid }, 400);
    return c.json(z.array(accountShape).parse(await accountsNow(c, services, span)), 200);
  });

  app.openapi(hand, ANSWER, 'corrections', async (c) => {
    const account = visibleAccount(c, services);
    if (account === null) return c.json({ error: c.var.words.error.notFound }, 404);
    const given = c.req.valid('json');
    const posts = given.posts.flatMap(({ title, time, url = null, original = null }) => {
      const on = wholeDay(time);
      return on === null ? [] : [{ title, publishedOn: on.day, publishedAt: on.at, url: outside(url), original }];
    });
    if (posts.length < given.posts.length) return c.json({ error: c.var.words.error.invalid }, 400);
    const { until = null, named = null, anyName = false } = given;
    try {
      const { delivery, added } = await takePosts(services, account, posts, visitorOf(c).email, { until, named, anyName });
      await services.note(c, 'hand-in-posts', `account/${account.id}`, `${added}/${delivery.posts}`);
      return c.json({ posts: delivery.posts, added }, 200);
    } catch (error) {
      if (error instanceof AnotherAccount) return c.json({ error: toldOf(error)[c.var.language] }, 409);
      throw error;
    }
  });

  app.openapi(handMessages, ANSWER, 'corrections', async (c) => {
    const account = visibleAccount(c, services);
    if (account === null) return c.json({ error: c.var.words.error.notFound }, 404);
    const { messages, until = null } = c.req.valid('json');
    const told = messages.map(({ answeredOn = null, ...message }) => ({ ...message, answeredOn }));
    if (told.some(({ receivedOn, answeredOn }) => answeredOn !== null && answeredOn < receivedOn)) {
      return c.json({ error: c.var.words.error.invalid }, 400);
    }
    await tellMessages(services, account, told, { via: 'api', by: visitorOf(c).email, source: 'API', until });
    await services.note(c, 'hand-in-messages', `account/${account.id}`, String(told.length));
    return c.json({ messages: told.length }, 200);
  });

  app.openapi(sayFunction, ANSWER, 'corrections', async (c) => {
    const account = visibleAccount(c, services);
    if (account === null) return c.json({ error: c.var.words.error.notFound }, 404);
    const { function: name, works, detail = null } = c.req.valid('json');
    if (!account.functions.some((one) => one.name === name)) return c.json({ error: c.var.words.error.invalid }, 400);
    await tellFunction(services, account, { function: name, works, detail, via: 'api', by: visitorOf(c).email });
    await services.note(c, 'tell-function', `account/${account.id}`, `${works ? 'yes' : 'no'} ${name}`);
    return c.json({ function: name, works }, 200);
  });
};

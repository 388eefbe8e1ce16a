import { z } from '@hono/zod-openapi';
import { ConfigError } from '../../config/problem.ts';
import { archiveTopic, TOPIC_STATES, topicsOf } from '../../estate/topics.ts';
import { dayIn } from '../../model/day.ts';
import { ToldError } from '../../model/told-error.ts';
import { visitorOf } from '../context.ts';
import { OFFICE, WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { askedDay, day } from './shapes.ts';

const topicShape = z
  .object({
    site: z.string(),
    column: z.string(),
    name: z.string(),
    unit: z.string(),
    from: day.nullable(),
    until: day.nullable(),
    archivedOn: day.nullable(),
    state: z.enum(TOPIC_STATES).openapi({ description: '`over`: it ended, and nobody archived it' }),
  })
  .openapi('Topic');

const list = reading({
  path: '/api/v1/topics',
  summary: 'Topics (专题) as they stand today, those that wait to be archived first',
  answer: z.array(topicShape),
  query: NOTHING,
  params: NOTHING,
});
const archive = writing({
  path: '/api/v1/topics/{site}/{column}/archive',
  summary: 'Enter that a topic was archived, or take that back; nothing is expected of it from that day on',
  answer: topicShape,
  body: z.object({ archivedOn: askedDay.nullable().openapi({ description: 'null takes it back' }) }),
  params: z.object({ site: z.string(), column: z.string() }),
});

/** Topics (专题), and that a person archived one. */
export const registerTopicsApi: Register = (app, services) => {
  app.openapi(list, OFFICE, 'read', (c) => {
    const { estate } = services.config;
    return c.json(z.array(topicShape).parse(topicsOf(estate, dayIn(estate.timezone, services.clock.now()))), 200);
  });

  app.openapi(archive, WORK, 'corrections', async (c) => {
    const { words, language } = c.var;
    const at = c.req.valid('param');
    const { config, clock, changeEstate: change } = services;
    const isThere = config.estate.sites.some(({ id, columns }) => id === at.site && columns?.some((one) => one.id === at.column));
    if (!isThere) return c.json({ error: words.error.notFound }, 404);
    if (change === undefined) return c.json({ error: words.estate.notHere }, 409);
    try {
      const topic = await archiveTopic({ config, change, clock }, at, c.req.valid('json').archivedOn, visitorOf(c).email);
      await services.note(c, 'archive-topic', `column/${at.site}/${at.column}`, topic.archivedOn ?? '');
      return c.json(topicShape.parse(topic), 200);
    } catch (error) {
      if (error instanceof ToldError) return c.json({ error: error.sentence[language] }, 400);
      if (error instanceof ConfigError) return c.json({ error: words.error.invalid }, 400);
      throw error;
    }
  });
};

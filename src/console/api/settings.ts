import { z } from '@hono/zod-openapi';
import { nextDuesOf } from '../next-dues.ts';
import { LEAD } from '../permissions.ts';
import type { Register } from '../register.ts';
import { sendTest } from '../sending.ts';
import { NOTHING, reading, writing } from './route.ts';
import { instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const settingsShape = z
  .object({
    estate: z.object({ name: z.string(), timezone: z.string(), units: z.number().int(), sites: z.number().int() }),
    rulePack: z.string(),
    /** The files that all of it is written in. */
    files: z.array(z.string()),
    schedule: z.array(z.object({ schedule: z.string(), dueAt: instant, deadline: instant.nullable() })),
    alerts: z.object({
      language: z.string(),
      sending: z.string(),
      announceDays: z.number().int(),
      digestAt: z.string(),
      quietHours: z.object({ from: z.string(), to: z.string(), workingDaysOnly: z.boolean() }),
      deadlines: z.object({ veto: z.number(), major: z.number(), minor: z.number(), notice: z.number() }),
      ladder: z.object({ head: z.number(), supervisor: z.number() }),
      channels: z.array(z.object({ id: z.string(), type: z.string() })),
    }),
  })
  .openapi('Settings');

const testShape = z
  .object({ channel: z.string(), outcome: z.enum(['sent', 'failed', 'refused']), detail: z.string().nullable() })
  .openapi('ChannelTest');

const settings = reading({
  path: '/api/v1/settings',
  summary: 'What is watched, what is done when, and how people are told; without any secret',
  answer: settingsShape,
  query: NOTHING,
  params: NOTHING,
});
const test = writing({
  path: '/api/v1/channels/{channel}/test',
  summary: "Send a test message through a channel; a mail goes to the token's person",
  answer: testShape,
  body: NOTHING,
  params: z.object({ channel: z.string() }),
});

/** Settings as they are in force, and a try of each channel. */
export const registerSettingsApi: Register = (app, services) => {
  app.openapi(settings, LEAD, 'admin', (c) => {
    const { estate, pack, files, alerts } = services.config;
    const told = {
      estate: { ...estate, units: estate.units.length, sites: estate.sites.length },
      rulePack: pack.id,
      files,
      schedule: nextDuesOf(services),
      alerts,
    };
    return c.json(settingsShape.parse(writtenOut(told, estate.timezone, c.var.language)), 200);
  });

  app.openapi(test, LEAD, 'admin', async (c) => {
    const { channel } = c.req.valid('param');
    const receipt = await sendTest(c, services, channel);
    if (receipt === null) return c.json({ error: c.var.words.error.notFound }, 404);
    return c.json(testShape.parse(writtenOut({ channel, detail: null, ...receipt }, services.config.estate.timezone, c.var.language)), 200);
  });
};

import { z } from '@hono/zod-openapi';
import { evidenceOf } from '../../alerts/evidence.ts';
import { whyIn } from '../../alerts/wording/why.ts';
import { ALERT_STATES } from '../../model/alerts.ts';
import { consoleLink } from '../../model/console-link.ts';
import { SEVERITIES } from '../../model/records.ts';
import { entriesOpenTo, maySee } from '../alerts-open-to.ts';
import { may, visitorOf } from '../context.ts';
import { ALL } from '../permissions.ts';
import type { Register } from '../register.ts';
import { pagePath } from '../view/links.ts';
import { deliveryShape, flat } from './deliveries.ts';
import { NOTHING, reading } from './route.ts';
import { day, instant } from './shapes.ts';
import { writtenOut } from './written-out.ts';

const item = z.object({ title: z.string(), day: day.nullable(), url: z.string().nullable(), firstSeen: instant });

const entryShape = z
  .object({
    id: z.string(),
    at: instant,
    by: z.string(),
    event: z.string(),
    from: z.enum(ALERT_STATES).nullable(),
    to: z.enum(ALERT_STATES),
    level: z.number().int(),
    run: z.string().nullable(),
    why: z.string(),
  })
  .openapi('AlertEntry');

const evidenceShape = z
  .object({
    unit: z.string().nullable(),
    site: z.object({ id: z.string(), name: z.string(), idCode: z.string().nullable() }).nullable(),
    column: z.object({ id: z.string(), name: z.string(), path: z.array(z.string()), url: z.string() }).nullable(),
    rule: z
      .object({
        id: z.string(),
        name: z.string(),
        severity: z.enum(SEVERITIES),
        verified: z.boolean(),
        source: z.object({ issuer: z.string(), document: z.string(), article: z.string(), validFrom: day, validTo: day.nullable() }),
      })
      .nullable(),
    measured: z
      .object({
        rule: z.string().nullable(),
        period: z.string().nullable(),
        workingDays: z.number().nullable(),
        dueOn: day.nullable(),
        overdueDays: z.number().int(),
        lastPublished: day.nullable(),
        readAt: z.string().nullable(),
      })
      .nullable(),
    lastItem: item.nullable(),
    page: z
      .object({
        hash: z.string(),
        url: z.string(),
        fetchedAt: instant,
        contentType: z.string().nullable(),
        size: z.number().int(),
        screenshot: z.string().nullable(),
        view: z.string().openapi({ description: 'Where the page as fetched is shown; its picture, where there is one, is beside it' }),
      })
      .nullable(),
    changes: z.object({
      items: z.array(item),
      readings: z.array(z.object({ run: z.string(), at: instant, outcome: z.string(), rows: z.number().int(), via: z.string() })),
      pageChanged: z.boolean().nullable(),
    }),
    history: z.array(entryShape),
    deliveries: z.array(deliveryShape),
    link: z.string(),
  })
  .openapi('AlertEvidence');

const evidence = reading({
  path: '/api/v1/alerts/{alert}/evidence',
  summary: 'All that an alert rests on, its history, and for the office its deliveries',
  answer: evidenceShape,
  query: NOTHING,
  params: z.object({ alert: z.string() }),
});

/** The evidence packet of an alert. */
export const registerAlertEvidenceApi: Register = (app, services) => {
  app.openapi(evidence, ALL, 'read', async (c) => {
    const visitor = visitorOf(c);
    const alert = await services.store.alerts.get(c.req.valid('param').alert);
    if (alert === null || !maySee(visitor, alert)) return c.json({ error: c.var.words.error.notFound }, 404);
    const packet = await evidenceOf(alert, services);
    const { page, link } = packet;
    const told = {
      ...packet,
      page: page && { ...page, view: new URL(`${pagePath(page.hash)}/view`, services.publicUrl).href },
      history: entriesOpenTo(visitor, packet.history).map((entry) => ({ ...entry, why: whyIn(c.var.language, entry) })),
      deliveries: may(c, 'GET', '/api/v1/deliveries') ? packet.deliveries.map(flat) : [],
      link: consoleLink(link, services.publicUrl),
    };
    return c.json(evidenceShape.parse(writtenOut(told, services.config.estate.timezone, c.var.language)), 200);
  });
};

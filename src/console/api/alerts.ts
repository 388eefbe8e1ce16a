import { z } from '@hono/zod-openapi';
import { mayMove } from '../../alerts/escalation.ts';
import { permanentLink } from '../../alerts/letter.ts';
import { ALERT_STATES, type Alert, DISMISSAL_REASONS, RUNGS } from '../../model/alerts.ts';
import { SEVERITIES } from '../../model/records.ts';
import type { Language } from '../../model/sentence.ts';
import { createWorkingDays } from '../../timeliness/working-days.ts';
import { actFor } from '../act-on-alert.ts';
import { ACT } from '../acts.ts';
import { maySee } from '../alerts-open-to.ts';
import { alertQuery } from '../alerts-query.ts';
import { visitorOf } from '../context.ts';
import { ALL, ANSWER } from '../permissions.ts';
import type { Register } from '../register.ts';
import { NOTHING, reading, writing } from './route.ts';
import { askedDay, day, findingShape, instant, ofPeriod } from './shapes.ts';
import { writtenOut } from './written-out.ts';

/** What it rests on is told by its evidence. */
const { evidence: _, ...ofFinding } = findingShape.shape;

const alertShape = z
  .object({
    id: z.string(),
    kind: z.string(),
    state: z.enum(ALERT_STATES),
    ...ofFinding,
    openedAt: instant,
    sentAt: instant.nullable(),
    reachedAt: instant.nullable().openapi({ description: 'When its present rung was reached; before that no clock runs' }),
    dueOn: day.nullable().openapi({ description: 'Last day for mending it, or for the present rung to have it mended' }),
    dueMayMove: z
      .boolean()
      .openapi({ description: 'That day lies in a year whose holidays are not known: a day off may be added, or a weekend be worked' }),
    level: z
      .number()
      .int()
      .openapi({ description: `Place on the ladder, from 0: ${RUNGS.join(', ')}` }),
    answer: z.object({ by: z.string(), at: instant, what: z.string(), until: day }).nullable(),
    objection: z.object({ by: z.string(), at: instant, why: z.string() }).nullable(),
    dismissal: z.object({ reason: z.enum(DISMISSAL_REASONS), by: z.string(), at: instant, why: z.string(), until: day }).nullable(),
    rectifiedAt: instant.nullable(),
    closedAt: instant.nullable(),
    reopened: z.number().int().openapi({ description: 'How often it came back' }),
    link: z.string(),
  })
  .openapi('Alert');

const actedShape = alertShape
  .extend({
    told: z.number().int().openapi({ description: 'How many addresses hear of it; 0 where the configuration has no contact of the unit' }),
  })
  .openapi('ActedAlert');

const NAMED = z.object({ alert: z.string() });

const list = reading({
  path: '/api/v1/alerts',
  summary: 'Alerts of all states, gravest first',
  answer: z.array(alertShape),
  query: z.object({
    state: z.enum(ALERT_STATES).optional(),
    severity: z.enum(SEVERITIES).optional(),
    unit: z.string().optional(),
    search: z.string().optional(),
    late: z.enum(['yes']).optional().openapi({ description: 'Only those that were not mended in time' }),
    rung: z.enum(RUNGS).optional().openapi({ description: 'Only those that have come at least to this rung of the ladder' }),
    sent: askedDay.optional().openapi({ description: 'Only those sent on this day or later' }),
    reached: z.enum(['answered', 'rectified']).optional(),
    from: ofPeriod.from.openapi({ description: 'Only those opened on this day or later' }),
    to: ofPeriod.to.openapi({ description: 'Only those opened on this day or before' }),
    period: ofPeriod.period.openapi({ description: 'Only those opened in this period' }),
    order: z.enum(['gravest', 'newest', 'due', 'unit']).default('gravest'),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  params: NOTHING,
});
const one = reading({ path: '/api/v1/alerts/{alert}', summary: 'One alert', answer: alertShape, query: NOTHING, params: NAMED });
const act = writing({
  path: '/api/v1/alerts/{alert}/acts',
  summary: 'Confirm, send, answer, dismiss, close or reopen an alert',
  answer: actedShape,
  body: ACT,
  params: NAMED,
});

/** Alerts and what people do with them. */
export const registerAlertsApi: Register = (app, services) => {
  const shaped = (alert: Alert, language: Language, calendar = createWorkingDays(services.config.calendar)) => {
    const link = new URL(permanentLink(alert), services.publicUrl).href;
    const dueMayMove = alert.dueOn !== null && mayMove(alert.dueOn, calendar);
    return alertShape.parse(writtenOut({ ...alert, link, dueMayMove }, services.config.estate.timezone, language));
  };

  app.openapi(list, ALL, 'read', async (c) => {
    const { order, limit, offset, ...asked } = c.req.valid('query');
    const query = alertQuery(c, services, { ...asked, state: asked.state ?? 'all' });
    const found = await services.store.alerts.list(query, { order, limit, offset });
    const calendar = createWorkingDays(services.config.calendar);
    return c.json(
      found.map((alert) => shaped(alert, c.var.language, calendar)),
      200,
    );
  });

  app.openapi(one, ALL, 'read', async (c) => {
    const alert = await services.store.alerts.get(c.req.valid('param').alert);
    if (alert === null || !maySee(visitorOf(c), alert)) return c.json({ error: c.var.words.error.notFound }, 404);
    return c.json(shaped(alert, c.var.language), 200);
  });

  app.openapi(act, ANSWER, 'alerts', async (c) => {
    const acted = await actFor(c, services, c.req.valid('param').alert, c.req.valid('json'));
    if ('problem' in acted) return c.json({ error: acted.problem }, acted.status);
    return c.json({ ...shaped(acted.alert, c.var.language), told: acted.told }, 200);
  });
};

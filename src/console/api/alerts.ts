import { z } from '@hono/zod-openapi';
import { actOnAlert, Refused } from '../../../jobs/alerts/act.ts';
import { permanentLink } from '../../alerts/letter.ts';
import { ALERT_STATES, type Alert } from '../../model/alerts.ts';
import { formatInstant } from '../../model/day.ts';
import { alertsOpenTo, maySee } from '../alerts-open-to.ts';
import { visitorOf } from '../context.ts';
import { ACT, actOf, isTheirs } from '../pages/alert/acts.ts';
import type { Register } from '../registrations.ts';
import { NOTHING, reading, writing } from './route.ts';
import { alertShape } from './shapes.ts';

const NAMED = z.object({ alert: z.string() });

const list = reading({
  path: '/api/v1/alerts',
  summary: 'Alerts, gravest first',
  answer: z.array(alertShape),
  query: z.object({
    state: z.enum(ALERT_STATES).optional(),
    unit: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(1000).default(100),
    offset: z.coerce.number().int().min(0).default(0),
  }),
  params: NOTHING,
});
const one = reading({ path: '/api/v1/alerts/{alert}', summary: 'One alert', answer: alertShape, query: NOTHING, params: NAMED });
const act = writing({
  path: '/api/v1/alerts/{alert}/acts',
  summary: 'Confirm, send, answer, dismiss, close or reopen an alert',
  answer: alertShape,
  body: ACT,
  params: NAMED,
});

/** Alerts and what people do with them. */
export const registerAlertsApi: Register = (app, desk) => {
  const shaped = (alert: Alert) =>
    alertShape.parse({
      ...alert,
      openedAt: formatInstant(desk.config.estate.timezone, alert.openedAt),
      link: new URL(permanentLink(alert), desk.publicUrl).href,
    });

  app.openapi(list, async (c) => {
    const { state, unit, limit, offset } = c.req.valid('query');
    const query = { ...(state ? { states: [state] } : {}), ...(unit ? { units: [unit] } : {}), ...alertsOpenTo(visitorOf(c)) };
    const found = await desk.store.alerts.list(query, { limit, offset });
    return c.json(found.map(shaped), 200);
  });

  app.openapi(one, async (c) => {
    const alert = await desk.store.alerts.get(c.req.valid('param').alert);
    if (alert === null || !maySee(visitorOf(c), alert)) return c.json({ error: c.var.words.error.notFound }, 404);
    return c.json(shaped(alert), 200);
  });

  app.openapi(act, async (c) => {
    const { words, language } = c.var;
    const visitor = visitorOf(c);
    const given = c.req.valid('json');
    const wanted = actOf(given);
    const alert = await desk.store.alerts.get(c.req.valid('param').alert);
    if (alert === null || !maySee(visitor, alert)) return c.json({ error: words.error.notFound }, 404);
    if (!isTheirs(visitor, given.act)) return c.json({ error: words.error.forbidden }, 403);
    if (wanted === null) return c.json({ error: words.alerts.incomplete }, 400);
    try {
      const done = await actOnAlert(desk, alert.id, wanted, visitor.email);
      await desk.note(c, `alert-${wanted.kind}`, `alert/${alert.id}`, given.why);
      return c.json(shaped(done.alert), 200);
    } catch (error) {
      if (error instanceof Refused) return c.json({ error: error.sentence[language] }, 409);
      throw error;
    }
  });
};

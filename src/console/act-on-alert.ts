import type { z } from 'zod';
import { actOnAlert, Refused, type SentFile } from '../../jobs/alerts/act.ts';
import { HUMAN_ACTIONS } from '../alerts/alert.ts';
import { UNDO_MS } from '../alerts/undo.ts';
import type { Alert } from '../model/alerts.ts';
import { type ACT, actOf, isTheirs } from './acts.ts';
import { maySee } from './alerts-open-to.ts';
import { type ConsoleContext, visitorOf } from './context.ts';
import { colleagues } from './people/colleagues.ts';
import type { ConsoleServices } from './services.ts';

/** What came of an act: done, and how many addresses hear of it; or why not, in the visitor's language, with the HTTP status that says it. */
export type Acted =
  | { readonly alert: Alert; readonly told: number }
  | { readonly alert: Alert | null; readonly status: 400 | 403 | 404 | 409; readonly problem: string };

/** Does with an alert what a visitor asked for, where it is theirs to see and to do, and notes it: for pages and programs alike. */
export async function actFor(
  c: ConsoleContext,
  services: ConsoleServices,
  id: string,
  asked: z.output<typeof ACT>,
  files: readonly SentFile[] = [],
): Promise<Acted> {
  const { words, language } = c.var;
  const visitor = visitorOf(c);
  const alert = await services.store.alerts.get(id);
  if (alert === null || !maySee(visitor, alert)) return { alert: null, status: 404, problem: words.alerts.notThere };
  if (!isTheirs(visitor, asked.act)) return { alert, status: 403, problem: words.error.forbidden };
  const act = actOf(asked);
  if (act === null) return { alert, status: 400, problem: words.alerts.incomplete };
  try {
    if (act.kind === 'assigned' && act.to !== null && !(await isColleague(services, act.to))) {
      return { alert, status: 400, problem: words.alerts.noColleague };
    }
    const theirs = HUMAN_ACTIONS.filter((one) => isTheirs(visitor, one));
    const done = await actOnAlert(services, id, act, { name: visitor.email, theirs, files, undoMs: UNDO_MS });
    await services.note(c, `alert-${act.kind}`, `alert/${id}`, asked.why);
    return done;
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { alert, status: 409, problem: error.sentence[language] };
  }
}

async function isColleague({ store }: ConsoleServices, email: string): Promise<boolean> {
  return (await colleagues(store)).some((person) => person.email === email);
}

import { z } from 'zod';
import { undoActs } from '../../../jobs/alerts/act.ts';
import { permanentLink } from '../../alerts/letter.ts';
import { actFor } from '../act-on-alert.ts';
import { ACT, actOf } from '../acts.ts';
import { type ConsoleContext, visitorOf } from '../context.ts';
import { ANSWER } from '../permissions.ts';
import type { Register } from '../register.ts';
import type { ConsoleServices } from '../services.ts';
import { readForm } from '../view/form.ts';
import { tellProblem } from '../view/problem.tsx';
import { sentFiles } from './alert-files.ts';
import { type Outcome, outcomeAddress } from './alerts/outcome.tsx';
import { sendingPreview } from './alerts/sending-preview.tsx';
import { alertList } from './alerts.tsx';

/** An alert's own page sends one; the list sends those that are marked, to its own address, and says that it is the list. */
const MANY = ACT.extend({ alert: z.union([z.string(), z.array(z.string())]) });
/** Many are sent only by somebody who has read what goes to whom. */
const SURE = z.object({ sure: z.literal('yes') });
const UNDO = z.object({ alert: z.string().optional() });
const FROM_LIST = z.object({ from: z.literal('list') });
/** Each is looked up, changed and noted by itself; a page of the list marks a hundred. */
const MOST = 500;

/** The acts of people on one alert or many. Where it was done from, there one is afterwards. */
export const registerAlertActs: Register = (app, services) => {
  app.write('/alerts', ANSWER, async (c) => {
    const { alerts } = c.var.words;
    const form = await readForm(c, MANY);
    const ids = [...new Set([form?.alert ?? []].flat())];
    const isList = ids.length > 1 || (await readForm(c, FROM_LIST)) !== null;
    const problem = ids.length > MOST ? alerts.tooMany(MOST) : form === null || actOf(form) === null ? alerts.incomplete : null;
    if (form === null || problem !== null) {
      if (isList) return alertList(c, services, { status: 400, problem: problem ?? alerts.incomplete });
      return tellProblem(c, 400, problem ?? alerts.incomplete, backTo(c, ids[0]));
    }
    if (form.act === 'sent' && ids.length > 1 && (await readForm(c, SURE)) === null) return sendingPreview(c, services, ids, form.why);
    return isList ? actOnAll(c, services, ids, form) : actOnOne(c, services, ids[0]!, form);
  });

  app.write('/alerts/undo', ANSWER, async (c) => {
    const asked = await readForm(c, UNDO);
    const count = await undoActs(services, visitorOf(c).email, asked?.alert);
    if (count === 0) return tellProblem(c, 409, c.var.words.alerts.tooLate, backTo(c, asked?.alert));
    await services.note(c, 'undo', asked?.alert ? `alert/${asked.alert}` : 'alerts', String(count));
    return c.redirect(backTo(c, asked?.alert).href);
  });
};

async function actOnOne(c: ConsoleContext, services: ConsoleServices, id: string, form: z.output<typeof MANY>) {
  const files = await sentFiles(c);
  if ('problem' in files) return tellProblem(c, 400, files.problem, backTo(c, id));
  const acted = await actFor(c, services, id, form, files);
  if ('problem' in acted) return tellProblem(c, acted.status, acted.problem, backTo(c, acted.alert?.id));
  return c.redirect(permanentLink({ id }));
}

/** Each by itself: what one is refused keeps no other from being done. */
async function actOnAll(c: ConsoleContext, services: ConsoleServices, ids: readonly string[], form: z.output<typeof MANY>) {
  const outcome = { act: form.act, done: 0, untold: 0, refused: [] as { id: string; message: string | null; problem: string }[] };
  for (const id of ids) {
    const acted = await actFor(c, services, id, form);
    if ('problem' in acted) outcome.refused.push({ id, message: acted.alert?.message[c.var.language] ?? null, problem: acted.problem });
    else {
      outcome.done += 1;
      if (form.act === 'sent' && acted.told === 0 && acted.alert.audience === 'unit') outcome.untold += 1;
    }
  }
  return answerFor(c, services, outcome);
}

/** An address holds how many were done, so that the list can be read again; the reasons of a refusal are said at once. */
function answerFor(c: ConsoleContext, services: ConsoleServices, outcome: Outcome) {
  if (outcome.refused.length === 0) return c.redirect(outcomeAddress(c, outcome));
  return alertList(c, services, { status: outcome.done > 0 ? 200 : 409, outcome });
}

function backTo(c: ConsoleContext, id: string | undefined) {
  const { alerts } = c.var.words;
  return id === undefined ? { href: '/alerts', label: alerts.backToList } : { href: permanentLink({ id }), label: alerts.backToAlert };
}

import { HUMAN_ACTIONS, type HumanAction, SAYINGS, type Saying } from '../../../alerts/alert.ts';
import { permanentLink } from '../../../alerts/letter.ts';
import type { ConsoleContext } from '../../context.ts';

/** What came of an act on the marked alerts. */
export interface Outcome {
  readonly act: HumanAction | Saying;
  readonly done: number;
  /** How many were sent of which nobody hears. */
  readonly untold: number;
  /** `message` is null where the visitor has no such alert. */
  readonly refused: readonly { readonly id: string; readonly message: string | null; readonly problem: string }[];
}

/** The list's own address, with its filters, order and place, and without what came of an earlier act. */
export function listAddress(c: ConsoleContext): URL {
  const url = new URL(c.req.url);
  for (const name of ['acted', 'done', 'untold']) url.searchParams.delete(name);
  return url;
}

/** The list's address, saying what was done with all that were marked. */
export function outcomeAddress(c: ConsoleContext, { act, done, untold }: Outcome): string {
  const url = listAddress(c);
  url.searchParams.set('acted', act);
  url.searchParams.set('done', String(done));
  if (untold > 0) url.searchParams.set('untold', String(untold));
  return url.pathname + url.search;
}

/** What an address says was done; null where it says nothing of the kind. */
export function outcomeIn(c: ConsoleContext): Outcome | null {
  const { acted, done, untold } = c.req.query();
  const act = [...HUMAN_ACTIONS, ...SAYINGS].find((one) => one === acted);
  const count = (text: string | undefined) => (/^\d{1,3}$/.test(text ?? '') ? Number(text) : 0);
  return act === undefined ? null : { act, done: count(done), untold: count(untold), refused: [] };
}

/** Says what was done, of what nobody hears, and what was refused why. */
export function OutcomeView({ c, outcome: { act, done, untold, refused } }: { c: ConsoleContext; outcome: Outcome }) {
  const { alerts, colon } = c.var.words;
  return (
    <>
      {done > 0 && (
        <p class="done" role="status">
          {alerts.done(alerts.acts[act], done)}
        </p>
      )}
      {untold > 0 && (
        <p class="problem" role="alert">
          {alerts.untoldOf(untold)}
        </p>
      )}
      {refused.length > 0 && (
        <section role="alert">
          <p class="problem">{alerts.refused(refused.length)}</p>
          <ul class="plain">
            {refused.map(({ id, message, problem }) => (
              <li>
                {message === null ? <code>{id}</code> : <a href={permanentLink({ id })}>{message}</a>}
                {colon}
                {problem}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

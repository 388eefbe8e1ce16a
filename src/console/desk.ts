import type { ConsoleContext } from './context.ts';
import { ownUnit, visitorOf } from './context.ts';
import type { ConsoleDeps } from './deps.ts';
import { type Judgement, judge, narrowed } from './judgement.ts';
import type { Auth } from './people/auth.ts';

/** What the pages work with. */
export interface Desk extends ConsoleDeps {
  readonly auth: Auth;
  /** The judged estate, or, for a unit editor, the editor's unit alone. */
  judgementFor(c: ConsoleContext): Promise<Judgement>;
  /** Writes down what the visitor changed. */
  note(c: ConsoleContext, action: string, target: string, detail: string): Promise<void>;
}

export function createDesk(deps: ConsoleDeps, auth: Auth): Desk {
  const current = cachedJudgement(deps);
  return {
    ...deps,
    auth,
    async judgementFor(c) {
      const judgement = await current();
      const unit = ownUnit(visitorOf(c));
      return unit === null ? judgement : narrowed(judgement, unit);
    },
    note: (c, action, target, detail) =>
      deps.store.people.log({
        id: deps.randomness.id(),
        at: deps.clock.now(),
        by: c.var.visitor?.email ?? 'gongkai',
        action,
        target,
        detail,
      }),
  };
}

/**
 * Judges once per change of what is stored. While a new judgement is made, pages show the one before; only the first visitor
 * of all waits.
 */
function cachedJudgement(deps: ConsoleDeps): () => Promise<Judgement> {
  let version: string | null = null;
  let latest: Promise<Judgement> | null = null;
  let renewing = false;
  return async () => {
    const stored = await deps.store.desk.version();
    if (latest === null) {
      version = stored;
      latest = judge(deps);
      latest.catch(() => {
        latest = null;
      });
    } else if (stored !== version && !renewing) {
      renewing = true;
      judge(deps)
        .then((judgement) => {
          latest = Promise.resolve(judgement);
          version = stored;
        })
        .catch(() => undefined)
        .finally(() => {
          renewing = false;
        });
    }
    return latest;
  };
}

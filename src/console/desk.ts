import type { CategoryId } from '../model/estate.ts';
import type { CorrectionRecord } from '../model/records.ts';
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
  /** Sets a category right in the visitor's name, and notes it. */
  correct(c: ConsoleContext, target: CorrectionRecord['target'], category: CategoryId, why: string): Promise<void>;
  /** Writes down what the visitor changed. */
  note(c: ConsoleContext, action: string, target: string, detail: string): Promise<void>;
}

export function createDesk(deps: ConsoleDeps, auth: Auth): Desk {
  const current = cachedJudgement(deps);
  const { store, clock, randomness } = deps;
  const note: Desk['note'] = (c, action, target, detail) =>
    store.people.log({ id: randomness.id(), at: clock.now(), by: c.var.visitor?.email ?? 'gongkai', action, target, detail });
  return {
    ...deps,
    auth,
    async judgementFor(c) {
      const judgement = await current();
      const unit = ownUnit(visitorOf(c));
      return unit === null ? judgement : narrowed(judgement, unit);
    },
    note,
    async correct(c, target, category, why) {
      await store.corrections.add({ id: randomness.id(), target, category, by: visitorOf(c).email, at: clock.now(), why });
      const named = 'item' in target ? `item/${target.item}` : `column/${target.site}/${target.column}`;
      await note(c, 'correct-category', named, `${category}: ${why}`);
    },
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

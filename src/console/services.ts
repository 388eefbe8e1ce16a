import type { ColumnItems } from '../classification/column-items.ts';
import type { CategoryId } from '../model/estate.ts';
import type { CorrectionRecord } from '../model/records.ts';
import { inBoth } from '../model/sentence.ts';
import { maskAddress } from '../privacy/leaving.ts';
import type { ItemSearchQuery } from '../store/store.ts';
import { rememberedSpokenAgainst } from './columns-spoken-against.ts';
import type { ConsoleContext } from './context.ts';
import { ownUnit, visitorOf } from './context.ts';
import type { ConsoleDeps } from './deps.ts';
import { setBounded } from './guard/bounded-map.ts';
import { type Judgement, judge, narrowed } from './judgement.ts';
import type { Auth } from './people/auth.ts';
import { rememberedResponses, type YearsResponses } from './response-times.ts';

/** What the pages work with. */
export interface ConsoleServices extends ConsoleDeps {
  readonly auth: Auth;
  /** How many items a query finds, counted no further than `upTo`; counted once as long as nothing changes. */
  countItems(query: ItemSearchQuery, upTo: number): Promise<number>;
  /** How long units take with alerts; whoever shows it shows only units that the visitor may see. */
  responses(): Promise<YearsResponses>;
  /** The judged estate, whoever asks: for pages that show nothing but what is public. */
  wholeJudgement(): Promise<Judgement>;
  /**
   * The judged estate, or, for a unit editor, the editor's unit alone. While what was changed is judged anew a page gets the one before
   * and says so; programs and files, which could not say it, wait.
   */
  judgementFor(c: ConsoleContext): Promise<Judgement>;
  /** Whether what was changed is being judged anew. */
  isJudging(): boolean;
  /** Sets a category right in the visitor's name, and notes it. */
  correct(c: ConsoleContext, target: CorrectionRecord['target'], category: CategoryId, why: string): Promise<CorrectionRecord>;
  /** The columns whose set category their own items speak against. */
  spokenAgainst(): Promise<readonly ColumnItems[]>;
  /** Writes down what the visitor changed. */
  note(c: ConsoleContext, action: string, target: string, detail: string): Promise<void>;
}

export function createServices(deps: ConsoleDeps, auth: Auth): ConsoleServices {
  const version = recentVersion(deps);
  const current = cachedJudgement(deps, version);
  const { store, clock, randomness } = deps;
  const note: ConsoleServices['note'] = (c, action, target, detail) =>
    store.people.log({ id: randomness.id(), at: clock.now(), by: c.var.visitor?.email ?? 'gongkai', action, target, detail });
  return {
    ...deps,
    get config() {
      return deps.config;
    },
    auth,
    countItems: rememberedCounts(deps, version),
    responses: rememberedResponses(deps),
    spokenAgainst: rememberedSpokenAgainst(deps),
    wholeJudgement: async () => (await current.judgement(VERSION_MS)).judgement,
    isJudging: current.isRenewing,
    async judgementFor(c) {
      const { judgement, renewal } = await (cannotSay(c) ? current.newest() : current.judgement(VERSION_MS));
      if (renewal) c.set('judging', true);
      const unit = ownUnit(visitorOf(c));
      return unit === null ? judgement : narrowed(judgement, unit);
    },
    note,
    async correct(c, target, category, why) {
      const correction = { id: randomness.id(), target, category, by: visitorOf(c).email, at: clock.now(), why };
      await store.corrections.add(correction);
      const named = 'item' in target ? `item/${maskAddress(target.item)}` : `column/${target.site}/${target.column}`;
      await note(c, 'correct-category', named, `${category}: ${why}`);
      return correction;
    },
  };
}

/** Pages that are asked for together need not all ask whether something changed. */
const VERSION_MS = 1000;

/** Programs read the columns as soon as a run is done, and must not be given those of the night before; nor is a file that is kept. */
const cannotSay = ({ req }: ConsoleContext): boolean => /^\/(?:api|feeds)\//.test(req.path) || req.query('format') !== undefined;

function recentVersion(deps: ConsoleDeps): (maxAgeMs?: number) => Promise<string> {
  const { store, clock } = deps;
  let asked = Number.NEGATIVE_INFINITY;
  let latest: Promise<string> | null = null;
  return (maxAgeMs = VERSION_MS) => {
    const now = clock.now().getTime();
    if (latest === null || now - asked >= maxAgeMs) {
      asked = now;
      latest = store.search.version().then((stored) => `${stored} ${deps.config.digest}`);
      latest.catch(() => {
        latest = null;
      });
    }
    return latest;
  };
}

const COUNTS_REMEMBERED = 1000;

function rememberedCounts({ store }: ConsoleDeps, version: () => Promise<string>): ConsoleServices['countItems'] {
  const counts = new Map<string, Promise<number>>();
  return async (query, upTo) => {
    const key = JSON.stringify([await version(), query, upTo]);
    const known = counts.get(key);
    if (known !== undefined) return known;
    const counted = store.search.countItems(query, upTo);
    counted.catch(() => counts.delete(key));
    setBounded(counts, key, counted, COUNTS_REMEMBERED);
    return counted;
  };
}

interface CachedJudgement {
  /** The judgement at hand, and whether another is on its way. */
  judgement(maxAgeMs: number): Promise<{ readonly judgement: Judgement; readonly renewal: Promise<void> | null }>;
  /** By all that is stored at this moment. */
  newest(): ReturnType<CachedJudgement['judgement']>;
  isRenewing(): boolean;
}

/**
 * Judges once per change of what is stored. While what people changed is judged anew, pages show the judgement before; that of another
 * audit, which is kept with it, is waited for, as the first of all is.
 */
function cachedJudgement(deps: ConsoleDeps, version: (maxAgeMs: number) => Promise<string>): CachedJudgement {
  let judged: string | null = null;
  let latest: Promise<Judgement> | null = null;
  let renewal: Promise<void> | null = null;

  const renew = (stored: string): Promise<void> =>
    judge(deps)
      .then((judgement) => {
        latest = Promise.resolve(judgement);
        judged = stored;
      })
      .catch((error: unknown) => {
        process.stderr.write(
          `${inBoth({ zh: '重新判断没有成功，页面仍是上一次的', en: 'judging anew failed, pages show the one before' })}: ${error}\n`,
        );
      })
      .finally(() => {
        renewal = null;
      });

  const judgement: CachedJudgement['judgement'] = async (maxAgeMs) => {
    const stored = await version(maxAgeMs);
    if (latest === null) {
      judged = stored;
      latest = judge(deps);
      latest.catch(() => {
        latest = null;
      });
    } else if (stored !== judged) {
      renewal ??= renew(stored);
      const [{ run }, audit] = await Promise.all([latest, deps.store.runs.lastAudit()]);
      if (run?.id !== audit?.id) await renewal;
    }
    const underWay = renewal;
    return { judgement: await latest, renewal: underWay };
  };

  return {
    judgement,
    isRenewing: () => renewal !== null,
    async newest() {
      // What is on its way may have begun before the last change.
      for (let patience = 2; patience > 0; patience -= 1) await (await judgement(0)).renewal;
      return judgement(0);
    },
  };
}

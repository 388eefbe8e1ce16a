import { outcomeFacts } from '../../src/model/outcome.ts';
import type { Errand, Kit } from './errand.ts';
import { single } from './exchange.ts';
import { Fault } from './fault.ts';
import { type Arrival, follow } from './follow.ts';
import { type Judgement, judge } from './judge.ts';
import { MAX_RETRY_AFTER, retryAfter } from './retry-after.ts';
import { RobotsFault } from './robots-book.ts';

const RETRIES_OF_GET = 2;

/** Wait before the first further try, in milliseconds; each one after waits three times as long. */
const FIRST_WAIT = 1000;

/** How an errand ended. */
export interface Result {
  readonly judgement: Judgement;
  /** The last answer; null where none came whole. */
  readonly arrival: Arrival | null;
}

/** Tries an errand, and again where another try may help and the site does not ask for more patience than we have. Does not reject. */
export async function persist(errand: Errand, kit: Kit): Promise<Result> {
  const retries = errand.request.retries ?? (errand.request.method === 'POST' ? 0 : RETRIES_OF_GET);
  for (let attempt = 0; ; attempt += 1) {
    const { result, mayRetry } = await tryOnce(errand, kit);
    if (!mayRetry || attempt >= retries) return result;
    const wait = FIRST_WAIT * 3 ** attempt * (0.75 + kit.randomness.fraction() / 2);
    try {
      await kit.clock.sleep(wait, errand.signal);
    } catch {
      return result;
    }
  }
}

async function tryOnce(errand: Errand, kit: Kit): Promise<{ result: Result; mayRetry: boolean }> {
  try {
    const arrival = await follow(errand, kit);
    const judgement = judge(arrival, errand);
    const asked = retryAfter(single(arrival.answer.headers['retry-after']), kit.clock.now()) ?? 0;
    return { result: { judgement, arrival }, mayRetry: outcomeFacts(judgement.outcome).retry && asked <= MAX_RETRY_AFTER };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { outcome, zh, message: en } = error;
    const mayRetry = outcomeFacts(outcome).retry && outcome !== 'interrupted' && !(error instanceof RobotsFault);
    return { result: { judgement: { outcome, zh, en }, arrival: null }, mayRetry };
  }
}

import { outcomeFacts } from '../../src/model/outcome.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { DoorParts } from './door-parts.ts';
import { single } from './exchange.ts';
import { Fault } from './fault.ts';
import type { FetchTask } from './fetch-task.ts';
import { type Arrival, follow } from './follow.ts';
import { ResolverFault } from './network-faults.ts';
import { type Judgement, outcomeOfAnswer } from './outcome-of-answer.ts';
import { MAX_RETRY_AFTER, retryAfter } from './retry-after.ts';
import { RobotsFault } from './robots-book.ts';

const RETRIES_OF_GET = 2;

/** Wait before the first further try, in milliseconds; each one after waits three times as long. */
const FIRST_WAIT = 1000;

/** How a fetch task ended. */
export interface Result {
  readonly judgement: Judgement;
  /** The last answer; null where none came whole. */
  readonly arrival: Arrival | null;
}

/**
 * Retry policy with exponential backoff and jitter: tries a fetch task, and again where another try may help and the site does not
 * ask for more patience than we have. Does not reject.
 */
export async function fetchWithRetries(task: FetchTask, parts: DoorParts): Promise<Result> {
  const retries = task.request.retries ?? (task.request.method === 'POST' ? 0 : RETRIES_OF_GET);
  for (let attempt = 0; ; attempt += 1) {
    const { result, mayRetry } = await tryOnce(task, parts);
    if (!mayRetry || attempt >= retries) return result;
    const wait = FIRST_WAIT * 3 ** attempt * (0.75 + parts.randomness.fraction() / 2);
    try {
      await parts.clock.sleep(wait, task.signal);
    } catch {
      return result;
    }
  }
}

async function tryOnce(task: FetchTask, parts: DoorParts): Promise<{ result: Result; mayRetry: boolean }> {
  try {
    const arrival = await follow(task, parts);
    const judgement = outcomeOfAnswer(arrival, task);
    const asked = retryAfter(single(arrival.answer.headers['retry-after']), parts.clock.now()) ?? 0;
    return { result: { judgement, arrival }, mayRetry: outcomeFacts(judgement.outcome).retry && asked <= MAX_RETRY_AFTER };
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    const { outcome, sentence } = error;
    const ours = troubleOfOurs(error, task, parts);
    if (ours) return { result: { judgement: { outcome: 'own-trouble', detail: ours }, arrival: null }, mayRetry: true };
    const mayRetry = outcomeFacts(outcome).retry && outcome !== 'interrupted' && !(error instanceof RobotsFault);
    return { result: { judgement: { outcome, detail: sentence }, arrival: null }, mayRetry };
  }
}

/** Why a failure of the network is our own, or null where it is not. */
function troubleOfOurs(error: Fault, task: FetchTask, { health }: DoorParts): Sentence | null {
  const host = task.url?.host;
  if (host === undefined || outcomeFacts(error.outcome).side !== 'network' || error instanceof RobotsFault) return null;
  health.noteFailure(host);
  const failure = { outcome: error.outcome, isOfResolver: error instanceof ResolverFault };
  return health.excuse(host, failure, task.request.settings.timeoutSeconds * 1000);
}

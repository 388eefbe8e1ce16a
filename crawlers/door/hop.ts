import type { DoorParts } from './door-parts.ts';
import { type Answer, exchange, type Question, single } from './exchange.ts';
import type { Fault } from './fault.ts';
import type { Deadline, FetchTask } from './fetch-task.ts';
import { HANDSHAKE_RESET, TlsFault } from './network-faults.ts';
import type { Pace } from './pacing.ts';
import { MAX_RETRY_AFTER, retryAfter } from './retry-after.ts';

/** One request of a fetch task: its turn at the host, strict TLS first, and what the answer tells of the host. */
export async function hop(question: Question, task: FetchTask, deadline: Deadline, parts: DoorParts): Promise<Answer> {
  const { host, origin } = question.url;
  await parts.pacing.enter(host, paceOf(question.url, task, parts), task.signal);
  const before = parts.clock.now().getTime();
  task.requests += 1;
  parts.traffic.requests += 1;
  let answer: Answer;
  try {
    answer = await askWithTrust(question, task, deadline, parts);
  } finally {
    parts.pacing.leave(host);
    task.milliseconds += parts.clock.now().getTime() - before;
  }
  const now = parts.clock.now();
  deadline.milliseconds -= now.getTime() - before;
  parts.health.noteAnswer(host);
  task.status = answer.status;
  task.transferred += answer.bytes.length;
  parts.traffic.bytes += answer.bytes.length;
  parts.cookies.keep(origin, answer.headers['set-cookie'], now);
  if (answer.status === 429 || answer.status === 503) {
    const wait = retryAfter(single(answer.headers['retry-after']), now);
    if (wait !== null) parts.pacing.holdOff(host, Math.min(wait, MAX_RETRY_AFTER));
  }
  return answer;
}

function paceOf(url: URL, task: FetchTask, parts: DoorParts): Pace {
  const { requestsPerSecond, concurrency, respectRobots } = task.request.settings;
  const own = requestsPerSecond > 0 ? 1000 / requestsPerSecond : 0;
  const asked = respectRobots ? parts.robots.delay(url.origin) : null;
  if (asked === null) return { interval: own, concurrency };
  if (asked.capped !== null) task.cappedCrawlDelay = asked.capped;
  return { interval: Math.max(own, asked.milliseconds), concurrency };
}

/** Asks with strict TLS, and once more without where certificate or protocol are at fault and the task may do so. */
async function askWithTrust(question: Question, task: FetchTask, deadline: Deadline, parts: DoorParts): Promise<Answer> {
  const { host, protocol } = question.url;
  const { settings, strictTls } = task.request;
  const ask = (strict: boolean) =>
    exchange(parts.pools.poolFor(settings.allowPrivateNetworks, strict), question, deadline.milliseconds, task.signal);
  if (protocol === 'http:' || strictTls) return ask(true);
  let fault = parts.trust.fault(host);
  if (fault === null) {
    try {
      // A bad line breaks handshakes off, too: only a server that does so twice is tried the lenient way.
      return await ask(true).catch((error: Fault) => (isHandshakeReset(error) ? ask(true) : Promise.reject(error)));
    } catch (error) {
      if (!(error instanceof TlsFault)) throw error;
      fault = error.tlsCode;
    }
  }
  const answer = await ask(false);
  parts.trust.remember(host, fault);
  task.tlsFault = fault;
  return answer;
}

function isHandshakeReset(fault: Fault): boolean {
  return fault instanceof TlsFault && fault.tlsCode === HANDSHAKE_RESET;
}

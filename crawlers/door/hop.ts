import type { Deadline, Errand, Kit } from './errand.ts';
import { type Answer, exchange, type Question, single } from './exchange.ts';
import type { Fault } from './fault.ts';
import { HANDSHAKE_RESET, TlsFault } from './network-faults.ts';
import type { Pace } from './pacing.ts';
import { MAX_RETRY_AFTER, retryAfter } from './retry-after.ts';

/** One request of an errand: its turn at the host, strict TLS first, and what the answer tells of the host. */
export async function hop(question: Question, errand: Errand, deadline: Deadline, kit: Kit): Promise<Answer> {
  const { host, origin } = question.url;
  await kit.pacing.enter(host, paceOf(question.url, errand, kit), errand.signal);
  const before = kit.clock.now().getTime();
  errand.requests += 1;
  kit.traffic.requests += 1;
  let answer: Answer;
  try {
    answer = await askWithTrust(question, errand, deadline, kit);
  } finally {
    kit.pacing.leave(host);
    errand.milliseconds += kit.clock.now().getTime() - before;
  }
  const now = kit.clock.now();
  deadline.milliseconds -= now.getTime() - before;
  errand.status = answer.status;
  errand.transferred += answer.bytes.length;
  kit.traffic.bytes += answer.bytes.length;
  kit.cookies.keep(origin, answer.headers['set-cookie'], now);
  if (answer.status === 429 || answer.status === 503) {
    const wait = retryAfter(single(answer.headers['retry-after']), now);
    if (wait !== null) kit.pacing.holdOff(host, Math.min(wait, MAX_RETRY_AFTER));
  }
  return answer;
}

function paceOf(url: URL, errand: Errand, kit: Kit): Pace {
  const { requestsPerSecond, concurrency, respectRobots } = errand.request.settings;
  const own = requestsPerSecond > 0 ? 1000 / requestsPerSecond : 0;
  const asked = respectRobots ? kit.robots.delay(url.origin) : null;
  if (asked === null) return { interval: own, concurrency };
  if (asked.capped !== null) errand.cappedCrawlDelay = asked.capped;
  return { interval: Math.max(own, asked.milliseconds), concurrency };
}

/** Asks with strict TLS, and once more without where certificate or protocol are at fault and the errand may do so. */
async function askWithTrust(question: Question, errand: Errand, deadline: Deadline, kit: Kit): Promise<Answer> {
  const { host, protocol } = question.url;
  const { settings, strictTls } = errand.request;
  const ask = (strict: boolean) =>
    exchange(kit.lines.line(settings.allowPrivateNetworks, strict), question, deadline.milliseconds, errand.signal);
  if (protocol === 'http:' || strictTls) return ask(true);
  let fault = kit.trust.fault(host);
  if (fault === null) {
    try {
      // A bad line breaks handshakes off, too: only a server that does so twice is tried the lenient way.
      return await ask(true).catch((error: Fault) => (isHandshakeReset(error) ? ask(true) : Promise.reject(error)));
    } catch (error) {
      if (!(error instanceof TlsFault)) throw error;
      fault = error.code;
    }
  }
  const answer = await ask(false);
  kit.trust.remember(host, fault);
  errand.tlsFault = fault;
  return answer;
}

function isHandshakeReset(fault: Fault): boolean {
  return fault instanceof TlsFault && fault.code === HANDSHAKE_RESET;
}

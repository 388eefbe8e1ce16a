import { type Outcome, outcomeFacts } from '../../src/model/outcome.ts';
import { decodePage } from './decode.ts';
import type { DoorParts } from './door-parts.ts';
import { newFetchTask } from './fetch-task.ts';
import type { Politeness } from './fetched.ts';
import { fetchWithRetries, type Result } from './retry.ts';
import { RobotsFault, type RobotsReading } from './robots-book.ts';
import { OPEN_RULES, parseRobots, ROBOTS_BYTES, type RobotsRules } from './robots-rules.ts';

/** Answers of a site that is there and has no rules for us (RFC 9309, 2.3.1.3: any other 4xx; 2.3.1.2: endless redirects). */
const WITHOUT_RULES: ReadonlySet<Outcome> = new Set(['gone', 'client-error', 'blocked', 'soft-404', 'too-many-redirects', 'bad-url']);

/**
 * Asks a site for its robots.txt, with retries. A 4xx leaves the site open; a 5xx, 429 or no answer at all closes it for now (RFC 9309, 2.3.1).
 * @param product our product token
 */
export async function readRobots(
  origin: string,
  politeness: Politeness,
  product: string,
  parts: DoorParts,
  signal: AbortSignal,
): Promise<RobotsReading> {
  const task = newFetchTask(
    { url: `${origin}/robots.txt`, kind: 'page', settings: { ...politeness, respectRobots: false } },
    { bytes: ROBOTS_BYTES, beyond: 'cut' },
    signal,
  );
  const result = await fetchWithRetries(task, parts);
  const found = rulesFrom(result, origin, product);
  const isSilent = found instanceof RobotsFault && outcomeFacts(found.outcome).side === 'network';
  if (!isSilent) return { found, requests: task.requests, transferred: task.transferred };
  // A robots.txt that hangs, or leads to a host that is dead, says nothing of the site: whether that is there, its home page tells.
  const { host } = new URL(origin);
  const led = task.url !== null && task.url.host !== host;
  const visit = newFetchTask(
    { url: `${origin}/`, kind: 'page', settings: { ...politeness, respectRobots: false }, retries: 0 },
    { bytes: ROBOTS_BYTES, beyond: 'cut' },
    signal,
  );
  const isThere = led || (await fetchWithRetries(visit, parts)).arrival !== null;
  return {
    found: isThere ? unavailable(host, '没有答复', 'does not answer') : found,
    requests: task.requests + visit.requests,
    transferred: task.transferred + visit.transferred,
  };
}

function rulesFrom({ arrival, judgement }: Result, origin: string, product: string): RobotsRules | RobotsFault {
  const { outcome } = judgement;
  const status = arrival?.answer.status ?? 0;
  if (arrival && status >= 200 && status < 300) return parseRobots(origin, decodePage(arrival.answer.bytes, null).text, product);
  if (WITHOUT_RULES.has(outcome) && status < 500) return OPEN_RULES;
  const { host } = new URL(origin);
  if (outcome === 'server-error' || outcome === 'rate-limited') return unavailable(host, `答复 ${status}`, `answers ${status}`);
  const { zh, en } = judgement.detail ?? outcomeFacts(outcome);
  return new RobotsFault(outcome, zh, en);
}

function unavailable(host: string, zh: string, en: string): RobotsFault {
  return new RobotsFault(
    'robots-unavailable',
    `${host} 的 robots.txt ${zh}，按规矩暂不访问该站。`,
    `${host} ${en} when it is asked for its robots.txt, so nothing else is asked of it for now.`,
  );
}

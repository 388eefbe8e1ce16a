import type { DoorParts } from './door-parts.ts';
import { type Answer, type Question, single } from './exchange.ts';
import { Fault } from './fault.ts';
import type { Deadline, FetchTask } from './fetch-task.ts';
import { hop } from './hop.ts';
import { credentialsOf, locationReference, parseTarget } from './targets.ts';

const MAX_REDIRECTS = 10;

/** The last answer of a chain of redirects. */
export interface Arrival {
  readonly answer: Answer;
  readonly url: URL;
}

/**
 * One try of a fetch task: asks and follows redirects, each hop judged by the address guard and its own host's robots.txt, all within one deadline.
 * Rejects with a Fault.
 */
export async function follow(task: FetchTask, parts: DoorParts): Promise<Arrival> {
  const { request } = task;
  const deadline: Deadline = { milliseconds: request.settings.timeoutSeconds * 1000 };
  task.redirects = [];
  task.status = null;
  task.milliseconds = 0;
  let step: Step = { url: parseTarget(request.url), method: request.method ?? 'GET', body: request.body ?? null };
  const home = step.url;
  const visits = new Visits();
  for (;;) {
    task.url = step.url;
    if (request.settings.respectRobots) await parts.robots.admit(step.url, task);
    const cookies = parts.cookies.header(step.url.origin);
    visits.note(step, cookies);
    const answer = await hop({ ...step, limit: task.limit, headers: headersFor(step, home, cookies, task, parts) }, task, deadline, parts);
    const next = nextStep(step, answer);
    if (next === null) return { answer, url: step.url };
    task.redirects.push({ status: answer.status, url: next.url.href });
    if (task.redirects.length > MAX_REDIRECTS) throw tooMany(step.url);
    if (visits.closesCircle(next, parts.cookies.header(next.url.origin))) throw circle(next.url);
    if (request.strictTls && losesEncryption(step.url, next.url)) throw unencrypted(next.url);
    step = next;
  }
}

type Step = Pick<Question, 'url' | 'method' | 'body'>;

/** Where an answer sends on to, or null where it is the last. 303, and 301 and 302 after a POST, turn into a GET (RFC 9110, 15.4). */
function nextStep(step: Step, answer: Answer): Step | null {
  const { status } = answer;
  const location = single(answer.headers.location);
  if (location === null || ![301, 302, 303, 307, 308].includes(status)) return null;
  const url = parseTarget(locationReference(location), step.url);
  return status === 307 || status === 308 ? { ...step, url } : { url, method: 'GET', body: null };
}

function headersFor(step: Step, home: URL, cookies: string | null, task: FetchTask, parts: DoorParts): Record<string, string> {
  const { request } = task;
  const headers: Record<string, string> = { ...parts.headers };
  if (step.url.host === home.host && !losesEncryption(home, step.url)) {
    const credentials = credentialsOf(request.url);
    if (credentials) headers.authorization = credentials;
    for (const [name, value] of Object.entries(request.headers ?? {})) headers[name.toLowerCase()] = value;
  }
  if (step.body === null) delete headers['content-type'];
  if (cookies) headers.cookie = cookies;
  if (request.validators?.etag) headers['if-none-match'] = request.validators.etag;
  if (request.validators?.lastModified) headers['if-modified-since'] = request.validators.lastModified;
  return headers;
}

function losesEncryption(from: URL, to: URL): boolean {
  return from.protocol === 'https:' && to.protocol === 'http:';
}

/** Notices circles: a page may be asked for again once, and only with cookies that it has set in the meantime. */
class Visits {
  readonly #seen = new Map<string, { readonly cookies: string | null; readonly count: number }>();

  note(step: Step, cookies: string | null): void {
    this.#seen.set(keyOf(step), { cookies, count: (this.#seen.get(keyOf(step))?.count ?? 0) + 1 });
  }

  closesCircle(step: Step, cookies: string | null): boolean {
    const seen = this.#seen.get(keyOf(step));
    return seen !== undefined && (seen.count > 1 || seen.cookies === cookies);
  }
}

function keyOf({ method, url }: Step): string {
  return `${method} ${url.href}`;
}

function tooMany(url: URL): Fault {
  return new Fault(
    'too-many-redirects',
    `${url.host} 连续跳转超过 ${MAX_REDIRECTS} 次。`,
    `${url.host} redirects more than ${MAX_REDIRECTS} times.`,
  );
}

function circle(url: URL): Fault {
  return new Fault('too-many-redirects', `${url.host} 在同一页面来回跳转。`, `${url.host} redirects in a circle.`);
}

function unencrypted(url: URL): Fault {
  return new Fault(
    'tls',
    `跳转到了未加密的 ${url.host}，已停止。`,
    `It redirects to ${url.host} without encryption, where this may not go.`,
  );
}

import type { Outcome } from '../../src/model/outcome.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { FetchTask } from './fetch-task.ts';
import type { Arrival } from './follow.ts';
import { recogniseInterstitial } from './interstitials.ts';

/** An outcome with the facts, which are null where all is well. */
export interface Judgement {
  readonly outcome: Outcome;
  readonly detail: Sentence | null;
}

/** Answers of servers to a plain GET that say something of the page; every other 4xx is somebody turning us away (RFC 9110, 15.5). */
const ABOUT_THE_PAGE: ReadonlySet<number> = new Set([400, 404, 408, 410, 414, 421, 425, 431]);

/** Statuses from 500 on that servers and their gateways are known to give (RFC 9110, 15.6; 520 to 527: Cloudflare but 521, which is Jiasule's). */
const OF_SERVERS: ReadonlySet<number> = new Set([
  500, 501, 502, 503, 504, 505, 506, 507, 508, 509, 510, 511, 520, 522, 523, 524, 525, 526, 527, 530, 598, 599,
]);

/** Where sites send a browser to that asks for a page they do not have. */
const NOT_FOUND_PATH = /\/(?:err(?:or)?[-_/]?)?(?:404|page-?404|not-?_?found)[^/]{0,20}$/i;

/** What an answer comes to. */
export function outcomeOfAnswer({ answer, url }: Arrival, task: FetchTask): Judgement {
  const { status } = answer;
  if (status === 304) return { outcome: 'not-modified', detail: null };
  const isOk = status >= 200 && status < 300;
  const sight = task.request.method === 'POST' && isOk ? null : recogniseInterstitial(answer);
  if (isOk) return outcomeOfSuccess(sight, url, task);
  const outcome = outcomeOfStatus(status, sight);
  return told(outcome, url, `答复 ${status}${sight ? `（${sight.zh}）` : ''}`, `answered ${status}${sight ? ` (${sight.en})` : ''}`);
}

function outcomeOfSuccess(sight: ReturnType<typeof recogniseInterstitial>, url: URL, task: FetchTask): Judgement {
  if (sight) return told(sight.outcome, url, `打开后是${sight.zh}`, `opens ${sight.en}`);
  if (task.redirects.length > 0 && NOT_FOUND_PATH.test(url.pathname)) {
    return told('soft-404', url, `跳转到了 ${url.pathname}`, `redirected to ${url.pathname}`);
  }
  return { outcome: 'ok', detail: null };
}

function outcomeOfStatus(status: number, sight: { readonly outcome: Outcome } | null): Outcome {
  // A protection that answers 404 says nothing of the page.
  if (status === 404 || status === 410) return sight?.outcome === 'blocked' ? 'blocked' : 'gone';
  if (status === 429) return 'rate-limited';
  if (status >= 400 && !(status < 500 ? ABOUT_THE_PAGE : OF_SERVERS).has(status)) return 'blocked';
  if (sight && sight.outcome !== 'soft-404') return sight.outcome;
  return status >= 500 ? 'server-error' : 'client-error';
}

function told(outcome: Outcome, url: URL, zh: string, en: string): Judgement {
  return { outcome, detail: { zh: `${url.host} ${zh}。`, en: `${url.host} ${en}.` } };
}

import type { CrawledHome } from '../../crawlers/site/home.ts';
import { type Outcome, outcomeFacts, outcomeSentence } from '../../src/model/outcome.ts';
import type { SiteRecord } from '../../src/model/records.ts';

/**
 * What a site as a whole came to: ok where every column was read; unreachable, blocked or forbidden where none was, for the
 * reason that most of them had; partial in between. A site without columns is judged by its home page.
 */
export function siteStatus(outcomes: readonly Outcome[], home: CrawledHome | null): Pick<SiteRecord, 'status' | 'reason'> {
  const judged = outcomes.length > 0 ? outcomes : home ? [home.outcome] : [];
  const failed = judged.flatMap((outcome) => (outcomeFacts(outcome).reason === null ? [] : [outcome]));
  if (failed.length === 0) return { status: 'ok', reason: null };
  const commonest = mostFrequent(failed);
  const reason = home?.detail && home.outcome === commonest ? home.detail : outcomeSentence(commonest);
  if (failed.length < judged.length) return { status: 'partial', reason };
  const why = outcomeFacts(commonest).reason;
  if (why === 'blocked' || why === 'forbidden') return { status: why, reason };
  // A site that says that pages are gone is there.
  const isSilent = why === 'unreachable' && commonest !== 'gone' && commonest !== 'soft-404';
  return { status: isSilent || why === 'not-read-since' ? 'unreachable' : 'partial', reason };
}

function mostFrequent(outcomes: readonly Outcome[]): Outcome {
  const counts = new Map<Outcome, number>();
  for (const outcome of outcomes) counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}

import type { KnownColumn, PageMarks } from '../../src/model/records.ts';
import type { Fetched } from '../door/fetched.ts';
import type { CrawlReach } from './ports.ts';

/*
 * A 304 or an equal ETag is a hint, no proof: there are servers that say "not modified" for ever. A column is asked for its changes
 * only as long as nothing is held against it and somebody looked at the page itself a few days ago; a server that was caught is never
 * believed again.
 */

/** Days after which a page is looked at whatever its server says. */
const LOOK_EVERY_DAYS = 3;
const DAY_MS = 24 * 3600_000;

/** Whether all pages must be walked, whatever the first one says. */
export function mustWalk(known: KnownColumn, reach: CrawlReach): boolean {
  return reach.full || growsAnywhere(known) || (known.lastGood?.unreadPages.length ?? 0) > 0;
}

/** Whether the first page must be asked for without condition. */
export function mustLook(known: KnownColumn, reach: CrawlReach, isAccused: boolean): boolean {
  const { firstPage } = known;
  if (firstPage === null || firstPage.liar || isAccused || mustWalk(known, reach)) return true;
  return Math.abs(reach.asOf.getTime() - firstPage.lookedAsOf.getTime()) >= LOOK_EVERY_DAYS * DAY_MS;
}

/** A list of several pages that does not stand newest first: new rows may come on any of them, so the first one says nothing of the rest. */
function growsAnywhere({ lastGood }: KnownColumn): boolean {
  return lastGood !== null && !lastGood.newestFirst && lastGood.rows > (lastGood.fingerprint?.rows ?? 0);
}

/**
 * Whether a server would have said "not modified" of a list that had changed: its marks are as they were, or it says so when it is asked.
 * @param ask asks for the page again, if it has changed since the marks
 */
export async function isCaughtLying(before: PageMarks, now: Fetched, ask: (marks: PageMarks) => Promise<Fetched>): Promise<boolean> {
  if (before.etag === null && before.lastModified === null) return false;
  if (before.etag === now.etag && before.lastModified === now.lastModified) return true;
  return (await ask(before)).outcome === 'not-modified';
}

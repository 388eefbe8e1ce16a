import { createHash } from 'node:crypto';
import type { Column } from '../../src/model/estate.ts';
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

/** Further pages of one list that are looked at in one night. */
const DEEPEST = 4;
/** Requests that a column may cost in a night on average for it. */
const SHARE = 0.04;

/**
 * How many further pages of a list are read in a night although its first one shows nothing new: of a list that tells no total nothing else shows what was
 * dated back or withdrawn on them. Nights on which that is due are spread over the columns; 0 on all others.
 */
export function pagesToLookAt({ id }: Pick<Column, 'id'>, { lastGood }: KnownColumn, { asOf }: CrawlReach): number {
  const onFirst = lastGood?.fingerprint?.rows ?? 0;
  if (lastGood === null || onFirst === 0 || lastGood.fingerprint?.total !== undefined) return 0;
  const pages = Math.min(DEEPEST, Math.ceil(lastGood.rows / onFirst) - 1);
  if (pages <= 0) return 0;
  const turn = createHash('sha1').update(id).digest().readUInt32BE(0);
  return (Math.floor(asOf.getTime() / DAY_MS) + turn) % Math.ceil(pages / SHARE) === 0 ? pages : 0;
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

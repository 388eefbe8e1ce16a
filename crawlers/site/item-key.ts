import { createHash } from 'node:crypto';
import type { Entry } from '../../src/model/reading.ts';
import type { ItemKey } from '../../src/model/records.ts';

/** Longer keys than any honest address needs end in a digest: an index of PostgreSQL takes 2,700 bytes, a character up to four. */
const LONGEST = 480;
const KEPT = 400;

/** The key under which an item counts once, wherever it is listed: its canonical URL without the scheme. */
export function itemKey(entry: Pick<Entry, 'title' | 'url' | 'publishedOn'>): ItemKey {
  return entry.url === null ? bounded(`row:${entry.publishedOn ?? ''}:${entry.title}`) : urlKey(entry.url);
}

/** http and https, and a slash at the end or not of a bare host, are the same page. */
export function urlKey(url: string): ItemKey {
  return bounded(url.replace(/^https?:\/\//, ''));
}

function bounded(key: string): ItemKey {
  return key.length <= LONGEST ? key : `${key.slice(0, KEPT)}#${createHash('sha256').update(key).digest('hex')}`;
}

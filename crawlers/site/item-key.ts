import type { Entry } from '../../src/model/reading.ts';
import type { ItemKey } from '../../src/model/records.ts';

/** The key under which an item counts once, wherever it is listed: its canonical URL without the scheme. */
export function itemKey(entry: Pick<Entry, 'title' | 'url' | 'publishedOn'>): ItemKey {
  return entry.url === null ? `row:${entry.publishedOn ?? ''}:${entry.title}` : urlKey(entry.url);
}

/** http and https, and a slash at the end or not of a bare host, are the same page. */
export function urlKey(url: string): ItemKey {
  return url.replace(/^https?:\/\//, '');
}

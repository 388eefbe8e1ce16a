import type { Entry } from '../../src/model/reading.ts';
import type { ItemKey, KnownColumn } from '../../src/model/records.ts';
import type { AddressHabits } from '../../src/model/site-profile.ts';
import { addIgnored, ignoredParts, type SameRow, withoutIgnored } from './addresses.ts';
import type { CrawledRow } from './crawled.ts';
import { itemKey, urlKey } from './item-key.ts';
import type { Twins } from './twins.ts';

/**
 * What was read in a list as rows under the keys of their items. An item keeps the key under which it is known, whichever way its
 * address is written today, and in whichever column; `habits` say what in addresses of this site does not matter.
 */
export function toRows(entries: readonly Entry[], known: KnownColumn, habits: AddressHabits, twins: Twins): CrawledRow[] {
  const keyOf = keyer(known, habits, twins.of(entries, known));
  const rows = entries.map((entry, index) => ({
    item: keyOf(entry),
    title: entry.title,
    url: entry.url,
    listedOn: entry.publishedOn,
    shown: entry.publishedOn === null ? (entry.shown ?? null) : null,
    position: index + 1,
  }));
  twins.note(rows);
  return rows;
}

/** The key of an entry's item. `twins` are the keys that items have in other columns, by their own. */
export function keyer(
  known: Pick<KnownColumn, 'entries'>,
  habits: AddressHabits,
  twins: ReadonlyMap<ItemKey, ItemKey> = new Map(),
): (entry: Entry) => ItemKey {
  const ownKey = ownKeyer(known, habits);
  return (entry) => {
    const key = ownKey(entry);
    return twins.get(key) ?? key;
  };
}

function ownKeyer(known: Pick<KnownColumn, 'entries'>, habits: AddressHabits): (entry: Entry) => ItemKey {
  if (habits.ignored.length === 0) return itemKey;
  const plain = (key: ItemKey) => (key.startsWith('row:') ? key : urlKey(withoutIgnored(`http://${key}`, habits)));
  const before = new Map([...known.entries.keys()].map((key) => [plain(key), key]));
  return (entry) => {
    const key = plain(itemKey(entry));
    return before.get(key) ?? key;
  };
}

/** Habits of a site's addresses, with what rows show that were met under other addresses before. */
export function learnFromRows(entries: readonly Entry[], known: Pick<KnownColumn, 'entries'>, habits: AddressHabits): AddressHabits {
  const keyOf = keyer(known, habits);
  const strangers = entries.filter((entry) => entry.url !== null && !known.entries.has(keyOf(entry)));
  if (strangers.length === 0 || known.entries.size === 0) return habits;
  const rows = new Map<string, string | null>();
  for (const [key, { title, listedOn }] of known.entries) {
    const name = rowName(title, listedOn);
    rows.set(name, rows.has(name) || key.startsWith('row:') ? null : key);
  }
  const pairs: SameRow[] = strangers.flatMap((entry) => {
    const key = rows.get(rowName(entry.title, entry.publishedOn));
    return key ? [{ one: `http://${key}`, other: `http://${itemKey(entry)}` }] : [];
  });
  const met = entries.flatMap((entry) => (entry.url === null ? [] : [`http://${itemKey(entry)}`]));
  return addIgnored(habits, ignoredParts(pairs, met));
}

/** Rows of a reading as rows that are known. */
export function asKnown(entries: readonly Entry[]): Pick<KnownColumn, 'entries'> {
  return {
    entries: new Map(
      entries.map((entry, index) => [itemKey(entry), { title: entry.title, listedOn: entry.publishedOn, position: index + 1 }]),
    ),
  };
}

const rowName = (title: string, day: string | null) => `${day ?? ''} ${title}`;

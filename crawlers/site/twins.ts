import type { Entry } from '../../src/model/reading.ts';
import type { ItemKey, KnownColumn } from '../../src/model/records.ts';
import type { CrawledRow } from './crawled.ts';
import { itemKey } from './item-key.ts';

/*
 * Some systems write the column into the addresses of its items: `art_2204_107000.html` in one column is `art_2205_107000.html` in another, `?id=7&lm=通知`
 * is `?id=7&lm=公告`. It is one page all the same. Which part is the column's is never told by its name: it is the one that stays the same down the whole
 * list, while the rest of the address, the title and the day are those of the other column's row.
 */

/** Rows of two columns that must agree before any of them is taken for one item. */
const FEWEST = 2;

/** Rows of a site's columns by what they show, so that an item that is listed in several of them under several addresses is known again. */
export class Twins {
  readonly #keys = new Map<string, ItemKey[]>();

  /** Keeps the rows of a column under the keys that they were given. */
  note(rows: readonly Pick<CrawledRow, 'item' | 'title' | 'listedOn'>[]): void {
    for (const { item, title, listedOn } of rows) {
      const name = nameOf(title, listedOn);
      const keys = name === null || item.startsWith('row:') ? null : (this.#keys.get(name) ?? []);
      if (keys === null || keys.includes(item)) continue;
      keys.push(item);
      this.#keys.set(name!, keys);
    }
  }

  /** The keys of other rows under which entries of one column are known, by their own keys; empty where too few agree. */
  of(entries: readonly Entry[], known: Pick<KnownColumn, 'entries'>): ReadonlyMap<ItemKey, ItemKey> {
    const found = new Map<ItemKey, ItemKey>();
    const linked = entries.filter(({ url, publishedOn }) => url !== null && publishedOn !== null);
    const own = new Map(linked.map((entry) => [itemKey(entry), entry]));
    const strangers = [...own].filter(([key]) => !known.entries.has(key));
    if (own.size < FEWEST || strangers.length === 0) return found;
    const before = new Twins();
    before.note([...known.entries].map(([item, { title, listedOn }]) => ({ item, title, listedOn })));
    const steady = steadyParts([...own.keys()]);
    for (const [key, { title, publishedOn }] of strangers) {
      const name = nameOf(title, publishedOn)!;
      const others = [...(before.#keys.get(name) ?? []), ...(this.#keys.get(name) ?? [])];
      const twin = others.find((other) => !own.has(other) && isTwin(key, other, steady));
      if (twin !== undefined) found.set(key, twin);
    }
    return found.size >= FEWEST ? found : new Map();
  }
}

const nameOf = (title: string, day: string | null) => (day === null ? null : `${day} ${title}`);

/** An address in its parts: host, what stands between the signs of its path, parameters. */
const partsOf = (key: ItemKey) => key.split(/(?<=[/_.?&-])|(?=[/_.?&-])/);

/** By number of parts: which of them are the same in all addresses of a list that have so many. */
function steadyParts(keys: readonly ItemKey[]): ReadonlyMap<number, ReadonlySet<number>> {
  const first = new Map<number, string[]>();
  const steady = new Map<number, Set<number>>();
  for (const key of keys) {
    const parts = partsOf(key);
    const model = first.get(parts.length);
    if (model === undefined) {
      first.set(parts.length, parts);
      steady.set(parts.length, new Set(parts.keys()));
    } else for (const place of steady.get(parts.length)!) if (model[place] !== parts[place]) steady.get(parts.length)!.delete(place);
  }
  return steady;
}

/** Whether two addresses differ in nothing but one part behind the host that is the column's. */
function isTwin(key: ItemKey, other: ItemKey, steady: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  const [parts, others] = [partsOf(key), partsOf(other)];
  if (parts.length !== others.length) return false;
  const differing = [...parts.keys()].filter((place) => parts[place] !== others[place]);
  return differing.length === 1 && differing[0]! > parts.indexOf('/') && steady.get(parts.length)?.has(differing[0]!) === true;
}

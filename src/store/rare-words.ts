import { sql } from 'drizzle-orm';
import type { ItemKey } from '../model/records.ts';
import type { Database } from './database.ts';
import { items } from './schema/items.ts';
import { matching } from './search.ts';

/** Words that so few items hold are looked up; those of more are met soon enough on the way down the newest. */
const RARE = 3000;
const REMEMBERED = 10_000;

/** The items that hold rare words, or null where the words are common. */
export type RareWords = (search: string) => Promise<readonly ItemKey[] | null>;

/**
 * Tells rare words from common ones. How rare the beginning of a word is the planner cannot know, and it is too hopeful: reading
 * through all items for a number that one of them bears takes a second, asking the index a moment. The index takes the longer the
 * more common words are, and common words stay common: so it is asked for them only once.
 */
export function rareWords(db: Database): RareWords {
  const common = new Set<string>();
  return async (search) => {
    if (common.has(search)) return null;
    const keys = await fewKeys(db, search);
    if (keys.length <= RARE) return keys;
    if (common.size >= REMEMBERED) common.clear();
    common.add(search);
    return null;
  };
}

/** Keys of items that hold all words: one more than are rare at most. */
function fewKeys(db: Database, search: string): Promise<readonly ItemKey[]> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select set_config('enable_seqscan', 'off', true), set_config('enable_indexscan', 'off', true)`);
    const few = tx
      .select({ key: items.key })
      .from(items)
      .where(matching(search))
      .limit(RARE + 1)
      .as('few');
    const [found] = await tx.select({ keys: sql<ItemKey[] | null>`json_agg(${few.key})` }).from(few);
    return found?.keys ?? [];
  });
}

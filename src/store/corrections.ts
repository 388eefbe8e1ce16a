import { and, desc, eq, or, type SQL, sql } from 'drizzle-orm';
import type { CorrectionRecord } from '../model/records.ts';
import type { Database } from './database.ts';
import { listed, selectAll } from './rows.ts';
import { corrections } from './schema/corrections.ts';
import { items, sightings } from './schema/items.ts';
import { listings } from './schema/listings.ts';
import type { ColumnResult, CorrectionStore } from './store.ts';

/** What people set right. */
export function correctionStore(db: Database): CorrectionStore {
  return {
    add: (...made) =>
      db.transaction(async (tx) => {
        for (const { target, ...rest } of made) {
          await tx
            .insert(corrections)
            .select(selectAll(corrections, [{ ...rest, ...target }]))
            .onConflictDoNothing();
          await correctItems(tx, itemsOf(target));
        }
      }),

    undo: (id) =>
      db.transaction(async (tx) => {
        const taken = await tx
          .delete(corrections)
          .where(or(eq(corrections.id, id), sql`starts_with(${corrections.id}, ${`${id}.`})`))
          .returning();
        const undone = taken.map(read);
        for (const { target } of undone) await correctItems(tx, itemsOf(target));
        return undone;
      }),

    async list(target) {
      const of = target && ('item' in target ? eq(corrections.item, target.item) : ofColumn(target));
      const rows = await db.select().from(corrections).where(of).orderBy(desc(corrections.at), desc(corrections.id));
      return rows.map(read);
    },
  };
}

/** After a reading of a column was stored: its rows and items get what people set right for them or for the column. */
export async function applyCorrections(tx: Database, { reading, rows, items: given }: ColumnResult): Promise<void> {
  const keys = listed(new Set([...rows.map(({ item }) => item), ...given.map(({ record }) => record.key)]));
  const { rows: some } = await tx.execute(
    sql`select 1 from ${corrections} where (site = ${reading.site} and column_id = ${reading.column}) or item in ${keys} limit 1`,
  );
  if (some.length > 0) await correctItems(tx, sql`in ${keys}`);
}

/**
 * Works out the corrected category of the items whose key is `which`: a correction of the item goes before one of a column
 * that lists it or did, a later one before an earlier one.
 */
async function correctItems(tx: Database, which: ReturnType<typeof sql>): Promise<void> {
  await tx.execute(sql`
    update ${items} as target set corrected_category = coalesce(
      (select category from ${corrections} where item = target.key order by at desc, id desc limit 1),
      (select correction.category from ${sightings} as seen join ${corrections} as correction using (site, column_id)
        where seen.item = target.key order by correction.at desc, correction.id desc limit 1))
    where target.key ${which}`);
  // A list by category shows at once what was set right, not only when the estate is judged again.
  await tx.execute(sql`
    update ${listings} as listing set category = coalesce(target.corrected_category, target.category) from ${items} as target
    where target.key = listing.item and target.key ${which}
      and listing.category is distinct from coalesce(target.corrected_category, target.category)`);
}

/** The items that a correction speaks of, as a condition on their key. */
function itemsOf(target: CorrectionRecord['target']): SQL {
  if ('item' in target) return sql`= ${target.item}`;
  return sql`in (select item from ${sightings} where site = ${target.site} and column_id = ${target.column})`;
}

function ofColumn({ site, column }: { readonly site: string; readonly column: string }): SQL | undefined {
  return and(eq(corrections.site, site), eq(corrections.column, column));
}

function read({ item, site, column, ...rest }: typeof corrections.$inferSelect): CorrectionRecord {
  if (item !== null) return { ...rest, target: { item } };
  if (site !== null && column !== null) return { ...rest, target: { site, column } };
  throw new Error(`correction ${rest.id} has no target`);
}

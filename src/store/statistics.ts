import { sql } from 'drizzle-orm';
import type { Connection } from './database.ts';
import type { ColumnStore } from './store.ts';

/** Rows written before the planner is told anything: fewer are quick to read in any way. */
const FIRST_ROWS = 500;

/**
 * A server counts rows for its planner by itself; the embedded database does not, and a planner that knows nothing reads whole
 * tables for a few items. So rows are counted anew whenever there are twice as many, by what a crawl looks for: the words of all
 * items take longer than everything else, and are counted after the night.
 */
export function keepingStatistics({ db, shared }: Connection, columns: ColumnStore): ColumnStore {
  if (shared) return columns;
  let written = 0;
  let due: number | undefined;
  return {
    ...columns,
    async record(result) {
      await columns.record(result);
      written += result.rows.length + result.items.length;
      due ??= await nextCount(db);
      if (written < due) return;
      written = 0;
      await db.execute(
        sql`analyze gongkai.items (key, site, unit, published_on), gongkai.item_texts (key), gongkai.sightings, gongkai.readings, gongkai.column_states`,
      );
      due = await nextCount(db);
    },
  };
}

async function nextCount(db: Connection['db']): Promise<number> {
  const { rows } = await db.execute<{ rows: number }>(
    sql`select sum(reltuples)::int as rows from pg_class where oid in ('gongkai.items'::regclass, 'gongkai.sightings'::regclass)`,
  );
  return Math.max(FIRST_ROWS, rows[0]?.rows ?? 0);
}

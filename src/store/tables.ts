import { sql } from 'drizzle-orm';
import type { Database } from './database.ts';

/** Our tables but the record of migrations, each after those that its foreign keys point to. */
export async function tablesInOrder(db: Database): Promise<string[]> {
  const { rows: tables } = await db.execute<{ name: string }>(
    sql`select relname as name from pg_class where relnamespace = 'gongkai'::regnamespace and relkind = 'r' and relname <> 'migrations' order by relname`,
  );
  const { rows: keys } = await db.execute<{ child: string; parent: string }>(
    sql`select child.relname as child, parent.relname as parent from pg_constraint as key
      join pg_class as child on child.oid = key.conrelid join pg_class as parent on parent.oid = key.confrelid
      where key.contype = 'f' and key.connamespace = 'gongkai'::regnamespace and key.conrelid <> key.confrelid`,
  );
  const ordered = new Set<string>();
  const visit = (name: string): void => {
    if (ordered.has(name)) return;
    for (const { child, parent } of keys) if (child === name) visit(parent);
    ordered.add(name);
  };
  for (const { name } of tables) visit(name);
  return [...ordered];
}

/** Whether nothing but empty tables is there. */
export async function isEmpty(db: Database): Promise<boolean> {
  for (const name of await tablesInOrder(db)) {
    const { rows } = await db.execute(sql`select 1 from gongkai.${sql.identifier(name)} limit 1`);
    if (rows.length > 0) return false;
  }
  return true;
}

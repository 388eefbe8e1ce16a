import { and, eq, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { ItemKey } from '../model/records.ts';
import type { Database } from './database.ts';
import { listed } from './rows.ts';
import { items, itemTexts } from './schema/items.ts';
import { fileTexts, links } from './schema/links.ts';
import type { FileText, ItemText, Reference } from './store.ts';

/** Texts of items that were read, with those of the files that stand on their pages; an item that is a file has that alone. */
export function readTexts(db: Database, keys: readonly ItemKey[]): Promise<ItemText[]> {
  const files = db
    .select({
      read: sql<
        FileText[] | null
      >`json_agg(json_build_object('text', ${fileTexts.text}, 'whole', ${fileTexts.whole}) order by ${fileTexts.url})`.as('read'),
      itself: sql<boolean | null>`bool_or(${fileTexts.url} = ${items.url})`.as('itself'),
    })
    .from(links)
    .innerJoin(fileTexts, and(eq(fileTexts.site, links.site), eq(fileTexts.url, links.url)))
    .where(and(eq(links.site, items.site), or(eq(links.page, items.url), eq(links.url, items.url))))
    .as('files');
  const isWhole = sql`exists (select 1 from ${fileTexts} where ${fileTexts.site} = ${items.site} and ${fileTexts.url} = beside.url and ${fileTexts.whole})`;
  // By address, not by number: another file's text says nothing of one that was not read.
  const unread = sql<number>`(select count(*)::int from (
      select one->>'url' as url from jsonb_array_elements(${items.attachments}) as one
      union select ${links.url} from ${links} where ${links.site} = ${items.site} and ${links.kind} = 'attachment'
        and (${links.page} = ${items.url} or ${links.url} = ${items.url})
    ) as beside where not ${isWhole})`;
  return db
    .select({
      key: items.key,
      text: sql<string>`coalesce(${itemTexts.text}, '')`,
      attachments: sql<number>`jsonb_array_length(${items.attachments}) + (${files.itself} is true)::int`,
      files: sql<FileText[]>`coalesce(${files.read}, '[]'::json)`,
      unread,
    })
    .from(items)
    .leftJoin(itemTexts, eq(itemTexts.key, items.key))
    .leftJoinLateral(files, sql`true`)
    .where(and(inArray(items.key, listed(keys)), or(isNotNull(itemTexts.key), isNotNull(files.read))));
}

/** Of texts among some that link to any of the same, to which. */
export async function readReferences(db: Database, keys: readonly ItemKey[]): Promise<Reference[]> {
  const { rows } = await db.execute<{ from: ItemKey; to: ItemKey }>(
    sql`with asked as materialized (select * from ${listed(keys)} as given(key))
      select ${itemTexts.key} as "from", target as "to" from asked join ${itemTexts} on ${itemTexts.key} = asked.key,
        jsonb_array_elements_text(${itemTexts.refers}) as target where target in (select key from asked) and target <> ${itemTexts.key}`,
  );
  return rows;
}

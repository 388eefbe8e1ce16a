import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import type { ItemKey } from '../model/records.ts';
import type { Database } from './database.ts';
import { listed } from './rows.ts';
import { items, itemTexts } from './schema/items.ts';
import { fileTexts, links } from './schema/links.ts';
import type { FileText, ItemText, Reference } from './store.ts';

/** Texts of items that were read, with the files that stand on their pages; an item that is a file has that alone. */
export function readTexts(db: Database, keys: readonly ItemKey[]): Promise<ItemText[]> {
  const files = db
    .select({
      // By address: another file's text says nothing of one that was not read.
      files: sql<FileText[] | null>`json_agg(json_build_object('url', beside.url, 'name', beside.name, 'text', ${fileTexts.text},
        'whole', coalesce(${fileTexts.whole}, false)) order by beside.url)`.as('files'),
      read: sql<number>`count(${fileTexts.url})`.as('read'),
    })
    .from(
      sql`(select distinct on (url) url, name from (
          select one->>'url' as url, one->>'name' as name from jsonb_array_elements(${items.attachments}) as one
          union all select ${links.url}, ${links.name} from ${links} where ${links.site} = ${items.site} and ${links.kind} = 'attachment'
            and (${links.page} = ${items.url} or ${links.url} = ${items.url})
        ) as named order by url, length(name) desc, name) as beside`,
    )
    .leftJoin(fileTexts, and(eq(fileTexts.site, items.site), eq(fileTexts.url, sql`beside.url`)))
    .as('files');
  return db
    .select({
      key: items.key,
      text: sql<string>`coalesce(${itemTexts.text}, '')`,
      files: sql<FileText[]>`coalesce(${files.files}, '[]'::json)`,
    })
    .from(items)
    .leftJoin(itemTexts, eq(itemTexts.key, items.key))
    .leftJoinLateral(files, sql`true`)
    .where(and(inArray(items.key, listed(keys)), or(isNotNull(itemTexts.key), gt(files.read, 0))));
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

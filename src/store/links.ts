import { and, asc, eq, inArray, lte, not, notInArray, or, sql } from 'drizzle-orm';
import { LINK_FAULTS } from '../model/links.ts';
import type { Database } from './database.ts';
import { listed, recordset, replacing, selectAll, storableText } from './rows.ts';
import { fileTexts, links } from './schema/links.ts';
import type { LinkStore, LookedLink } from './store.ts';

/** Links on sites' pages. */
/** Alive, and nothing told of what it leads to: what is held against somebody is looked at for as long as it is. */
const isCalm = sql`(${links.state} = 'alive' and coalesce(${links.personalData}, '[]') = '[]')`;

export function linkStore(db: Database): LinkStore {
  return {
    note: ({ site, unit, page, links: shown }, on, first) =>
      db.transaction(async (tx) => {
        const urls = shown.map(({ url }) => url);
        const here = and(eq(links.site, site), eq(links.page, page));
        await tx.delete(links).where(urls.length === 0 ? here : and(here, notInArray(links.url, listed(urls))));
        if (shown.length === 0) return;
        const rows = shown.map((link) => ({
          ...{ ...link, site, unit, page, foundOn: on, looks: [], personalData: null, ...first(link) },
        }));
        await tx.insert(links).select(selectAll(links, rows)).onConflictDoNothing();
      }),

    due: (site, today, limit, which) =>
      db
        .select()
        .from(links)
        .where(and(eq(links.site, site), lte(links.nextLook, today), which === 'calm' ? isCalm : not(isCalm)))
        .orderBy(asc(links.nextLook), asc(links.foundOn), asc(links.url))
        .limit(limit),

    async keep(looked) {
      if (looked.length === 0) return;
      await db.transaction(async (tx) => {
        await tx.execute(
          sql`update ${links} set state = given.state, looks = given.looks, next_look = given.next_look, personal_data = given.personal_data
            from ${recordset(links, looked)} as given where ${links.site} = given.site and ${links.url} = given.url`,
        );
        await keepTexts(tx, looked);
      });
    },

    telling: () =>
      db
        .select()
        .from(links)
        .where(or(inArray(links.state, [...LINK_FAULTS]), sql`${links.personalData} <> '[]'`))
        .orderBy(asc(links.site), asc(links.page), asc(links.url)),
  };
}

/** What was read now takes the place of what was; of a file that is there no more nothing is kept, and of one that could not be had this time what was known. */
async function keepTexts(tx: Database, looked: readonly LookedLink[]): Promise<void> {
  const rows = looked.flatMap(({ site, url, contents }) =>
    contents ? [{ site, url, text: storableText(contents.text), whole: contents.whole }] : [],
  );
  if (rows.length > 0) {
    // A link that its page no longer shows is not there to hang a text on.
    const shown = sql`exists (select 1 from ${links} where ${links.site} = given.site and ${links.url} = given.url)`;
    await tx
      .insert(fileTexts)
      .select(sql`${selectAll(fileTexts, rows)} where ${shown}`)
      .onConflictDoUpdate({ target: [fileTexts.site, fileTexts.url], set: replacing(fileTexts, ['site', 'url']) });
  }
  const gone = looked.flatMap(({ site, url, contents }) => (contents === null ? [{ site, url, text: '', whole: false }] : []));
  if (gone.length === 0) return;
  await tx.execute(
    sql`delete from ${fileTexts} using ${recordset(fileTexts, gone)} as given where ${fileTexts.site} = given.site and ${fileTexts.url} = given.url`,
  );
}

import { and, asc, eq, inArray, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import { LINK_FAULTS } from '../model/links.ts';
import type { Database } from './database.ts';
import { listed, recordset, selectAll } from './rows.ts';
import { links } from './schema/links.ts';
import type { LinkStore } from './store.ts';

/** Links on sites' pages. */
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
        .where(and(eq(links.site, site), lte(links.nextLook, today), (which === 'alive' ? eq : ne)(links.state, 'alive')))
        .orderBy(asc(links.nextLook), asc(links.foundOn), asc(links.url))
        .limit(limit),

    async keep(looked) {
      if (looked.length === 0) return;
      await db.execute(
        sql`update ${links} set state = given.state, looks = given.looks, next_look = given.next_look, personal_data = given.personal_data
          from ${recordset(links, looked)} as given where ${links.site} = given.site and ${links.url} = given.url`,
      );
    },

    telling: () =>
      db
        .select()
        .from(links)
        .where(or(inArray(links.state, [...LINK_FAULTS]), sql`${links.personalData} <> '[]'`))
        .orderBy(asc(links.site), asc(links.page), asc(links.url)),
  };
}

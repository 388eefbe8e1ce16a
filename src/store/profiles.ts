import { eq } from 'drizzle-orm';
import type { Database } from './database.ts';
import { siteProfiles } from './schema/site-profiles.ts';
import type { ProfileStore } from './store.ts';

/** What was learnt of sites as a whole, one row a site. */
export function profileStore(db: Database): ProfileStore {
  return {
    async get(site) {
      const [row] = await db.select().from(siteProfiles).where(eq(siteProfiles.site, site));
      // Profiles of before there were scripts in them know none.
      return row ? { site, learntAt: row.learntAt, ...{ scripts: [] }, ...row.profile } : null;
    },

    async keep({ site, learntAt, ...profile }) {
      await db
        .insert(siteProfiles)
        .values({ site, learntAt, profile })
        .onConflictDoUpdate({ target: siteProfiles.site, set: { learntAt, profile } });
    },
  };
}

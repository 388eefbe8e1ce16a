import { jsonb, text } from 'drizzle-orm/pg-core';
import type { SiteProfile } from '../../model/site-profile.ts';
import { gongkai, instant } from './types.ts';

/** What was learnt of a site as a whole, one row a site. */
export const siteProfiles = gongkai.table('site_profiles', {
  site: text('site').primaryKey(),
  learntAt: instant('learnt_at').notNull(),
  profile: jsonb('profile').$type<Omit<SiteProfile, 'site' | 'learntAt'>>().notNull(),
});

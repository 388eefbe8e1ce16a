import { boolean, foreignKey, index, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { LinkKind, LinkLook, LinkState } from '../../model/links.ts';
import type { PersonalData } from '../../model/personal-data.ts';
import { day, gongkai } from './types.ts';

/** Links on sites' pages, and what came of looking where they lead; one row an address and site. */
export const links = gongkai.table(
  'links',
  {
    site: text('site').notNull(),
    url: text('url').notNull(),
    unit: text('unit').notNull(),
    page: text('page').notNull(),
    name: text('name').notNull(),
    kind: text('kind').$type<LinkKind>().notNull(),
    foundOn: day('found_on').notNull(),
    state: text('state').$type<LinkState>().notNull(),
    looks: jsonb('looks').$type<readonly LinkLook[]>().notNull(),
    nextLook: day('next_look').notNull(),
    personalData: jsonb('personal_data').$type<readonly PersonalData[]>(),
  },
  (table) => [
    primaryKey({ columns: [table.site, table.url] }),
    index('links_page').on(table.site, table.page),
    index('links_next').on(table.site, table.nextLook),
  ],
);

/** What files behind links say that more than personal data is looked for in: budgets and accounts. Apart from their links, which stay light. */
export const fileTexts = gongkai.table(
  'file_texts',
  {
    site: text('site').notNull(),
    url: text('url').notNull(),
    text: text('text').notNull(),
    whole: boolean('whole').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.site, table.url] }),
    foreignKey({ columns: [table.site, table.url], foreignColumns: [links.site, links.url] }).onDelete('cascade'),
  ],
);

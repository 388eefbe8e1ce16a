import { sql } from 'drizzle-orm';
import { doublePrecision, index, integer, jsonb, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import type { Outcome } from '../../model/outcome.ts';
import type { PersonalData } from '../../model/personal-data.ts';
import type { Attachment, DateConflict, PublishedSource } from '../../model/reading.ts';
import { day, gongkai, instant, tsvector } from './types.ts';

export const items = gongkai.table(
  'items',
  {
    key: text('key').primaryKey(),
    url: text('url').notNull(),
    site: text('site').notNull(),
    unit: text('unit').notNull(),
    title: text('title').notNull(),
    publishedOn: day('published_on'),
    publishedAt: text('published_at'),
    publishedSource: text('published_source').$type<PublishedSource>(),
    conflicts: jsonb('conflicts').$type<readonly DateConflict[]>().notNull(),
    documentDate: day('document_date'),
    documentNumber: text('document_number'),
    indexNumber: text('index_number'),
    issuer: text('issuer'),
    source: text('source'),
    author: text('author'),
    reviewer: text('reviewer'),
    subject: text('subject'),
    attachments: jsonb('attachments').$type<readonly Attachment[]>().notNull(),
    personalData: jsonb('personal_data').$type<readonly PersonalData[]>(),
    /** As classified. */
    category: text('category').notNull(),
    /** As a person set it, for the item or its column; it goes before `category`. Worked out from corrections. */
    correctedCategory: text('corrected_category'),
    confidence: doublePrecision('confidence').notNull(),
    reasons: jsonb('reasons').$type<readonly string[]>().notNull(),
    flags: jsonb('flags').$type<readonly string[]>().notNull(),
    outcome: text('outcome').$type<Outcome>(),
    etag: text('etag'),
    lastModified: text('last_modified'),
    textHash: text('text_hash'),
    simhash: text('simhash'),
    firstSeen: instant('first_seen').notNull(),
    lastSeen: instant('last_seen').notNull(),
    removedAt: instant('removed_at'),
    search: tsvector('search').notNull(),
  },
  (table) => [
    index('items_newest').on(table.publishedOn.desc(), table.key),
    index('items_unit').on(table.unit, table.publishedOn.desc(), table.key),
    index('items_site').on(table.site, table.publishedOn.desc(), table.key),
    index('items_category').on(sql`coalesce(${table.correctedCategory}, ${table.category})`, table.publishedOn.desc(), table.key),
    index('items_doubt').on(table.confidence, table.key).where(sql`${table.correctedCategory} is null`),
    index('items_search').using('gin', table.search),
  ],
);

/** Body texts apart from their items, so that lists of items stay light. */
export const itemTexts = gongkai.table('item_texts', {
  key: text('key')
    .primaryKey()
    .references(() => items.key),
  text: text('text').notNull(),
  /** Keys of items that it links to; null of texts that are kept from before that was looked at. */
  refers: jsonb('refers').$type<readonly string[]>(),
});

/** One row a stay of an item in a column's list; open while `goneSince` is null. */
export const sightings = gongkai.table(
  'sightings',
  {
    site: text('site').notNull(),
    column: text('column_id').notNull(),
    item: text('item').notNull(),
    title: text('title').notNull(),
    url: text('url'),
    listedOn: day('listed_on'),
    position: integer('position').notNull(),
    firstRun: text('first_run').notNull(),
    firstSeen: instant('first_seen').notNull(),
    firstAsOf: instant('first_as_of').notNull(),
    lastSeen: instant('last_seen').notNull(),
    goneSince: instant('gone_since'),
    /** The day that the row showed before it showed another, when that was seen last, and "now" of the run that saw the other first. */
    listedBefore: day('listed_before'),
    shownUntil: instant('shown_until'),
    redatedAsOf: instant('redated_as_of'),
  },
  (table) => [
    primaryKey({ columns: [table.site, table.column, table.item, table.firstSeen] }),
    uniqueIndex('sightings_open_once').on(table.site, table.column, table.item).where(sql`${table.goneSince} is null`),
    index('sightings_item').on(table.item),
    // What the list shows now, from its top; what came after a moment, and what had come before it.
    index('sightings_open').on(table.site, table.column, table.position).where(sql`${table.goneSince} is null`),
    index('sightings_newest').on(table.site, table.column, table.firstAsOf.desc().nullsFirst(), table.position),
  ],
);

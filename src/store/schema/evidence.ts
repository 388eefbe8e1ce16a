import { index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
import { bytea, gongkai, instant } from './types.ts';

/** Pages as fetched, by the SHA-256 of their bytes. */
export const evidencePages = gongkai.table(
  'evidence_pages',
  {
    hash: text('hash').primaryKey(),
    /** Compressed with Brotli. */
    compressed: bytea('compressed').notNull(),
    /** Bytes before compression. */
    size: integer('size').notNull(),
    contentType: text('content_type'),
    /** Last time that the page was fetched or that a reading rested on it. */
    lastUsed: instant('last_used').notNull(),
  },
  (table) => [index('evidence_pages_last_used').on(table.lastUsed)],
);

/** When and where such bytes were fetched. */
export const evidenceUses = gongkai.table(
  'evidence_uses',
  {
    hash: text('hash')
      .notNull()
      .references(() => evidencePages.hash, { onDelete: 'cascade' }),
    site: text('site').notNull(),
    column: text('column_id').notNull(),
    url: text('url').notNull(),
    fetchedAt: instant('fetched_at').notNull(),
    /** The picture of the page as a browser drew it; its bytes are kept as a page's are, for as long as this page. */
    screenshot: text('screenshot').references(() => evidencePages.hash, { onDelete: 'set null' }),
  },
  (table) => [
    primaryKey({ columns: [table.hash, table.site, table.column, table.fetchedAt] }),
    index('evidence_uses_screenshot').on(table.screenshot),
  ],
);

import { customType, date, pgSchema, timestamp } from 'drizzle-orm/pg-core';
import type { Sentence } from '../../model/sentence.ts';
import { readSaying, readSentence } from '../joined-text.ts';
import { storableText } from '../rows.ts';

/** All our tables stand in a schema of their own, so that a queue or another program may share the database. */
export const gongkai = pgSchema('gongkai');

/** An instant; text in the driver, Date for us. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date', precision: 3 });

/** A calendar day, `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: 'string' });

export const bytea = customType<{ data: Uint8Array }>({ dataType: () => 'bytea' });

/** What is told to people, as JSON in a text column: rows of older versions hold both languages as one text. */
export const sentence = toldText(readSentence);

/** The same, where rows of older versions hold one language, or what a person said. */
export const saying = toldText(readSaying);

function toldText(read: (stored: string) => Sentence) {
  return customType<{ data: Sentence; driverData: string }>({
    dataType: () => 'text',
    toDriver: ({ zh, en }) => JSON.stringify({ zh: storableText(zh), en: storableText(en) }),
    fromDriver: read,
  });
}

/** Search terms, written as PostgreSQL reads a tsvector: see search.ts. */
export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

import { index, integer, jsonb, text, unique } from 'drizzle-orm/pg-core';
import type { PaperEdits, PaperEntry, PaperRecord } from '../../model/paper.ts';
import { day, gongkai, instant } from './types.ts';

/** The office's papers. `drawn` is frozen from the release on. */
export const papers = gongkai.table(
  'papers',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    from: day('from_day').notNull(),
    to: day('to_day').notNull(),
    unit: text('unit'),
    state: text('state').$type<PaperRecord['state']>().notNull(),
    drawn: jsonb('drawn').$type<PaperRecord['drawn']>().notNull(),
    asOf: instant('as_of').notNull(),
    basis: text('basis').notNull(),
    edits: jsonb('edits').$type<PaperEdits>().notNull(),
    evidence: text('evidence').array().notNull(),
    series: text('series'),
    numberYear: integer('number_year'),
    numberPlace: integer('number_place'),
    number: text('number'),
    begunBy: text('begun_by').notNull(),
    begunAt: instant('begun_at').notNull(),
    releasedBy: text('released_by'),
    releasedAt: instant('released_at'),
    answerBy: day('answer_by'),
    corrects: text('corrects'),
    stamp: text('stamp').notNull(),
  },
  (table) => [
    unique('papers_number').on(table.series, table.numberYear, table.numberPlace),
    index('papers_newest').on(table.begunAt.desc()),
    index('papers_corrects').on(table.corrects),
  ],
);

/** The life of papers, entry by entry. */
export const paperEntries = gongkai.table(
  'paper_entries',
  {
    id: text('id').primaryKey(),
    paper: text('paper')
      .notNull()
      .references(() => papers.id),
    at: instant('at').notNull(),
    by: text('by').notNull(),
    event: text('event').$type<PaperEntry['event']>().notNull(),
    said: text('said').notNull(),
    deliveries: text('deliveries').array().notNull(),
  },
  (table) => [index('paper_entries_paper').on(table.paper, table.at)],
);

import { index, integer, jsonb, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Basis } from '../../model/findings.ts';
import type { Severity } from '../../model/records.ts';
import { runs } from './runs.ts';
import { day, gongkai } from './types.ts';

export const findings = gongkai.table(
  'findings',
  {
    run: text('run')
      .notNull()
      .references(() => runs.id),
    /** Place in the run's findings, from 0. */
    place: integer('place').notNull(),
    kind: text('rule').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    unit: text('unit'),
    site: text('site'),
    column: text('column_id'),
    url: text('url'),
    /** What it said, in one language: of findings that an older version kept. */
    message: text('message'),
    facts: jsonb('facts').$type<unknown>(),
    basis: jsonb('basis').$type<Basis>(),
    since: day('since'),
    evidence: text('evidence').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.run, table.place] }), index('findings_evidence').using('gin', table.evidence)],
);

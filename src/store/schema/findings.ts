import { index, integer, primaryKey, text } from 'drizzle-orm/pg-core';
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
    rule: text('rule').notNull(),
    severity: text('severity').$type<Severity>().notNull(),
    unit: text('unit'),
    site: text('site'),
    column: text('column_id'),
    url: text('url'),
    message: text('message').notNull(),
    since: day('since'),
    evidence: text('evidence').array().notNull(),
  },
  (table) => [primaryKey({ columns: [table.run, table.place] }), index('findings_evidence').using('gin', table.evidence)],
);

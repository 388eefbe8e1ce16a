import { type CountedBy, type CountRow, countRows, groupFor, totalOf } from '../../src/counting/tally.ts';
import type { Span } from '../../src/model/estate.ts';
import type { Workshop } from '../workshop.ts';
import type { JudgingParts } from './judge.ts';
import { judgeOnce } from './judgement.ts';

/** Numbers of a span by one thing. */
export interface SpanCounts {
  readonly rows: readonly CountRow[];
  /** Each item once, however many rows count it. */
  readonly total: number;
}

/**
 * Counts a span by what the last audit of the whole estate saw: the same items as `audit` counts over the same days. Null where nothing
 * was audited yet.
 */
export async function countSpan(parts: JudgingParts & Pick<Workshop, 'clock'>, span: Span, by: CountedBy): Promise<SpanCounts | null> {
  const { store, config } = parts;
  const run = await store.runs.lastAudit();
  if (run === null) return null;
  await judgeOnce(parts, run);
  const group = groupFor(by);
  const [tallies, columns, days] = await Promise.all([
    store.judgements.tally(span, group),
    store.columns.list(),
    group === 'day' ? null : store.judgements.tally(span, 'day'),
  ]);
  return {
    rows: countRows(by, tallies, span, { estate: config.estate, taxonomy: config.taxonomy, columns }),
    total: totalOf(days ?? tallies),
  };
}

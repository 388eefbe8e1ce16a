import { type Outcome, outcomeFacts } from '../../src/model/outcome.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { Workshop } from '../workshop.ts';

/** Records that a run came to nothing with a column, and why, in words for people: no planned column is left without an outcome. */
export async function recordUnread(
  { store, clock }: Pick<Workshop, 'store' | 'clock'>,
  run: RunRecord,
  column: { readonly site: string; readonly column: string },
  outcome: Outcome,
  detail: Sentence | null,
): Promise<void> {
  await store.columns.record({
    reading: {
      run: run.id,
      site: column.site,
      column: column.column,
      address: null,
      at: clock.now(),
      asOf: run.asOf,
      outcome,
      reason: outcomeFacts(outcome).reason,
      detail,
      rows: 0,
      complete: false,
      newestFirst: true,
      unreadPages: [],
      fingerprint: null,
      evidence: null,
      via: 'html',
      certainty: 'unsure',
      doubts: [],
    },
    rows: [],
    unchanged: false,
    vanished: [],
    items: [],
    firstPage: null,
    pages: [],
  });
}

import type { AuditResult } from '../../src/audit/audit-result.ts';
import { changesBetween, closedBefore, figuresOf } from '../../src/counting/closing.ts';
import { countsOf } from '../../src/counting/tally.ts';
import type { Closing } from '../../src/model/closing.ts';
import { dayIn } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { Workshop } from '../workshop.ts';

type ClosingParts = Pick<Workshop, 'store' | 'config' | 'clock'>;

/**
 * Closes the periods that are over with the figures of an audit, and where they were closed before with other figures, writes a revision
 * that says what changed. The lists that are counted were kept with the audit's judgement a moment ago.
 */
export async function closePeriods({ store, config, clock }: Workshop, run: RunRecord, result: AuditResult | null): Promise<void> {
  if (result === null) return;
  for (const span of closedBefore(dayIn(config.estate.timezone, run.asOf))) {
    const [last] = await store.closings.of(span);
    await closePeriod({ store, config, clock }, run, span, last);
  }
}

/** The same between audits, when a correction or other rules made the lists of a run anew: closed periods that count otherwise now are revised. */
export async function reviseClosed(parts: ClosingParts, run: RunRecord): Promise<void> {
  for (const span of closedBefore(dayIn(parts.config.estate.timezone, run.asOf))) {
    const [last] = await parts.store.closings.of(span);
    if (last !== undefined) await closePeriod(parts, run, span, last);
  }
}

async function closePeriod({ store, config, clock }: ClosingParts, run: RunRecord, span: Span, last: Closing | undefined): Promise<void> {
  const asOf = dayIn(config.estate.timezone, run.asOf);
  if (last !== undefined && last.asOf > asOf) return;
  const [day, unit] = await Promise.all([store.judgements.tally(span, 'day'), store.judgements.tally(span, 'unit')]);
  const figures = figuresOf(countsOf({ day, unit, site: [], column: [] }, 0, config.taxonomy));
  const changes = last === undefined ? [] : changesBetween(last.figures, figures);
  if (last !== undefined && changes.length === 0) return;
  await store.closings.add({ ...span, revision: (last?.revision ?? 0) + 1, closedAt: clock.now(), asOf, run: run.id, figures, changes });
}

import type { AuditResult } from '../../src/audit/audit-result.ts';
import { changesBetween, closedBefore, figuresOf } from '../../src/counting/closing.ts';
import { countsOf } from '../../src/counting/tally.ts';
import { dayIn } from '../../src/model/day.ts';
import type { RunRecord } from '../../src/model/records.ts';
import type { Workshop } from '../workshop.ts';

/**
 * Closes the periods that are over with the figures of an audit, and where they were closed before with other figures, writes a revision
 * that says what changed. The lists that are counted were kept with the audit's judgement a moment ago.
 */
export async function closePeriods({ store, config, clock }: Workshop, run: RunRecord, result: AuditResult | null): Promise<void> {
  if (result === null) return;
  const asOf = dayIn(config.estate.timezone, run.asOf);
  for (const span of closedBefore(asOf)) {
    const [day, unit] = await Promise.all([store.judgements.tally(span, 'day'), store.judgements.tally(span, 'unit')]);
    const figures = figuresOf(countsOf({ day, unit, site: [], column: [] }, 0, config.taxonomy));
    const [last] = await store.closings.of(span);
    if (last !== undefined && last.asOf > asOf) continue;
    const changes = last === undefined ? [] : changesBetween(last.figures, figures);
    if (last !== undefined && changes.length === 0) continue;
    await store.closings.add({ ...span, revision: (last?.revision ?? 0) + 1, closedAt: clock.now(), asOf, run: run.id, figures, changes });
  }
}

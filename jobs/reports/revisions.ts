import type { Closing } from '../../src/model/closing.ts';
import type { PaperRecord } from '../../src/model/paper.ts';
import { kindOf } from '../../src/reports/kinds.ts';
import { revisionsFor } from '../../src/reports/revisions.ts';
import { judgeOnce } from '../judging/judgement.ts';
import type { PaperOffice } from './papers.ts';

/**
 * How the figures of a released paper's period were corrected since its release, newest first: the paper stays as it is, and says that they
 * were. Empty for drafts, which are drawn anew, and for kinds that do not count.
 */
export async function revisedSince(office: PaperOffice, { kind, from, to, unit, releasedAt }: PaperRecord): Promise<Closing[]> {
  if (releasedAt === null || kindOf(kind)?.counts === undefined) return [];
  const run = await office.store.runs.lastAudit();
  if (run !== null) await judgeOnce(office, run);
  return revisionsFor(await office.store.closings.of({ from, to }), unit).filter(({ closedAt }) => closedAt > releasedAt);
}

import type { AuditResult } from '../../src/audit/audit-result.ts';
import type { RunRecord } from '../../src/model/records.ts';
import { alertsAfterRun } from '../alerts/after-run.ts';
import { closePeriods } from '../judging/close-periods.ts';
import type { Workshop } from '../workshop.ts';
import { pruneEvidence } from './prune-evidence.ts';

/**
 * Something that is done after a run of the whole estate; `result` is null where the run failed. It may be asked again for the same
 * run, and must then change nothing.
 */
export type AfterAudit = (workshop: Workshop, run: RunRecord, result: AuditResult | null) => Promise<void>;

/** What follows an audit, in this order. */
export const AFTER_AUDIT: readonly AfterAudit[] = [alertsAfterRun, closePeriods, pruneEvidence];

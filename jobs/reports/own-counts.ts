import { countsOf } from '../../src/counting/tally.ts';
import { departmentBudgets } from '../../src/duties/budgets/departments.ts';
import type { CheckedReport } from '../../src/reports/annual-check/check-reports.ts';
import { compareWithOwn, type OwnCount, reportingUnit } from '../../src/reports/annual-check/own-counts.ts';
import { judgementOf } from '../judging/judgement.ts';
import type { PaperOffice } from './papers.ts';

/** Where a report's numbers differ from what was counted of its year; null: its year is not known, or nothing was audited yet. */
export async function differencesOf(
  office: Pick<PaperOffice, 'config' | 'store' | 'classifier'>,
  report: CheckedReport,
): Promise<OwnCount[] | null> {
  const { store, config } = office;
  const { estate, taxonomy } = config;
  const run = await store.runs.lastAudit();
  if (run === null || report.year === null) return null;
  const { result } = await judgementOf(office, run);
  const span = { from: `${report.year}-01-01`, to: `${report.year}-12-31` };
  const unit = reportingUnit(report, estate);
  const tallies = await store.judgements.tally(span, unit === null ? 'day' : 'unit');
  const day = unit === null ? tallies : tallies.filter(({ key }) => key === unit);
  const counts = countsOf({ day, unit: [], site: [], column: [] }, 0, taxonomy);
  const budgets = unit === null ? departmentBudgets(result.budgets, config.pack, span) : [];
  return compareWithOwn(report, { estate, taxonomy, span, counts, budgets, unit });
}

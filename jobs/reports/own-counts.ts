import { countsOf } from '../../src/counting/tally.ts';
import { departmentBudgets } from '../../src/duties/budgets/departments.ts';
import { addDays, dayIn, startOfDay } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { CheckedReport } from '../../src/reports/annual-check/check-reports.ts';
import { compareWithOwn, type OwnCount, reporterOf } from '../../src/reports/annual-check/own-counts.ts';
import { type AccountCounted, isWhollyTold } from '../../src/reports/annual-check/own-media.ts';
import { judgementOf } from '../judging/judgement.ts';
import { judgeAccounts } from '../media/judge-accounts.ts';
import type { PaperOffice } from './papers.ts';

type CountingOffice = Pick<PaperOffice, 'config' | 'store' | 'classifier' | 'clock'>;

/** Where a report's numbers differ from what was counted of its year; null: it is nobody's of the estate, or of a year that nothing was counted of. */
export async function differencesOf(office: CountingOffice, report: CheckedReport): Promise<OwnCount[] | null> {
  const { store, config } = office;
  const { estate, taxonomy } = config;
  const run = await store.runs.lastAudit();
  const reporter = reporterOf(report, estate);
  if (run === null || report.year === null || reporter === null || report.year > Number(dayIn(estate.timezone, run.asOf).slice(0, 4)))
    return null;
  const { result } = await judgementOf(office, run);
  const span = { from: `${report.year}-01-01`, to: `${report.year}-12-31` };
  const { unit } = reporter;
  const tallies = await store.judgements.tally(span, unit === null ? 'day' : 'unit');
  const day = unit === null ? tallies : tallies.filter(({ key }) => key === unit);
  const counts = countsOf({ day, unit: [], site: [], column: [] }, 0, taxonomy);
  const budgets = unit === null ? departmentBudgets(result.budgets, config.pack, span) : [];
  const accounts = await accountsIn(office, span, unit);
  return compareWithOwn(report, { estate, taxonomy, span, counts, budgets, accounts, unit });
}

/** Accounts of a unit, or of all, that ran in a year, with its posts where all of it was delivered. */
async function accountsIn({ config, store, clock }: CountingOffice, span: Span, unit: string | null): Promise<AccountCounted[]> {
  const end = startOfDay(config.estate.timezone, addDays(span.to, 1)).getTime() - 1000;
  const rows = await judgeAccounts({ config, store }, { asOf: new Date(Math.min(clock.now().getTime(), end)), span, pack: config.pack });
  const counted = config.estate.accounts.map(async ({ id, platform, unit: own, registered, closed }, place): Promise<AccountCounted[]> => {
    const from = registered !== null && registered > span.from ? registered : span.from;
    const to = closed !== null && closed <= span.to ? addDays(closed, -1) : span.to;
    if (from > to || (unit !== null && own !== unit)) return [];
    const { status, posts } = rows[place]!;
    const told = isWhollyTold(await store.posts.deliveries(id), { from, to }, status === 'silent');
    return [{ platform, closed: to === span.to ? null : closed, posts: told ? posts : null }];
  });
  return (await Promise.all(counted)).flat();
}

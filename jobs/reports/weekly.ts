import { createHash } from 'node:crypto';
import { newDelivery } from '../../src/alerts/letter.ts';
import { waysTo } from '../../src/alerts/notices.ts';
import type { Delivery, Letter } from '../../src/model/alerts.ts';
import { addDays, dayIn, startOfDay } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import { lateOf } from '../../src/reports/late.ts';
import { weeklyReport } from '../../src/reports/weekly/weekly-report.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { judgeStored } from '../judging/judge.ts';
import { WEEKLY_REPORT } from '../schedule/due.ts';
import type { Workshop } from '../workshop.ts';
import { missedTerms } from './missed-terms.ts';

/** More than a week holds, by far. */
const ALL = 100_000;
/** More audits than a week holds. */
const RUNS = 500;

type ReportParts = Pick<Workshop, 'config' | 'store' | 'classifier' | 'randomness' | 'clock'>;

/** Puts a week's report into the outbox for the supervising office, once for each of its addresses. */
export async function sendWeeklyReport(parts: ReportParts, week: Span): Promise<void> {
  const { alerts } = parts.config;
  const ways = waysTo(alerts, ({ role }) => role === 'supervisor').map((way) => ({ ...way, id: deliveryId(week, way) }));
  const known = await Promise.all(ways.map(({ id }) => parts.store.outbox.get(id)));
  const missing = ways.filter((_, place) => known[place] === null);
  if (missing.length === 0) return;
  const letter = await makeWeeklyReport(parts, week);
  const now = parts.clock.now();
  await parts.store.outbox.compose(
    missing.map(({ id, channel, address, role }) => ({
      delivery: newDelivery({ id, channel, address, role, unit: null, letter }, now),
      notices: [],
    })),
  );
}

/** A week's report, columns judged as of the week's end; what became of alerts since is told as it stands now. */
export async function makeWeeklyReport({ config, store, classifier, clock }: Omit<ReportParts, 'randomness'>, span: Span): Promise<Letter> {
  const { estate, alerts, pack, calendar } = config;
  const zone = estate.timezone;
  const [from, to] = [startOfDay(zone, span.from), startOfDay(zone, addDays(span.to, 1))];
  // A week that is over is judged as it ended, whenever its report is made.
  const now = new Date(Math.min(clock.now().getTime(), to.getTime() - 1000));
  const { result } = await judgeStored({ config, store, classifier }, { asOf: now, span, narrowing: {}, pack });
  const entries = await store.alerts.entries({ since: from, before: to, audience: 'unit', limit: ALL });
  const open = await store.alerts.list(
    { audience: 'unit', states: ['open', 'confirmed', 'sent', 'acknowledged', 'objected'] },
    { limit: ALL, order: 'gravest' },
  );
  const missed = await missedTerms(store);
  const late = lateOf({ estate, opened: open, missed, asOf: dayIn(zone, now), unit: null, calendar: createWorkingDays(calendar) });
  const runs = (await store.runs.list(RUNS)).filter(({ kind, startedAt }) => kind === 'audit' && startedAt >= from && startedAt < to);
  const week = { estate: estate.name, span, result, runs, entries, open, late };
  return weeklyReport(week, alerts.language, alerts.consoleUrl ?? null);
}

/** The same for the same week and address, so that whoever asks again finds it there. */
function deliveryId({ from }: Span, { channel, address }: Pick<Delivery, 'channel' | 'address'>): string {
  return createHash('sha256')
    .update(JSON.stringify([WEEKLY_REPORT, from, channel, address]))
    .digest('hex')
    .slice(0, 32);
}

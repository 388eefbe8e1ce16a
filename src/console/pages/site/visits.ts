import { probesInSight } from '../../../../jobs/audit/judge.ts';
import { addDays, dayIn, startOfDay } from '../../../model/day.ts';
import type { Probe } from '../../../model/probes.ts';
import type { ReachabilityRule } from '../../../model/rules.ts';
import { measureReachability, type Reachability } from '../../../timeliness/reachability.ts';
import { reachabilityRule } from '../../../timeliness/site-verdicts/reachability.ts';
import type { Desk } from '../../desk.ts';
import type { Judgement } from '../../judgement.ts';

/** Visits of earlier days tell nothing of how a site is now. */
const RECENT_DAYS = 7;

/** Visits to a site's home page. */
export interface Visits {
  /** What is asked of them, or null. */
  readonly rule: ReachabilityRule | null;
  /** How they were judged by the audit, or null. */
  readonly judged: Reachability | null;
  /** Those of the last days up to this minute, the last first. */
  readonly recent: readonly Probe[];
}

/** Measured as the audit did, so that the failures are those that it counted. */
export async function visitsOf(desk: Desk, { asOf }: Judgement, site: string): Promise<Visits> {
  const { store, config, clock } = desk;
  const zone = config.estate.timezone;
  const rule = reachabilityRule(config.pack);
  const [seen, recent] = await Promise.all([
    probesInSight(store, rule, asOf, zone),
    store.probes.list({ from: daysAgo(desk), to: clock.now(), site }),
  ]);
  const judged = rule && measureReachability(seen, rule, asOf, zone).get(site);
  return { rule, judged: judged ?? null, recent: recent.toReversed() };
}

/** The last visit to each site, by site. */
export async function lastVisits(desk: Desk): Promise<ReadonlyMap<string, Probe>> {
  const visits = await desk.store.probes.latest(daysAgo(desk));
  return new Map(visits.map((visit) => [visit.site, visit]));
}

function daysAgo({ config: { estate }, clock }: Desk): Date {
  return startOfDay(estate.timezone, addDays(dayIn(estate.timezone, clock.now()), -RECENT_DAYS));
}

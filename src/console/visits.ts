import { probesInSight } from '../../jobs/judging/judge.ts';
import { reachabilityRule } from '../checks/reachability.ts';
import { addDays, dayIn, startOfDay } from '../model/day.ts';
import type { Probe } from '../model/probes.ts';
import type { ReachabilityRule } from '../model/rules.ts';
import { measureReachability, type Reachability } from '../timeliness/reachability.ts';
import type { Judgement } from './judgement.ts';
import type { ConsoleServices } from './services.ts';

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
export async function visitsOf(services: ConsoleServices, judgement: Judgement, site: string): Promise<Visits> {
  const { store, config, clock } = services;
  const rule = reachabilityRule(config.pack);
  const [judged, recent] = await Promise.all([
    rule === null ? new Map<string, Reachability>() : measuredFor(services, judgement, rule),
    store.probes.list({ from: daysAgo(services), to: clock.now(), site }),
  ]);
  return { rule, judged: judged.get(site) ?? null, recent: recent.toReversed() };
}

/** Of each judgement that pages show: the visits before its moment stay as they are. */
const measured = new WeakMap<Judgement['result'], Promise<ReadonlyMap<string, Reachability>>>();

function measuredFor(
  services: ConsoleServices,
  { result, asOf }: Judgement,
  rule: ReachabilityRule,
): Promise<ReadonlyMap<string, Reachability>> {
  const zone = services.config.estate.timezone;
  const known =
    measured.get(result) ?? probesInSight(services.store, rule, asOf, zone).then((seen) => measureReachability(seen, rule, asOf, zone));
  measured.set(result, known);
  known.catch(() => measured.delete(result));
  return known;
}

/** The last visit to each site, by site. */
export async function lastVisits(services: ConsoleServices): Promise<ReadonlyMap<string, Probe>> {
  const visits = await services.store.probes.latest(daysAgo(services));
  return new Map(visits.map((visit) => [visit.site, visit]));
}

function daysAgo({ config: { estate }, clock }: ConsoleServices): Date {
  return startOfDay(estate.timezone, addDays(dayIn(estate.timezone, clock.now()), -RECENT_DAYS));
}

import { addDays, type Day, dayIn } from '../model/day.ts';
import { outcomeFacts } from '../model/outcome.ts';
import type { Probe } from '../model/probes.ts';
import type { ReachabilityRule } from '../model/rules.ts';
import { groupBy } from './group-by.ts';

/*
 * What visits to home pages say of each site. Visits with one slot at several vantages are one visit: it failed only if no vantage
 * opened the page. A failure of the network counts only where it was not ours: the vantage got answers from other sites at
 * that time, or another vantage failed as well. A site that turns us away may be open to people: such a visit measures nothing.
 */

/** How far back a site's home page opened, as the rule measures it. */
export interface Reachability {
  /** First and last day of the stretch that was looked at. */
  readonly from: Day;
  readonly to: Day;
  /** Visits that measured something, and those of them in which the page did not open. */
  readonly visits: number;
  readonly failed: number;
  /** Visits that measured nothing: our network was down, or the site turned us away. */
  readonly unmeasured: number;
  /** Days of the stretch, oldest first. */
  readonly days: readonly { readonly day: Day; readonly visits: number; readonly failed: number; readonly unmeasured: number }[];
  /** Visits in which the page did not open, oldest first: of each the probe that says most. */
  readonly failures: readonly Probe[];
  /** Whether every day has as many visits as the rule wants; only then may the share be held against anyone. */
  readonly measurable: boolean;
}

/** Whether the page failed to open too often; 以上 includes the figure itself (民法典 Art 1259). */
export function opensTooSeldom({ measurable, failed, visits }: Reachability, rule: ReachabilityRule): boolean {
  return measurable && failed / visits >= rule.failedShare;
}

type Sight = 'opened' | 'failed' | 'turned-away' | 'not-ours-to-say';

/** Answers from other sites this close in time show that a vantage was online. */
const ONLINE_WITHIN_MS = 30 * 60_000;

/**
 * The reachability of every site that was probed in the last days, by site id. The stretch ends today where today has enough
 * visits already, else yesterday. `probes` are those of all sites and vantages, of later moments too.
 */
export function measureReachability(
  probes: readonly Probe[],
  rule: ReachabilityRule,
  asOf: Date,
  zone: string,
): ReadonlyMap<string, Reachability> {
  const today = dayIn(zone, asOf);
  const earliest = addDays(today, -rule.days);
  const seen = probes
    .map((probe) => ({ probe, day: dayIn(zone, probe.slot) }))
    .filter(({ probe, day }) => probe.at <= asOf && day >= earliest && day <= today);
  const online = onlineTimes(seen.map(({ probe }) => probe));
  const bySite = groupBy(seen, ({ probe }) => probe.site);
  return new Map([...bySite].map(([site, own]) => [site, measureSite(own, rule, today, online)]));
}

function measureSite(
  own: readonly { readonly probe: Probe; readonly day: Day }[],
  rule: ReachabilityRule,
  today: Day,
  online: OnlineTimes,
): Reachability {
  const slots = groupBy(own, ({ probe }) => probe.slot.getTime());
  const visits = [...slots.values()].map((of) => ({
    day: of[0]!.day,
    ...judgeSlot(
      of.map(({ probe }) => probe),
      rule,
      online,
    ),
  }));
  const measuredOn = (day: Day) => visits.filter((visit) => visit.day === day && visit.sight !== 'not-ours-to-say').length;
  const to = measuredOn(today) >= rule.visitsPerDay ? today : addDays(today, -1);
  const days = Array.from({ length: rule.days }, (_, index) => addDays(to, index + 1 - rule.days)).map((day) => {
    const of = visits.filter((visit) => visit.day === day);
    const failed = of.filter(({ sight }) => sight === 'failed').length;
    const unmeasured = of.filter(({ sight }) => sight === 'not-ours-to-say').length;
    return { day, visits: of.length - unmeasured, failed, unmeasured };
  });
  const sum = (count: (day: (typeof days)[number]) => number) => days.reduce((total, day) => total + count(day), 0);
  const from = days[0]!.day;
  return {
    from,
    to,
    visits: sum((day) => day.visits),
    failed: sum((day) => day.failed),
    unmeasured: sum((day) => day.unmeasured),
    days,
    failures: visits
      .flatMap(({ day, sight, probe }) => (sight === 'failed' && day >= from && day <= to ? [probe] : []))
      .sort((one, other) => one.slot.getTime() - other.slot.getTime()),
    measurable: days.every((day) => day.visits >= rule.visitsPerDay),
  };
}

/** What all vantages together saw in one slot, and the probe that says so. */
function judgeSlot(
  probes: readonly Probe[],
  rule: ReachabilityRule,
  online: OnlineTimes,
): { readonly sight: 'opened' | 'failed' | 'not-ours-to-say'; readonly probe: Probe } {
  const sights = probes.map((probe) => ({ probe, sight: sightOf(probe, rule) }));
  const first = (wanted: Sight) => sights.find(({ sight }) => sight === wanted)?.probe;
  const opened = first('opened');
  if (opened) return { sight: 'opened', probe: opened };
  const failures = sights.filter(({ sight }) => sight === 'failed').map(({ probe }) => probe);
  const certain = failures.length > 1 ? failures[0] : failures.find((probe) => !isOfNetwork(probe) || online.near(probe));
  const turnedAway = first('turned-away');
  return certain && !turnedAway ? { sight: 'failed', probe: certain } : { sight: 'not-ours-to-say', probe: probes[0]! };
}

/** What one vantage saw. A page too large for us or read too late was still sent. */
function sightOf({ outcome, milliseconds }: Probe, rule: ReachabilityRule): Sight {
  const { side, reason } = outcomeFacts(outcome);
  if (outcome === 'ok' || outcome === 'not-modified' || outcome === 'too-large') {
    return milliseconds < rule.seconds * 1000 ? 'opened' : 'failed';
  }
  if (side === 'us' || side === 'configuration') return 'not-ours-to-say';
  return reason === 'blocked' || reason === 'forbidden' ? 'turned-away' : 'failed';
}

function isOfNetwork({ outcome }: Probe): boolean {
  return outcomeFacts(outcome).side === 'network';
}

/** When each vantage got an answer, from which site. */
interface OnlineTimes {
  /** Whether the probe's vantage got an answer from another site at about that time. */
  near(probe: Probe): boolean;
}

function onlineTimes(probes: readonly Probe[]): OnlineTimes {
  const answers = groupBy(
    probes.filter(({ outcome }) => ['nobody', 'site'].includes(outcomeFacts(outcome).side) && outcome !== 'bad-url').sort(byTime),
    ({ vantage }) => vantage,
  );
  return {
    near({ vantage, site, at }) {
      const of = answers.get(vantage) ?? [];
      for (let index = firstFrom(of, at.getTime() - ONLINE_WITHIN_MS); index < of.length; index++) {
        const answer = of[index]!;
        if (answer.at.getTime() > at.getTime() + ONLINE_WITHIN_MS) return false;
        if (answer.site !== site) return true;
      }
      return false;
    },
  };
}

function byTime(one: Probe, other: Probe): number {
  return one.at.getTime() - other.at.getTime();
}

/** Index of the first probe at or after an instant, by halving. */
function firstFrom(probes: readonly Probe[], instant: number): number {
  let low = 0;
  let high = probes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (probes[middle]!.at.getTime() < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

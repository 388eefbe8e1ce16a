import { formatInstant } from '../../model/day.ts';
import type { Probe } from '../../model/probes.ts';
import type { Finding } from '../../model/records.ts';
import type { ReachabilityRule, RulePack } from '../../model/rules.ts';
import { finding } from '../finding-kinds.ts';
import type { JudgedSite, JudgingContext } from '../judged.ts';
import { opensTooSeldom } from '../reachability.ts';

/** Failures that a finding names one by one; each day's count stands there in any case. */
const NAMED = 10;

/** The pack's rule on how often a home page must open, or null. */
export function reachabilityRule(pack: RulePack): ReachabilityRule | null {
  return pack.rules.find((rule) => rule.kind === 'reachability') ?? null;
}

/**
 * 站点无法访问: the home page did not open in too many of a week's spaced visits. Unlike the other judges of sites it speaks of
 * sites that could not be read, too; where visits were too few, it says nothing (the site's row tells).
 */
export function judgeReachability({ site, reachability }: JudgedSite, context: JudgingContext): Finding[] {
  const { pack, wording, moment } = context;
  const rule = reachabilityRule(pack);
  if (rule === null || reachability === null || !opensTooSeldom(reachability, rule)) return [];
  const { visits, failed, from, to, days, failures } = reachability;
  const named = (probe: Probe) =>
    [formatInstant(moment.zone, probe.at), probe.vantage, probe.detail ?? `${probe.milliseconds} ms`].join(' ');
  const facts = {
    unit: site.unit,
    site: site.id,
    column: null,
    url: site.url,
    message: wording.notReachable({ site: site.name, from, to, visits, failed, seconds: rule.seconds, share: rule.failedShare }),
    since: days.find((day) => day.failed > 0)?.day ?? null,
    evidence: [site.url, ...days.map((day) => wording.visitsOfDay(day)), ...failures.slice(0, NAMED).map(named)],
  };
  return [finding('reachability', rule, facts, wording)];
}

import { z } from 'zod';
import { countField } from '../config/fields.ts';
import { type Day, formatInstant } from '../model/day.ts';
import type { Probe } from '../model/probes.ts';
import type { ReachabilityRule, RulePack } from '../model/rules.ts';
import { inBoth } from '../model/sentence.ts';
import { opensTooSeldom } from '../timeliness/reachability.ts';
import type { Check } from './check.ts';
import { siteSubject } from './parts/on-site.ts';
import { percent } from './parts/phrases.ts';
import { rulesOf } from './parts/rules.ts';

interface Facts {
  readonly site: string;
  readonly from: Day;
  readonly to: Day;
  readonly visits: number;
  readonly failed: number;
  readonly seconds: number;
  /** Of visits, from which on the site fails: 0 to 1. */
  readonly share: number;
}

/** Failures that a finding names one by one; each day's count stands there in any case. */
const NAMED = 10;

/** The pack's rule on how often a home page must open, or null. */
export function reachabilityRule(pack: RulePack): ReachabilityRule | null {
  return rulesOf(reachability, pack)[0] ?? null;
}

/**
 * 站点无法访问: the home page did not open in too many of a week's spaced visits. Unlike the other judges of sites it speaks of
 * sites that could not be read, too; where visits were too few, it says nothing (the site's row tells).
 */
export const reachability: Check<Facts, ReachabilityRule> = {
  kind: 'reachability',
  name: { zh: '站点无法访问', en: 'site often unreachable' },
  subject: 'site',
  severity: 'veto',
  audience: 'unit',
  document: { zh: '国办秘函〔2019〕19号 单项否决“站点无法访问”', en: '国办秘函〔2019〕19号, veto on sites that do not open' },
  form: { days: countField, visitsPerDay: countField, seconds: z.number().positive(), failedShare: z.number().min(0).max(1) },
  sentence: ({ site, from, to, visits, failed, seconds, share }) => ({
    zh:
      `“${site}”首页 ${from} 至 ${to} 间隔访问 ${visits} 次，其中 ${failed} 次 ${seconds} 秒内打不开，占 ${percent(failed, visits)}，` +
      `达到 ${percent(share, 1)} 即单项否决。`,
    en:
      `The home page of "${site}" did not open within ${seconds} seconds in ${failed} of ${visits} spaced visits from ${from} to ${to} ` +
      `(${percent(failed, visits)}); ${percent(share, 1)} fail the site.`,
  }),

  atSite(judged, { pack, moment }) {
    const rule = reachabilityRule(pack);
    const { site, reachability: measured } = judged;
    if (rule === null || measured === null || !opensTooSeldom(measured, rule)) return [];
    const { visits, failed, from, to, days, failures } = measured;
    const ofDay = (day: (typeof days)[number]) => `${day.day}：${day.failed} / ${day.visits}`;
    const named = (probe: Probe) =>
      [formatInstant(moment.zone, probe.at), probe.vantage, probe.detail ? inBoth(probe.detail) : `${probe.milliseconds} ms`].join(' ');
    return [
      {
        subject: siteSubject(judged),
        facts: { site: site.name, from, to, visits, failed, seconds: rule.seconds, share: rule.failedShare },
        since: days.find((day) => day.failed > 0)?.day ?? null,
        evidence: [site.url, ...days.map(ofDay), ...failures.slice(0, NAMED).map(named)],
        rule,
      },
    ];
  },
};

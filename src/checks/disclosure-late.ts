import type { DisclosureRule, Limit } from '../model/rules.ts';
import type { Check } from './check.ts';
import { NEW_TERM, NOT_WATCHED } from './look.ts';
import { within } from './parts/phrases.ts';

interface Facts {
  /** Name of the unit. */
  readonly unit: string;
  readonly count: number;
  readonly measured: number;
  /** Working days. */
  readonly worst: number;
  readonly limit: Limit;
  /** `<pack>/<id>` of the rule. */
  readonly rule: string;
  /** In which it was counted: each year it is told once. */
  readonly year: number;
}

/** Items that came to the portal later after their formation than the law allows: one finding a unit, site and rule. */
export const disclosureLate: Check<Facts> = {
  kind: 'disclosure-late',
  name: { zh: '超过法定时限公开', en: 'published after the legal term' },
  subject: 'unit',
  severity: 'minor',
  audience: 'unit',
  mendable: false,
  document: { zh: '国务院令第711号 第二十六条', en: 'State Council order 711, article 26' },
  form: null,
  sentence: ({ unit, count, measured, worst, limit }) => ({
    zh: `${unit}可测量的 ${measured} 条信息中，有 ${count} 条在门户网站的公开时间晚于成文之日起${within(limit).zh}，最长 ${worst} 个工作日；其他法律另有规定的从其规定。`,
    en:
      `Of ${measured} measurable items of ${unit}, ${count} came to the portal later than ${within(limit).en} after their formation, ` +
      `the latest after ${worst} working days; other laws may rule differently.`,
  }),

  term: ({ rule, year }) => `${rule} ${year}`,

  inEstate({ lags }, { pack, names, span }) {
    return lags.flatMap((lag) => {
      const rule = pack.rules.find((one): one is DisclosureRule => one.kind === 'disclosure' && `${pack.id}/${one.id}` === lag.rule);
      if (rule === undefined) return [];
      return [...new Set(lag.late.map((item) => item.unit))].map((unit) => {
        const late = lag.late.filter((item) => item.unit === unit).sort((a, b) => b.workingDays - a.workingDays);
        return {
          subject: { unit, site: lag.site, column: null, url: null },
          facts: {
            unit: names.unit(unit),
            count: late.length,
            measured: lag.workingDays.measured,
            worst: late[0]?.workingDays ?? 0,
            limit: rule.limit,
            rule: lag.rule,
            year: Number(span.to.slice(0, 4)),
          },
          since: null,
          evidence: late.map((item) => `${item.workingDays} ${item.title} ${item.url}`),
          rule,
        };
      });
    });
  },

  // What came too late stays late.
  fate: ({ site }, look) => (site !== null && !look.isWatched(site) ? NOT_WATCHED : NEW_TERM),
};

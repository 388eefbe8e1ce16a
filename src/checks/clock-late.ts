import type { ClockRule, Limit } from '../model/rules.ts';
import type { Check } from './check.ts';
import { NEW_TERM } from './look.ts';
import { within } from './parts/phrases.ts';

interface Facts {
  /** Name of the unit. */
  readonly unit: string;
  readonly clock: string;
  readonly clockEn: string;
  readonly count: number;
  readonly measured: number;
  /** Working days, or days. */
  readonly worst: number;
  readonly limit: Limit;
  readonly atLeast: boolean;
  /** `<pack>/<id>` of the rule. */
  readonly rule: string;
  /** In which it was counted: each year it is told once. */
  readonly year: number;
}

/** Items of a unit whose page shows that a term of the law was not kept: one finding a unit and clock. */
export const clockLate: Check<Facts> = {
  kind: 'clock-late',
  name: { zh: '超过法定期限', en: 'a term of the law not kept' },
  subject: 'unit',
  severity: 'minor',
  audience: 'unit',
  mendable: false,
  document: { zh: '指标里的每项期限各有依据', en: 'each clock of the rule pack names its own' },
  form: null,
  sentence: ({ unit, clock, clockEn, count, measured, worst, limit, atLeast }) => ({
    zh:
      `${unit}“${clock}”：页面上两端日期都有的 ${measured} 条中，有 ${count} 条${atLeast ? '不足' : '超过'}${within(limit).zh}，` +
      `${atLeast ? '最短' : '最长'} ${worst} ${unitOf(limit).zh}。按门户网站上的日期计算，在其他平台先行公开的，请说明。`,
    en:
      `${unit}, "${clockEn}": of ${measured} items whose page shows both days, ${count} took ${atLeast ? 'less' : 'longer'} than ${within(limit).en}, ` +
      `the ${atLeast ? 'shortest' : 'longest'} ${worst} ${unitOf(limit).en}. Counted by the portal; say so where it was published elsewhere first.`,
  }),

  term: ({ rule, year }) => `${rule} ${year}`,

  inEstate({ clocks }, { pack, names, span }) {
    return clocks.flatMap(({ rule: id, unit, name, nameEn, measured, worst, limit, atLeast, late }) => {
      const rule = pack.rules.find((one): one is ClockRule => one.kind === 'clock' && `${pack.id}/${one.id}` === id);
      if (rule === undefined || rule.severity === 'notice' || late.length === 0) return [];
      const facts = {
        ...{
          unit: names.unit(unit),
          clock: name,
          clockEn: nameEn,
          count: late.length,
          measured,
          worst: worst ?? 0,
          limit,
          atLeast,
          rule: id,
        },
        year: Number(span.to.slice(0, 4)),
      };
      const evidence = late.map((item) => `${item.from} ${item.until} ${item.title} ${item.url ?? ''}`.trim());
      return [{ subject: { unit, site: null, column: null, url: null }, facts, since: null, evidence, rule }];
    });
  },

  // What took too long did.
  fate: () => NEW_TERM,
};

function unitOf(limit: Limit) {
  return 'workingDays' in limit ? { zh: '个工作日', en: 'working days' } : { zh: '天', en: 'days' };
}

import { addDays, type Day } from '../model/day.ts';
import type { Check } from './check.ts';
import { dutyMissing } from './duty-missing.ts';
import { dutyWrong } from './duty-wrong.ts';
import { type DutyFacts, dated, factsOf, fateOfDuty, heldTo, subjectOf } from './parts/duty.ts';

interface Facts extends DutyFacts {
  readonly publishedOn: Day | null;
}

/**
 * A duty that was done after its last day. Nothing mends that: it stays in the year's record until the next term is looked at. Whoever
 * was told that it was missing or wrong knows it already.
 */
export const dutyLate: Check<Facts> = {
  kind: 'duty-late',
  name: { zh: '逾期公开', en: 'published late' },
  subject: 'unit',
  severity: 'minor',
  audience: 'unit',
  mendable: false,
  toldBefore: [dutyMissing as Check, dutyWrong as Check],
  document: { zh: '指标里的每项应公开事项各有依据', en: 'each duty of the rule pack names its own' },
  form: null,
  sentence: ({ unit, duty, dutyEn, year, dueOn, publishedOn }) => ({
    zh: `${unit} ${year} 年的“${duty}”应在 ${dueOn} 前公开，实际公开于 ${publishedOn}。`,
    en: `${unit} had to publish "${dutyEn ?? duty}" for ${year} by ${dueOn}; it came on ${publishedOn}.`,
  }),
  term: ({ rule, dueOn }) => `${rule} ${addDays(dueOn, 1)}`,

  inEstate({ duties }, { pack, names }) {
    return dated(duties).flatMap((duty) => {
      const rule = heldTo(duty, pack);
      if (duty.state !== 'late' || rule === null) return [];
      const facts = { ...factsOf(duty, names.unit(duty.unit)), publishedOn: duty.publishedOn };
      const evidence = [duty.rule, `${duty.publishedOn} ${duty.url ?? ''}`.trim()];
      return [{ subject: subjectOf(duty), facts, since: duty.since, evidence, rule: { ...rule, severity: 'minor' as const } }];
    });
  },

  fate: (was, look) => fateOfDuty(dutyLate, ['done'])(was, look),
};

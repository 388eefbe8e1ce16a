import { addDays } from '../model/day.ts';
import type { Check } from './check.ts';
import { type DutyFacts, dated, factsOf, fateOfDuty, heldTo, subjectOf } from './parts/duty.ts';

/** A duty whose term is over and that was found nowhere, though all places were watched; not where a column's own finding tells it. */
export const dutyMissing: Check<DutyFacts> = {
  kind: 'duty-missing',
  name: { zh: '应公开未公开', en: 'not published though due' },
  subject: 'unit',
  severity: 'major',
  audience: 'unit',
  document: { zh: '指标里的每项应公开事项各有依据', en: 'each duty of the rule pack names its own' },
  form: null,
  sentence: ({ unit, duty, dutyEn, year, dueOn }) => ({
    zh: `${unit}应在 ${dueOn} 前公开 ${year} 年的“${duty}”，在可能发布的栏目中没有找到。`,
    en: `${unit} had to publish "${dutyEn ?? duty}" for ${year} by ${dueOn}; it was not found in the columns where it may stand.`,
  }),
  term: ({ rule, dueOn }) => `${rule} ${addDays(dueOn, 1)}`,

  inEstate({ duties }, { pack, names }) {
    return dated(duties).flatMap((duty) => {
      const rule = heldTo(duty, pack);
      if (duty.state !== 'missing' || duty.toldBy !== null || rule === null) return [];
      return [{ subject: subjectOf(duty), facts: factsOf(duty, names.unit(duty.unit)), since: duty.since, evidence: [duty.rule], rule }];
    });
  },

  fate: (was, look) => fateOfDuty(dutyMissing, ['done', 'late', 'wrong'])(was, look),
};

import { addDays, type Day } from '../model/day.ts';
import type { Subject } from '../model/findings.ts';
import type { DutyResult } from '../timeliness/duties.ts';
import type { Check } from './check.ts';
import { NEW_TERM } from './look.ts';
import { keyOf } from './parts/identity.ts';
import { rulesOf } from './parts/rules.ts';

interface Facts {
  /** Name of the unit. */
  readonly unit: string;
  /** `<pack>/<id>` */
  readonly rule: string;
  readonly duty: string;
  readonly year: number;
  readonly dueOn: Day;
}

/** A duty whose term is over and that was found nowhere, though all places were watched. */
export const dutyMissing: Check<Facts> = {
  kind: 'duty-missing',
  name: { zh: '应公开未公开', en: 'not published though due' },
  subject: 'unit',
  severity: 'major',
  audience: 'unit',
  document: { zh: '指标里的每项应公开事项各有依据', en: 'each duty of the rule pack names its own' },
  sentence: ({ unit, duty, year, dueOn }) => ({
    zh: `${unit}应在 ${dueOn} 前公开 ${year} 年的“${duty}”，在其已监测的栏目中没有找到。`,
    en: `${unit} had to publish "${duty}" for ${year} by ${dueOn}; it was not found in the columns that are watched.`,
  }),
  term: ({ rule, dueOn }) => `${rule} ${addDays(dueOn, 1)}`,

  inEstate({ duties }, { pack, names }) {
    return duties.flatMap((duty) => {
      if (duty.status !== 'missing') return [];
      const rule = rulesOf(pack, 'duty').find(({ id }) => `${pack.id}/${id}` === duty.rule) ?? null;
      const facts = factsOf(duty, names.unit(duty.unit));
      return [{ subject: subjectOf(duty), facts, since: addDays(duty.dueOn, 1), evidence: [duty.rule], rule }];
    });
  },

  /** A duty is done when what it asks for was found; that its term is no longer looked at proves nothing. */
  fate({ key }, { duties }) {
    const duty = duties.find((one) => keyOf(dutyMissing, subjectOf(one), factsOf(one, one.unit)) === key);
    if (!duty) return NEW_TERM;
    return duty.status === 'found' || duty.status === 'late' ? 'gone' : 'hold';
  },
};

function subjectOf({ unit }: DutyResult): Subject {
  return { unit, site: null, column: null, url: null };
}

function factsOf({ rule, name: duty, year, dueOn }: DutyResult, unit: string): Facts {
  return { unit, rule, duty, year, dueOn };
}

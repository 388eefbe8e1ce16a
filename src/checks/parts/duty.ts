import type { DutyResult } from '../../duties/duty.ts';
import type { Day } from '../../model/day.ts';
import type { Subject } from '../../model/findings.ts';
import type { DutyRule, RulePack } from '../../model/rules.ts';
import type { Check } from '../check.ts';
import { type Fate, type Look, NEW_TERM, type Was } from '../look.ts';
import { keyOf } from './identity.ts';

/** What the sentences about a duty tell. */
export interface DutyFacts {
  /** Name of the unit. */
  readonly unit: string;
  /** `<pack>/<id>` */
  readonly rule: string;
  readonly duty: string;
  /** Its name in English; null or, in findings that older versions kept, left out where there is none. */
  readonly dutyEn?: string | null;
  readonly year: number;
  readonly dueOn: Day;
}

/** A duty whose last day is known. */
export type DatedDuty = DutyResult & { readonly dueOn: Day };

/** Those of some duties whose clock has begun. */
export function dated(duties: readonly DutyResult[]): DatedDuty[] {
  return duties.filter((duty): duty is DatedDuty => duty.dueOn !== null);
}

export function subjectOf({ unit, site, url }: DutyResult): Subject {
  return { unit, site, column: null, url };
}

export function factsOf({ rule, name: duty, nameEn: dutyEn, year, dueOn }: DatedDuty, unit: string): DutyFacts {
  return { unit, rule, duty, dutyEn, year, dueOn };
}

/** The rule that a result stands on; null of one that is only listed: where no law says by when, nobody is held to a day. */
export function heldTo({ rule }: DutyResult, pack: RulePack): DutyRule | null {
  const found = pack.rules.find((one): one is DutyRule => one.kind === 'duty' && `${pack.id}/${one.id}` === rule);
  return found === undefined || found.severity === 'notice' ? null : found;
}

/** The rules of a pack, as `<pack>/<id>`, that hold somebody to a day. */
export function heldDuties(pack: RulePack): Set<string> {
  const held = pack.rules.filter((rule) => rule.kind === 'duty' && rule.severity !== 'notice');
  return new Set(held.map(({ id }) => `${pack.id}/${id}`));
}

/** What becomes of an alert on a duty: it is over where the duty stands as in `over`; that its term is no longer looked at proves nothing. */
export function fateOfDuty<Facts extends DutyFacts>(check: Check<Facts>, over: readonly DutyResult['state'][]) {
  return ({ key }: Was, { duties }: Look): Fate => {
    const duty = dated(duties).find((one) => keyOf(check as Check<DutyFacts>, subjectOf(one), factsOf(one, one.unit)) === key);
    if (!duty) return NEW_TERM;
    return over.includes(duty.state) ? 'gone' : 'hold';
  };
}

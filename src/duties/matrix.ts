import type { Unit } from '../model/estate.ts';
import type { DutyResult, DutyState } from './duty.ts';

/** Units by duties: who did what, who is late, what lies ahead. */
export interface DutyMatrix {
  /** Rules that somebody owes, in the pack's order. */
  readonly duties: readonly { readonly rule: string; readonly name: string }[];
  readonly rows: readonly {
    readonly unit: Unit;
    /** By duty, in their order; what the unit does not owe is empty, and of several sites or years the gravest stands first. */
    readonly cells: readonly (readonly DutyResult[])[];
  }[];
}

/** What needs somebody stands before what does not. */
const GRAVEST: readonly DutyState[] = ['missing', 'wrong', 'late', 'due', 'not-watched', 'done', 'clock-not-begun', 'pending'];

/** Puts results together; units that owe nothing are left out. */
export function dutyMatrix(results: readonly DutyResult[], units: readonly Unit[]): DutyMatrix {
  const duties = [...new Map(results.map(({ rule, name }) => [rule, { rule, name }])).values()];
  const rows = units.flatMap((unit) => {
    const own = results.filter((result) => result.unit === unit.id);
    const cells = duties.map(({ rule }) => own.filter((result) => result.rule === rule).toSorted(byGravity));
    return own.length === 0 ? [] : [{ unit, cells }];
  });
  return { duties, rows };
}

/** How many results of each duty stand how. */
export function countStates(results: readonly DutyResult[]): Map<string, Record<DutyState, number>> {
  const counts = new Map<string, Record<DutyState, number>>();
  for (const { rule, state } of results) {
    const of = counts.get(rule) ?? { pending: 0, due: 0, done: 0, late: 0, missing: 0, wrong: 0, 'not-watched': 0, 'clock-not-begun': 0 };
    of[state] += 1;
    counts.set(rule, of);
  }
  return counts;
}

function byGravity(one: DutyResult, other: DutyResult): number {
  return GRAVEST.indexOf(one.state) - GRAVEST.indexOf(other.state) || other.year - one.year;
}

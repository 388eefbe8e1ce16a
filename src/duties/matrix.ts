import type { Unit } from '../model/estate.ts';
import { type DutyResult, STANDINGS, type Standing, standingOf } from './duty.ts';

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
const GRAVEST: readonly Standing[] = ['missing', 'wrong', 'to-check', 'late', 'due', 'not-watched', 'done', 'clock-not-begun', 'pending'];

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
export function countStandings(results: readonly DutyResult[]): Map<string, Record<Standing, number>> {
  const counts = new Map<string, Record<Standing, number>>();
  for (const result of results) {
    const of = counts.get(result.rule) ?? (Object.fromEntries(STANDINGS.map((one) => [one, 0])) as Record<Standing, number>);
    of[standingOf(result)] += 1;
    counts.set(result.rule, of);
  }
  return counts;
}

function byGravity(one: DutyResult, other: DutyResult): number {
  return GRAVEST.indexOf(standingOf(one)) - GRAVEST.indexOf(standingOf(other)) || other.year - one.year;
}

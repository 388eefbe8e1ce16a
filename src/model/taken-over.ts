import type { Day } from './day.ts';

/** That a unit answers for something since a day, and another did before: a merger, a split, a handing over (撤并、划转). */
export interface TakenOver {
  /** Id of the unit that answered for it before. */
  readonly from: string;
  /** The first day on which the other does. */
  readonly on: Day;
}

/** Who answered for something on a day. */
export function unitOn({ unit, takenOver }: { readonly unit: string; readonly takenOver?: TakenOver | undefined }, day: Day): string {
  return takenOver !== undefined && day < takenOver.on ? takenOver.from : unit;
}

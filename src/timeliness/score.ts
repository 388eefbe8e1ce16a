import { columnKey } from '../counting/count.ts';
import type { Span } from '../model/estate.ts';
import { type Course, type Kept, keptOver } from './course.ts';

/** A punctuality from 0 to 100, and the bounds between which it lies with a certainty of 95 %. */
export interface Score {
  readonly score: number;
  readonly low: number;
  readonly high: number;
  /** How many columns it rests on. */
  readonly columns: number;
}

/** 95 % of a normal distribution lie within so many deviations. */
const Z = 1.96;

/**
 * How punctual units are over a period: days in time ÷ days owed; null where nothing was owed. What could not be read counts neither for
 * nor against, and how much is published does not count at all. Days of one column hang together, so the bounds (Wilson 1927) are those
 * of as many trials as there are columns: 67 of three columns says less than 67 of twelve.
 */
export function scoreOf({ owed, inTime, columns }: Kept): Score | null {
  if (owed === 0) return null;
  const share = inTime / owed;
  const middle = share + Z ** 2 / (2 * columns);
  const spread = Z * Math.sqrt((share * (1 - share)) / columns + Z ** 2 / (4 * columns ** 2));
  const whole = 1 + Z ** 2 / columns;
  const percent = (part: number) => Math.round(100 * Math.min(1, Math.max(0, part)));
  return { score: percent(share), low: percent((middle - spread) / whole), high: percent((middle + spread) / whole), columns };
}

/** The score of a unit's columns over a period; courses by column key. */
export function scoreOfUnit(
  unit: string,
  columns: readonly { readonly site: string; readonly id: string; readonly unit: string }[],
  courses: ReadonlyMap<string, Course>,
  span: Span,
): Score | null {
  const own = columns.filter((column) => column.unit === unit);
  const known = own.flatMap(({ site, id }) => courses.get(columnKey(site, id)) ?? []);
  return scoreOf(keptOver(known, span));
}

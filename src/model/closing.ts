import type { Day } from './day.ts';
import type { Span } from './estate.ts';

/** What was counted of a period, by id; what is not named is zero. */
export interface Figures {
  readonly items: number;
  readonly classes: Readonly<Record<string, number>>;
  readonly categories: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, number>>;
}

/** A figure that is another than it was when the period was closed last. */
export interface FigureChange {
  readonly of: keyof Figures;
  /** Of a class, a category or a unit; empty for all items. */
  readonly id: string;
  readonly was: number;
  readonly now: number;
}

/** A closed period as it was counted: revision 1 when it was over, a further one whenever an audit counts otherwise. Never changed. */
export interface Closing extends Span {
  readonly revision: number;
  readonly closedAt: Date;
  /** The day as of which it was counted. */
  readonly asOf: Day;
  readonly run: string;
  readonly figures: Figures;
  /** Against the revision before; empty in the first. */
  readonly changes: readonly FigureChange[];
}

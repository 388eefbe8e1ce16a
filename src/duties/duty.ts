import type { Day } from '../model/day.ts';
import type { Approval } from '../model/estate.ts';
import type { RuleSource } from '../model/rules.ts';
import type { BudgetReading } from './budgets/reading.ts';

/**
 * How a duty stands. `due`: its last day is near; `wrong`: something stands there, but of another year, empty, dead or without its tables; `not-watched`: it
 * was not found, and not every place where it may stand was read; `clock-not-begun`: nobody knows yet when its last day is.
 */
export const DUTY_STATES = ['pending', 'due', 'done', 'late', 'missing', 'wrong', 'not-watched', 'clock-not-begun'] as const;
export type DutyState = (typeof DUTY_STATES)[number];

/** Why a document that stands there does not do. */
export type Fault = 'other-year' | 'empty' | 'dead' | 'without-tables';

/** Whether a fault proves nothing: a document may stand as a picture or in a viewer, its tables on a page of their own. */
export function isHint(fault: Fault | null): boolean {
  return fault === 'empty' || fault === 'without-tables';
}

/** How a duty is told of: as it stands, but `to-check` (需核实) where what speaks against a document is only a hint for a person. */
export const STANDINGS = ['pending', 'due', 'done', 'late', 'missing', 'wrong', 'to-check', 'not-watched', 'clock-not-begun'] as const;
export type Standing = DutyState | 'to-check';

export function standingOf({ state, fault }: Pick<DutyResult, 'state' | 'fault'>): Standing {
  return state === 'wrong' && isHint(fault) ? 'to-check' : state;
}

/** Why nothing can be said, and what to watch so that it can. */
export interface Lacking {
  /**
   * `no-place`: no column of its categories is watched; `unread`: these columns could not be read; `read-before`: nor since its last day; `read-later`: nobody had read them by the judged day;
   * `doubtful`: something stands there whose title may be the document's or news about it; `bundle`: something for many units stands there; `none-seen`: none is there, and nobody knows whether one is owed (of a pair), or no law says by when;
   * `holidays`: its last day is over by the holidays that are known, and may still move by those that are not;
   * `no-item`: no listed item is what must stand at all times, and a page that no list holds may be.
   */
  readonly why: 'no-place' | 'unread' | 'read-before' | 'read-later' | 'doubtful' | 'bundle' | 'none-seen' | 'no-item' | 'holidays';
  /** Ids of columns as `site/id`, or the categories of columns that are wanted. */
  readonly of: readonly string[];
}

/** Whether one unit, or one site, did what one duty (应公开事项) asks of it for one year. */
export interface DutyResult {
  /** `<pack>/<id>` of the rule. */
  readonly rule: string;
  readonly name: string;
  /** Null where its rule has no English name. */
  readonly nameEn: string | null;
  readonly unit: string;
  /** The site that owes it; null where the unit itself does. */
  readonly site: string | null;
  /** The year it is about. */
  readonly year: number;
  /** Last day for it; null where its clock has not begun, and of what must stand at all times. */
  readonly dueOn: Day | null;
  /** The last day as the law writes it, where that is a day off and the term therefore ends later (民法典 Art 203); else null. */
  readonly movedFrom: Day | null;
  /** What began its clock, with where that is written; null where a day of the year says when, or nobody entered it. */
  readonly begunBy: Pick<Approval, 'what' | 'on' | 'source'> | null;
  readonly state: DutyState;
  readonly publishedOn: Day | null;
  /** The document that does it, or the one that should and does not; null: none. */
  readonly url: string | null;
  /** First day on which it was late, missing or wrong, else null. */
  readonly since: Day | null;
  /** False where the last day lies in a year whose holidays are not known: it may move. */
  readonly certain: boolean;
  readonly source: RuleSource & { readonly verified: boolean };
  readonly fault: Fault | null;
  readonly lacking: Lacking | null;
  /** The column, as `site/id`, that is blank or overdue for want of it: that is told of the column, and not twice. */
  readonly toldBy: string | null;
  /** What the texts of its documents say of sums and tables; null of what is no budget and no accounts, or was not read. */
  readonly budget: BudgetReading | null;
}

/** A pair (配对) is a duty that one document calls for: a file and its interpretation, a draft and the answer to comments. */
export interface PairResult extends DutyResult {
  /** Title of what calls for it. */
  readonly title: string;
  /** The document that answers, or null. */
  readonly counterpart: string | null;
  /** What may be the answer, for a person to look at; null where there is an answer or nothing like one. */
  readonly proposal: string | null;
  /** A link between both pages tells the answer, or the proposal where there is none. */
  readonly linked: boolean;
  /** Who said that it is the answer; null: the program found it, or there is none. */
  readonly decidedBy: string | null;
}

/** Whether a result is that of a pair. */
export function isPair(result: DutyResult): result is PairResult {
  return 'counterpart' in result;
}

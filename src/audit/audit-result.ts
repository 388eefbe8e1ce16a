import type { Reconciliation } from '../counting/reconcile.ts';
import type { BudgetDocument } from '../duties/budgets/documents.ts';
import type { ClockResult } from '../duties/clocks/clocks.ts';
import type { DutyResult, PairResult } from '../duties/duty.ts';
import type { AccountRow } from '../media/judge-account.ts';
import type { Certainty, Doubt } from '../model/certainty.ts';
import type { Day } from '../model/day.ts';
import type { CategoryId, KeyArea } from '../model/estate.ts';
import type { Finding } from '../model/findings.ts';
import type { UnknownReason } from '../model/outcome.ts';
import type { ColumnStatus, SiteRecord } from '../model/records.ts';
import type { Sentence } from '../model/sentence.ts';
import type { UnitForecast } from '../timeliness/forecast.ts';
import type { OverdueByLater } from '../timeliness/judge-column.ts';
import type { LagReport } from '../timeliness/lag.ts';
import type { Reachability } from '../timeliness/reachability.ts';

export interface ColumnRow {
  readonly site: string;
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly path: readonly string[];
  readonly url: string;
  readonly category: CategoryId | null;
  /** Items published in the span. */
  readonly items: number;
  readonly lastPublished: Day | null;
  readonly status: ColumnStatus;
  readonly reason: UnknownReason | null;
  readonly rule: string | null;
  /** ISO 8601, or null where the limit counts working days or there is none. */
  readonly period: string | null;
  readonly workingDays: number | null;
  readonly dueOn: Day | null;
  readonly overdueDays: number;
  readonly since: Day | null;
  /** Days of silence until today, whatever is expected; null where no day is known. */
  readonly gapDays: number | null;
  /** Why nothing is expected of it, or null. */
  readonly exempt: string | null;
  /** When its list was last read for sure, ISO 8601 in the estate's zone. */
  readonly readAt: string | null;
  /** How sure the reading is on which the verdict rests, and what speaks against it. */
  readonly certainty: Certainty;
  readonly doubts: readonly Doubt[];
  /** Content address of its first list page as fetched. */
  readonly evidence: string | null;
  /** The due day may be later: it was counted in working days of a year whose holidays are not known. */
  readonly uncertain: boolean;
  /** See `ColumnVerdict.overdueByLater`: it is unknown, and the contract's document alone says so much. */
  readonly overdueByLater: OverdueByLater | null;
}

type StatusCounts = Readonly<Record<ColumnStatus, number>>;

export interface UnitRow extends StatusCounts {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** Distinct items over the unit's columns. */
  readonly items: number;
  readonly columns: number;
  readonly lastPublished: Day | null;
}

export interface SiteRow extends StatusCounts {
  readonly id: string;
  readonly name: string;
  readonly unit: string;
  readonly url: string;
  readonly status: SiteRecord['status'];
  readonly reason: Sentence | null;
  readonly items: number;
  readonly columns: number;
  /** Newest day on the home page, as far as it is known. */
  readonly homeUpdatedOn: Day | null;
  /** Spaced visits to the home page in the rule's days; null where there were none. Without `measurable` the share proves nothing. */
  readonly reachability: Pick<Reachability, 'from' | 'to' | 'visits' | 'failed' | 'unmeasured' | 'measurable'> | null;
}

/** How columns and sites stood at a moment by their lists alone, and how much of a span they listed. */
export type EstateStanding = Pick<AuditResult, 'totals' | 'sites' | 'columns'>;

/** The judged audit: the contract's `gongkai.audit/1` without its head (schema, estate, asOf, run), and more. */
export interface AuditResult {
  readonly from: Day;
  readonly to: Day;
  readonly rulePack: string;
  readonly totals: { readonly items: number; readonly undated: number };
  readonly classes: readonly { readonly id: string; readonly name: string; readonly items: number }[];
  readonly categories: readonly {
    readonly id: CategoryId;
    readonly name: string;
    readonly class: string;
    readonly keyArea: number | null;
    readonly items: number;
  }[];
  readonly keyAreas: readonly (KeyArea & { readonly items: number })[];
  readonly units: readonly UnitRow[];
  readonly sites: readonly SiteRow[];
  readonly columns: readonly ColumnRow[];
  readonly findings: readonly Finding[];
  readonly forecast: readonly UnitForecast[];
  /** Pairs among them. */
  readonly duties: readonly (DutyResult | PairResult)[];
  /** Budgets and accounts that stand anywhere on the estate, whosever they are. */
  readonly budgets: readonly BudgetDocument[];
  /** Clocks of the law whose both ends pages show, by rule and unit. */
  readonly clocks: readonly ClockResult[];
  /** New media (政务新媒体), as `gongkai accounts list` has them. */
  readonly accounts: readonly AccountRow[];
  readonly lags: LagReport;
  readonly reconciliation: Reconciliation;
  /** Documents of the rule pack that are no longer valid, and whose rules therefore judged nothing. */
  readonly expired: readonly string[];
  /** Years the judgement touched whose holidays are not known. */
  readonly uncertainYears: readonly number[];
}

import type { Day } from '../../model/day.ts';
import type { Block } from '../../model/document.ts';

/** A number that a report claims, with its own words. */
export interface Claim {
  /** What is counted, in the report's words. */
  readonly measure: string;
  readonly value: number;
  /** 条, 件, 万元, % …; empty where the report names none. */
  readonly unit: string;
  /** The words as they stand, white space left out. */
  readonly quote: string;
  /** False for 余, 近, 左右, 18万: nothing is computed with it. */
  readonly exact: boolean;
  /** Digits behind the decimal point as written. */
  readonly decimals: number;
}

export type Certainty = 'certain' | 'likely' | 'hint';

/** Something that a careful reader would ask about. Only what is certain is for the unit; the rest is for the reader. */
export interface CheckFinding {
  readonly kind: FindingKind;
  readonly certainty: Certainty;
  /** With the arithmetic, both numbers and their difference. */
  readonly message: string;
  /** The places it is about, in the report's words. */
  readonly quotes: readonly string[];
}

/** Names of findings; they are part of the command line's contract. */
export type FindingKind =
  | 'sum-mismatch'
  | 'percent-mismatch'
  | 'percent-sum'
  | 'ratio-mismatch'
  | 'count-conflict'
  | 'unit-conflict'
  | 'same-number-two-measures'
  | 'part-exceeds-class'
  | 'uniform-parts'
  | 'mixed-units'
  | 'mixed-dimensions'
  | 'unit-missing'
  | 'text-table-conflict'
  | 'carry-over-mismatch'
  | 'growth-mismatch'
  | 'cumulative-as-annual'
  | 'cumulative-equals-annual'
  | 'column-confusion'
  | 'number-format'
  | 'table-cell-empty'
  | 'table-shape'
  | 'form-outdated'
  | 'section-renamed'
  | 'annex-missing'
  | 'period-not-over'
  | 'period-incomplete'
  | 'period-conflict'
  | 'published-late'
  | 'date-conflict'
  | 'garbled-date'
  | 'wrong-unit-name'
  | 'imprecise-number'
  | 'number-missing'
  | 'placeholder-reviewer'
  | 'template-carried-over'
  | 'document-number-format';

/** The forms that annual reports were written in, and the quarterly self-check of a website. */
export type ReportForm = 'narrative-2008' | 'tables-2019' | 'tables-2021' | 'site-self-check';

/** Who reports: a government, its own office, a department, or a township or street. */
export type ReporterKind = 'government' | 'office' | 'department' | 'township';

/** Who reports on what. */
export interface ReportHead {
  readonly title: string;
  readonly unit: string;
  readonly unitKind: ReporterKind;
  /** The year reported; null where the report does not say. */
  readonly year: number | null;
  readonly form: ReportForm;
  readonly publishedOn: { readonly day: Day; readonly quote: string } | null;
  /** The days that its numbers are of. */
  readonly period: { readonly from: Day; readonly to: Day; readonly quote: string } | null;
  /** The day under its last line. */
  readonly signedOn: { readonly day: Day; readonly quote: string } | null;
  readonly reviewer: { readonly name: string; readonly quote: string } | null;
}

/** A number in a paragraph, with its place there. */
export interface TextClaim extends Claim {
  /** Which paragraph of the report. */
  readonly paragraph: number;
  /** Which sentence of the paragraph. */
  readonly sentence: number;
  /** From its measure's first character to its unit's last. */
  readonly start: number;
  readonly end: number;
  /** Where its digits begin. */
  readonly at: number;
  /** What stands between the number before it (or the sentence's begin) and its digits, brackets inside left out. */
  readonly lead: string;
  /** What follows it up to the next mark. */
  readonly after: string;
  /** The bracket that it stands in: its place, or -1. */
  readonly bracket: number;
}

/** A row of a table, white space left out. */
export interface Row {
  readonly table: number;
  readonly cells: readonly string[];
  readonly quote: string;
}

/** A report taken apart, for its checks. */
export interface ParsedReport {
  readonly head: ReportHead;
  /** Lines of text without white space. */
  readonly paragraphs: readonly string[];
  readonly claims: readonly TextClaim[];
  readonly rows: readonly Row[];
  readonly blocks: readonly Block[];
  readonly attachments: readonly string[];
}

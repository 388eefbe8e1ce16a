import type { Day, Period } from './day.ts';
import type { Approval, CategoryId } from './estate.ts';
import type { Severity } from './records.ts';

/** Where a rule comes from: what a circular would cite. */
export interface RuleSource {
  readonly issuer: string;
  /** Document number, for example 国办秘函〔2019〕19号. */
  readonly document: string;
  readonly article: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
}

/** What every rule carries. */
interface RuleBase {
  readonly id: string;
  /** The pack that wrote it: of a pack and those it extends, the one that speaks last. */
  readonly pack?: string;
  readonly name: string;
  readonly source: RuleSource;
  /** Whether the wording was seen in a source that identifies the document; false: to be checked before it is used against anyone. */
  readonly verified: boolean;
  readonly severity: Severity;
}

/** How long a rule allows: calendar time or working days. */
export type Limit = { readonly period: Period } | { readonly workingDays: number };

/** The longest silence of columns of some categories; id `<pack>/<category>` in results. */
export interface ColumnRule extends RuleBase {
  readonly kind: 'column';
  readonly categories: readonly CategoryId[];
  /** null: driven by events, no period. */
  readonly limit: Limit | null;
}

/** A rule of one kind of finding. What it holds beyond what every rule carries is told by the check of its name: src/checks. */
export interface CheckRule extends RuleBase {
  readonly kind: 'check';
  /** The kind of finding that it makes. */
  readonly check: string;
}

/** Share of spaced visits in which the home page did not open. */
export interface ReachabilityRule extends CheckRule {
  readonly days: number;
  readonly visitsPerDay: number;
  readonly seconds: number;
  /** 0 to 1. */
  readonly failedShare: number;
}

/** From one date on the page to publication (for example formation to publication, 20 working days). */
export interface DisclosureRule extends RuleBase {
  readonly kind: 'disclosure';
  readonly categories: readonly CategoryId[] | null;
  readonly start: 'formation';
  readonly limit: Limit;
}

/** A table or statement that a document must hold. */
export interface HeldPart {
  readonly name: string;
  readonly nameEn?: string | undefined;
  readonly words: readonly string[];
}

/** Something that units or sites must publish each year by a day (应公开事项). */
export interface DutyRule extends RuleBase {
  readonly kind: 'duty';
  /** Its name in English; left out, it is called by its Chinese one. */
  readonly nameEn?: string | undefined;
  /** Kinds of unit that owe it. */
  readonly unitKinds: readonly string[];
  /** Patterns of the names of offices that owe it (统计局$); those of `unitKinds` owe it where the estate has none of them. */
  readonly unitNames?: readonly string[];
  /** Every site owes one, its unit answers for it. */
  readonly everySite?: boolean;
  /** Units or sites by id that do not owe it, each with the reason. */
  readonly except?: readonly { readonly id: string; readonly reason: string }[];
  /** Categories of the columns where it has its place. */
  readonly categories: readonly CategoryId[];
  /** Patterns of the names of units in whose columns it may stand as well; the office's are always among them. */
  readonly alsoAt?: readonly string[];
  /** Words of which one must stand in the title, and words that speak against it. */
  readonly titleWords: readonly string[];
  readonly notTitleWords?: readonly string[];
  /** Words of titles of what is a part of it (“三公”经费): it may hold the rest as well, so a person has to look. */
  readonly partWords?: readonly string[];
  /** Tables and statements that its document must hold, each with patterns of which one stands in the text. */
  readonly holds?: readonly HeldPart[];
  /** It must be there at all times, whenever it came (公开指南, 权责清单): it has no last day, is never late, and nobody is accused. */
  readonly standing?: boolean;
  /** `MM-DD` of the year after the one reported on, or of that same year where `dueIn` says so; null where `after` says when, or it is standing. */
  readonly by: string | null;
  /** The clock that an approval begins; null where `by` says when. */
  readonly after?: { readonly approval: Approval['what']; readonly days: number } | null;
  /** `next-year` (default): a report on a year that is over; `same-year`: a budget or plan for the year its title names. */
  readonly dueIn?: 'next-year' | 'same-year';
  /** Where its last day is a day off: `next-working-day` (default, 民法典 Art 203), or the day itself. */
  readonly dayOff?: 'next-working-day' | 'same-day';
}

/** The longest silence of an account of new media (政务新媒体). */
export interface AccountRule extends RuleBase {
  readonly kind: 'account';
  readonly limit: Limit;
}

/** A pair (配对): one item calls for another, such as a file for its interpretation, within a limit. */
export interface PairRule extends RuleBase {
  readonly kind: 'pair';
  readonly nameEn?: string | undefined;
  /** Categories of what calls; null: any. */
  readonly categories: readonly CategoryId[] | null;
  /** Patterns of the titles of what calls, and of what answers; what answers does not call. */
  readonly calls: readonly string[];
  readonly answers: readonly string[];
  readonly limit: Limit;
}

/**
 * A clock of the law (法定期限) whose both ends a page shows: from a decision to its publication, from a letter to its answer. An end is
 * the day of publication, or the day behind a label on the page.
 */
export interface ClockRule extends RuleBase {
  readonly kind: 'clock';
  readonly nameEn: string;
  /** Categories of the items that it is about; null: any. */
  readonly categories: readonly CategoryId[] | null;
  /** Patterns of titles, of which one must stand there, and that speak against it. */
  readonly titleWords: readonly string[];
  readonly notTitleWords?: readonly string[];
  /** `published`, or patterns of the labels before the day. */
  readonly from: 'published' | readonly string[];
  readonly until: 'published' | readonly string[];
  readonly limit: Limit;
  /** It must take at least so long (公示不少于五个工作日), instead of at most. */
  readonly minimum?: boolean;
}

/** That one item, column or site is honest, by a check of this tool's own (future dates, missing dates, back-dating, removal, transport). */
export interface HonestyRule extends CheckRule {
  /** For back-dated items: how long after its own date one may come into a watched column. */
  readonly limit: Limit | null;
}

export type Rule = ColumnRule | DisclosureRule | DutyRule | PairRule | ClockRule | AccountRule | CheckRule;

/** A versioned set of rules (指标). */
export interface RulePack {
  readonly id: string;
  readonly name: string;
  /** Ids of the packs it was built on, nearest first. */
  readonly lineage: readonly string[];
  /** A column is `due` when it will be overdue within this many days. */
  readonly warningDays: number;
  readonly rules: readonly Rule[];
  /** Rules of it and of the packs it was built on that were switched off. */
  readonly off?: readonly RuleOff[];
}

/** A rule that is not held against anybody. */
export interface RuleOff {
  readonly id: string;
  /** The pack that switched it off. */
  readonly pack: string;
  readonly reason: string;
  /** Of columns of these categories nothing is expected by it, and by no default in its place. */
  readonly categories?: readonly CategoryId[];
  /** The office did, and not the pack. */
  readonly byEstate?: boolean;
}

/** State Council holidays and make-up working days of one year. */
export interface CalendarYear {
  readonly year: number;
  /** False where no notice is out yet: the holidays are those of the law, and days of 调休 are not known. Left out: true. */
  readonly certain?: boolean;
  readonly source: string;
  /** Every day off that a notice names, also those of a block that fall on a weekend. */
  readonly holidays: readonly Day[];
  /** Saturdays and Sundays that are worked (调休). */
  readonly workdays: readonly Day[];
}

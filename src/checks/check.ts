import type { z } from 'zod';
import type { ClockResult } from '../duties/clocks/clocks.ts';
import type { DutyResult } from '../duties/duty.ts';
import type { ReadGuide } from '../duties/guides/guides.ts';
import type { JudgedAccount } from '../media/judge-account.ts';
import type { AlertKind } from '../model/alerts.ts';
import type { Day } from '../model/day.ts';
import type { Subject } from '../model/findings.ts';
import type { WatchedLink } from '../model/links.ts';
import type { Side } from '../model/outcome.ts';
import type { Severity } from '../model/records.ts';
import type { CheckRule, Rule } from '../model/rules.ts';
import type { Sentence } from '../model/sentence.ts';
import type { AuditedItem, Mention, Reissue } from '../store/store.ts';
import type { JudgedSite, ViewedColumn } from '../timeliness/judged.ts';
import type { JudgingContext } from '../timeliness/judging-context.ts';
import type { LawfulLag } from '../timeliness/lag.ts';
import type { Fate, Look, Was } from './look.ts';

/** What a check is about; with the kind it makes two findings the same, unless the check says more ({@link Check.term}). */
export type SubjectKind = 'column' | 'site' | 'unit' | 'item' | 'estate' | 'ourselves';

/** `operators`: a fault of ours or something only we can mend; no unit hears of it. */
export type Audience = 'unit' | 'operators';

/**
 * One kind of finding, all of it: what it is about, how it is found and said, who is told, and when it is over. Its name stands in its
 * own file and nowhere else but in rule packs; checks.ts lists it.
 *
 * A check implements one of the `in…`, `at…` and `over…` functions, by what it needs to have at hand; none where something other than an audit
 * finds it. They are pure.
 */
export interface Check<Facts = unknown, Ruled extends CheckRule = CheckRule> {
  readonly kind: string;
  /** What it is called in tables and filters. */
  readonly name: Sentence;
  readonly subject: SubjectKind;
  /** Where the pack has no rule that says another. */
  readonly severity: Severity;
  /** Whom its alert is for. `side`: whose fault it was that the site could not be read, or null where it could. */
  readonly audience: Audience | ((side: Side | null) => Audience);
  /** What it stands on where the pack has no rule for it: a document, or why this tool looks without one. */
  readonly document: Sentence;
  /**
   * What a rule of its name holds in a rule pack beyond what every rule carries, written `kind: <its kind>`. Fields of one name have one
   * form in all checks. Left out: its rules are `kind: honesty`; null: rules of a kind of their own speak of it.
   */
  readonly form?: RuleForm<Ruled> | null;
  /** The whole of what it says. */
  sentence(facts: Facts): Sentence;

  /** How sure it is of what it found, where it may be either; what is unsure is told as a notice, whatever the pack says. Left out: sure. */
  certainty?(facts: Facts): 'sure' | 'unsure';
  /** What besides the subject makes two findings the same: the term of a duty, for example. */
  term?(facts: Facts): string | null;
  /** The kind whose alert it shares: whichever of them speaks, it is one alert. */
  readonly sharedKey?: string;
  /** It speaks of the quality of what is published: `gongkai quality` lists it, and papers tell it in a section of its own. */
  readonly ofQuality?: true;
  /** A review before publication (三审三校) would have stopped what it finds: the record of reviews lists it. */
  readonly ofReview?: true;
  /** Where its alerts are no ordinary ones of their subject. */
  readonly alertKind?: AlertKind;
  /** False: nothing can mend it. It is told once, and ends as noted when the days for an objection are over; it never climbs the ladder. */
  readonly mendable?: false;
  /** Checks whose alert on the same subject and term, once told, has told of this too. */
  readonly toldBefore?: readonly Check[];

  /** Looks at one column while its list is at hand; not at columns of which nothing is expected. */
  inColumn?(viewed: ViewedColumn, context: JudgingContext): Found<Facts>[];
  /** Hears the pages of items, and tells at the end. */
  overItems?(context: JudgingContext): ItemHearing<Facts>;
  /** Looks at how a site could be got at, also where it could not be. */
  atSite?(judged: JudgedSite, context: JudgingContext): Found<Facts>[];
  /** Looks at a site that was read, with its judged columns. */
  inSite?(judged: JudgedSite, context: JudgingContext): Found<Facts>[];
  /** Looks at all that was judged. */
  inEstate?(judged: JudgedEstate, context: JudgingContext): Found<Facts>[];

  /** Whether a run looked where it points, so that its word counts; of itself by the subject. */
  wasLookedAt?(at: Subject, look: Look): boolean;
  /** What becomes of its alert when a run did not find it again; of itself by the subject. */
  fate?(was: Was, look: Look): Fate;
}

/** How each field of a rule is written. */
export type RuleForm<Ruled extends CheckRule> = { readonly [Field in Exclude<keyof Ruled, keyof CheckRule>]: z.ZodType<Ruled[Field]> };

/** What a check found; its kind, severity and citation are added by whoever ran it. */
export interface Found<Facts> {
  readonly subject: Subject;
  readonly facts: Facts;
  readonly since: Day | null;
  readonly evidence: readonly string[];
  /** The rule of the pack that it stands on; left out: the pack's rule of the check's own name, if there is one. */
  readonly rule?: Rule | null;
  /** What was applied, where no document says it: a column's own period. Its evidence names this in place of the rule's document. */
  readonly applied?: string;
}

export interface ItemHearing<Facts> {
  hear(item: AuditedItem): void;
  found(): Found<Facts>[];
}

export interface JudgedEstate {
  readonly duties: readonly DutyResult[];
  readonly clocks: readonly ClockResult[];
  readonly lags: readonly LawfulLag[];
  readonly reissued: readonly Reissue[];
  readonly mentions: readonly Mention[];
  readonly guides: readonly ReadGuide[];
  readonly links: readonly WatchedLink[];
  readonly accounts: readonly JudgedAccount[];
}

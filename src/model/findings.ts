import type { Day } from './day.ts';
import type { Severity } from './records.ts';

/** Which unit, site, column and page a finding is about; what it is not about is null. */
export interface Subject {
  readonly unit: string | null;
  readonly site: string | null;
  readonly column: string | null;
  readonly url: string | null;
}

/** The rule of the pack that a finding stands on. */
export interface Basis {
  /** `<pack>/<id>` */
  readonly rule: string;
  /** Nobody has checked the wording of the standard that the rule tells of: the finding must say so. */
  readonly unverified: boolean;
}

/** A problem found (发现的问题). What it is called, says and leads to is told by the check of its kind: src/checks. */
export interface Finding {
  readonly kind: string;
  readonly severity: Severity;
  readonly subject: Subject;
  /** What its check's sentence tells, as JSON; {@link Told} where an older version wrote the sentence down instead. */
  readonly facts: unknown;
  /** Null where the tool's own check speaks and no rule of the pack. */
  readonly basis: Basis | null;
  /** Day from which it holds. */
  readonly since: Day | null;
  /** URLs, content addresses and facts that prove it. */
  readonly evidence: readonly string[];
}

/** The facts of a finding that was kept as a sentence in one language. */
export interface Told {
  readonly told: string;
}

/** A finding as programs are given it, its sentence in one language. */
export interface FindingRow extends Subject {
  /** Its kind. */
  readonly rule: string;
  readonly severity: Severity;
  /** Of kinds that may be either. */
  readonly certainty?: 'sure' | 'unsure';
  readonly message: string;
  readonly since: Day | null;
  readonly evidence: readonly string[];
}

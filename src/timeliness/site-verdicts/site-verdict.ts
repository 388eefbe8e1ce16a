import { dayOf } from '../../counting/listed.ts';
import type { Day } from '../../model/day.ts';
import type { Finding } from '../../model/records.ts';
import type { Rule } from '../../model/rules.ts';
import { type FindingKind, finding } from '../finding-kinds.ts';
import type { JudgedColumn, JudgedSite, JudgingContext } from '../judged.ts';

/** Judges a whole site by one rule of the pack: a finding with the columns that made it, or null. */
export type SiteJudge<R extends Rule> = (rule: R, site: JudgedSite, context: JudgingContext) => Finding | null;

/** A finding on a whole site whose evidence is the columns that made it, one line each. */
export function siteFinding(
  kind: FindingKind,
  of: { rule: Rule; judged: JudgedSite; columns: readonly JudgedColumn[]; message: string; since: Day | null },
  { wording }: JudgingContext,
): Finding {
  const { rule, judged, columns, message, since } = of;
  const facts = {
    unit: judged.site.unit,
    site: judged.site.id,
    column: null,
    url: judged.site.url,
    message,
    since,
    evidence: columns.map(({ view: { column, newest } }) => {
      const last = wording.lastItem({ column: column.name, day: newest && dayOf(newest), title: newest?.title ?? null });
      return `${last} ${column.url}`;
    }),
  };
  return finding(kind, rule, facts, wording);
}

/** The day on which the `atLeast`th of some columns joined the others: since then all of them together break the rule. */
export function sinceJoined(days: readonly (Day | null)[], atLeast: number): Day | null {
  return days.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))[atLeast - 1] ?? null;
}

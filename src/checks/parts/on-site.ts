import { countField } from '../../config/fields.ts';
import { dayOf } from '../../counting/listed.ts';
import { clickPath } from '../../model/click-path.ts';
import type { Day } from '../../model/day.ts';
import type { Subject } from '../../model/findings.ts';
import type { CheckRule } from '../../model/rules.ts';
import type { JudgedColumn, JudgedSite } from '../../timeliness/judged.ts';

/** Columns of one kind, counted together. */
export interface CountRule extends CheckRule {
  readonly atLeast: number;
}

export const COUNT_FORM = { atLeast: countField };

/** A site as what a finding is about: its owner, and its home page. */
export function siteSubject({ site }: JudgedSite): Subject {
  return { unit: site.unit, site: site.id, column: null, url: site.url };
}

/** Columns as evidence, a line each: its name, the day and title of its newest item, its address. */
export function columnLines(columns: readonly JudgedColumn[]): string[] {
  return columns.map(({ view: { column, newest } }) => {
    const last = [(newest && dayOf(newest)) ?? '—', newest?.title ?? ''].join(' ').trim();
    return `${clickPath(column)}：${last} ${column.url}`;
  });
}

/** The day on which the `atLeast`th of some columns joined the others: since then all of them together break the rule. */
export function sinceJoined(days: readonly (Day | null)[], atLeast: number): Day | null {
  return days.toSorted((a, b) => (a ?? '').localeCompare(b ?? ''))[atLeast - 1] ?? null;
}

/** Whether nothing could be read of a site, so that nothing may be said of its columns. */
export function wasNotRead({ status }: JudgedSite): boolean {
  return status === 'unreachable' || status === 'blocked' || status === 'forbidden';
}

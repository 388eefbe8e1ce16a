import type { DutyResult } from '../duties/duty.ts';
import type { Alert, Measured } from '../model/alerts.ts';
import type { Day } from '../model/day.ts';
import type { AccountStatus } from '../model/media.ts';
import type { Side } from '../model/outcome.ts';
import type { PageElements } from '../model/page-elements.ts';
import type { ColumnStatus } from '../model/records.ts';

/** What a run read and what was judged of it: only that can open an alert or end one. */
export interface Look {
  /** First day of what was counted. */
  readonly from: Day;
  /** The day of an instant where the estate is. */
  dayOf(instant: Date): Day;
  readonly duties: readonly DutyResult[];
  /** Whose side it was that a site could not be read; null of sites that were read or not asked. */
  sideOf(site: string): Side | null;
  /** Whether not one site could be read and none even answered: then it is our own network that is in doubt. */
  readonly nothingReadable: boolean;
  isWatched(site: string): boolean;
  wasSiteRead(site: string): boolean;
  wasColumnRead(site: string, column: string): boolean;
  /** How a column stands; null: it is not watched. */
  statusOf(site: string, column: string): ColumnStatus | null;
  /** Id of the unit that answers for a column; null: it is not watched. */
  unitOf(site: string, column: string): string | null;
  /** Whether a rule of the pack, as `<pack>/<id>`, is held against anybody still. */
  isHeld(rule: string): boolean;
  /** Whether a column is judged by another rule than when this was measured, and came to nothing newer: then that rule and nobody mended it. */
  isJudgedOtherwise(site: string, column: string, measured: Measured): boolean;
  /** Ids of a site's columns of which this run can tell nothing. */
  unmeasuredIn(site: string): readonly string[];
  /** How an account of new media stands; null: it is not watched. */
  accountStatus(id: string): AccountStatus | null;
  /** What this run saw of a site's page elements; null where it did not look. */
  elementsOf(site: string): PageElements | null;
}

/** An alert as it stood before the run. */
export type Was = Pick<Alert, 'key' | 'unit' | 'site' | 'column' | 'url' | 'lastSeen' | 'unmeasured' | 'basis' | 'measured'>;

/** `hold`: the run proves nothing; `gone`: it looked, and the problem is no longer there; lapsed: it is over without having been mended. */
export type Fate = 'hold' | 'gone' | { readonly lapsed: 'not-watched' | 'new-term' | 'now-overdue' | 'rule-off' | 'handed-over' };

/** Over without having been mended, because it is no longer asked. */
export const NOT_WATCHED: Fate = { lapsed: 'not-watched' };
export const NEW_TERM: Fate = { lapsed: 'new-term' };
/** Another unit answers for it now: this one mended nothing, and nothing is asked of it any more. */
export const HANDED_OVER: Fate = { lapsed: 'handed-over' };
export const RULE_OFF: Fate = { lapsed: 'rule-off' };

/** What becomes of something found in a column that is not found again. */
export function fateInColumn({ site, column, unit }: Was, look: Look): Fate {
  if (site === null || column === null || !look.isWatched(site)) return NOT_WATCHED;
  const status = look.statusOf(site, column);
  if (status === null || status === 'exempt') return NOT_WATCHED;
  if (unit !== null && look.unitOf(site, column) !== unit) return HANDED_OVER;
  return look.wasColumnRead(site, column) && status !== 'unknown' ? 'gone' : 'hold';
}

/**
 * What becomes of something found on a site. What is counted over a whole site is over only when nothing is missing from the count
 * that was in it before: columns which could not be measured now, but could then, may be what made it.
 */
export function fateOnSite({ site, unmeasured }: Was, look: Look): Fate {
  if (site === null) return 'gone';
  if (!look.isWatched(site)) return NOT_WATCHED;
  return look.wasSiteRead(site) && look.unmeasuredIn(site).every((column) => unmeasured.includes(column)) ? 'gone' : 'hold';
}

/** Of something found in the items of a span: that the span is over mends nothing. */
export function fateInItems(was: Was, look: Look): Fate {
  if (was.site !== null && !look.isWatched(was.site)) return NOT_WATCHED;
  return look.dayOf(was.lastSeen) < look.from ? NEW_TERM : fateOnSite(was, look);
}

/** Of how a site can be got at: only a run that read its home page tells. */
export function fateOfAccess(was: Was, look: Look): Fate {
  const fate = fateOnSite(was, look);
  const looked = was.site !== null && look.elementsOf(was.site)?.access != null;
  return fate === 'gone' && !looked ? 'hold' : fate;
}

import type { Gap } from '../counting/gaps.ts';
import type { Clocked } from '../duties/clocks/clocked.ts';
import type { Dutiful } from '../duties/dutiful.ts';
import type { Guide } from '../duties/guides/guides.ts';
import type { PairItem } from '../duties/pairs/reader.ts';
import type { Day } from '../model/day.ts';
import type { Site } from '../model/estate.ts';
import type { Finding } from '../model/findings.ts';
import type { SiteRecord } from '../model/records.ts';
import type { Course } from './course.ts';
import type { ColumnVerdict } from './judge-column.ts';
import type { Reachability } from './reachability.ts';
import type { ColumnGist, ColumnView } from './view.ts';

/** A column with its list at hand: only as long as it is looked at. */
export interface ViewedColumn {
  readonly view: ColumnView;
  readonly verdict: ColumnVerdict;
}

/** What is kept of a column for the rest of the audit: nothing that grows with its list but what stands out in it. */
export interface JudgedColumn {
  readonly view: ColumnGist;
  readonly verdict: ColumnVerdict;
  /** Something newer than what was read may stand where it could not be read. */
  readonly hidesNewer: boolean;
  /** The oldest day listed, or null. */
  readonly oldest: Day | null;
  /** Null where nothing is expected of it or nothing is proven. */
  readonly course: Course | null;
  /** The longest silences between its updates. */
  readonly gaps: readonly Gap[];
  /** Listed items that are what some duty asks for, by their titles. */
  readonly dutiful: readonly Dutiful[];
  /** Listed items that may show both ends of a clock of the law. */
  readonly clocked: readonly Clocked[];
  /** Listed items that call for something else, or answer what does. */
  readonly paired: readonly PairItem[];
  /** Listed items that are service guides. */
  readonly guides: readonly Guide[];
  /** Days from publication to our first sight, of items that came while the column was watched. */
  readonly lags: readonly number[];
  readonly findings: readonly Finding[];
}

export interface JudgedSite {
  readonly site: Site;
  readonly record: SiteRecord | null;
  readonly status: SiteRecord['status'];
  readonly columns: readonly JudgedColumn[];
  /** How visits to its home page went; null where there were none, or no rule asks for them. */
  readonly reachability: Reachability | null;
}

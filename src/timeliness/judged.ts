import type { Moment } from '../counting/listed.ts';
import type { Site, Span, Taxonomy } from '../model/estate.ts';
import type { SiteRecord } from '../model/records.ts';
import type { RulePack } from '../model/rules.ts';
import type { ColumnVerdict } from './judge-column.ts';
import type { Reachability } from './reachability.ts';
import type { ColumnView, Whereabouts } from './view.ts';
import type { Wording } from './wording/wording.ts';
import type { WorkingDays } from './working-days.ts';

/** What every judgement of one audit is made by. */
export interface Grounds {
  readonly moment: Moment;
  readonly span: Span;
  readonly calendar: WorkingDays;
  readonly pack: RulePack;
  readonly taxonomy: Taxonomy;
  readonly wording: Wording;
  readonly whereabouts: Whereabouts;
}

export interface JudgedColumn {
  readonly view: ColumnView;
  readonly verdict: ColumnVerdict;
}

export interface JudgedSite {
  readonly site: Site;
  readonly record: SiteRecord | null;
  readonly status: SiteRecord['status'];
  readonly columns: readonly JudgedColumn[];
  /** How visits to its home page went; null where there were none, or no rule asks for them. */
  readonly reachability: Reachability | null;
}

import type { Moment } from '../counting/listed.ts';
import type { Span, Taxonomy } from '../model/estate.ts';
import type { RulePack } from '../model/rules.ts';
import type { Whereabouts } from './view.ts';
import type { WorkingDays } from './working-days.ts';

/** What every judgement of one audit is made by. */
export interface JudgingContext {
  readonly moment: Moment;
  readonly span: Span;
  readonly calendar: WorkingDays;
  readonly pack: RulePack;
  readonly taxonomy: Taxonomy;
  /** Names by id. */
  readonly names: { site(id: string): string; unit(id: string): string };
  readonly whereabouts: Whereabouts;
}

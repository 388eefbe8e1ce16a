import type { Outcome } from './outcome.ts';
import type { Sentence } from './sentence.ts';

/** One light visit to a site's home page (拨测). */
export interface Probe {
  readonly site: string;
  /** The place in the network that looked: workers in one place share its name. */
  readonly vantage: string;
  /** The planned instant of the visit: the same at every vantage, so that their visits stand side by side. */
  readonly slot: Date;
  readonly at: Date;
  readonly outcome: Outcome;
  /** How long the site took over all redirects; our own waiting for a turn is not in it. */
  readonly milliseconds: number;
  /** What happened, or null. */
  readonly detail: Sentence | null;
}

import type { SightedItem } from '../store/store.ts';

/** A listed item that by its title is what some duties ask for. */
export interface Dutiful {
  readonly item: SightedItem;
  /** Ids of the rules. */
  readonly rules: readonly string[];
  /** Those of them of which its title may as well be news: it is not written as the document is. */
  readonly doubtful: readonly string[];
}

import type { SightedItem } from '../store/store.ts';

/** A listed item that by its title is what some duties ask for. */
export interface Dutiful {
  readonly item: SightedItem;
  /** Ids of the rules. */
  readonly rules: readonly string[];
}

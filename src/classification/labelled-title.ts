import type { CategoryId } from '../model/estate.ts';
import type { ItemInput } from './evidence.ts';

/** A title of which somebody says the category, with what is known of where it stood. */
export interface LabelledTitle extends ItemInput {
  readonly category: CategoryId;
  /** Another category that is not wrong: its column's, where the title is of a more specific one. */
  readonly also?: CategoryId | undefined;
  /** Whether people read it while they wrote the rules, so that confidence on it says nothing of titles that nobody has read. */
  readonly read?: boolean | undefined;
  /** Titles of one site are never on both sides when confidence is calibrated. */
  readonly site?: string | undefined;
}

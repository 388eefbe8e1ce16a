import type { CategoryId } from '../model/estate.ts';
import type { ItemInput } from './evidence.ts';

/** A title of which somebody says the category, with what is known of where it stood. */
export interface LabelledTitle extends ItemInput {
  readonly category: CategoryId;
  /** Titles of one site are never on both sides when confidence is calibrated. */
  readonly site?: string | undefined;
}

import type { CategoryId } from '../../model/estate.ts';

/**
 * What we know of one category, in our own words. Lists are texts of words separated by white space.
 *
 * A phrase is literal text of a title after {@link normaliseTitle} (digits stand as `0`); `…` skips any text, a leading `^`
 * binds it to the title's beginning and a trailing `$` to its end (or to the place before a closing bracket).
 */
export interface CategoryKnowledge {
  readonly category: CategoryId;
  /** What kind of text it is, whatever it is about: louder than any subject. 招标投标管理办法 is a document, no tender. */
  readonly kind?: string;
  /** Phrases that speak plainly for the category. */
  readonly plain: string;
  /** Phrases that make it likely. */
  readonly likely: string;
  /** Phrases that hint at it. */
  readonly hint: string;
  /** Phrases that were mined from labelled titles (bench/phrases.ts) and kept by a person. */
  readonly mined?: string;
  /** Phrases that speak against it. */
  readonly against?: string;
  /** Names and ends of names of columns. */
  readonly columns: string;
  /** Words of URL paths, mostly initials of column names. */
  readonly paths: string;
  /** Patterns of titles to train with; see templates.ts for their grammar. */
  readonly titles: string;
}

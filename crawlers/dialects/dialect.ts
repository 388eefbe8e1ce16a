import type { PageRequest } from '../../src/model/reading.ts';
import type { Page } from '../reading/page.ts';

/**
 * What is known of one family of content management systems. A dialect only helps: readers work without it, and take its word
 * where it has one. A new family is one file beside this one and one line in `dialects.ts`.
 */
export interface Dialect {
  /** Short name, printed as `dialect` in readings. */
  readonly name: string;
  /** Whether the page bears the family's marks. */
  recognises(page: Page): boolean;
  readonly list?: ListHooks;
  readonly article?: ArticleHooks;
  /** Columns that the page's script holds and no link of it leads to; their addresses may differ in the fragment only. */
  columns?(page: Page): readonly { readonly url: string; readonly name: string }[];
}

/** Each hook answers null where the page gives nothing of the kind. */
export interface ListHooks {
  /** Further pages in the order to read them. */
  further?(page: Page): readonly PageRequest[] | null;
  /** Number of records that the list claims. */
  total?(page: Page): number | null;
}

export interface ArticleHooks {
  /** The element that holds the body text: `#id`, `.class` or the name of a tag. */
  readonly body?: readonly string[];
}

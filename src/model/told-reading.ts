/**
 * How a person says that a column's list is read: by CSS selectors (`rows` from the page, the others from a row), or, where `api` names the address that
 * answers with the rows, by paths of keys such as `data.list` (`rows` from the answer, the others from a row). What is left out is found by itself.
 */
export interface ToldReading {
  readonly rows?: string | undefined;
  readonly title?: string | undefined;
  readonly day?: string | undefined;
  readonly url?: string | undefined;
  /** CSS selector of the link to the next page. */
  readonly next?: string | undefined;
  /** Absolute, or relative to the column's address. */
  readonly api?: string | undefined;
  /** Name of the query parameter that counts the pages of `api`. */
  readonly page?: string | undefined;
}

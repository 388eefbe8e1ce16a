/** The numbered pages of a list, as far as its first page tells them. Pages count from 1. */
export interface Sequence {
  readonly current: number;
  readonly last: number;
  /** Address of a page as written, to be resolved against the page's base; null where it cannot be known. */
  addressOf(page: number): string | null;
}

import type { Post } from '../../src/model/media.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import { ToldError } from '../../src/model/told-error.ts';
import type { PostInstant } from './post-instant.ts';

/** What a file or a feed was read to hold. */
export interface PostsRead {
  readonly posts: readonly Post[];
  /** Rows that are no posts, by line (from 1; of JSON by place), with the reason. */
  readonly skipped: readonly { readonly line: number; readonly why: Sentence }[];
  /** When it says that it was made, as posts write their moments; null where it says nothing. */
  readonly madeAt: PostInstant | null;
  /** What it calls the account or accounts whose posts it holds. */
  readonly names: readonly string[];
  /** The one name of the account; null where it does not, or calls it by more than one name. */
  readonly named: string | null;
}

/** A file or feed in which no posts can be made out. */
export class UnreadablePosts extends ToldError {
  override readonly name = 'UnreadablePosts';

  constructor(zh: string, en: string) {
    super({ zh, en }, { code: 'unreadable-posts', side: 'site' });
  }
}

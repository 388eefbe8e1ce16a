import type { Post } from '../../src/model/media.ts';

/** What a file or a feed was read to hold. */
export interface PostsRead {
  readonly posts: readonly Post[];
  /** Rows that are no posts, by line (from 1; of JSON by place), with the reason. */
  readonly skipped: readonly { readonly line: number; readonly why: { readonly zh: string; readonly en: string } }[];
}

/** A file or feed in which no posts can be made out; the message says it in Chinese, `en` in English. */
export class UnreadablePosts extends Error {
  override readonly name = 'UnreadablePosts';
  readonly en: string;

  constructor(zh: string, en: string) {
    super(zh);
    this.en = en;
  }
}

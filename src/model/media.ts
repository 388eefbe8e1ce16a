import type { Day } from './day.ts';
import type { Sentence } from './sentence.ts';
import type { TakenOver } from './taken-over.ts';

/** New media of an authority (政务新媒体): accounts on platforms, and what they post. */

/** Where an account lives, as circulars count them. */
export const PLATFORMS = ['wechat', 'weibo', 'app', 'douyin', 'kuaishou', 'toutiao', 'channels', 'miniprogram', 'other'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** An account that is watched (政务新媒体账号). */
export interface MediaAccount {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  readonly unit: string;
  readonly takenOver?: TakenOver | undefined;
  /** First day on which something may be expected of it, or null where nobody wrote it down. */
  readonly registered: Day | null;
  /** Day from which it is closed (注销), or null. */
  readonly closed: Day | null;
  /** Address of the announcement that a closing needs, or null. */
  readonly announcement: string | null;
  /** Address of a feed of the office's own choosing (RSS, Atom or JSON Feed), or null: then its posts come from elsewhere. */
  readonly feed: string | null;
  /** Column of one of the office's own sites that lists its posts, as `site/column`, or null. */
  readonly column: string | null;
  /** Whether the platform verified whose it is (认证), and whether the national register of new media holds it (备案); null: not known. */
  readonly verified: boolean | null;
  readonly filed: boolean | null;
  /** Names that it had before, each with its last day. */
  readonly formerNames: readonly { readonly name: string; readonly until: Day }[];
  /** What it must hold (功能): a menu, a service, a way to ask. `url` is an address of the office's own where it can be looked at, or null. */
  readonly functions: readonly AccountFunction[];
}

export interface AccountFunction {
  readonly name: string;
  readonly url: string | null;
}

/** A message that somebody sent to an account (网民留言), as its office hands it in. */
export interface Message {
  /** Its number, or what it is about; masked. */
  readonly subject: string;
  readonly receivedOn: Day;
  /** Null: not answered on {@link ToldMessage.until}. */
  readonly answeredOn: Day | null;
}

/** A message with who told of it last. */
export interface ToldMessage extends Message {
  readonly account: string;
  /** Last day that was told of: until then it stood so. */
  readonly until: Day;
  readonly via: 'file' | 'form' | 'api';
  readonly at: Date;
  readonly by: string | null;
  /** File name, or how else it came. */
  readonly source: string;
}

/** One word of whether a function works: a clerk's, a program's, or what came of looking at its address. */
export interface FunctionLook {
  readonly account: string;
  readonly function: string;
  readonly on: Day;
  readonly via: 'form' | 'api' | 'probe';
  readonly works: boolean;
  readonly at: Date;
  readonly by: string | null;
  /** What a person noted, masked, or what the address answered; null where nothing is to be said. */
  readonly detail: string | null;
}

/** How columns of one platform's exports are called where they are called otherwise than everywhere (字段对应). */
export type PostColumns = { readonly [Field in 'title' | 'time' | 'url' | 'original' | 'id']?: readonly string[] | undefined };

/** Something an account published (帖文). */
export interface Post {
  readonly title: string;
  readonly publishedOn: Day;
  /** `YYYY-MM-DDTHH:MM:SS+08:00` where a time is written, else the day. */
  readonly publishedAt: string;
  readonly url: string | null;
  /** Whether the account wrote it itself; null where nothing says so. */
  readonly original: boolean | null;
  /** What its platform or feed calls it (guid, msgid); left out where nothing does, and of posts that are kept. */
  readonly id?: string | undefined;
}

/** Ways by which posts come: a file that somebody imported, a form, a program, a reading of its feed or of a column that lists them. */
export const DELIVERED_VIA = ['file', 'form', 'api', 'feed', 'column'] as const;

/** Posts of an account that came in one piece. */
export interface PostDelivery {
  readonly id: string;
  readonly account: string;
  readonly via: (typeof DELIVERED_VIA)[number];
  readonly at: Date;
  /** Who handed it in, or null where it was read. */
  readonly by: string | null;
  /** File name or address. */
  readonly source: string;
  /** Null: it arrived; else why it did not. */
  readonly fault: Sentence | null;
  /** First day that it speaks of: of its oldest post. Null where it brought none, which proves nothing. */
  readonly from: Day | null;
  /**
   * Last day that it speaks of: until then nothing else was posted. Of a file or a program's posts what was said of it, else the day of its
   * newest post.
   */
  readonly until: Day;
  /** Posts it held. */
  readonly posts: number;
  /** What it calls the account; null where it does not, or not in one way. */
  readonly named: string | null;
}

/** How an account stands. */
export type AccountStatus = 'fresh' | 'due' | 'silent' | 'unknown' | 'closed';

/**
 * Why an account's state is unknown: nothing was ever delivered, nothing since, what was delivered begins later than the day judged,
 * its feed cannot be read, its feed answers with what it showed before and nothing says that it is kept, or it was not registered yet.
 */
export type AccountReason = 'not-delivered' | 'not-delivered-since' | 'not-covered' | 'feed-down' | 'feed-still' | 'not-registered';

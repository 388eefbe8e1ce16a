import type { Day } from './day.ts';
import type { PageLink } from './links.ts';
import type { HomeElement } from './page-elements.ts';
import type { PersonalData } from './personal-data.ts';
import type { Sentence } from './sentence.ts';

/** Where a publication day came from. The words are part of the command line's contract. */
export type PublishedSource = 'list' | 'meta' | 'label' | 'url' | 'script' | 'api';

/** An item's row on a list page. */
export interface Entry {
  /** Whole, white space condensed, never cut where the page holds it whole. */
  readonly title: string;
  /** Absolute and canonical; null where the row leads nowhere. */
  readonly url: string | null;
  /** The day in the row; null where the row shows none or none in full. */
  readonly publishedOn: Day | null;
  /** `MM-DD` where the row shows a day without its year. */
  readonly shown?: string;
}

/** How to ask for a further page of a list. */
export interface PageRequest {
  readonly url: string;
  readonly method?: 'GET' | 'POST';
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One of several lists on a landing page. */
export interface Block {
  readonly name: string | null;
  /** Where the block's own column is, when its heading or "more" link says so. */
  readonly url: string | null;
  readonly items: readonly Entry[];
}

/** Where on its page a list stood, kept to notice a redesign. */
export interface ListFingerprint {
  /** Tag and class path to the list's container. */
  readonly place: string;
  readonly rows: number;
  /** Share of the rows with a day, 0 to 1. */
  readonly dated: number;
  /** Number of records that the page claimed the list to have; left out where it claimed none. */
  readonly total?: number;
}

/** A block of a page that was weighed as its list. */
export interface WeighedBlock {
  /** Tag and class path to its container. */
  readonly place: string;
  readonly rows: number;
  /** Where its first rows lead. */
  readonly links: readonly string[];
  /** What stands over it, or null. */
  readonly heading: string | null;
  readonly chosen: boolean;
  /** What speaks for its being the list, and what against it. */
  readonly for: readonly Sentence[];
  readonly against: readonly Sentence[];
}

/** Why a page was read as it was. */
export interface ListWhy {
  /** How sure it is that this is the page's list, or that the page has none. Only what is sure may speak against a unit. */
  readonly certainty: 'sure' | 'likely' | 'unsure';
  /** The blocks that were weighed, heaviest first. */
  readonly blocks: readonly WeighedBlock[];
  /** What keeps the reading from being surer, in words for people. */
  readonly doubts: readonly Sentence[];
  /** Where an empty list stands that something may fill; null where there is none. */
  readonly emptyPlace: string | null;
  /** Scripts of the page that may do anything: file names of those beside it, digests of those in it that fetch or draw. */
  readonly scripts: readonly string[];
}

/** What the reader sees on a list page. */
export interface ListReading {
  readonly kind: 'list';
  readonly url: string;
  readonly title: string | null;
  readonly items: readonly Entry[];
  /** Further pages in the order to read them. */
  readonly next: readonly PageRequest[];
  /** Number of records that the page claims the list to have. */
  readonly total: number | null;
  readonly dialect: string;
  /** Several lists where the page is a landing page; then `items` is empty. */
  readonly blocks: readonly Block[];
  /**
   * list: items were found · blank: the list's place was found and holds nothing · landing: several columns' blocks ·
   * none: no list could be made out.
   */
  readonly state: 'list' | 'blank' | 'landing' | 'none';
  readonly fingerprint: ListFingerprint | null;
  /** meta ColumnName and ColumnType of 国办发〔2017〕47号, or null. */
  readonly columnName: string | null;
  readonly columnType: string | null;
  /** Tags of the guidelines that the page carries, lower case; left out where it is no page. */
  readonly tags?: readonly string[];
  /** What a home page shows of what the guidelines ask for, where somebody asked. */
  readonly elements?: readonly HomeElement[];
  /** What the page links to, where somebody asked. */
  readonly links?: readonly PageLink[];
  readonly why: ListWhy;
}

export interface Attachment {
  readonly name: string;
  readonly url: string;
}

/** Another day that the page gives for its publication: what back-dating looks like. */
export interface DateConflict {
  readonly source: PublishedSource;
  readonly day: Day;
}

/** What the reader sees on an item's page. What the page does not say is null. */
export interface ArticleReading {
  readonly kind: 'article';
  readonly url: string;
  readonly title: string | null;
  /** `YYYY-MM-DD`, or `YYYY-MM-DDTHH:MM:SS+08:00` where the page shows a time. */
  readonly publishedAt: string | null;
  readonly publishedSource: PublishedSource | null;
  readonly conflicts: readonly DateConflict[];
  /** 成文日期 */
  readonly documentDate: Day | null;
  /** 发文字号 */
  readonly documentNumber: string | null;
  /** 信息来源 */
  readonly source: string | null;
  readonly author: string | null;
  /** 审核 */
  readonly reviewer: string | null;
  /** 索引号 */
  readonly indexNumber: string | null;
  /** 发布机构 */
  readonly issuer: string | null;
  /** 主题分类 as printed (国务院公文主题分类), never mapped onto our categories. */
  readonly subject: string | null;
  readonly text: string;
  /** What it says of private persons; in its texts that is masked. */
  readonly personalData: readonly PersonalData[];
  readonly attachments: readonly Attachment[];
  /** Addresses of pages that its text, or a box of what belongs to it, links to: of a file its interpretation, of an answer its question. */
  readonly refers: readonly string[];
  /** Tags of the guidelines that the page carries, lower case. */
  readonly tags?: readonly string[];
  /** What its text links to, where somebody asked. */
  readonly links?: readonly PageLink[];
  readonly dialect: string;
}

/** A page that could not be read, and why. */
export interface FailedReading {
  readonly kind: 'error';
  readonly url: string;
  readonly error: Sentence;
}

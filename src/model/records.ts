import type { Certainty, Doubt } from './certainty.ts';
import type { Day } from './day.ts';
import type { CategoryId } from './estate.ts';
import type { Outcome, UnknownReason } from './outcome.ts';
import type { PageElements } from './page-elements.ts';
import type { PersonalData } from './personal-data.ts';
import type { Attachment, DateConflict, ListFingerprint, PublishedSource } from './reading.ts';
import type { Sentence } from './sentence.ts';

/** How one audit or ad hoc crawl stands (一次审计). */
export type RunState = 'planned' | 'running' | 'judging' | 'done' | 'failed' | 'cancelled' | 'interrupted';

/** Who brings a run forward: the process that a person started it in, or whatever workers there are on the queue. */
export type RunDriver = 'inline' | 'queue';

export interface RunRecord {
  readonly id: string;
  readonly kind: 'audit' | 'crawl';
  readonly driver: RunDriver;
  /** Whether somebody narrowed it to some sites, units or columns: nothing follows from it for the others. */
  readonly narrowed: boolean;
  /** Number of the estate's revision by which it reads and judges; null for runs of before there were revisions. */
  readonly revision: number | null;
  /** Fixed id of the schedule that asked for it, or null for a run somebody asked for. */
  readonly schedule: string | null;
  /** When the schedule was due; with `schedule` it exists once. */
  readonly dueAt: Date | null;
  /** "Now" for every judgement of this run. */
  readonly asOf: Date;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly deadline: Date | null;
  readonly state: RunState;
  readonly traffic: Traffic;
  /** Columns whose list could not be read. */
  readonly failed: number;
  /** Why the run failed, or what it had to leave out. */
  readonly error: Sentence | null;
}

/** What a crawl cost. */
export interface Traffic {
  readonly requests: number;
  readonly notModified: number;
  /** Bytes received after decompression. */
  readonly bytes: number;
}

/** A column that a run must come to a result for, and the result once it is there: exactly one. */
export interface TargetRecord {
  readonly run: string;
  readonly site: string;
  readonly column: string;
  readonly outcome: Outcome | null;
  readonly recordedAt: Date | null;
}

/** Key of an item: its canonical URL without the scheme, or for a row without link `row:` with title and day. */
export type ItemKey = string;

/** One item's stay in a column's list: from when to when it was seen there (an observation). */
export interface Sighting {
  readonly site: string;
  readonly column: string;
  readonly item: ItemKey;
  /** As the list shows it. */
  readonly title: string;
  /** null where the row leads nowhere. */
  readonly url: string | null;
  /** The day in the row, or null. */
  readonly listedOn: Day | null;
  /** 1 for the first row of the first page. */
  readonly position: number;
  readonly firstRun: string;
  readonly firstSeen: Date;
  /** "Now" of the run that saw it first. */
  readonly firstAsOf: Date;
  readonly lastSeen: Date;
  /** When a later reading of the same stretch of the list no longer showed it, else null. */
  readonly goneSince: Date | null;
}

/** What an item was found to be, and why. */
export interface Classification {
  readonly category: CategoryId;
  /** 0 to 1. */
  readonly confidence: number;
  readonly reasons: readonly string[];
}

/** One published page (信息). */
export interface ItemRecord extends Classification {
  readonly key: ItemKey;
  readonly url: string;
  readonly site: string;
  readonly unit: string;
  readonly title: string;
  readonly publishedOn: Day | null;
  /** With time and offset where the page shows a time. */
  readonly publishedAt: string | null;
  readonly publishedSource: PublishedSource | null;
  readonly conflicts: readonly DateConflict[];
  readonly documentDate: Day | null;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  readonly issuer: string | null;
  readonly source: string | null;
  readonly author: string | null;
  readonly reviewer: string | null;
  readonly subject: string | null;
  readonly attachments: readonly Attachment[];
  /** What its page says of private persons, masked; null where its text was not looked at for that. */
  readonly personalData: readonly PersonalData[] | null;
  /** Marks that are no categories, for example `reprint`, `empty-body`, `review`. */
  readonly flags: readonly string[];
  /** What came of fetching the item's own page; null: not asked for yet. */
  readonly outcome: Outcome | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** SHA-256 of the body text, or null where it was not read. */
  readonly textHash: string | null;
  /** 64-bit similarity hash of the body text as 16 hex digits, or null. */
  readonly simhash: string | null;
  readonly firstSeen: Date;
  readonly lastSeen: Date;
  /** When the page was found to be gone, else null. */
  readonly removedAt: Date | null;
}

/** What came of reading a column's list in one run. */
export interface ReadingRecord {
  readonly run: string;
  readonly site: string;
  readonly column: string;
  /** The address that was asked for; null of readings older than this, and where nothing was asked. */
  readonly address: string | null;
  readonly at: Date;
  /** "Now" of the run. */
  readonly asOf: Date;
  readonly outcome: Outcome;
  /** Why the column's state is unknown, or null where its list was read. */
  readonly reason: UnknownReason | null;
  /** What happened. */
  readonly detail: Sentence | null;
  /** Rows of the list that are known to be there now; 0: the list was read and is blank. */
  readonly rows: number;
  /** False where further list pages exist that could not be read or lie beyond the limit. */
  readonly complete: boolean;
  /** Whether the rows stand newest first, so that unread further pages cannot hide a newer day. */
  readonly newestFirst: boolean;
  /** Pages of the list that could not be read. */
  readonly unreadPages: readonly string[];
  readonly fingerprint: ListFingerprint | null;
  /** Content address of the first list page as fetched. */
  readonly evidence: string | null;
  /** How the list was had: `html`, `api` or `browser`. */
  readonly via: 'html' | 'api' | 'browser';
  /** How sure it is that this is the column's list, all of it as it stands now. */
  readonly certainty: Certainty;
  /** What speaks against that. */
  readonly doubts: readonly Doubt[];
}

/** How a column's first list page is known again: what a request for its changes names, and the SHA-256 of its bytes. */
export interface PageMarks {
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly hash: string;
  /** Moment of the run that last asked for it without condition. */
  readonly lookedAsOf: Date;
  /** The site once said that nothing changed although it had: it is never asked conditionally again. */
  readonly liar: boolean;
}

/** What a crawl must know of a column to stop at known ground. */
export interface KnownColumn {
  /** Its open sightings by item. */
  readonly entries: ReadonlyMap<ItemKey, { readonly title: string; readonly listedOn: Day | null; readonly position: number }>;
  readonly firstPage: PageMarks | null;
  /** The last reading that saw the list, or null. */
  readonly lastGood: ReadingRecord | null;
}

/** Known facts about an item that decide whether its page must be asked for again. */
export interface KnownItem {
  readonly title: string;
  readonly outcome: Outcome | null;
  readonly etag: string | null;
  readonly lastModified: string | null;
  readonly publishedOn: Day | null;
}

/** How a site as a whole was read. */
export const SITE_STATUSES = ['ok', 'partial', 'unreachable', 'blocked', 'forbidden'] as const;

/** What came of a site in one run. */
export interface SiteRecord {
  readonly run: string;
  readonly site: string;
  readonly at: Date;
  readonly status: (typeof SITE_STATUSES)[number];
  readonly reason: Sentence | null;
  /** Whether the strict TLS try failed and the page was read without it. */
  readonly tlsFallback: boolean;
  /** Where the home page ended after redirects. */
  readonly finalUrl: string | null;
  /** Newest day seen on the home page itself, or null. */
  readonly homeUpdatedOn: Day | null;
  /** Up to which moment that is known, or null where the home page was never read. */
  readonly homeReadAt: Date | null;
  /** What its pages carry of what the guidelines ask for; null where no run looked. */
  readonly elements: PageElements | null;
  readonly traffic: Traffic;
}

/** Severities of rules, gravest first: a veto fails a site by itself. */
export const SEVERITIES = ['veto', 'major', 'minor', 'notice'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const COLUMN_STATUSES = ['fresh', 'due', 'overdue', 'blank', 'unknown', 'exempt'] as const;
export type ColumnStatus = (typeof COLUMN_STATUSES)[number];

/** A person's correction; it outlives re-crawls and re-training. */
export interface CorrectionRecord {
  readonly id: string;
  readonly target: { readonly item: ItemKey } | { readonly site: string; readonly column: string };
  readonly category: CategoryId;
  readonly by: string;
  readonly at: Date;
  readonly why: string;
}

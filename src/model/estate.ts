import type { Day, Period } from './day.ts';
import type { MediaAccount, Platform, PostColumns } from './media.ts';
import type { TakenOver } from './taken-over.ts';
import type { ToldReading } from './told-reading.ts';

/** The kinds of unit, in the order in which offices list them. */
export const UNIT_KINDS = ['office', 'department', 'township', 'street', 'other'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/**
 * An authority that publishes: a department, a township, an office (单位). A township (乡镇) has a people's congress of its own, which
 * approves its budget and accounts; a street office (街道) has none.
 */
export interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  /** First and last day on which it was there; left out: always. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  /** Id of the unit that took over from it. */
  readonly mergedInto?: string | undefined;
}

/** What people's congresses approve; the clocks of publication begin on that day. */
export const APPROVED = ['budget', 'accounts', 'adjustment'] as const;

/** That a unit owes a duty, or does not, whatever the rule says of units of its kind (名册). */
export interface RosterEntry {
  /** Id of the duty's rule, without its pack. */
  readonly duty: string;
  readonly unit: string;
  readonly owes: boolean;
  /** Terms that end from this day to that one, both included; left out: all. */
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
  readonly reason: string;
}

/** A day on which a people's congress, or its standing committee, approved something. */
export interface Approval {
  readonly what: (typeof APPROVED)[number];
  /** The year that the budget or the accounts are of. */
  readonly year: number;
  readonly on: Day;
  /** Where that is written. */
  readonly source: string | null;
  /** Ids of the units whose clock it begins; null: the city's government and its departments. */
  readonly units: readonly string[] | null;
}

/** An approval that a person entered, beside those of `estate.yaml`. */
export interface EnteredApproval extends Approval {
  readonly id: string;
  readonly by: string;
  readonly at: Date;
}

/** How a site is crawled. The estate gives defaults, a site may override each. */
export interface CrawlSettings {
  /** Requests per second and host; 0 means no limit. */
  readonly requestsPerSecond: number;
  /** Requests under way at once per host. */
  readonly concurrency: number;
  /** Deadline of one fetch over all its redirects. */
  readonly timeoutSeconds: number;
  /** List pages read of a column on its first run. */
  readonly maxPagesPerColumn: number;
  readonly respectRobots: boolean;
  /** Whether loopback and intranet addresses may be dialled. */
  readonly allowPrivateNetworks: boolean;
  readonly browser: 'auto' | 'never' | 'always';
  /** Hours in which audits by schedule may ask the site; left out: at any time. */
  readonly window?: DayWindow | undefined;
}

/** Hours of the day in the estate's time zone, written `HH:MM`; they run over midnight where `to` is not after `from`. */
export interface DayWindow {
  readonly from: string;
  readonly to: string;
}

/** When a topic (专题) is kept: after its end nothing is expected of it, and a person archives it. */
export interface Topic {
  /** First day; null: it has begun. */
  readonly from: Day | null;
  /** Last day; null: nobody said when it ends. */
  readonly until: Day | null;
  /** When a person archived it; null: not yet. */
  readonly archivedOn: Day | null;
}

/** A list of items of a site that is watched (栏目). */
export interface Column {
  readonly site: string;
  readonly id: string;
  /** The unit that answers for it. */
  readonly unit: string;
  /** Left out: always that one. Silence of before is not the unit's. */
  readonly takenOver?: TakenOver | undefined;
  readonly name: string;
  /** Menu path to the column, its own name last: `['政务公开', '通知公告']`. */
  readonly path: readonly string[];
  /** Absolute URL of its first list page. */
  readonly url: string;
  /** The category somebody set, else null: then the column's name decides. */
  readonly category: CategoryId | null;
  /** How often it must be updated: a period, `none` for never, null for what the rule pack says. */
  readonly period: Period | 'none' | null;
  /** Last day on which its own period holds; left out: for good. */
  readonly periodUntil?: Day | undefined;
  readonly periodReason?: string | undefined;
  /** Why nothing is expected of it, or null. */
  readonly exempt: string | null;
  /** Last day on which that holds; left out: for good. */
  readonly exemptUntil?: Day | undefined;
  /** It is a topic (专题) with a begin and an end. */
  readonly topic?: Topic | undefined;
  /** Last day of a period or an exemption of its own that has ended, or of another unit, as of the day judged: what holds now counts from then on. */
  readonly askedAfter?: Day | undefined;
  /** How a person says that its list is read; left out: found by itself. */
  readonly read?: ToldReading | undefined;
  readonly origin: 'configured' | 'discovered';
}

/** A website that is watched (网站). */
export interface Site {
  readonly id: string;
  readonly unit: string;
  readonly takenOver?: TakenOver | undefined;
  readonly name: string;
  readonly url: string;
  /** 网站标识码, or null where nobody wrote it down. */
  readonly idCode: string | null;
  readonly crawl: CrawlSettings;
  /** How a person says that the lists of its columns are read. */
  readonly read?: ToldReading | undefined;
  /** null: found by discovery. */
  readonly columns: readonly Column[] | null;
}

/** Everything that is watched for one city. */
export interface Estate {
  readonly name: string;
  /** IANA name of the time zone that calendar days belong to. */
  readonly timezone: string;
  /** Id of the rule pack to judge by. */
  readonly rulePack: string;
  /** How sites are crawled that say nothing else, and feeds. */
  readonly crawl: CrawlSettings;
  readonly units: readonly Unit[];
  readonly sites: readonly Site[];
  /** New media (政务新媒体). */
  readonly accounts: readonly MediaAccount[];
  /** Names of columns in exports, by platform. */
  readonly postColumns?: { readonly [On in Platform]?: PostColumns | undefined };
  /** Days of approval that somebody entered; clocks of others have not begun. */
  readonly approvals?: readonly Approval[];
  /** Who owes what beside what the rules say of kinds of units. */
  readonly roster?: readonly RosterEntry[];
  /** Whether everybody may see how the city stands, without an account. */
  readonly publicPage?: boolean;
}

/** One of the taxonomy's 22 ids, for example `notices`. */
export type CategoryId = string;

/** A disclosure category (类别). */
export interface Category {
  readonly id: CategoryId;
  readonly name: string;
  readonly nameEn?: string;
  readonly definition: string;
  /** Id of the class it is counted under. */
  readonly class: string;
  /** Number (1 to 9) of the key area it serves, or null. */
  readonly keyArea: number | null;
  /** Where only a part of the category serves its key area: that part, and the words of which one stands in title or column name. */
  readonly keyAreaSubtype?: { readonly id: string; readonly name: string; readonly words: readonly string[] };
  /** Default longest silence of such a column; null: driven by events. */
  readonly period: Period | null;
  /** Where the period comes from. */
  readonly basis: string;
  /** Names that such columns carry on real sites. */
  readonly columnNames: readonly string[];
  /** Words and patterns (each one a regular expression that runs in linear time) seen in titles of such items. */
  readonly titleWords: readonly string[];
  /** Words and patterns that speak against the category although one of `titleWords` stands there. */
  readonly notTitleWords?: readonly string[];
}

/** One of the three classes of the 政府网站工作年度报表 (三大类). */
export interface CategoryClass {
  readonly id: string;
  readonly name: string;
  readonly nameEn?: string;
}

/** A key area of disclosure (重点领域). */
export interface KeyArea {
  readonly number: number;
  readonly name: string;
  readonly nameEn?: string;
}

export interface Taxonomy {
  readonly classes: readonly CategoryClass[];
  readonly keyAreas: readonly KeyArea[];
  readonly categories: readonly Category[];
}

/** Bounds of what is counted, both days included. */
export interface Span {
  readonly from: Day;
  readonly to: Day;
}

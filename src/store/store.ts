import type { Alert, AlertEntry, AlertFile, AlertState, Delivery, DeliveryAttempt, Letter, Notice } from '../model/alerts.ts';
import type { Closing } from '../model/closing.ts';
import type { Day } from '../model/day.ts';
import type { CategoryId, Column, EnteredApproval, Span } from '../model/estate.ts';
import type { Finding } from '../model/findings.ts';
import type { PageLink, WatchedLink } from '../model/links.ts';
import type { WorkerRecord } from '../model/liveness.ts';
import type { FunctionLook, Post, PostDelivery, ToldMessage } from '../model/media.ts';
import type { Outcome } from '../model/outcome.ts';
import type { PairDecision } from '../model/pair-decision.ts';
import type { PaperEntry, PaperRecord, PaperState } from '../model/paper.ts';
import type { ApiToken, Invitation, KeptFilter, LogEntry, OpenSession, Person } from '../model/people.ts';
import type { PersonalData } from '../model/personal-data.ts';
import type { Probe } from '../model/probes.ts';
import type {
  Classification,
  CorrectionRecord,
  ItemKey,
  ItemRecord,
  KnownColumn,
  KnownItem,
  PageMarks,
  ReadingRecord,
  RunRecord,
  RunState,
  Severity,
  Sighting,
  SiteRecord,
  TargetRecord,
  Traffic,
} from '../model/records.ts';
import type { ConfigTexts, EstateRevision } from '../model/revision.ts';
import type { Sentence } from '../model/sentence.ts';
import type { SiteProfile } from '../model/site-profile.ts';

/** The store's interface: all that the other rooms may know of it. Implemented once, over PGlite and PostgreSQL. */
export interface Store {
  readonly runs: RunStore;
  readonly columns: ColumnStore;
  readonly items: ItemStore;
  readonly evidence: EvidenceStore;
  readonly findings: FindingStore;
  readonly corrections: CorrectionStore;
  readonly approvals: ApprovalStore;
  readonly pairs: PairDecisionStore;
  readonly closings: ClosingStore;
  readonly estate: EstateStore;
  readonly people: PeopleStore;
  readonly search: ItemSearch;
  readonly judgements: JudgementStore;
  readonly alerts: AlertStore;
  readonly outbox: OutboxStore;
  readonly papers: PaperStore;
  readonly probes: ProbeStore;
  readonly links: LinkStore;
  readonly posts: PostStore;
  readonly workers: WorkerStore;
  readonly profiles: ProfileStore;
  /** Closes connections and gives the embedded directory back. */
  close(): Promise<void>;
}

/** Narrowing by what a person named; an empty list narrows nothing. */
export interface Narrowing {
  readonly sites?: readonly string[];
  readonly units?: readonly string[];
  readonly columns?: readonly string[];
}

export interface EstateStore {
  /**
   * Keeps what is watched from now on: the next revision, or the latest one where that is the same. `asOf` is the moment that is
   * worked with, `now` the real one.
   */
  keep(
    texts: ConfigTexts,
    made: { readonly digest: string; readonly asOf: Date; readonly now: Date; readonly by: string; readonly why: string },
  ): Promise<EstateRevision>;
  /** What held at a moment; null before the first revision: nobody wrote down what held then. */
  held(asOf: Date): Promise<EstateRevision | null>;
  latest(): Promise<EstateRevision | null>;
  get(number: number): Promise<EstateRevision | null>;
  /** Newest first. */
  list(): Promise<EstateRevision[]>;
  /** Everything that a revision holds. */
  texts(number: number): Promise<ConfigTexts>;
}

export interface RunStore {
  /** Makes the run unless one with its schedule and due time exists; says whether it was made. */
  open(run: RunRecord): Promise<{ run: RunRecord; created: boolean }>;
  get(id: string): Promise<RunRecord | null>;
  /** Newest first, from the one at place `offset`. */
  list(limit: number, offset?: number): Promise<RunRecord[]>;
  /** How many there are, counted no further than `upTo`. */
  count(upTo: number): Promise<number>;
  /** The last audit of the whole estate that is over and did not fail. */
  lastAudit(): Promise<RunRecord | null>;
  update(id: string, change: Partial<Omit<RunRecord, 'id'>>): Promise<void>;
  /** Changes the run only where it is in one of the states `from`; says whether it was (compare and swap). */
  move(id: string, from: readonly RunState[], change: Partial<Omit<RunRecord, 'id'>> & { readonly state: RunState }): Promise<boolean>;
  /**
   * Takes or keeps a run for the process that drives it, by the database's clock (a heartbeat and compare-and-swap in one). False
   * where the run is over, or another process drives it that said so within `goneAfterMs`.
   */
  hold(id: string, holder: string, goneAfterMs: number): Promise<boolean>;
  /** Gives a run back that `holder` drives. */
  letGo(id: string, holder: string): Promise<void>;
  /** Ends as interrupted the runs of processes that have not been seen for `goneAfterMs`, at the moment when they were seen last. */
  interruptGone(goneAfterMs: number): Promise<RunRecord[]>;
  /** Plans targets; those that the run already has stay as they are. */
  plan(run: string, targets: readonly { site: string; column: string }[]): Promise<void>;
  targets(run: string, site?: string): Promise<TargetRecord[]>;
  recordSite(record: SiteRecord): Promise<void>;
  /** Keeps what one try at a site has cost since it began, in place of what it said before. */
  recordTraffic(run: string, site: string, attempt: string, traffic: Traffic): Promise<void>;
  /** What all tries of a run have cost, at one site or at all. */
  traffic(run: string, site?: string): Promise<Traffic>;
  /** The latest record of each site, of one run or, without `run`, at or before `asOf`. */
  sites(query: { run?: string; site?: string; asOf?: Date }): Promise<SiteRecord[]>;
}

/** Everything that one reading of a column found; stored in one transaction. */
export interface ColumnResult {
  readonly reading: ReadingRecord;
  /** Rows seen in this reading, in order; empty where nothing new could be read. */
  readonly rows: readonly {
    readonly item: ItemKey;
    readonly title: string;
    readonly url: string | null;
    readonly listedOn: Day | null;
    readonly position: number;
  }[];
  /** True: nothing changed since the last reading, so all open sightings go on. */
  readonly unchanged: boolean;
  /** Open sightings in the stretch that was read which are no longer listed. */
  readonly vanished: readonly ItemKey[];
  /** New and changed items; an item stored already is replaced except for its first sight and corrections. */
  readonly items: readonly {
    readonly record: ItemRecord;
    readonly text: string | null;
    /** Items that its text links to. */
    readonly refers?: readonly ItemKey[];
  }[];
  readonly firstPage: PageMarks | null;
  /** Pages kept as evidence: content address is the SHA-256 of `bytes`. */
  readonly pages: readonly {
    readonly url: string;
    readonly bytes: Uint8Array;
    readonly fetchedAt: Date;
    readonly contentType: string | null;
    /** How a browser drew the page (JPEG), where one was used. */
    readonly screenshot?: Uint8Array | null;
  }[];
}

/** A column as stored: what is watched, whether configured or found. */
export interface StoredColumn extends Column {
  /** First reading that saw the list: since then the column is watched. */
  readonly watchedSince: Date | null;
}

/** Titles on a column's list, from its top. */
export interface ColumnTitles {
  readonly site: string;
  readonly column: string;
  readonly titles: readonly string[];
}

export interface ColumnStore {
  /** Replaces what is known of a site's columns; columns that are left out are kept but no longer current. */
  save(site: string, columns: readonly Column[]): Promise<void>;
  /** Current columns of a site or of all sites. */
  list(site?: string): Promise<StoredColumn[]>;
  /** The first titles on the list of each current column as it stands; of columns with a set category, or of the others. */
  titles(asked: { readonly set: boolean; readonly limit: number }): Promise<ColumnTitles[]>;
  known(site: string, column: string): Promise<KnownColumn>;
  record(result: ColumnResult): Promise<void>;
  /** Per column the latest reading at or before `asOf`, and the latest sure one where that is another; else the earliest after it. */
  readings(asOf: Date): Promise<ReadingRecord[]>;
  /** Of each week in which a column was read its last reading, from the first day on; weeks begin on Monday in the zone. */
  weekly(from: Day, zone: string): Promise<WeekReading[]>;
  /** All readings of one column, newest first. */
  history(site: string, column: string, limit: number): Promise<ReadingRecord[]>;
}

/** What a week's last reading of a column came to. */
export interface WeekReading {
  /** The Monday. */
  readonly week: Day;
  readonly site: string;
  readonly column: string;
  /** Whether its list could be seen. */
  readonly read: boolean;
  readonly rows: number;
}

/** A sighting with what counting and judging need of its item. */
export interface SightedItem extends Sighting {
  /** The item's day: its page's, else the row's. */
  readonly publishedOn: Day | null;
  /** Corrected category, else the classified one; null for a row without link. */
  readonly category: CategoryId | null;
  readonly removedAt: Date | null;
  /** What came of fetching the item's own page: an item without a day may have one on a page that could not be read. */
  readonly outcome?: Outcome | null;
  /** The day that its row showed before, until when, and as of which moment it first showed another; null where it never changed. */
  readonly listedBefore?: Day | null;
  readonly shownUntil?: Date | null;
  readonly redatedAsOf?: Date | null;
  /** Whether its page was read and holds neither text nor attachments. */
  readonly empty?: boolean;
  /** The latest day of publication that its page names beside the one that counts, its address aside; null where there is none. */
  readonly alsoOn?: Day | null;
}

export interface ItemQuery extends Narrowing {
  readonly from?: Day;
  readonly to?: Day;
  readonly category?: CategoryId;
  /** Words that title, numbers, issuer or source must all hold; Chinese needs no spaces between them. */
  readonly search?: string;
}

/** An item with the columns that list it. */
export interface ListedItem extends ItemRecord {
  readonly columns: readonly { readonly site: string; readonly column: string }[];
}

/** An item whose text and title a unit had published before, under an older day. */
export interface Reissue {
  readonly newer: Issue;
  readonly older: Issue;
}

export interface Issue extends Pick<ItemRecord, 'url' | 'site' | 'unit' | 'title' | 'firstSeen'> {
  readonly publishedOn: Day;
}

/** An item whose title or text holds one of some words. */
export interface Mention extends Pick<ItemRecord, 'key' | 'url' | 'site' | 'unit' | 'title' | 'publishedOn'> {
  readonly text: string;
}

/** What the audit looks at in items' own pages. */
export type AuditedItem = Pick<
  ItemRecord,
  | 'key'
  | 'url'
  | 'site'
  | 'unit'
  | 'title'
  | 'publishedOn'
  | 'conflicts'
  | 'documentDate'
  | 'author'
  | 'reviewer'
  | 'personalData'
  | 'category'
  | 'firstSeen'
>;

/** Items of one hundredth of confidence. */
export interface Doubt {
  /** The lowest confidence in it. */
  readonly from: number;
  readonly items: number;
  /** Mean of theirs. */
  readonly confidence: number;
}

/** An item whose category is not sure, with the columns that list it. */
export type DoubtfulItem = Pick<ListedItem, 'key' | 'url' | 'title' | 'category' | 'confidence' | 'columns'>;

export interface ItemStore {
  known(keys: readonly ItemKey[]): Promise<Map<ItemKey, KnownItem>>;
  /** Every sighting, those that ended too, column by column. */
  sightings(query?: Narrowing): Promise<SightedItem[]>;
  /** How many sightings each column has, those that ended too, by `site/column`; columns without any are left out. */
  sightingCounts(): Promise<ReadonlyMap<string, number>>;
  /** Sightings of a column that runs of moments after `asOf` saw first, newest first. */
  sightingsAfter(site: string, column: string, asOf: Date, limit: number): Promise<SightedItem[]>;
  /** What a column listed at a moment with that day; of several the one that came last. Null: nothing. */
  sightingOf(site: string, column: string, day: Day, asOf: Date): Promise<SightedItem | null>;
  /** Every sighting of the items that more than one column listed. */
  sharedSightings(): Promise<SightedItem[]>;
  /** Items published in a span whose pages say who made them, when, or two days of publication; newest first, in batches. */
  audited(span: Span): AsyncIterable<AuditedItem>;
  /** Items of a span, those found gone aside, whose title or text a regular expression of PostgreSQL matches; the newest first. */
  mentioning(span: Span, pattern: string, limit: number): Promise<Mention[]>;
  /** Items published in a span whose whole text and title their unit had published more than a month before; of several the first. */
  reissued(span: Span): Promise<Reissue[]>;
  /** Items with corrections applied, newest first, in batches so that a million fits. */
  stream(query: ItemQuery): AsyncIterable<ListedItem>;
  /** How sure the categories are of items that nobody set one for, themselves or their column: by hundredths, the surest first. */
  doubts(): Promise<Doubt[]>;
  /** Those of them below a confidence, the least sure first. */
  leastSure(below: number, limit: number): Promise<DoubtfulItem[]>;
  markRemoved(key: ItemKey, at: Date): Promise<void>;
  /** Gives items another classification, all or none; corrections stay in force over it. */
  reclassify(changes: readonly { readonly key: ItemKey; readonly to: Classification }[]): Promise<void>;
  /** Items whose body text was read, in the order in which they were first seen. */
  bodies(): Promise<Pick<ItemRecord, 'key' | 'unit' | 'simhash' | 'flags'>[]>;
  /** Gives items other marks, all or none. */
  reflag(changes: readonly Pick<ItemRecord, 'key' | 'flags'>[]): Promise<void>;
  text(key: ItemKey): Promise<string | null>;
  /** Texts of the items among some that were read, in no order, with those of their files that were kept. */
  texts(keys: readonly ItemKey[]): Promise<ItemText[]>;
  /** Of the items among some whose texts link to any of the same, to which; in no order. */
  references(keys: readonly ItemKey[]): Promise<Reference[]>;
  /** Items whose text was kept before texts were looked at for personal data, some of them. */
  unlooked(limit: number): Promise<{ readonly key: ItemKey; readonly title: string; readonly text: string }[]>;
  /** Items whose pages held personal data when they were read last, and were not found gone since. */
  holdingPersonalData(limit: number): Promise<Pick<ItemRecord, 'key' | 'url' | 'site'>[]>;
  /** What another look at items' texts told, all or none; a title or text that is left out stays. */
  keepLooks(looks: readonly ItemLook[]): Promise<void>;
}

/** An item's text, and the files beside it. An item that is itself a file is its own. */
export interface ItemText {
  readonly key: ItemKey;
  readonly text: string;
  /** Each address once, whether or not anybody read it; in the order of their addresses. */
  readonly files: readonly FileText[];
}

/** A file beside an item, whether or not anybody read it. Pages of several items may link to one file. */
export interface FileText {
  readonly url: string;
  /** What its link is called. */
  readonly name: string;
  /** Null: nobody read it, or it is none of those whose texts are kept. */
  readonly text: string | null;
  /** False where nobody read it, or not all of it. */
  readonly whole: boolean;
}

/** What a file says, masked; not `whole` where some of it could not be read: pictures, pages without text. */
export interface FileContents {
  readonly text: string;
  readonly whole: boolean;
}

/** An item's text links to another. */
export interface Reference {
  readonly from: ItemKey;
  readonly to: ItemKey;
}

/** What a look at an item's text for personal data told, with title and text as they may be kept. */
export type ItemLook = Pick<ItemRecord, 'key'> & {
  readonly personalData: readonly PersonalData[];
  readonly title?: string;
  readonly text?: string;
};

/** A page as fetched. */
export interface KeptPage {
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly fetchedAt: Date;
  readonly contentType: string | null;
  /** SHA-256 of its picture, where a browser drew it. */
  readonly screenshot: string | null;
}

export interface EvidenceStore {
  /** The page as fetched, or null where it was never kept or its time is over. */
  get(hash: string): Promise<KeptPage | null>;
  /** The picture of a page as a browser drew it (JPEG), by its own hash; null where there is none. */
  screenshot(hash: string): Promise<Uint8Array | null>;
  /** Drops pages last used before `before` and used by no finding, then pictures without a page; returns how many. For once a night. */
  prune(before: Date): Promise<number>;
}

export interface FindingStore {
  /** Replaces the findings of a run. */
  save(run: string, findings: readonly Finding[]): Promise<void>;
  list(run: string): Promise<Finding[]>;
}

export interface CorrectionStore {
  /** All of them or none. One that is there already stays as it is. */
  add(...corrections: readonly CorrectionRecord[]): Promise<void>;
  /** Takes back a correction with those that were spread from it (`id.1`, `id.2`, …), and gives what it took back; none: unknown id. */
  undo(id: string): Promise<CorrectionRecord[]>;
  /** Newest first; those of one item, those of one column, or all. */
  list(target?: CorrectionRecord['target']): Promise<CorrectionRecord[]>;
}

/** Closed periods, revision by revision. */
export interface ClosingStore {
  /** Writes a revision down; one that is there stays what it is. */
  add(closing: Closing): Promise<void>;
  /** All revisions of a period, newest first; none where it was never closed. */
  of(span: Span): Promise<Closing[]>;
}

export interface ApprovalStore {
  /** One that is there already stays as it is. */
  add(approval: EnteredApproval): Promise<void>;
  /** Takes one back, and gives it; null: unknown id. */
  withdraw(id: string): Promise<EnteredApproval | null>;
  /** Last entered first. */
  list(): Promise<EnteredApproval[]>;
}

export interface PairDecisionStore {
  /** The last word on two items holds. */
  keep(decision: PairDecision): Promise<void>;
  /** Takes one back, and gives it; null: there is none. */
  withdraw(of: Pick<PairDecision, 'rule' | 'call' | 'answer'>): Promise<PairDecision | null>;
  /** Newest first. */
  list(): Promise<PairDecision[]>;
}

/** A change of an alert with all that must be stored together with it. */
export interface AlertChange {
  /** As it is after the change. */
  readonly alert: Alert;
  /** Stamp that it had before; null: it is new. */
  readonly before: string | null;
  readonly entries: readonly AlertEntry[];
  readonly notices: readonly Notice[];
  readonly files?: readonly (AlertFile & { readonly bytes: Uint8Array })[];
  /** What a person did, and until when it can be undone. */
  readonly undo?: Undo;
}

/** What can be undone: an alert as it was before the line of its history that would be taken back. */
export interface Undo {
  readonly entry: string;
  readonly by: string;
  readonly until: Date;
  readonly before: Alert;
}

/** Narrowing of alerts; what is left out or empty narrows nothing, except that nobody is shown more than `units`. */
export interface AlertQuery {
  readonly ids?: readonly string[];
  readonly states?: readonly AlertState[];
  readonly units?: readonly string[];
  readonly sites?: readonly string[];
  readonly columns?: readonly string[];
  readonly rules?: readonly string[];
  readonly kinds?: readonly Alert['kind'][];
  readonly severities?: readonly Severity[];
  readonly audience?: Alert['audience'];
  /** At least this place on the ladder. */
  readonly level?: number;
  /** Not mended in time, as of this day: its last day is over, or it climbed the ladder because one was. Not what cannot be read now. */
  readonly late?: Day;
  /** Sent to the unit, in its present round, at this instant or later. */
  readonly sentSince?: Date;
  /** Opened at this instant or later; before this instant. */
  readonly openedSince?: Date;
  readonly openedBefore?: Date;
  /** Answered by the unit, or seen mended, in the present round. */
  readonly reached?: 'answered' | 'rectified';
  /** Those that this colleague sees to. */
  readonly assignee?: string;
  readonly search?: string;
}

export interface AlertPage {
  /** Default: `gravest`. */
  readonly order?: 'gravest' | 'newest' | 'due' | 'unit';
  readonly limit?: number;
  readonly offset?: number;
}

/**
 * Days on which some of a unit's alerts reached it, were answered and seen mended, in their present round: what came back counts from
 * when it was told again.
 */
export interface AlertTimes {
  readonly unit: string;
  readonly reachedOn: Day;
  readonly answeredOn: Day | null;
  readonly rectifiedOn: Day | null;
  /** Of how many alerts all this is true. */
  readonly alerts: number;
}

export interface AlertStore {
  /**
   * Stores each change whole, with its entries and notices in one transaction, or not at all where somebody changed that alert
   * in the meantime: those are given back. No alert may be changed twice in one call.
   */
  apply(changes: readonly AlertChange[]): Promise<AlertChange[]>;
  get(id: string): Promise<Alert | null>;
  list(query?: AlertQuery, page?: AlertPage): Promise<Alert[]>;
  /** When those that reached somebody did, were answered and seen mended, in days of a time zone. */
  times(query: AlertQuery, zone: string): Promise<AlertTimes[]>;
  /** How many there are in each state. */
  counts(query?: AlertQuery): Promise<Record<AlertState, number>>;
  /** Oldest first. */
  history(alert: string): Promise<AlertEntry[]>;
  /** Files that people put to what they said, oldest first. */
  files(alert: string): Promise<AlertFile[]>;
  file(alert: string, id: string): Promise<(AlertFile & { readonly bytes: Uint8Array }) | null>;
  /** What somebody did that can be undone still, of one alert or all. */
  undoable(by: string, now: Date, alert?: string): Promise<Undo[]>;
  /** Entries of all alerts, newest first: what happened lately. */
  entries(query: {
    readonly since?: Date;
    /** Not that instant itself. */
    readonly before?: Date;
    readonly units?: readonly string[];
    readonly audience?: Alert['audience'];
    readonly limit: number;
  }): Promise<AlertEntry[]>;
}

/** Narrowing of deliveries; what is left out narrows nothing, except that nobody is shown more than `units`. */
export interface DeliveryQuery {
  readonly states?: readonly Delivery['state'][];
  readonly channels?: readonly string[];
  readonly units?: readonly string[];
  readonly alert?: string;
}

export interface OutboxStore {
  /** Notices whose time has come and that are in no delivery yet, oldest first. */
  dueNotices(now: Date): Promise<(Notice & { readonly alertNow: Alert })[]>;
  /** Stores deliveries, each with the notices that it carries; one whose notices another process took first, or that is there already, is left out. */
  compose(deliveries: readonly { readonly delivery: Delivery; readonly notices: readonly string[] }[]): Promise<void>;
  /** The notices that a delivery carries, oldest first. */
  carried(delivery: string): Promise<(Notice & { readonly alertNow: Alert })[]>;
  /** Gives a waiting delivery another letter; the first attempt that may have arrived keeps its own. */
  rewrite(delivery: string, letter: Letter): Promise<void>;
  /** Messages that were accepted on behalf of the present rung of alerts whose clock has not begun, each with its earliest moment. */
  arrivals(): Promise<{ readonly alertNow: Alert; readonly at: Date }[]>;
  /** Takes back notices that hold no more and that are in no delivery yet. */
  withdraw(notices: readonly string[]): Promise<void>;
  /**
   * Claims the delivery of a channel that has been due longest, and begins an attempt of it; nobody else gets it before `until`. Null
   * where none is due, or where all processes together began `perMinute` attempts on the channel in the last minute. The same token
   * claims the same again.
   */
  claim(order: {
    readonly channel: string;
    readonly token: string;
    readonly now: Date;
    readonly until: Date;
    readonly perMinute: number;
  }): Promise<Delivery | null>;
  /**
   * Ends the attempt that `token` claimed; false where the claim ran out and another took over. `nextTry` null with `failed` or `refused`:
   * dead. `withdrawn`: it was not sent, because nothing that it tells is so any more.
   */
  settle(end: {
    readonly delivery: string;
    readonly token: string;
    readonly at: Date;
    readonly outcome: 'sent' | 'failed' | 'refused' | 'withdrawn';
    readonly detail: Sentence | null;
    readonly nextTry: Date | null;
  }): Promise<boolean>;
  get(delivery: string): Promise<Delivery | null>;
  /** Newest first. */
  list(query?: DeliveryQuery & { readonly limit?: number; readonly offset?: number }): Promise<Delivery[]>;
  /** How many there are, counted no further than `upTo`. */
  count(query: DeliveryQuery, upTo: number): Promise<number>;
  attempts(delivery: string): Promise<DeliveryAttempt[]>;
  /** One more try for a dead delivery; false where it is not dead. */
  revive(delivery: string, at: Date): Promise<boolean>;
  /** How many messages should have left by `now` and did not, and since when the oldest should have; null: none. */
  late(now: Date): Promise<{ readonly count: number; readonly since: Date | null }>;
  /** Notices of an alert that have not left yet, and when they will. */
  waiting(alert: string): Promise<Notice[]>;
}

/** Accounts, sessions, invitations, tokens of programs, and the log of what people changed. */
export interface PeopleStore {
  count(): Promise<number>;
  /** Oldest first. */
  list(): Promise<Person[]>;
  get(id: string): Promise<Person | null>;
  /** Changes what a person may do and ends the person's sessions; where the account is closed, its tokens are revoked at `now`. */
  change(id: string, change: Partial<Pick<Person, 'name' | 'role' | 'unit' | 'active'>>, now: Date): Promise<void>;
  /** Keeps an invitation, in the place of earlier ones of that e-mail which nobody accepted. */
  invite(invitation: Invitation): Promise<void>;
  /** Takes back an invitation; false where it was accepted or is not there. */
  withdraw(id: string): Promise<boolean>;
  /** Those that nobody accepted, newest first. */
  invitations(): Promise<Invitation[]>;
  /** The invitation of a link, as long as it can be accepted. */
  invitation(tokenHash: string, now: Date): Promise<Invitation | null>;
  /** Takes an invitation; false where somebody else did or its time is over. */
  accept(id: string, now: Date): Promise<boolean>;
  addToken(token: ApiToken): Promise<void>;
  /** Newest first, of one person or of all. */
  tokens(person?: string): Promise<ApiToken[]>;
  /** The token of that hash, as long as it holds; notes its use. */
  useToken(tokenHash: string, now: Date): Promise<ApiToken | null>;
  /** Ends the tokens of a person, the one of that id, or all that there are; tells how many held until now. */
  revokeTokens(which: { readonly person?: string; readonly id?: string }, now: Date): Promise<number>;
  /**
   * Counts a sign-in before its password is looked at. Once `allowed` failed, the account is held up for `waitMs` from the last one:
   * then `heldSince` says since when, and nothing is counted.
   */
  beginSignIn(
    person: string,
    now: Date,
    limits: { readonly allowed: number; readonly waitMs: number },
  ): Promise<{ readonly count: number; readonly heldSince: Date | null }>;
  /** Forgets failed sign-ins: somebody knew the password. */
  forgetSignIns(person: string): Promise<void>;
  /** Takes one back whose password nobody looked at. */
  dropSignIn(person: string): Promise<void>;
  sessions(person: string): Promise<OpenSession[]>;
  endSession(person: string, id: string): Promise<void>;
  endOtherSessions(person: string, kept: string): Promise<void>;
  /** Keeps filters of a list under a name, in the place of those that the person called so before. */
  keepFilter(filter: KeptFilter): Promise<void>;
  /** Those of a person and list, by name. */
  keptFilters(person: string, list: string): Promise<KeptFilter[]>;
  /** Drops one that is the person's, and gives it; null where it is not. */
  dropFilter(person: string, id: string): Promise<KeptFilter | null>;
  log(entry: LogEntry): Promise<void>;
  /** Newest first, from the one at place `offset`. */
  logged(limit: number, offset?: number): Promise<LogEntry[]>;
  /** How many entries there are, counted no further than `upTo`. */
  countLogged(upTo: number): Promise<number>;
}

export interface ItemSearchQuery extends Omit<ItemQuery, 'category'> {
  /** An empty list narrows nothing. */
  readonly categories?: readonly CategoryId[];
  /** Only what lists showed when they were judged: what was counted. Without it those too that no list shows any more. */
  readonly listed?: boolean;
  /** Only items without any day. */
  readonly undated?: boolean;
  /** Number of the key area that items serve; what was not judged serves none. */
  readonly area?: number;
}

/** An item with the columns that list it or did, and whether a person set its category. */
export interface FoundItem extends ListedItem {
  readonly correctedCategory: CategoryId | null;
}

/** What the console asks for, page by page. */
export interface ItemSearch {
  /** Changes whenever something was stored that may change a judgement. */
  version(): Promise<string>;
  /** Newest first, those without a day last; `after` is the last one of the page before. */
  items(query: ItemSearchQuery, after: { readonly day: Day | null; readonly key: ItemKey } | null, limit: number): Promise<FoundItem[]>;
  /** How many there are, counted no further than `upTo`. */
  countItems(query: ItemSearchQuery, upTo: number): Promise<number>;
  /** Of a key that was shown with signs of it masked by `*` too, where it can be no other's. */
  item(key: ItemKey): Promise<FoundItem | null>;
  /** What a column's list shows now, in its order. */
  listed(site: string, column: string, limit: number): Promise<SightedItem[]>;
  /** How many rows a column's list shows now. */
  countListed(site: string, column: string): Promise<number>;
  /** Columns with a reading that rests on this page. */
  evidenceColumns(hash: string): Promise<{ readonly site: string; readonly column: string }[]>;
}

/** An item as a column listed it when it was judged. */
export interface Listing {
  readonly item: ItemKey;
  /** The day it counts by. */
  readonly day: Day | null;
  readonly category: CategoryId | null;
  /** Key area that it serves. */
  readonly area: number | null;
  /** Whether the item counts here and nowhere else; for its unit; for its site; for its unit among its site's columns. */
  readonly first: boolean;
  readonly firstOfUnit: boolean;
  readonly firstOfSite: boolean;
  readonly firstOfUnitOnSite: boolean;
}

/** What the estate was last judged to be, and the lists that its numbers counted. */
export interface JudgementStore {
  /** Replaces what a column listed; only what differs is written. */
  list(column: Pick<Column, 'site' | 'id' | 'unit'>, listed: readonly Listing[]): Promise<void>;
  /** Keeps what was judged, as JSON, in place of what was before; columns that are not among `columns` list nothing any more. */
  keep(kept: {
    readonly run: string;
    readonly basis: string;
    readonly judged: unknown;
    readonly columns: readonly Pick<Column, 'site' | 'id'>[];
  }): Promise<void>;
  /** Whether something was judged of that run by that basis. */
  has(run: string, basis: string): Promise<boolean>;
  /** What was judged of that run by that basis, or null. */
  get(run: string, basis: string): Promise<unknown>;
  /** How many of the items that lists showed when they were judged are of a span, both ends included. */
  tally(span: Span, group: TallyGroup): Promise<Tally[]>;
  /** The same items by day, narrowed to a unit, a category or a column; each once there. Days without any are left out. */
  daily(span: Span, of: TrendScope): Promise<Map<Day, number>>;
}

/** What a trend is of; nothing given: the whole estate. */
export interface TrendScope {
  readonly unit?: string;
  readonly category?: CategoryId;
  /** With its site. */
  readonly site?: string;
  readonly column?: string;
}

/** What items are counted under: by day each once, with its category and key area; by unit, site or column once under each that lists it. */
export type TallyGroup = 'day' | 'unit' | 'site' | 'column';

/** How many items there are under a day, a unit's or site's id, or `site/column`. */
export interface Tally {
  readonly key: string;
  /** Not by column. */
  readonly category: CategoryId | null;
  /** Key area that they serve; only by day. */
  readonly area: number | null;
  readonly items: number;
}

/** The office's papers, from draft to files. */
export interface PaperStore {
  begin(paper: PaperRecord, entry: PaperEntry): Promise<void>;
  get(id: string): Promise<PaperRecord | null>;
  /** Last begun first. */
  list(query?: { readonly states?: readonly PaperState[]; readonly kind?: string; readonly unit?: string }): Promise<PaperRecord[]>;
  /** What stands in the paper's place since it was corrected, or null. */
  correctionOf(id: string): Promise<PaperRecord | null>;
  entries(id: string): Promise<PaperEntry[]>;
  /** Changes a draft that still has the stamp; false where somebody else was first or it is no draft any more. */
  redraw(
    id: string,
    stamp: string,
    change: Pick<PaperRecord, 'drawn' | 'asOf' | 'basis' | 'edits' | 'evidence' | 'stamp'>,
    entry: PaperEntry | null,
  ): Promise<boolean>;
  /**
   * Freezes a draft that still has the stamp, under the next number of its series and year: `series〔year〕n号`; null series: without
   * number. What it corrects is marked in the same transaction, and so are the alerts that it is about: `mark` says what becomes of each as it
   * stands then. Returns it, or null where somebody else was first.
   */
  release(
    id: string,
    stamp: string,
    released: Pick<PaperRecord, 'drawn' | 'asOf' | 'evidence' | 'releasedBy' | 'releasedAt' | 'answerBy' | 'stamp'> & {
      readonly series: string | null;
      readonly year: number;
    },
    entries: readonly PaperEntry[],
    about?: { readonly alerts: readonly string[]; mark(alert: Alert, released: PaperRecord): AlertChange },
  ): Promise<PaperRecord | null>;
  /** Takes a released paper back, or drops a draft; false where it is withdrawn already. */
  withdraw(id: string, stamp: string, entry: PaperEntry): Promise<boolean>;
  /** Adds to the life of a released paper, with the messages that carry it; each message once. */
  add(entry: PaperEntry, deliveries: readonly Delivery[]): Promise<void>;
}

export interface ProbeStore {
  /** Keeps visits; one that is kept already stays as it is. */
  record(visits: readonly Probe[]): Promise<void>;
  /** Visits whose slots lie in a stretch, both ends included, in order. */
  list(query: { readonly from: Date; readonly to: Date; readonly site?: string; readonly vantage?: string }): Promise<Probe[]>;
  /** The last visit to each site whose slot is not before. */
  latest(since: Date): Promise<Probe[]>;
  /** Drops visits planned before; returns how many. */
  prune(before: Date): Promise<number>;
}

/** The links that one page of a site shows. */
export interface LinkedPage {
  readonly site: string;
  readonly unit: string;
  readonly page: string;
  readonly links: readonly PageLink[];
}

/** What a look at a link came to. */
export interface LookedLink extends Pick<WatchedLink, 'site' | 'url' | 'state' | 'looks' | 'nextLook' | 'personalData'> {
  /** What the file says, where that is kept; null: it is there no more. Left out: nothing new is known of it. */
  readonly contents?: FileContents | null;
}

/** Links on sites' pages, and what came of looking where they lead. */
export interface LinkStore {
  /** Takes what a page links to now: what it no longer does is forgotten, what is known stays as it is. `first`: what is known of a new one, and when it is looked at. */
  note(page: LinkedPage, on: Day, first: (link: PageLink) => Pick<WatchedLink, 'state' | 'nextLook'>): Promise<void>;
  /** Links of a site that are to be looked at by a day, those that wait longest first: `alive` ones, or all others. */
  due(site: string, today: Day, limit: number, which: 'calm' | 'others'): Promise<WatchedLink[]>;
  /** What looks came to, all or none; of links that are no longer known nothing is kept. */
  keep(looked: readonly LookedLink[]): Promise<void>;
  /** Links at which the last look found something wrong, and attachments that hold personal data, site by site. */
  telling(): Promise<WatchedLink[]>;
}

/** What accounts of new media posted (政务新媒体). */
export interface PostStore {
  /** Keeps a delivery and its posts, all or none; a post that is there already stays as it is. Returns how many were new. */
  record(delivery: PostDelivery, posts: readonly Post[]): Promise<number>;
  /** Oldest first. */
  deliveries(account: string): Promise<PostDelivery[]>;
  /** The newest day of a post not after `until`, or null. */
  newest(account: string, until: Day): Promise<Day | null>;
  count(account: string, span: Span): Promise<number>;
  /** Newest first. */
  list(account: string, span: Span, limit: number): Promise<Post[]>;
  /** Keeps messages, all or none. One that is there already is answered once anybody said so, and is told of until the later day. */
  tellMessages(messages: readonly ToldMessage[]): Promise<void>;
  /** Messages to an account received from a day on, oldest first. */
  messages(account: string, from: Day): Promise<ToldMessage[]>;
  /** Keeps a word of whether a function works, in place of an earlier one of that day and way. */
  tellFunction(look: FunctionLook): Promise<void>;
  /** What was told and seen of an account's functions, oldest first. */
  functionLooks(account: string): Promise<FunctionLook[]>;
}

/** What was learnt of sites as a whole. */
export interface ProfileStore {
  get(site: string): Promise<SiteProfile | null>;
  /** Keeps what is known of a site, in place of what was known before. */
  keep(profile: SiteProfile): Promise<void>;
}

export interface WorkerStore {
  /** Keeps what a worker tells of itself, in place of what it told before. */
  report(worker: WorkerRecord): Promise<void>;
  /** The one that was seen last first. */
  list(): Promise<WorkerRecord[]>;
  /** Forgets workers not seen since. */
  prune(before: Date): Promise<void>;
}

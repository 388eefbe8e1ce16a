import { addDays, type Day, daysBetween } from '../model/day.ts';
import type { AccountReason, AccountStatus, MediaAccount, Platform, PostDelivery, ToldMessage } from '../model/media.ts';
import type { AccountRule } from '../model/rules.ts';
import { daysPast, isUncertain, limitEnd } from '../timeliness/limit.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';
import { feedAlive } from './feed-alive.ts';
import type { BrokenFunction } from './functions.ts';
import type { Renamed } from './renamed.ts';

/** How an account stands as of a day. */
export interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly platform: Platform;
  readonly unit: string;
  readonly status: AccountStatus;
  /** Posts published in the span that is counted. */
  readonly posts: number;
  /** Its newest day not after the day judged, or null. */
  readonly lastPublished: Day | null;
  readonly reason: AccountReason | null;
  /** Last day on which it must post again, or null where nothing is known or expected. */
  readonly dueOn: Day | null;
  /** Days of silence beyond the limit. */
  readonly overdueDays: number;
  /** The delivery that the verdict rests on: its source and when it came, and the other feed that shows that the feed's server is at work. */
  readonly evidence: { readonly source: string; readonly at: Date; readonly alive?: string } | null;
}

/** An account with how it stands. */
export interface JudgedAccount {
  readonly account: MediaAccount;
  readonly row: AccountRow;
  readonly service: AccountService;
}

/** What an account is beside its posts. */
export interface AccountService {
  readonly messages: readonly ToldMessage[];
  readonly broken: readonly BrokenFunction[];
  readonly renamed: Renamed | null;
}

/** What is known of an account's posts as of the day judged. */
export interface KnownPosts {
  /** In the span that is counted. */
  readonly count: number;
  /** Newest day not after the day judged. */
  readonly lastPublished: Day | null;
  /** Everything that was delivered or failed to arrive, oldest first. */
  readonly deliveries: readonly PostDelivery[];
  /** Readings of other accounts' feeds on the server of its own. */
  readonly sameServer: readonly PostDelivery[];
}

export interface AccountClock {
  readonly today: Day;
  /** The estate's time zone. */
  readonly zone: string;
  /** Null: the pack asks nothing of accounts. */
  readonly rule: AccountRule | null;
  readonly warningDays: number;
  readonly calendar: WorkingDays;
}

/**
 * How an account stands. It is `silent` only where one delivery speaks of its last post and of the day judged, and so proves that nothing
 * came in between; what was not delivered is `unknown`. A feed speaks of the day judged only where something says that it is kept
 * ({@link feedAlive}).
 */
export function judgeAccount(account: MediaAccount, known: KnownPosts, clock: AccountClock): AccountRow {
  const { today, rule, warningDays, calendar } = clock;
  const { lastPublished } = known;
  const row = (status: AccountStatus, more: Partial<AccountRow> = {}): AccountRow => ({
    id: account.id,
    name: account.name,
    platform: account.platform,
    unit: account.unit,
    status,
    posts: known.count,
    lastPublished,
    reason: null,
    dueOn: null,
    overdueDays: 0,
    evidence: null,
    ...more,
  });
  if (account.closed !== null && account.closed <= today) return row('closed');
  if (account.registered !== null && account.registered > today) return row('unknown', { reason: 'not-registered' });
  if (lastPublished === null) return row('unknown', { reason: whyNothing(known.deliveries) });
  if (rule === null) return row('fresh');
  // Silence before its unit took it over is not the unit's.
  const before = account.takenOver && addDays(account.takenOver.on, -1);
  const start = before !== undefined && before > lastPublished ? before : lastPublished;
  const dueOn = limitEnd(start, rule.limit, calendar);
  if (today <= dueOn) return row(daysBetween(today, dueOn) <= warningDays ? 'due' : 'fresh', { dueOn });
  const evidence = proofOf(known, { lastPublished, dueOn }, clock);
  if (evidence === null) return row('unknown', { reason: whyNothingSince(known.deliveries), dueOn });
  // Holidays that nobody has announced yet can only move the last day later.
  if (isUncertain(start, dueOn, rule.limit, calendar)) return row('due', { dueOn, evidence });
  return row('silent', { dueOn, evidence, overdueDays: daysPast(dueOn, today, rule.limit, calendar) });
}

/** The last delivery that speaks of every day from the last post to the day judged. */
function proofOf(
  { deliveries, sameServer }: KnownPosts,
  { lastPublished, dueOn }: { readonly lastPublished: Day; readonly dueOn: Day },
  { today, zone }: AccountClock,
): AccountRow['evidence'] {
  for (const delivery of deliveries.toReversed()) {
    const { fault, from, until, source, at, via } = delivery;
    if (fault !== null || from === null || from > lastPublished) continue;
    if (until >= today) return { source, at };
    const alive = via === 'feed' ? feedAlive(delivery, sameServer, { after: dueOn, today, zone }) : null;
    if (alive !== null) return { source, at, alive };
  }
  return null;
}

function whyNothing(deliveries: readonly PostDelivery[]): AccountReason {
  if (deliveries.some(({ fault, from }) => fault === null && from !== null)) return 'not-covered';
  return deliveries.at(-1)?.fault ? 'feed-down' : 'not-delivered';
}

function whyNothingSince(deliveries: readonly PostDelivery[]): AccountReason {
  const last = deliveries.at(-1);
  if (last?.fault) return 'feed-down';
  return last?.via === 'feed' ? 'feed-still' : 'not-delivered-since';
}

import type { AuditResult, ColumnRow } from '../audit/audit-result.ts';
import type { Check } from '../checks/check.ts';
import { checkOf } from '../checks/checks.ts';
import { columnDue } from '../checks/column-due.ts';
import { ANNOUNCED_AHEAD, dutyDue } from '../checks/duty-due.ts';
import { raised, sentenceOf } from '../checks/finding.ts';
import type { Fate, Look } from '../checks/look.ts';
import { nothingReadable } from '../checks/nothing-readable.ts';
import { fateOf, wasLookedAt } from '../checks/over.ts';
import { dated, factsOf, subjectOf } from '../checks/parts/duty.ts';
import { keyOf } from '../checks/parts/identity.ts';
import { columnKey } from '../counting/count.ts';
import type { Alert, AlertEntry, Because, Measured } from '../model/alerts.ts';
import { clickPath } from '../model/click-path.ts';
import { type Day, daysBetween } from '../model/day.ts';
import type { Finding } from '../model/findings.ts';
import type { RulePack } from '../model/rules.ts';
import { inLines, type Sentence } from '../model/sentence.ts';
import type { AlertChange } from '../store/store.ts';
import { inForce } from '../timeliness/in-force.ts';
import { type AlertEvent, type Now, next, type Seen } from './alert.ts';
import { lookOf } from './look.ts';
import type { RunFacts } from './run-facts.ts';
import { audienceOf, kindOf } from './subject.ts';

/** The tool itself, where it acts and no person does. */
export const OURSELVES = 'gongkai';

/** By which an alert is opened and noted. */
export interface Noting {
  readonly now: Now;
  /** A new identifier. */
  readonly mint: () => string;
}

export interface Reconciling extends Noting {
  /** Columns that fall due within so many days are announced. */
  readonly announceDays: number;
  /** Faults of our own that there are now, as findings: see `raised` in src/checks/finding.ts. */
  readonly ours: readonly Finding[];
  /** Rules of the pack that are held on this day, as `<pack>/<id>`: see {@link heldRules}. */
  readonly rules: ReadonlySet<string>;
  /** Duties of which a law says by when, by rule as `<pack>/<id>`: see `heldDuties` in src/checks/parts/duty.ts. Others are announced to nobody. */
  readonly heldDuties: ReadonlySet<string>;
  /** Time zone of the estate. */
  readonly zone: string;
}

/** The rules by which a pack judges on a day; what it switched off or whose document is no longer valid is not among them. */
export function heldRules(pack: RulePack, day: Day): Set<string> {
  return new Set(inForce(pack, day).rules.map(({ id }) => `${pack.id}/${id}`));
}

/**
 * Brings alerts in line with what a run found: opens, confirms, rectifies, closes and reopens them; gives the changes only, without
 * notices. What the run did not read neither opens an alert nor ends one. Pure.
 */
export function reconcile(result: AuditResult, existing: readonly Alert[], facts: RunFacts, with_: Reconciling): AlertChange[] {
  const look = lookOf(result, facts, with_);
  const found = grouped([
    ...result.findings,
    ...dueSoon(result, with_),
    ...dutiesDueSoon(result, with_),
    ...ownFaults(facts, look),
    ...with_.ours,
  ]);
  const columns = new Map(result.columns.map((row) => [columnKey(row.site, row.id), row]));
  const known = new Map(existing.map((alert) => [alert.key, alert]));
  const looked = new Set<string>();
  const changes: AlertChange[] = [];
  for (const [key, group] of found) {
    if (!wasLookedAt(group.check, group.subject, look)) continue;
    looked.add(key);
    if (isToldAlready(group, known)) continue;
    const row = columns.get(columnKey(group.subject.site ?? '', group.subject.column ?? ''));
    const change = openOrObserve(known.get(key), group, seenOf(group, row, look), facts, with_);
    if (change) changes.push(change);
  }
  for (const alert of existing) {
    if (looked.has(alert.key)) continue;
    const fate = fateOf(alert.rule, alert, look);
    if (fate === 'hold') {
      const held = !alert.held && isAlive(alert);
      if (held) changes.push({ ...unchanged(alert), alert: { ...alert, held: true, stamp: with_.mint() } });
      continue;
    }
    const event = { ...endOf(alert, fate), id: with_.mint(), by: OURSELVES, run: facts.run };
    const change = isAlive(alert) && follow(unchanged(alert), [event], with_.now);
    if (change) changes.push(change);
  }
  return changes;
}

/** Findings that are one alert. */
interface Group extends Pick<Finding, 'severity' | 'subject' | 'basis' | 'since' | 'evidence'> {
  readonly check: Check;
  readonly key: string;
  /** Keys of alerts that tell of the same, where they were sent. */
  readonly toldBefore: readonly string[];
  readonly message: Sentence;
}

/** Findings by alert; those that are one alert become one with the evidence of all. */
function grouped(findings: readonly Finding[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const finding of findings) {
    const group = groupOf(finding);
    if (group === null) continue;
    const first = groups.get(group.key);
    groups.set(group.key, first ? merged(first, group) : group);
  }
  return groups;
}

function groupOf(finding: Finding): Group | null {
  const { kind, severity, subject, facts, basis, since, evidence } = finding;
  const check = checkOf(kind);
  if (check === null) return null;
  return {
    check,
    key: keyOf(check, subject, facts),
    toldBefore: (check.toldBefore ?? []).map((earlier) => keyOf(earlier, subject, facts)),
    severity,
    subject,
    basis,
    since,
    evidence,
    message: sentenceOf(finding),
  };
}

/** One lapse is told once: what nothing can mend is not told again, nor what another alert has told of the same. */
function isToldAlready({ check, key, toldBefore }: Group, known: ReadonlyMap<string, Alert>): boolean {
  const own = known.get(key);
  if (own !== undefined) return check.mendable === false && own.state === 'closed' && own.reachedAt !== null;
  return toldBefore.some((earlier) => known.get(earlier)?.sentAt != null);
}

const LONGEST_MESSAGE = 2000;
const MOST_EVIDENCE = 50;

function merged(one: Group, other: Group): Group {
  const longer = one.message.en.length + other.message.en.length < LONGEST_MESSAGE;
  return {
    ...one,
    message: longer ? inLines([one.message, other.message]) : one.message,
    evidence: [...new Set([...one.evidence, ...other.evidence])].slice(0, MOST_EVIDENCE),
    since: [one.since, other.since].filter((day) => day !== null).sort()[0] ?? null,
  };
}

function dueSoon({ forecast, columns }: AuditResult, { announceDays }: Reconciling): Finding[] {
  return forecast.flatMap(({ unit, columns: soon }) =>
    soon
      .filter(({ inDays }) => inDays < announceDays)
      .map(({ site, id, name, dueOn, inDays }) => {
        const row = columns.find((column) => column.site === site && column.id === id);
        const facts = { column: row ? clickPath(row) : name, dueOn, inDays, last: row?.lastPublished ?? null };
        return raised(columnDue, facts, { unit, site, column: id, url: row?.url ?? null });
      }),
  );
}

/** Duties are announced thirty days ahead and again seven. */
function dutiesDueSoon({ duties, units }: AuditResult, { now, heldDuties }: Reconciling): Finding[] {
  const names = new Map(units.map(({ id, name }) => [id, name]));
  return dated(duties).flatMap((duty) => {
    if (!heldDuties.has(duty.rule)) return [];
    const inDays = daysBetween(now.today, duty.dueOn);
    if ((duty.state !== 'pending' && duty.state !== 'due') || inDays < 0 || inDays > ANNOUNCED_AHEAD[0]) return [];
    return [
      raised(
        dutyDue,
        { ...factsOf(duty, names.get(duty.unit) ?? duty.unit), inDays, certain: duty.certain, movedFrom: duty.movedFrom },
        subjectOf(duty),
      ),
    ];
  });
}

function ownFaults({ sitesNotRead }: RunFacts, look: Look): Finding[] {
  return look.nothingReadable ? [raised(nothingReadable, { sites: sitesNotRead.size })] : [];
}

/** Opens the alert of a fault of ours outside of a run's result, or notes that it is there still. */
export function observeOwnFault(existing: readonly Alert[], fault: Finding, run: string, with_: Noting): AlertChange | null {
  const group = groupOf(fault);
  if (group === null) return null;
  const alert = existing.find(({ key }) => key === group.key);
  const facts = { run, columnsRead: new Set<string>(), sitesRead: new Set<string>(), sitesNotRead: new Map(), elements: new Map() };
  return openOrObserve(alert, group, { ...toldBy(group), measured: null, unmeasured: [] }, facts, with_);
}

function openOrObserve(alert: Alert | undefined, group: Group, seen: Seen, facts: RunFacts, with_: Noting): AlertChange | null {
  if (!alert) return opened(group, seen, facts, with_);
  const by = { by: OURSELVES, run: facts.run };
  const observed = { kind: 'observed', id: with_.mint(), ...by, seen } as const;
  const isOthers = isAlive(alert) && alert.unit !== null && seen.unit !== null && alert.unit !== seen.unit;
  // Whoever takes over begins with days of its own, whatever the one before let pass.
  const ended = { kind: 'lapsed', id: with_.mint(), ...by, because: { reason: 'handed-over' } } as const;
  return follow(unchanged(alert), isOthers ? [ended, observed] : [observed], with_.now);
}

function endOf({ state }: Alert, fate: Exclude<Fate, 'hold'>): { readonly kind: 'gone' | 'lapsed'; readonly because: Because } {
  return fate === 'gone' ? { kind: 'gone', because: { reason: whyGone(state) } } : { kind: 'lapsed', because: { reason: fate.lapsed } };
}

function whyGone(state: Alert['state']) {
  if (state === 'open') return 'gone-before-confirmed';
  return state === 'rectified' ? 'no-longer-found-again' : 'no-longer-found';
}

/** Closed alerts stay as they are until they happen again. */
function isAlive({ state }: Alert): boolean {
  return state !== 'closed';
}

function seenOf(group: Group, row: ColumnRow | undefined, look: Look): Seen {
  const { site } = group.subject;
  return { ...toldBy(group), measured: row ? measuredIn(row) : null, unmeasured: site === null ? [] : look.unmeasuredIn(site) };
}

function toldBy({ severity, subject: { unit, url }, message, basis, since, evidence }: Group): Omit<Seen, 'measured' | 'unmeasured'> {
  return { severity, unit, url, message, basis, since, evidence };
}

function measuredIn({ rule, period, workingDays, dueOn, overdueDays, lastPublished, readAt, evidence: page }: ColumnRow): Measured {
  return { rule, period, workingDays, dueOn, overdueDays, lastPublished, readAt, page };
}

function opened({ check, key, subject }: Group, seen: Seen, facts: RunFacts, { now, mint }: Noting): AlertChange {
  const alert: Alert = {
    id: mint(),
    key,
    kind: kindOf(check, subject),
    audience: audienceOf(check, facts.sitesNotRead.get(subject.site ?? '') ?? null),
    rule: check.kind,
    site: subject.site,
    column: subject.column,
    ...seen,
    state: 'open',
    level: 0,
    observations: 1,
    openedAt: now.at,
    firstRun: facts.run,
    lastSeen: now.at,
    lastRun: facts.run,
    held: false,
    sentAt: null,
    reachedAt: null,
    dueOn: null,
    objection: null,
    answer: null,
    dismissal: null,
    assignee: null,
    rectifiedAt: null,
    closedAt: null,
    reopened: 0,
    stamp: mint(),
  };
  return { alert, before: null, entries: [openingEntry(alert, now)], notices: [] };
}

function openingEntry(alert: Alert, now: Now): AlertEntry {
  const { id, stamp, firstRun, message } = alert;
  return {
    id: stamp,
    alert: id,
    at: now.at,
    by: OURSELVES,
    event: 'opened',
    from: null,
    to: 'open',
    level: 0,
    run: firstRun,
    why: message,
    because: null,
  };
}

/** A change of an alert to which nothing has happened yet. */
export function unchanged(alert: Alert): AlertChange {
  return { alert, before: alert.stamp, entries: [], notices: [] };
}

/** A change with further events after it; null where the first of them is refused. */
export function follow(change: AlertChange, events: readonly AlertEvent[], now: Now): AlertChange | null {
  let { alert } = change;
  const entries = [...change.entries];
  for (const event of events) {
    const step = next(alert, event, now);
    if ('refused' in step) return null;
    alert = step.alert;
    if (step.entry) entries.push(step.entry);
  }
  return { ...change, alert, entries };
}

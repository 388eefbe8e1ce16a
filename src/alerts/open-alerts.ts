import type { AlertSettings } from '../config/alerts-file.ts';
import { columnKey } from '../counting/count.ts';
import type { Alert, AlertEntry, Because, Measured } from '../model/alerts.ts';
import type { Finding } from '../model/records.ts';
import type { AlertChange } from '../store/store.ts';
import type { AuditResult, ColumnRow } from '../timeliness/audit-result.ts';
import { type AlertEvent, type Now, next, type Seen } from './alert.ts';
import { isNothingReadable, type RunFacts } from './run-facts.ts';
import { alertKey, audienceOf, DUE_RULE, dutyKey, kindOf, OWN_RULES } from './subject.ts';
import { wordings } from './wording/wording.ts';

/** The tool itself, where it acts and no person does. */
export const OURSELVES = 'gongkai';

export interface Reconciling {
  readonly now: Now;
  /** Of what alerts say. */
  readonly language: AlertSettings['language'];
  /** Columns that fall due within so many days are announced. */
  readonly announceDays: number;
  /** Faults of our own that there are now, as findings: see {@link ownFault}. */
  readonly ours: readonly Finding[];
  /** A new identifier. */
  readonly mint: () => string;
}

/**
 * Brings alerts in line with what a run found: opens, confirms, rectifies, closes and reopens them; gives the changes only, without
 * notices. What the run did not read neither opens an alert nor ends one. Pure.
 */
export function reconcile(result: AuditResult, existing: readonly Alert[], facts: RunFacts, with_: Reconciling): AlertChange[] {
  const found = grouped([...result.findings, ...dueSoon(result, with_), ...ownFaults(facts, with_), ...with_.ours]);
  const columns = new Map(result.columns.map((row) => [columnKey(row.site, row.id), row]));
  const view: View = { result, facts, columns, found };
  const known = new Map(existing.map((alert) => [alert.key, alert]));
  const changes: AlertChange[] = [];
  for (const [key, finding] of found) {
    const alert = known.get(key);
    if (!wasLookedAt(finding, view)) continue;
    const change = openOrObserve(alert, finding, seenOf(finding, view), facts, with_);
    if (change) changes.push(change);
  }
  for (const alert of existing) {
    if (found.has(alert.key) && wasLookedAt(alert, view)) continue;
    const fate = fateOf(alert, view);
    if (fate === 'hold') {
      const held = !alert.held && isAlive(alert);
      if (held) changes.push({ ...unchanged(alert), alert: { ...alert, held: true, stamp: with_.mint() } });
      continue;
    }
    const event = { ...fate, id: with_.mint(), by: OURSELVES, run: facts.run };
    const change = isAlive(alert) && follow(unchanged(alert), [event], with_.now);
    if (change) changes.push(change);
  }
  return changes;
}

interface View {
  readonly result: AuditResult;
  readonly facts: RunFacts;
  readonly columns: ReadonlyMap<string, ColumnRow>;
  readonly found: ReadonlyMap<string, Finding>;
}

type Fate = 'hold' | { readonly kind: 'gone' | 'lapsed'; readonly because: Because };

/** Findings by alert; those that are one alert become one finding with the evidence of all. */
function grouped(findings: readonly Finding[]): Map<string, Finding> {
  const groups = new Map<string, Finding>();
  for (const finding of findings) {
    const key = alertKey(finding);
    const first = groups.get(key);
    groups.set(key, first ? merged(first, finding) : finding);
  }
  return groups;
}

const LONGEST_MESSAGE = 2000;
const MOST_EVIDENCE = 50;

function merged(one: Finding, other: Finding): Finding {
  const longer = one.message.length + other.message.length < LONGEST_MESSAGE;
  return {
    ...one,
    message: longer ? `${one.message}\n${other.message}` : one.message,
    evidence: [...new Set([...one.evidence, ...other.evidence])].slice(0, MOST_EVIDENCE),
    since: [one.since, other.since].filter((day) => day !== null).sort()[0] ?? null,
  };
}

function dueSoon({ forecast, columns }: AuditResult, { announceDays, language }: Reconciling): Finding[] {
  return forecast.flatMap(({ unit, columns: soon }) =>
    soon
      .filter(({ inDays }) => inDays < announceDays)
      .map(({ site, id, name, dueOn, inDays }) => {
        const row = columns.find((column) => column.site === site && column.id === id);
        const message = wordings[language].columnDue({ column: name, dueOn, inDays, last: row?.lastPublished ?? null });
        return { rule: DUE_RULE, severity: 'notice', unit, site, column: id, url: row?.url ?? null, message, since: null, evidence: [] };
      }),
  );
}

function ownFaults(facts: RunFacts, { language }: Reconciling): Finding[] {
  if (!isNothingReadable(facts)) return [];
  return [ownFault(OWN_RULES.nothingReadable, wordings[language].nothingReadable({ sites: facts.sitesNotRead.size }))];
}

/** A fault of ours in the form of a finding. */
export function ownFault(rule: string, message: string): Finding {
  return { rule, severity: 'major', unit: null, site: null, column: null, url: null, message, since: null, evidence: [] };
}

/** Opens the alert of a fault of ours outside of a run's result, or notes that it is there still. */
export function observeOwnFault(existing: readonly Alert[], fault: Finding, run: string, with_: Reconciling): AlertChange | null {
  const { severity, unit, url, message, since, evidence } = fault;
  const seen = { severity, unit, url, message, since, evidence, measured: null, unmeasured: [] };
  const alert = existing.find(({ key }) => key === alertKey(fault));
  return openOrObserve(alert, fault, seen, { run, columnsRead: new Set(), sitesRead: new Set(), sitesNotRead: new Map() }, with_);
}

function openOrObserve(alert: Alert | undefined, finding: Finding, seen: Seen, facts: RunFacts, with_: Reconciling): AlertChange | null {
  if (!alert) return opened(finding, seen, facts, with_);
  return follow(unchanged(alert), [{ kind: 'observed', id: with_.mint(), by: OURSELVES, run: facts.run, seen }], with_.now);
}

/** Whether this run looked where the finding or alert points, so that its word counts. */
function wasLookedAt(at: Pick<Finding, 'rule' | 'site' | 'column'>, { facts }: View): boolean {
  if (kindOf(at) === 'access') return facts.sitesNotRead.has(at.site ?? '') && !isNothingReadable(facts);
  if (at.column !== null && at.rule !== 'pages-unread') return facts.columnsRead.has(columnKey(at.site ?? '', at.column));
  return at.site === null || facts.sitesRead.has(at.site);
}

/** What becomes of an alert whose finding this run did not make. */
function fateOf(alert: Alert, view: View): Fate {
  const gone = { kind: 'gone', because: { reason: whyGone(alert) } } as const;
  if (alert.site === null && alert.kind === 'ours') return gone;
  if (alert.rule === 'duty-missing') return fateOfDuty(alert, view, gone);
  if (alert.site !== null && !view.result.sites.some(({ id }) => id === alert.site)) return lapsed('not-watched');
  if (alert.kind === 'access') return view.facts.sitesRead.has(alert.site ?? '') ? gone : 'hold';
  if (alert.column !== null) return fateOfColumn(alert, view, gone);
  if (isOfAnEarlierSpan(alert, view)) return lapsed('new-term');
  return alert.site === null || isSiteMeasured(alert, view) ? gone : 'hold';
}

function fateOfColumn(alert: Alert, view: View, gone: Fate): Fate {
  const key = columnKey(alert.site ?? '', alert.column ?? '');
  const row = view.columns.get(key);
  if (!row || row.status === 'exempt') return lapsed('not-watched');
  if (!view.facts.columnsRead.has(key) || row.status === 'unknown') return 'hold';
  return alert.kind === 'due' && (row.status === 'overdue' || row.status === 'blank') ? lapsed('now-overdue') : gone;
}

/** What is found in the items of a span of time is not mended by its end, and what came too late stays late. */
function isOfAnEarlierSpan({ rule, lastSeen }: Alert, { result }: View): boolean {
  if (rule === 'disclosure-late') return true;
  return (rule === 'placeholder-reviewer' || rule === 'date-conflict') && lastSeen.toISOString().slice(0, 10) < result.from;
}

/** A duty is done when what it asks for was found; that its term is no longer looked at proves nothing. */
function fateOfDuty(alert: Alert, { result }: View, gone: Fate): Fate {
  const duty = result.duties.find(({ rule, unit, dueOn }) => dutyKey(rule, unit, dueOn) === alert.key);
  if (!duty) return lapsed('new-term');
  return duty.status === 'found' || duty.status === 'late' ? gone : 'hold';
}

/**
 * What is counted over a whole site is over only when nothing is missing from the count that was in it before: columns which could
 * not be measured now, but could then, may be what made it.
 */
function isSiteMeasured(alert: Alert, view: View): boolean {
  if (!view.facts.sitesRead.has(alert.site ?? '')) return false;
  return unmeasuredIn(alert.site, view).every((column) => alert.unmeasured.includes(column));
}

function unmeasuredIn(site: string | null, { result, facts }: View): string[] {
  return result.columns
    .filter((row) => row.site === site && row.status !== 'exempt')
    .filter((row) => row.status === 'unknown' || !facts.columnsRead.has(columnKey(row.site, row.id)))
    .map(({ id }) => id);
}

function lapsed(reason: 'not-watched' | 'new-term' | 'now-overdue'): Fate {
  return { kind: 'lapsed', because: { reason } };
}

function whyGone({ state }: Alert) {
  if (state === 'open') return 'gone-before-confirmed';
  return state === 'rectified' ? 'no-longer-found-again' : 'no-longer-found';
}

/** Closed alerts stay as they are until they happen again. */
function isAlive({ state }: Alert): boolean {
  return state !== 'closed';
}

function seenOf(finding: Finding, view: View): Seen {
  const { severity, unit, url, message, since, evidence } = finding;
  const row = view.columns.get(columnKey(finding.site ?? '', finding.column ?? ''));
  const unmeasured = finding.site === null ? [] : unmeasuredIn(finding.site, view);
  return { severity, unit, url, message, since, evidence, measured: row ? measuredIn(row) : null, unmeasured };
}

function measuredIn({ rule, period, workingDays, dueOn, overdueDays, lastPublished, readAt, evidence: page }: ColumnRow): Measured {
  return { rule, period, workingDays, dueOn, overdueDays, lastPublished, readAt, page };
}

function opened(finding: Finding, seen: Seen, facts: RunFacts, { now, mint }: Reconciling): AlertChange {
  const alert: Alert = {
    id: mint(),
    key: alertKey(finding),
    kind: kindOf(finding),
    audience: audienceOf(finding, facts.sitesNotRead.get(finding.site ?? '') ?? null),
    rule: finding.rule,
    site: finding.site,
    column: finding.column,
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
    dueOn: null,
    answer: null,
    dismissal: null,
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

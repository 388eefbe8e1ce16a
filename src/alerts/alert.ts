import type { Alert, AlertEntry, AlertEventKind, AlertState, Answer, Because, Dismissal, Telling } from '../model/alerts.ts';
import type { Day } from '../model/day.ts';
import { quoted, type Sentence } from '../model/sentence.ts';
import { wordings } from './wording/wording.ts';

/**
 * The life of an alert. A row is where it stands, a key what happens, a value where it stands then; what is not there is refused.
 *
 * `observed`, `gone`, `lapsed` and `escalated` come from runs and from time alone. So only a run that read the place and found nothing
 * wrong can rectify: nobody closes an alert by hand as rectified. `reached` and `told` begin the clock of whoever is asked to mend it;
 * while the unit's objection waits for an answer no clock runs.
 */
export const LIFE = {
  open: { observed: 'confirmed', gone: 'closed', lapsed: 'closed', confirmed: 'confirmed', dismissed: 'dismissed' },
  confirmed: { observed: 'confirmed', gone: 'rectified', lapsed: 'closed', sent: 'sent', told: 'sent', dismissed: 'dismissed' },
  sent: {
    observed: 'sent',
    gone: 'rectified',
    lapsed: 'closed',
    reached: 'sent',
    told: 'sent',
    acknowledged: 'acknowledged',
    objected: 'objected',
    escalated: 'sent',
    extended: 'sent',
    dismissed: 'dismissed',
  },
  acknowledged: {
    observed: 'acknowledged',
    gone: 'rectified',
    lapsed: 'closed',
    reached: 'acknowledged',
    told: 'acknowledged',
    acknowledged: 'acknowledged',
    objected: 'objected',
    escalated: 'acknowledged',
    extended: 'acknowledged',
    dismissed: 'dismissed',
  },
  objected: {
    observed: 'objected',
    gone: 'rectified',
    lapsed: 'closed',
    kept: 'sent',
    acknowledged: 'acknowledged',
    dismissed: 'dismissed',
  },
  rectified: { observed: 'open', gone: 'closed', lapsed: 'closed', closed: 'closed' },
  closed: { observed: 'open', gone: 'closed' },
  dismissed: { observed: 'dismissed', gone: 'dismissed', lapsed: 'closed', reopened: 'open' },
  /** Dismissed, and the last day of it is over. */
  'dismissal-over': { observed: 'open', gone: 'closed', lapsed: 'closed', reopened: 'open' },
} as const satisfies Record<AlertState | 'dismissal-over', Partial<Record<AlertEventKind, AlertState>>>;

/** What people may do; the rest comes from runs and from time. */
export const HUMAN_ACTIONS = ['confirmed', 'sent', 'told', 'acknowledged', 'objected', 'kept', 'dismissed', 'closed', 'reopened'] as const;

/** What people say about an alert: it stays where it stands. */
export const SAYINGS = ['commented', 'remarked', 'assigned'] as const;

export type HumanAction = (typeof HUMAN_ACTIONS)[number];
export type Saying = (typeof SAYINGS)[number];

/** What a run saw of an alert's subject. */
export type Seen = Pick<Alert, 'severity' | 'unit' | 'url' | 'message' | 'basis' | 'since' | 'evidence' | 'measured' | 'unmeasured'>;

/** Something that happens to an alert. `id` becomes the alert's stamp and names the line in its history. */
export type AlertEvent = { readonly id: string; readonly by: string } & (
  | { readonly kind: 'observed'; readonly run: string; readonly seen: Seen }
  | { readonly kind: 'gone'; readonly run: string; readonly because: Because }
  | { readonly kind: 'lapsed'; readonly run: string | null; readonly because: Because }
  | { readonly kind: 'confirmed' | 'closed' | 'reopened'; readonly why: string; readonly because?: Because }
  | { readonly kind: 'sent'; readonly why: string; readonly because?: Because }
  | { readonly kind: 'reached'; readonly at: Date; readonly because: Because; readonly dueOn: Day }
  | {
      readonly kind: 'told';
      readonly whom: string;
      readonly how: Telling;
      readonly on: Day;
      readonly at: Date;
      readonly why: string;
      readonly dueOn: Day | null;
    }
  | { readonly kind: 'acknowledged'; readonly what: string; readonly until: Day; readonly dueOn: Day | null }
  | { readonly kind: 'objected'; readonly why: string }
  | { readonly kind: 'kept' | 'commented' | 'remarked'; readonly why: string }
  | { readonly kind: 'assigned'; readonly to: string | null; readonly why: string }
  | { readonly kind: 'escalated'; readonly because: Because }
  | { readonly kind: 'extended'; readonly because: Because; readonly dueOn: Day }
  | ({ readonly kind: 'dismissed' } & Pick<Dismissal, 'reason' | 'why' | 'until'>)
);

/** The instant and its day in the estate's time zone. */
export interface Now {
  readonly at: Date;
  readonly today: Day;
}

/** The alert as it is then, with the line for its history (null where nothing worth one happened), or why it cannot happen. */
export type Step = { readonly alert: Alert; readonly entry: AlertEntry | null } | { readonly refused: Sentence };

/** What comes of an event. Pure: the alert handed in stays as it is. `theirs`: what whoever asks may do at all; a refusal offers only that. */
export function next(alert: Alert, event: AlertEvent, now: Now, theirs: readonly HumanAction[] = HUMAN_ACTIONS): Step {
  const refused = objection(alert, event, now, theirs);
  if (refused) return { refused };
  const to = targetOf(alert, event, now)!;
  const isReopening = to === 'open' && alert.state !== 'open';
  const changed: Alert = { ...alert, ...effectOf(alert, event, now), ...(isReopening ? reopening(alert, event, now) : {}) };
  const isNews = to !== alert.state || (event.kind !== 'observed' && event.kind !== 'gone');
  const after: Alert = {
    ...changed,
    state: to,
    stamp: event.id,
    rectifiedAt: to === 'rectified' ? now.at : changed.rectifiedAt,
    closedAt: to === 'closed' ? (alert.closedAt ?? now.at) : null,
  };
  return { alert: after, entry: isNews ? entryOf(alert, event, now, after, isReopening) : null };
}

/** What can be done with an alert by hand now. */
export function actionsOf(alert: Alert, today: Day): HumanAction[] {
  return HUMAN_ACTIONS.filter((kind) => kind in LIFE[rowOf(alert, today)]);
}

function rowOf({ state, dismissal }: Alert, today: Day): keyof typeof LIFE {
  return state === 'dismissed' && dismissal !== null && dismissal.until < today ? 'dismissal-over' : state;
}

function targetOf(alert: Alert, event: AlertEvent, now: Now): AlertState | undefined {
  // A run that is judged twice has looked once: it neither confirms what it opened nor closes what it found rectified.
  if (event.kind === 'observed' && event.run === alert.lastRun && alert.state === 'open') return 'open';
  if (event.kind === 'gone' && event.run === alert.lastRun && alert.state === 'rectified') return 'rectified';
  if ((SAYINGS as readonly AlertEventKind[]).includes(event.kind)) return alert.state;
  const row: Partial<Record<AlertEventKind, AlertState>> = LIFE[rowOf(alert, now.today)];
  return row[event.kind];
}

const NEED_WHY: readonly AlertEventKind[] = ['dismissed', 'objected', 'kept', 'commented', 'remarked'];

function objection(alert: Alert, event: AlertEvent, now: Now, theirs: readonly HumanAction[]): Sentence | null {
  if (targetOf(alert, event, now) === undefined) {
    const all = actionsOf(alert, now.today);
    const able = { theirs: all.filter((act) => theirs.includes(act)), others: all.some((act) => !theirs.includes(act)) };
    return { zh: wordings.zh.refusedInState(alert.state, event.kind, able), en: wordings.en.refusedInState(alert.state, event.kind, able) };
  }
  if (NEED_WHY.includes(event.kind) && 'why' in event && event.why.trim() === '')
    return { zh: wordings.zh.needsWhy, en: wordings.en.needsWhy };
  if (event.kind === 'acknowledged' && event.what.trim() === '') return { zh: wordings.zh.needsWhat, en: wordings.en.needsWhat };
  if (event.kind === 'told' && event.whom.trim() === '') return { zh: wordings.zh.needsWhom, en: wordings.en.needsWhom };
  if (event.kind === 'told' && event.on > now.today) return { zh: wordings.zh.notYet(event.on), en: wordings.en.notYet(event.on) };
  if ((event.kind === 'dismissed' || event.kind === 'acknowledged') && event.until < now.today) {
    return { zh: wordings.zh.endIsOver(event.until), en: wordings.en.endIsOver(event.until) };
  }
  return null;
}

function effectOf(alert: Alert, event: AlertEvent, now: Now): Partial<Alert> {
  switch (event.kind) {
    case 'observed':
      return {
        ...event.seen,
        held: false,
        lastSeen: now.at,
        lastRun: event.run,
        observations: alert.observations + (event.run === alert.lastRun ? 0 : 1),
      };
    case 'gone':
      return { held: false, lastRun: event.run };
    case 'lapsed':
      return { held: false };
    case 'sent':
      return { sentAt: now.at, reachedAt: null, dueOn: null };
    case 'reached':
      return { reachedAt: event.at, dueOn: event.dueOn };
    case 'told':
      // Whoever was told a last day before keeps it, or gets a later one.
      return { sentAt: alert.sentAt ?? now.at, reachedAt: alert.reachedAt ?? event.at, dueOn: later(alert.dueOn, event.dueOn) };
    case 'acknowledged': {
      const reachedAt = heardAt(alert, now);
      return { answer: answerOf(event, now), reachedAt, dueOn: alert.dueOn ?? (reachedAt && event.dueOn) };
    }
    case 'objected':
      // Its days begin anew after the answer.
      return { objection: { by: event.by, at: now.at, why: event.why }, reachedAt: heardAt(alert, now), dueOn: null };
    case 'kept':
      // Its days begin anew when the answer reaches the unit.
      return { reachedAt: null, dueOn: null };
    case 'escalated':
      return { level: alert.level + 1, reachedAt: null, dueOn: null };
    case 'extended':
      return { dueOn: event.dueOn };
    case 'dismissed':
      return { dismissal: { reason: event.reason, why: event.why, until: event.until, by: event.by, at: now.at } };
    case 'assigned':
      return { assignee: event.to };
    case 'confirmed':
    case 'closed':
    case 'reopened':
    case 'commented':
    case 'remarked':
      return {};
  }
}

/** A unit that answers has heard of it; its head, to whom it may have gone on, has not yet. */
function heardAt({ reachedAt, level }: Alert, now: Now): Date | null {
  return reachedAt ?? (level === 0 ? now.at : null);
}

function later(one: Day | null, other: Day | null): Day | null {
  return one !== null && other !== null && one > other ? one : (other ?? one);
}

function answerOf(event: AlertEvent & { kind: 'acknowledged' }, now: Now): Answer {
  return { by: event.by, at: now.at, what: event.what, until: event.until };
}

/** It begins anew; what it went through stands in its history. */
function reopening(alert: Alert, event: AlertEvent, now: Now): Partial<Alert> {
  return {
    openedAt: now.at,
    firstRun: event.kind === 'observed' ? event.run : null,
    observations: event.kind === 'observed' ? 1 : 0,
    level: 0,
    sentAt: null,
    reachedAt: null,
    dueOn: null,
    answer: null,
    objection: null,
    dismissal: null,
    rectifiedAt: null,
    reopened: alert.reopened + 1,
  };
}

function entryOf(alert: Alert, event: AlertEvent, now: Now, after: Alert, isReopening: boolean): AlertEntry {
  return {
    id: event.id,
    alert: alert.id,
    at: now.at,
    by: event.by,
    event: isReopening ? 'reopened' : event.kind,
    from: alert.state,
    to: after.state,
    level: after.level,
    run: 'run' in event ? event.run : null,
    why: whyOf(event),
    because: becauseOf(event),
  };
}

function whyOf(event: AlertEvent): Sentence {
  if (event.kind === 'observed') return event.seen.message;
  if (event.kind === 'acknowledged') return quoted(event.what);
  return quoted('why' in event ? event.why : '');
}

function becauseOf(event: AlertEvent): Because | null {
  if (event.kind === 'acknowledged') return { reason: 'promised', until: event.until };
  if (event.kind === 'dismissed') return { reason: 'dismissed', as: event.reason, until: event.until };
  if (event.kind === 'assigned') return { reason: 'assigned', to: event.to };
  if (event.kind === 'told') return { reason: 'told', whom: event.whom, how: event.how, on: event.on };
  return ('because' in event && event.because) || null;
}

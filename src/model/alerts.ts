import type { Day } from './day.ts';
import type { Basis, FindingRow } from './findings.ts';
import type { Sentence } from './sentence.ts';

/** Where an alert stands; what leads from one to the other is in src/alerts/alert.ts. */
export const ALERT_STATES = ['open', 'confirmed', 'sent', 'acknowledged', 'objected', 'rectified', 'closed', 'dismissed'] as const;
export type AlertState = (typeof ALERT_STATES)[number];

/** Why a person dismisses an alert: 误报, 已归档, 无业务. */
export const DISMISSAL_REASONS = ['false-alarm', 'archived', 'no-business'] as const;
export type DismissalReason = (typeof DISMISSAL_REASONS)[number];

/** Who hears of an alert that nobody mends, step by step: 联系人, 负责人, 督办部门, 通报名单. */
export const RUNGS = ['contact', 'head', 'supervisor', 'circular'] as const;
export type Rung = (typeof RUNGS)[number];

/** Whom a message is for: a unit's contact or head, the supervising office, or the people who run this tool. */
export type Role = 'contact' | 'head' | 'supervisor' | 'operators';

/** How a person tells somebody without a message of ours: 电话、书面、当面. */
export const TELLINGS = ['phone', 'paper', 'in-person'] as const;
export type Telling = (typeof TELLINGS)[number];

/** What an alert is about: `access` that a site cannot be read, `due` that a column falls due soon, `ours` a fault of our own. */
export type AlertKind = 'column' | 'site' | 'unit' | 'access' | 'due' | 'ours';

/** How a column stood when the alert's finding was last seen. */
export interface Measured {
  /** `<pack>/<category>` or what else set the limit. */
  readonly rule: string | null;
  /** ISO 8601, or null. */
  readonly period: string | null;
  readonly workingDays: number | null;
  readonly dueOn: Day | null;
  readonly overdueDays: number;
  readonly lastPublished: Day | null;
  /** When the list was read, ISO 8601 in the estate's zone. */
  readonly readAt: string | null;
  /** Content address of the first list page as fetched. */
  readonly page: string | null;
}

/** A finding that somebody must see to, with its life (预警). One for each rule, site and column. */
export interface Alert extends Omit<FindingRow, 'message'> {
  readonly id: string;
  readonly message: Sentence;
  /** What makes it this one: see `keyOf` in src/checks/parts/identity.ts. */
  readonly key: string;
  readonly kind: AlertKind;
  /** `operators`: a fault of ours or something only we can mend; such an alert never reaches a unit. */
  readonly audience: 'unit' | 'operators';
  /** The pack's rule as it was when it was last seen; null also where an older version saw it last. */
  readonly basis: Basis | null;
  readonly measured: Measured | null;
  /** Columns of its site that could not be measured when it was last seen: what is missing then proves nothing later. */
  readonly unmeasured: readonly string[];
  readonly state: AlertState;
  /** Place on the ladder of {@link RUNGS}, from 0. */
  readonly level: number;
  /** Runs that saw it since it was opened last. */
  readonly observations: number;
  /** When and by which run it was opened last. */
  readonly openedAt: Date;
  readonly firstRun: string | null;
  readonly lastSeen: Date;
  /** The last run that looked, whether it saw it or saw that it was gone. */
  readonly lastRun: string | null;
  /** True while its site cannot be read: it neither goes on nor is over. */
  readonly held: boolean;
  readonly sentAt: Date | null;
  /** When somebody of the present rung was reached: a message was accepted, or a person told them. Before that no clock runs. */
  readonly reachedAt: Date | null;
  /** Last day for mending it, or for the present rung to have it mended; null until that rung was reached. */
  readonly dueOn: Day | null;
  /** What the unit objects, while it waits for an answer and after, or null. */
  readonly objection: Objection | null;
  /** What the unit answered, or null. */
  readonly answer: Answer | null;
  readonly dismissal: Dismissal | null;
  /** E-mail of the colleague who sees to it, or null. */
  readonly assignee: string | null;
  readonly rectifiedAt: Date | null;
  readonly closedAt: Date | null;
  /** How often it came back. */
  readonly reopened: number;
  /** Id of its last change: whoever changes it names the stamp it had before (compare and swap). */
  readonly stamp: string;
}

/** What a unit says it will do, and by when. */
export interface Answer {
  readonly by: string;
  readonly at: Date;
  readonly what: string;
  readonly until: Day;
}

/** What a unit says against an alert. */
export interface Objection {
  readonly by: string;
  readonly at: Date;
  readonly why: string;
}

export interface Dismissal {
  readonly reason: DismissalReason;
  readonly by: string;
  readonly at: Date;
  readonly why: string;
  /** Last day on which it holds. */
  readonly until: Day;
}

/** What can happen to an alert. */
export type AlertEventKind =
  | 'opened'
  | 'observed'
  | 'gone'
  | 'lapsed'
  | 'confirmed'
  | 'sent'
  | 'reached'
  | 'told'
  | 'acknowledged'
  | 'objected'
  | 'kept'
  | 'escalated'
  | 'extended'
  | 'dismissed'
  | 'closed'
  | 'reopened'
  | 'commented'
  | 'remarked'
  | 'assigned'
  | 'interviewed'
  | 'held-to-account'
  | 'undone';

/** What only the office reads of an alert's history: a remark for colleagues, and who sees to it. */
export const OFFICE_ONLY: readonly AlertEventKind[] = ['remarked', 'assigned'];

/** A file that somebody put to what he said of an alert. */
export interface AlertFile {
  readonly id: string;
  readonly alert: string;
  /** The line of the history that it belongs to. */
  readonly entry: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
}

/** One line of an alert's history; written once, never changed. */
export interface AlertEntry {
  readonly id: string;
  readonly alert: string;
  readonly at: Date;
  /** A person, or `gongkai` for what the tool itself did. */
  readonly by: string;
  readonly event: AlertEventKind;
  readonly from: AlertState | null;
  readonly to: AlertState;
  readonly level: number;
  readonly run: string | null;
  /** What a run saw; or what a person said, the same in both; empty where neither said anything. */
  readonly why: Sentence;
  /** Why the tool did it, or what a person's words go with: every language has its sentence for it. */
  readonly because: Because | null;
}

/** A reason that the tool itself puts into words. */
export type Because =
  | {
      readonly reason:
        | 'no-longer-found'
        | 'no-longer-found-again'
        | 'gone-before-confirmed'
        | 'now-overdue'
        | 'not-watched'
        | 'new-term'
        | 'rule-off'
        | 'handed-over'
        | 'noted'
        | 'by-rule'
        | 'needs-no-second-look';
    }
  | { readonly reason: 'overdue-for-mending'; readonly dueOn: Day; readonly rung: Rung }
  /** `mayMove`: the day lay in a year whose holidays were not known. */
  | { readonly reason: 'reached'; readonly rung: Rung; readonly dueOn: Day; readonly mayMove?: true }
  | { readonly reason: 'told'; readonly whom: string; readonly how: Telling; readonly on: Day }
  | { readonly reason: 'extended'; readonly from: Day; readonly to: Day }
  | { readonly reason: 'promised'; readonly until: Day }
  /** `to`: null where nobody sees to it any more. */
  | { readonly reason: 'assigned'; readonly to: string | null }
  | { readonly reason: 'undone'; readonly event: AlertEventKind }
  | { readonly reason: 'dismissed'; readonly as: DismissalReason; readonly until: Day };

/** What somebody is to be told about an alert; written with the change that it tells of. */
export interface Notice {
  readonly id: string;
  readonly alert: string;
  readonly topic: NoticeTopic;
  readonly role: Role;
  /** Null: for the office or for us, across units. */
  readonly unit: string | null;
  readonly channel: string;
  /** Mail address, or null where the channel is one group of people. */
  readonly address: string | null;
  /** Not part of the day's digest. */
  readonly urgent: boolean;
  readonly createdAt: Date;
  /** Not to be sent before: the next digest, or the end of the quiet hours. */
  readonly notBefore: Date;
}

/** `announced`: falls due soon. `kept`: an objection was looked at and the alert stays. */
export type NoticeTopic = 'announced' | 'sent' | 'escalated' | 'kept' | 'rectified' | 'ours';

/** What a message says, before a channel gives it its form. Fixed when it is composed, so that a second try sends the same. */
export interface Letter {
  readonly language: 'zh' | 'en';
  readonly subject: string;
  readonly opening: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly lines: readonly {
      readonly text: string;
      readonly link: string | null;
      /** What the reader needs to find and mend it, a line each; chat messages have no room for it. */
      readonly details?: readonly string[];
    }[];
  }[];
  readonly closing: string;
}

/** Where a message stands. `dead`: given up, until a person asks for another try; `withdrawn`: when it could have left nothing that it told was so any more. */
export const DELIVERY_STATES = ['waiting', 'sent', 'dead', 'withdrawn'] as const;

/** A message on its way to one address of one channel: a digest, or an urgent one. */
export interface Delivery {
  /** Permanent: the Message-ID of its mail, the idempotency key of its request. */
  readonly id: string;
  readonly channel: string;
  readonly address: string | null;
  readonly role: Role;
  readonly unit: string | null;
  readonly letter: Letter;
  readonly state: (typeof DELIVERY_STATES)[number];
  /** Attempts begun. */
  readonly attempts: number;
  readonly createdAt: Date;
  readonly nextTry: Date;
  readonly sentAt: Date | null;
  /** What came of the last attempt. */
  readonly detail: Sentence | null;
}

/** One try at a delivery. Without an end the process died in between, and nobody knows whether it arrived. */
export interface DeliveryAttempt {
  readonly delivery: string;
  /** From 1. */
  readonly number: number;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: 'sent' | 'failed' | 'refused' | 'withdrawn' | null;
  readonly detail: Sentence | null;
}

import type {
  AlertEventKind,
  AlertKind,
  AlertState,
  Because,
  DismissalReason,
  NoticeTopic,
  Role,
  Rung,
  Telling,
} from '../../model/alerts.ts';
import type { Day } from '../../model/day.ts';
import type { Severity } from '../../model/records.ts';
import type { RuleSource } from '../../model/rules.ts';
import type { NoAlerts } from '../why-none.ts';

/** The words of alerts and of the messages about them. One object a language; a new sentence is one line in each. */
export interface AlertWording {
  readonly states: Readonly<Record<AlertState, string>>;
  readonly events: Readonly<Record<AlertEventKind, string>>;
  readonly kinds: Readonly<Record<AlertKind, string>>;
  readonly severities: Readonly<Record<Severity, string>>;
  readonly dismissals: Readonly<Record<DismissalReason, string>>;
  readonly rungs: Readonly<Record<Rung, string>>;
  readonly roles: Readonly<Record<Role, string>>;
  /** Headings of a letter's sections. */
  readonly topics: Readonly<Record<NoticeTopic, string>>;

  /** `able`: what whoever asks can do now, and whether somebody else can do something. */
  refusedInState(state: AlertState, event: AlertEventKind, able: { theirs: readonly AlertEventKind[]; others: boolean }): string;
  readonly needsWhy: string;
  readonly needsWhat: string;
  readonly needsWhom: string;
  notYet(day: Day): string;
  endIsOver(day: Day): string;
  promised(what: string, until: Day): string;
  dismissedFor(reason: DismissalReason, why: string, until: Day): string;
  overdueForMending(dueOn: Day, rung: Rung): string;
  /** `mayMove`: see {@link mayMove} in ../escalation.ts. */
  reached(rung: Rung, dueOn: Day, mayMove: boolean): string;
  told(whom: string, how: Telling, on: Day): string;
  assigned(to: string | null): string;
  extended(from: Day, to: Day): string;
  undone(event: AlertEventKind): string;
  readonly tellings: Readonly<Record<Telling, string>>;
  readonly reasons: Readonly<
    Record<
      Exclude<
        Because['reason'],
        'promised' | 'dismissed' | 'overdue-for-mending' | 'reached' | 'told' | 'assigned' | 'undone' | 'extended'
      >,
      string
    >
  >;

  letterSubject(of: { estate: string; unit: string | null; count: number; urgent: boolean; role: Role }): string;
  letterOpening(of: { estate: string; unit: string | null; role: Role; count: number }): string;
  /** Why there may be no alert at all: nothing was audited, the last audit was broken off, or it judged another day than its own. */
  whyNone(why: NoAlerts): string;
  /** `ask`: names with telephone of those who can be asked. */
  letterClosing(of: { estate: string; desk: string | null; ask?: readonly string[] }): string;
  letterUnit(name: string): string;
  letterPlace(path: string): string;
  letterAddress(address: string): string;
  letterLastSeen(day: Day, readOn: Day | null): string;
  letterBasis(source: RuleSource): string;
  /** That a column's period was set for it, or is this program's where no document names one. */
  letterPeriod(of: 'own-period' | 'default'): string;
  /** What follows where it is not mended by then: who is told next. */
  letterFollows(next: Rung): string;
  /** An alert's sentence with its severity, last day for mending (or, where nothing can mend it, for an objection) and step of the ladder. */
  letterLine(of: {
    message: string;
    severity: Severity;
    dueOn: Day | null;
    mayMove: boolean;
    mendable: boolean;
    rung: Rung | null;
  }): string;
  /** A last day, with a word where it may yet move. */
  lastDay(dueOn: Day, mayMove: boolean): string;
  /** An alert's sentence with the day on which a crawl saw it mended. */
  letterRectified(of: { message: string; on: Day }): string;
  letterHeading(heading: string): string;
  more(count: number): string;
  number(id: string): string;
  testLetter(of: { estate: string; channel: string }): { readonly subject: string; readonly opening: string };
}

import { isMendable } from '../checks/checks.ts';
import type { AlertSettings } from '../config/alerts-file.ts';
import { type Alert, type Delivery, type Letter, type Notice, type NoticeTopic, RUNGS } from '../model/alerts.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { Estate } from '../model/estate.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';
import { deadlineOf, mayMove } from './escalation.ts';
import type { AlertWording } from './wording/alert-wording.ts';
import { wordings } from './wording/wording.ts';

/** Characters: any channel takes at least one such line. */
const LONGEST_MESSAGE = 240;

/** A notice with its alert as it is now. */
export type DueNotice = Notice & { readonly alertNow: Alert };

/** The gravest first. */
const TOPICS: readonly NoticeTopic[] = ['escalated', 'sent', 'kept', 'announced', 'rectified', 'ours'];

/** Whether a notice still tells what is so: nobody is asked to mend what was found to be a false alarm in the meantime. */
export function stillHolds({ topic, alertNow: { state } }: DueNotice): boolean {
  if (topic === 'rectified') return state === 'rectified' || state === 'closed';
  return state === 'sent' || state === 'acknowledged';
}

/** Puts notices into deliveries: one an address, unit and day; the urgent ones by themselves. */
export function deliveriesOf(
  notices: readonly DueNotice[],
  given: Writing & { readonly now: Date; readonly mint: () => string },
): { readonly delivery: Delivery; readonly notices: readonly string[] }[] {
  const groups = new Map<string, DueNotice[]>();
  for (const notice of notices) {
    const { channel, address, role, unit, urgent } = notice;
    const key = JSON.stringify([channel, address, unit, unit === null ? role : null, urgent]);
    groups.set(key, [...(groups.get(key) ?? []), notice]);
  }
  return [...groups.values()].map((group) => {
    const [{ channel, address, role, unit, urgent }] = group as [DueNotice];
    const letter = letterOf(group, { role, unit, urgent }, given);
    return {
      delivery: newDelivery({ id: given.mint(), channel, address, role, unit, letter }, given.now),
      notices: group.map(({ id }) => id),
    };
  });
}

/** A message that waits to be sent from now on. */
export function newDelivery(told: Pick<Delivery, 'id' | 'channel' | 'address' | 'role' | 'unit' | 'letter'>, now: Date): Delivery {
  return { ...told, state: 'waiting', attempts: 0, createdAt: now, nextTry: now, sentAt: null, detail: null };
}

/** By which letters are written on a day: whoever is reached by one has his days from then on. */
export interface Writing {
  readonly estate: Estate;
  readonly settings: AlertSettings;
  readonly calendar: WorkingDays;
  readonly today: Day;
}

/** The letter that tells a person of some notices, as things stand today. */
export function letterOf(group: readonly DueNotice[], to: Pick<Notice, 'role' | 'unit' | 'urgent'>, writing: Writing): Letter {
  const { estate, settings } = writing;
  const { language, consoleUrl } = settings;
  const words = wordings[language];
  const unit = estate.units.find(({ id }) => id === to.unit)?.name ?? to.unit;
  const sections = TOPICS.flatMap((topic) => {
    const told = group.filter((notice) => notice.topic === topic).map(({ alertNow }) => alertNow);
    const alerts = [...new Map(told.map((alert) => [alert.id, alert])).values()];
    return alerts.length === 0
      ? []
      : [{ heading: words.topics[topic], lines: alerts.map((alert) => lineOf(alert, topic, words, writing)) }];
  });
  const about = { estate: estate.name, unit, role: to.role, count: sections.reduce((sum, { lines }) => sum + lines.length, 0) };
  return {
    language,
    subject: words.letterSubject({ ...about, urgent: to.urgent }),
    opening: words.letterOpening(about),
    sections,
    closing: words.letterClosing({ estate: estate.name, desk: consoleUrl ?? null }),
  };
}

function lineOf(alert: Alert, topic: NoticeTopic, words: AlertWording, writing: Writing): Letter['sections'][number]['lines'][number] {
  return { text: textOf(alert, topic, words, writing), link: permanentLink(alert) };
}

function textOf(alert: Alert, topic: NoticeTopic, words: AlertWording, { settings, calendar, today, estate }: Writing): string {
  const { severity, level, rectifiedAt } = alert;
  const message = shortened(alert.message[settings.language]);
  if (topic === 'sent' || topic === 'escalated' || topic === 'kept') {
    const dueOn = alert.dueOn ?? deadlineOf(alert, today, settings, calendar);
    const rung = level > 0 ? (RUNGS[level] ?? null) : null;
    const moves = dueOn !== null && mayMove(dueOn, calendar);
    return words.letterLine({ message, severity, dueOn, mayMove: moves, mendable: isMendable(alert.rule), rung });
  }
  if (topic === 'rectified' && rectifiedAt !== null) return words.letterRectified({ message, on: dayIn(estate.timezone, rectifiedAt) });
  return message;
}

/** A digest tells what it is about; the whole of it stands behind the link. */
function shortened(message: string): string {
  const characters = [...message];
  return characters.length > LONGEST_MESSAGE ? `${characters.slice(0, LONGEST_MESSAGE - 1).join('')}…` : message;
}

/** Where an alert stands in the console, whatever becomes of it. */
export function permanentLink({ id }: Pick<Alert, 'id'>): string {
  return `/alerts/${encodeURIComponent(id)}`;
}

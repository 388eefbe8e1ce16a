import type { AlertSettings, ContactSettings } from '../config/alerts-file.ts';
import { type Alert, type Notice, type NoticeTopic, type Role, RUNGS } from '../model/alerts.ts';
import type { AlertChange } from '../store/store.ts';
import type { WorkingDays } from '../timeliness/working-days.ts';
import { sendingTime } from './sending-time.ts';

/** By which notices are written. */
export interface Postal {
  readonly settings: AlertSettings;
  readonly zone: string;
  readonly calendar: WorkingDays;
  readonly mint: () => string;
}

/** Puts to a change the notices that tell of it: stored with it, so that neither is there without the other. */
export function withNotices(change: AlertChange, now: Date, postal: Postal): AlertChange {
  const { alert, entries } = change;
  const topics = new Set(entries.flatMap(({ event, to }) => topicOf(alert, event, to)));
  return { ...change, notices: [...topics].flatMap((topic) => noticesOf(alert, topic, now, postal)) };
}

/** Where an alert's notices on a topic go: each address of each channel once. */
export function recipientsOf(alert: Alert, topic: NoticeTopic, settings: AlertSettings) {
  const roles = rolesFor(topic, alert.level);
  return waysTo(settings, ({ role, unit }) => roles.includes(role) && (unit === undefined || unit === alert.unit));
}

/** Whether somebody of a role hears of a unit's alerts. */
export function reaches(role: Role, unit: string | null, settings: AlertSettings): boolean {
  return waysTo(settings, (contact) => contact.role === role && (contact.unit === undefined || contact.unit === unit)).length > 0;
}

/** The addresses of those contacts that are `told`, each of each channel once: for the highest rung that hears by it. */
export function waysTo({ channels, contacts }: AlertSettings, told: (contact: ContactSettings) => boolean) {
  const ways = contacts.filter(told).flatMap(({ role, via }) => via.map(({ channel, to }) => ({ role, channel, address: to ?? null })));
  const rungOf = (role: Role) => (RUNGS as readonly string[]).indexOf(role);
  const known = ways
    .filter(({ channel }) => channels.some(({ id }) => id === channel))
    .sort((one, other) => rungOf(one.role) - rungOf(other.role));
  return [...new Map(known.map((way) => [`${way.channel} ${way.address}`, way])).values()];
}

function topicOf(alert: Alert, event: AlertChange['entries'][number]['event'], to: Alert['state']): NoticeTopic[] {
  if (event === 'sent') return [alert.audience === 'operators' ? 'ours' : alert.kind === 'due' ? 'announced' : 'sent'];
  if (event === 'escalated') return ['escalated'];
  if (event === 'kept') return ['kept'];
  const wasTold = alert.sentAt !== null && alert.audience === 'unit' && alert.kind !== 'due';
  return to === 'rectified' && event === 'gone' && wasTold ? ['rectified'] : [];
}

/** An escalation, and what became of an objection, is told to the present rung and to all below it; the circular list is the supervising office's. */
function rolesFor(topic: NoticeTopic, level: number): readonly Role[] {
  if (topic === 'ours') return ['operators'];
  if (topic === 'kept' && level === 0) return ['contact'];
  if (topic !== 'escalated' && topic !== 'kept') return ['contact'];
  return level >= 2 ? ['contact', 'head', 'supervisor'] : ['contact', 'head'];
}

function noticesOf(alert: Alert, topic: NoticeTopic, now: Date, { settings, zone, calendar, mint }: Postal): Notice[] {
  const urgent = alert.severity === 'veto' && (topic === 'sent' || topic === 'escalated');
  const notBefore = sendingTime(now, urgent, settings, zone, calendar);
  return recipientsOf(alert, topic, settings).map(({ role, channel, address }) => ({
    id: mint(),
    alert: alert.id,
    topic,
    role,
    unit: role === 'contact' || role === 'head' ? alert.unit : null,
    channel,
    address,
    urgent,
    createdAt: now,
    notBefore,
  }));
}

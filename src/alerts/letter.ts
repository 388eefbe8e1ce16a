import { isMendable } from '../checks/checks.ts';
import { columnOverdue } from '../checks/column-overdue.ts';
import { ruleBehind, withoutDoubt } from '../checks/finding.ts';
import type { AlertSettings } from '../config/alerts-file.ts';
import { columnKey } from '../counting/count.ts';
import { type Alert, type Delivery, type Letter, type Notice, type NoticeTopic, RUNGS } from '../model/alerts.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { Estate } from '../model/estate.ts';
import type { RulePack } from '../model/rules.ts';
import { maskAddress } from '../privacy/leaving.ts';
import { groundsOfPeriod } from '../timeliness/grounds.ts';
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

/** Whether a notice still tells what is so: nobody is asked to mend what was found to be a false alarm, or became another unit's, in the meantime. */
export function stillHolds({ topic, unit, alertNow: { state, unit: theirs } }: DueNotice): boolean {
  if (unit !== null && unit !== theirs) return false;
  if (topic === 'rectified') return state === 'rectified' || state === 'closed';
  return state === 'sent' || state === 'acknowledged';
}

/** Puts notices into deliveries: one an address, unit and day; the urgent ones by themselves, and each rung in words of its own. */
export function deliveriesOf(
  notices: readonly DueNotice[],
  given: Writing & { readonly now: Date; readonly mint: () => string },
): { readonly delivery: Delivery; readonly notices: readonly string[] }[] {
  const groups = new Map<string, DueNotice[]>();
  for (const notice of notices) {
    const { channel, address, role, unit, urgent } = notice;
    const key = JSON.stringify([channel, address, unit, role, urgent]);
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
  readonly packs: readonly RulePack[];
  /** Menu paths of columns that letters name, by column key. */
  readonly paths: ReadonlyMap<string, string>;
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
      : [{ heading: words.topics[topic], lines: alerts.map((alert) => lineOf(alert, { topic, to }, words, writing)) }];
  });
  const about = { estate: estate.name, unit, role: to.role, count: sections.reduce((sum, { lines }) => sum + lines.length, 0) };
  return {
    language,
    subject: words.letterSubject({ ...about, urgent: to.urgent }),
    opening: words.letterOpening(about),
    sections,
    closing: words.letterClosing({ estate: estate.name, desk: consoleUrl ?? null, ask: to.role === 'operators' ? [] : asked(settings) }),
  };
}

/** Whom to ask: those of the supervising office who can be telephoned. */
function asked({ contacts }: AlertSettings): string[] {
  return contacts.flatMap(({ role, name, phone }) => (role === 'supervisor' && phone ? [`${name} ${phone}`] : []));
}

function lineOf(
  alert: Alert,
  { topic, to }: { readonly topic: NoticeTopic; readonly to: Pick<Notice, 'unit'> },
  words: AlertWording,
  writing: Writing,
): Letter['sections'][number]['lines'][number] {
  const isAsked = topic === 'sent' || topic === 'escalated' || topic === 'kept';
  // Across units each line says whose it is.
  const unit = to.unit === null && alert.unit !== null ? writing.estate.units.find(({ id }) => id === alert.unit) : undefined;
  const details = [...(unit ? [words.letterUnit(unit.name)] : []), ...(isAsked ? detailsOf(alert, words, writing) : [])];
  return { text: textOf(alert, topic, words, writing), link: permanentLink(alert), ...(details.length > 0 ? { details } : {}) };
}

/** Where it is, what was seen there last, what it stands on, and what follows. */
function detailsOf(alert: Alert, words: AlertWording, { estate, packs, paths }: Writing): string[] {
  const { site, column, url, measured, basis, level } = alert;
  const pack = packs.find(({ id }) => basis?.rule.startsWith(`${id}/`));
  const path = site !== null && column !== null ? paths.get(columnKey(site, column)) : undefined;
  const next = RUNGS[level + 1];
  return [
    ...(path === undefined ? [] : [words.letterPlace(path)]),
    ...(url !== null && isOfSite(url, site, estate) ? [words.letterAddress(maskAddress(url).replace(/^https?:\/\//, ''))] : []),
    ...(measured?.lastPublished ? [words.letterLastSeen(measured.lastPublished, measured.readAt?.slice(0, 10) ?? null)] : []),
    ...(pack ? basisOf(alert, pack, words) : []),
    ...(isMendable(alert.rule) && next !== undefined ? [words.letterFollows(next)] : []),
  ];
}

/**
 * The rule that was applied, as far as its wording was checked. Of a column that fell silent that is what its period rests on: one that was
 * set for it, or that this program takes where no document names one, is told as what it is.
 */
function basisOf({ rule: kind, basis, measured }: Alert, pack: RulePack, words: AlertWording): string[] {
  const period = kind === columnOverdue.kind ? groundsOfPeriod(measured?.rule ?? null, pack) : null;
  if (period !== null && period.of !== 'rule') return [words.letterPeriod(period.of)];
  const rule = period?.rule ?? (basis && ruleBehind({ kind, basis }, pack));
  return rule?.verified ? [words.letterBasis(rule.source)] : [];
}

/** A letter names no address that a page made up: only what lies on the watched site itself. */
function isOfSite(url: string, id: string | null, { sites }: Estate): boolean {
  const site = sites.find((one) => one.id === id);
  return site !== undefined && URL.canParse(url) && new URL(url).host === new URL(site.url).host;
}

function textOf(alert: Alert, topic: NoticeTopic, words: AlertWording, { settings, calendar, today, estate }: Writing): string {
  const { severity, level, rectifiedAt } = alert;
  const message = shortened(withoutDoubt(alert.message)[settings.language]);
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

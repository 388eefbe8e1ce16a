import { type AlertEvent, HUMAN_ACTIONS, type HumanAction, type Now, next } from '../../src/alerts/alert.ts';
import { deadlineOf, isOwed, standsOnUnchecked } from '../../src/alerts/escalation.ts';
import { type Postal, reaches, withNotices } from '../../src/alerts/notices.ts';
import { unchanged } from '../../src/alerts/open-alerts.ts';
import { undone } from '../../src/alerts/undo.ts';
import type { Alert, AlertEntry, DismissalReason, Telling } from '../../src/model/alerts.ts';
import { atTime, type Day, dayIn } from '../../src/model/day.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import { ToldError } from '../../src/model/told-error.ts';
import type { AlertChange } from '../../src/store/store.ts';
import { type AlertOffice, nowAt, postalOf } from './office.ts';

/** What a person does with an alert. */
export type Act =
  | { readonly kind: 'confirmed' | 'sent' | 'objected' | 'kept' | 'closed' | 'reopened'; readonly why: string }
  | { readonly kind: 'told'; readonly whom: string; readonly how: Telling; readonly on: Day; readonly why: string }
  | { readonly kind: 'commented' | 'remarked'; readonly why: string }
  | { readonly kind: 'assigned'; readonly to: string | null; readonly why: string }
  | { readonly kind: 'acknowledged'; readonly what: string; readonly until: Day }
  | { readonly kind: 'dismissed'; readonly reason: DismissalReason; readonly why: string; readonly until: Day };

/** An act that the alert does not allow, in words for people. */
export class Refused extends ToldError {
  override readonly name = 'Refused';

  constructor(sentence: Sentence) {
    super(sentence, { code: 'refused', side: 'nobody' });
  }
}

/** How often it is tried anew when somebody else changed the alert at the same moment. */
const ROUNDS = 5;

/**
 * Who does it: the name for the history, the acts that a refusal may offer instead, files that go with what is said, and for how many
 * milliseconds it can be undone (left out: not at all): so long nothing of it is told.
 */
interface Actor {
  readonly name: string;
  readonly theirs: readonly HumanAction[];
  readonly files?: readonly SentFile[];
  readonly undoMs?: number;
}

/** A file as somebody sends it. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/**
 * Does what a person asked for, with its line in the history and its notices. `by` is who it was; a bare name may do all. `told` is how
 * many addresses it goes to: 0 where the unit has no contact in the configuration.
 * @throws Refused where the alert is not there or does not allow it
 */
export async function actOnAlert(office: AlertOffice, id: string, act: Act, by: string | Actor): Promise<{ alert: Alert; told: number }> {
  const { name, theirs, files = [], undoMs = 0 }: Actor = typeof by === 'string' ? { name: by, theirs: HUMAN_ACTIONS } : by;
  const { store, config, clock } = office;
  const postal = postalOf(office);
  for (let round = 0; round < ROUNDS; round++) {
    const alert = await store.alerts.get(id);
    if (!alert) throw new Refused({ zh: `没有编号为 ${id} 的预警。`, en: `There is no alert ${id}.` });
    const now = nowAt(clock, config.estate.timezone);
    if (act.kind === 'sent' && isOwed(alert) && !reaches('contact', alert.unit, config.alerts)) throw new Refused(UNHEARD);
    if (act.kind === 'sent' && isOwed(alert) && standsOnUnchecked(alert, config.pack)) throw new Refused(UNCHECKED);
    if (act.kind === 'told') await refuseTooEarly(office, alert, act.on);
    const event = eventOf(act, alert, name, now, postal);
    const step = next(alert, event, now, theirs);
    if ('refused' in step) throw new Refused(step.refused);
    const { entry } = step;
    const until = new Date(now.at.getTime() + undoMs);
    const told = withNotices({ ...unchanged(alert), alert: step.alert, entries: entry ? [entry] : [] }, now.at, postal);
    const change: AlertChange = {
      ...told,
      notices: told.notices.map((notice) => ({ ...notice, notBefore: notice.notBefore > until ? notice.notBefore : until })),
      ...(entry && { files: kept(files, entry, postal.mint) }),
      ...(entry && undoMs > 0 && { undo: { entry: entry.id, by: name, until, before: alert } }),
    };
    if ((await store.alerts.apply([change])).length === 0) return { alert: step.alert, told: change.notices.length };
  }
  throw new Refused({ zh: '这条预警正在被别人修改，请稍后再试。', en: 'Others are changing this alert at the same moment; try again.' });
}

/** Sending to nobody would set a clock for people who were never told. */
const UNHEARD: Sentence = {
  zh: '这个单位没有能收到通知的联系人，不能发送。请先在“监测范围”里补上联系人，或者用电话、书面告知后记录“已告知”：告知了谁、怎样告知、哪一天。',
  en: 'Nobody of this unit would hear of it, so it cannot be sent. Add a contact under "Watched", or tell them by phone or on paper and record whom, how and when.',
};

/** What nobody has compared with its document is held against nobody. */
const UNCHECKED: Sentence = {
  zh: '这条预警所依据的规则还没有与原文核对，不能发给单位。请负责人先对照文件原文，在“指标”页确认这条规则，再发送。',
  en: 'The rule that this stands on has not been compared with its document yet, so it cannot be sent. A supervisor confirms it on the page of rules first.',
};

function kept(files: readonly SentFile[], { id: entry, alert }: AlertEntry, mint: () => string): NonNullable<AlertChange['files']> {
  return files.map(({ name, bytes }) => ({ id: mint(), alert, entry, name, size: bytes.length, bytes }));
}

/** From these on somebody is to be told anew: what was said before does not count for it. */
const BEGINS: readonly AlertEntry['event'][] = ['opened', 'reopened', 'escalated', 'kept'];

/** Nobody can have been told of what was not found, escalated or answered yet, and no days of theirs may have run before. */
async function refuseTooEarly({ store, config }: AlertOffice, alert: Alert, on: Day): Promise<void> {
  const zone = config.estate.timezone;
  const begun = (await store.alerts.history(alert.id)).findLast(({ event }) => BEGINS.includes(event));
  const foundOn = dayIn(zone, alert.openedAt);
  const begunOn = begun ? dayIn(zone, begun.at) : foundOn;
  if (on >= foundOn && on >= begunOn) return;
  throw new Refused(
    on < foundOn
      ? {
          zh: `这个问题 ${foundOn} 才发现，告知日期不能更早。`,
          en: `This was found on ${foundOn}; nobody can have been told of it earlier.`,
        }
      : {
          zh: `这条预警 ${begunOn} 才升级或答复异议，要告知的是此后的情况，告知日期不能更早。`,
          en: `This was escalated, or an objection to it answered, on ${begunOn}; nobody can have been told of that earlier.`,
        },
  );
}

/**
 * Takes back what somebody did in the last seconds, of one alert or of all: as long as nothing else happened to it and nothing was sent.
 * @returns how many were taken back
 */
export async function undoActs(office: AlertOffice, by: string, id?: string): Promise<number> {
  const { store, clock, randomness } = office;
  const now = clock.now();
  let count = 0;
  for (const { entry: of, before } of await store.alerts.undoable(by, now, id)) {
    const [alert, history, waiting] = await Promise.all([
      store.alerts.get(before.id),
      store.alerts.history(before.id),
      store.outbox.waiting(before.id),
    ]);
    const last = history.at(-1);
    if (alert === null || alert.stamp !== of || last?.id !== of) continue;
    const { alert: after, entry } = undone(alert, before, { id: randomness.id(), by, at: now, event: last.event });
    if ((await store.alerts.apply([{ alert: after, before: alert.stamp, entries: [entry], notices: [] }])).length > 0) continue;
    await store.outbox.withdraw(waiting.filter(({ createdAt }) => createdAt >= last.at).map((notice) => notice.id));
    count += 1;
  }
  return count;
}

/** What a person did, with the last day that follows from it. */
function eventOf(act: Act, alert: Alert, by: string, now: Now, { settings, zone, calendar, mint }: Postal): AlertEvent {
  const about = { id: mint(), by };
  switch (act.kind) {
    case 'told': {
      const noon = atTime(zone, act.on, '12:00');
      return {
        ...act,
        ...about,
        at: new Date(Math.min(noon.getTime(), now.at.getTime())),
        dueOn: deadlineOf(alert, act.on, settings, calendar),
      };
    }
    case 'acknowledged':
      return { ...act, ...about, dueOn: deadlineOf(alert, now.today, settings, calendar) };
    default:
      return { ...act, ...about };
  }
}

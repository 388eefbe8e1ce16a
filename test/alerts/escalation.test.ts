import { describe, expect, it } from 'vitest';
import { automatic } from '../../src/alerts/automatic.ts';
import { deadlineOf, escalationOf, extensionOf } from '../../src/alerts/escalation.ts';
import { recipientsOf, withNotices } from '../../src/alerts/notices.ts';
import { unchanged } from '../../src/alerts/open-alerts.ts';
import { type AlertSettings, alertsSchema } from '../../src/config/alerts-file.ts';
import { loadRulebook } from '../../src/config/load.ts';
import type { Alert, AlertEntry } from '../../src/model/alerts.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import { makeAlert, noon } from './make.ts';

const calendar = createWorkingDays([{ year: 2024, source: 'test', holidays: [], workdays: [] }]);
const settings: AlertSettings = alertsSchema.parse({
  channels: [
    { type: 'email', id: 'mail', host: 'smtp.example', from: 'a@example.gov.cn' },
    { type: 'dingtalk', id: 'group', urlFrom: 'GROUP' },
  ],
  contacts: [
    { name: '联系人', role: 'contact', unit: 'water', via: [{ channel: 'mail', to: 'c@example.gov.cn' }] },
    { name: '负责人', role: 'head', unit: 'water', via: [{ channel: 'mail', to: 'h@example.gov.cn' }] },
    { name: '别的单位', role: 'contact', unit: 'office', via: [{ channel: 'mail', to: 'o@example.gov.cn' }] },
    { name: '督查室', role: 'supervisor', via: [{ channel: 'group' }] },
    { name: '运维', role: 'operators', via: [{ channel: 'mail', to: 'ops@example.gov.cn' }] },
  ],
});
let minted = 0;
const mint = () => `m${++minted}`;
// Friday.
const now = { at: noon(8), today: '2024-03-08' };

const sent = makeAlert({ state: 'sent', sentAt: noon(1), reachedAt: noon(1), dueOn: '2024-03-07' });
const entry = (alert: Alert, event: AlertEntry['event']): AlertEntry => ({
  id: 'e',
  alert: alert.id,
  at: now.at,
  by: 'x',
  event,
  from: null,
  to: alert.state,
  level: alert.level,
  run: null,
  why: { zh: '', en: '' },
  because: null,
});
const told = (alert: Alert, event: AlertEntry['event']) =>
  withNotices({ ...unchanged(alert), entries: [entry(alert, event)] }, now.at, { settings, zone: 'Asia/Shanghai', calendar, mint }).notices;

describe('the ladder', () => {
  it('has deadlines in working days by severity', () => {
    expect(deadlineOf(makeAlert({ severity: 'veto' }), '2024-03-08', settings, calendar)).toBe('2024-03-13');
    expect(deadlineOf(makeAlert({ severity: 'major' }), '2024-03-08', settings, calendar)).toBe('2024-03-15');
    expect(deadlineOf(makeAlert({ kind: 'due' }), '2024-03-08', settings, calendar)).toBeNull();
  });

  it('where nothing can mend it, it ends as noted when the days for an objection are over or it was answered', () => {
    const late = { ...sent, kind: 'unit', rule: 'duty-late' } as const;
    const step = (given: Partial<Alert>) => escalationOf({ ...late, ...given }, now, settings, calendar, mint);
    expect(step({})).toMatchObject({ kind: 'lapsed', because: { reason: 'noted' } });
    expect(step({ state: 'acknowledged', dueOn: '2024-03-20' })).toMatchObject({ kind: 'lapsed', because: { reason: 'noted' } });
    for (const given of [{ dueOn: '2024-03-08' }, { state: 'objected' }, { reachedAt: null, dueOn: null }] as const) {
      expect(step(given)).toBeNull();
    }
  });

  it('a last day in a year whose holidays are not known is over only when no notice could move it further', () => {
    const unknown = createWorkingDays([]);
    const on = (today: string) => escalationOf(sent, { ...now, today }, settings, unknown, mint);
    expect([on('2024-03-08'), on('2024-03-16')]).toEqual([null, null]);
    expect(on('2024-03-17')).toMatchObject({ kind: 'escalated' });
  });

  it('days that a notice of holidays gives are given to whoever was told before it came, none are taken away', () => {
    const postal = (holidays: readonly string[]) => ({
      ...{ settings, zone: 'Asia/Shanghai', mint },
      calendar: createWorkingDays([{ year: 2024, source: 'test', holidays, workdays: [] }]),
    });
    const heard = { ...sent, reachedAt: noon(1), dueOn: deadlineOf(sent, '2024-03-01', settings, calendar) };
    expect(extensionOf(heard, postal([]))).toBeNull();
    expect(extensionOf(heard, postal(['2024-03-06', '2024-03-07']))).toMatchObject({ kind: 'extended', because: { from: heard.dueOn } });
    expect(extensionOf({ ...heard, dueOn: '2024-03-29' }, postal(['2024-03-06']))).toBeNull();
  });

  it('goes up when the last day is over, step by step to the circular list, and no further', () => {
    const step = (level: number) => escalationOf({ ...sent, level }, now, settings, calendar, mint);
    expect(step(0)).toMatchObject({ kind: 'escalated' });
    expect(step(0)).toHaveProperty('because', { reason: 'overdue-for-mending', dueOn: '2024-03-07', rung: 'head' });
    expect(step(2)).toMatchObject({ because: { rung: 'circular' } });
    expect(step(3)).toBeNull();
    expect(escalationOf({ ...sent, dueOn: '2024-03-08' }, now, settings, calendar, mint)).toBeNull();
  });

  it('does not move what cannot be read now, what is not sent, or what nobody is held to', () => {
    for (const given of [
      { held: true },
      { state: 'confirmed' },
      { state: 'rectified' },
      { kind: 'access' },
      { dueOn: null },
      { reachedAt: null },
      { state: 'objected' },
    ] as const) {
      expect(escalationOf({ ...sent, ...given }, now, settings, calendar, mint)).toBeNull();
    }
    expect(escalationOf({ ...sent, state: 'acknowledged' }, now, settings, calendar, mint)).not.toBeNull();
  });
});

describe('a rung of the ladder', () => {
  it('gives its own days from the day on which it is reached', () => {
    const day = (level: number) => deadlineOf(makeAlert({ level }), '2024-03-08', settings, calendar);
    expect([day(0), day(1), day(2), day(3)]).toEqual(['2024-03-15', '2024-03-13', '2024-03-13', null]);
  });

  it('that hears by the same way as another is told as the higher one, in whichever order they are written', () => {
    const via = [{ channel: 'group' }];
    const contacts = (['head', 'contact'] as const).map((role) => ({ name: role, role, unit: 'water', via }));
    const ways = recipientsOf({ ...sent, level: 1 }, 'escalated', { ...settings, contacts });
    expect(ways).toEqual([{ role: 'head', channel: 'group', address: null }]);
  });

  it('is not climbed where nobody hears of it', () => {
    const without = (role: string) => ({ ...settings, contacts: settings.contacts.filter((contact) => contact.role !== role) });
    expect(escalationOf(sent, now, without('head'), calendar, mint)).toBeNull();
    expect(escalationOf({ ...sent, level: 1 }, now, without('supervisor'), calendar, mint)).toBeNull();
    expect(escalationOf({ ...sent, level: 2 }, now, without('supervisor'), calendar, mint)).not.toBeNull();
  });
});

describe('who is told', () => {
  const addresses = (alert: Alert, event: AlertEntry['event']) => told(alert, event).map(({ channel, address }) => address ?? channel);

  it('the contact of the unit, and of no other', () => {
    expect(addresses(sent, 'sent')).toEqual(['c@example.gov.cn']);
    expect(addresses({ ...sent, state: 'rectified' }, 'gone')).toEqual(['c@example.gov.cn']);
  });

  it('with each step one more, down to the contact', () => {
    expect(addresses({ ...sent, level: 1 }, 'escalated')).toEqual(['c@example.gov.cn', 'h@example.gov.cn']);
    expect(addresses({ ...sent, level: 2 }, 'escalated')).toEqual(['c@example.gov.cn', 'h@example.gov.cn', 'group']);
  });

  it('we alone of faults of ours', () => {
    expect(told({ ...sent, kind: 'ours', audience: 'operators' }, 'sent')).toMatchObject([
      { topic: 'ours', address: 'ops@example.gov.cn', unit: null },
    ]);
  });

  it('at once only of what vetoes, of the rest in the digest', () => {
    expect(told({ ...sent, severity: 'veto' }, 'sent')).toMatchObject([{ urgent: true, notBefore: now.at }]);
    expect(told(sent, 'sent')).toMatchObject([{ urgent: false, notBefore: new Date('2024-03-11T09:00:00+08:00') }]);
  });

  it('nobody of what was rectified before anybody was told', () => {
    expect(told(makeAlert({ state: 'rectified' }), 'gone')).toEqual([]);
  });
});

describe('what happens without a person', () => {
  const { pack } = loadRulebook('config');
  const opened = (given: Partial<Alert>) => {
    const alert = makeAlert(given);
    return automatic({ ...unchanged(alert), before: null, entries: [entry(alert, 'opened')] }, now, { settings, pack }, mint);
  };

  it('what falls due soon and faults of ours are sent at once, an alert about a unit is not', () => {
    expect(opened({ kind: 'due' }).alert).toMatchObject({ state: 'sent', dueOn: null });
    expect(opened({ kind: 'ours', audience: 'operators' }).alert).toMatchObject({ state: 'sent' });
    expect(opened({}).alert).toMatchObject({ state: 'open' });
  });

  it('where the configuration says so, what is confirmed is sent if anybody of its unit hears of it; no clock runs yet', () => {
    const heard: AlertSettings = { ...settings, sending: 'when-confirmed' };
    const alert = makeAlert({ state: 'confirmed' });
    const confirmed = { ...unchanged(alert), entries: [entry(alert, 'observed')] };
    expect(automatic(confirmed, now, { settings, pack }, mint).alert.state).toBe('confirmed');
    expect(automatic(confirmed, now, { settings: heard, pack }, mint).alert).toMatchObject({
      state: 'sent',
      reachedAt: null,
      dueOn: null,
    });
    const unheard: AlertSettings = { ...settings, sending: 'when-confirmed', contacts: [] };
    expect(automatic(confirmed, now, { settings: unheard, pack }, mint).alert.state).toBe('confirmed');
    const doubtful = { ...alert, basis: { rule: `${pack.id}/nobody-checked-it`, unverified: true } };
    const unchecked = { ...confirmed, alert: doubtful };
    expect(automatic(unchecked, now, { settings: heard, pack }, mint).alert.state).toBe('confirmed');
  });
});

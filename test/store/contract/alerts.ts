import { beforeAll, describe, expect, it } from 'vitest';
import type { Alert, AlertEntry, Delivery, Notice } from '../../../src/model/alerts.ts';
import { quoted } from '../../../src/model/sentence.ts';
import type { AlertChange, Store } from '../../../src/store/store.ts';
import { type MadeAlert, makeAlert } from '../../alerts/make.ts';
import { march } from '../records.ts';

/** An alert with ids of its own. */
const alertOf = (id: string, given: MadeAlert = {}) => makeAlert({ id, key: `key ${id}`, stamp: `${id} 0`, ...given });

function entryOf(alert: Alert, given: Partial<AlertEntry> = {}): AlertEntry {
  const { id, state: to, level } = alert;
  return {
    id: alert.stamp,
    alert: id,
    at: march(1),
    by: 'gongkai',
    event: 'opened',
    from: null,
    to,
    level,
    run: 'r',
    why: quoted('见附件\u0000'),
    because: null,
    ...given,
  };
}

const opening = (alert: Alert, notices: readonly Notice[] = []): AlertChange => ({
  alert,
  before: null,
  entries: [entryOf(alert)],
  notices,
});

function noticeOf(alert: Alert, id: string, given: Partial<Notice> = {}): Notice {
  const to = { role: 'contact', unit: alert.unit, channel: `channel ${alert.id}`, address: 'a@example.gov.cn' } as const;
  return { id, alert: alert.id, topic: 'sent', ...to, urgent: false, createdAt: march(1), notBefore: march(2), ...given };
}

function deliveryOf(id: string, channel: string, given: Partial<Delivery> = {}): Delivery {
  const letter = { language: 'zh', subject: '预警', opening: '如下', sections: [], closing: '完' } as const;
  const begun = { state: 'waiting', attempts: 0, createdAt: march(1), nextTry: march(1), sentAt: null, detail: null } as const;
  return { id, channel, address: 'a@example.gov.cn', role: 'contact', unit: 'water', letter, ...begun, ...given };
}

export function alertContract(store: () => Store): void {
  describe('alerts', () => {
    it('an alert is stored with its history and its notices, and comes back as it was', async () => {
      const alert = alertOf('whole', {
        answer: { by: '王五', at: march(3), what: '补发', until: '2024-03-09' },
        dismissal: { reason: 'archived', by: '李四', at: march(4), why: '专题', until: '2024-12-31' },
        measured: {
          rule: 'p/notices',
          period: 'P6M',
          workingDays: null,
          dueOn: '2024-02-01',
          overdueDays: 3,
          lastPublished: '2023-08-01',
          readAt: null,
          page: 'f00d',
        },
        unmeasured: ['a'],
        sentAt: march(2),
        dueOn: '2024-03-08',
      });
      const notice = noticeOf(alert, 'whole n');
      expect(await store().alerts.apply([opening(alert, [notice])])).toEqual([]);
      expect(await store().alerts.get('whole')).toEqual(alert);
      expect(await store().alerts.history('whole')).toEqual([{ ...entryOf(alert), why: quoted('见附件\ufffd') }]);
      expect(await store().outbox.waiting('whole')).toEqual([notice]);
      expect(await store().alerts.get('nobody')).toBeNull();
    });

    it('of two changes at the same moment one is stored and the other given back, whole', async () => {
      const alert = alertOf('race');
      await store().alerts.apply([opening(alert)]);
      const by = (who: string): AlertChange => {
        const after = { ...alert, state: 'confirmed', stamp: who } as const;
        return {
          alert: after,
          before: alert.stamp,
          entries: [entryOf(after, { by: who, event: 'confirmed', from: 'open' })],
          notices: [noticeOf(alert, `race ${who}`)],
        };
      };
      const changes = [by('甲'), by('乙'), by('丙')];
      const stale = (await Promise.all(changes.map((change) => store().alerts.apply([change])))).flat();
      expect(stale).toHaveLength(2);
      const [won] = changes.filter((change) => !stale.includes(change));
      expect(await store().alerts.get('race')).toEqual(won!.alert);
      expect((await store().alerts.history('race')).map(({ id }) => id)).toEqual(['race 0', won!.alert.stamp]);
      expect(await store().outbox.waiting('race')).toEqual(won!.notices);
    });

    it('a change whose answer got lost and that comes again is stored once', async () => {
      const alert = alertOf('again');
      expect(await store().alerts.apply([opening(alert)])).toEqual([]);
      expect(await store().alerts.apply([opening(alert)])).toEqual([]);
      expect(await store().alerts.history('again')).toHaveLength(1);
    });

    it('one subject has one alert: who opens it second is told to look again', async () => {
      await store().alerts.apply([opening(alertOf('first', { key: 'one subject' }))]);
      const second = opening(alertOf('second', { key: 'one subject' }));
      expect(await store().alerts.apply([second])).toEqual([second]);
      expect(await store().alerts.get('second')).toBeNull();
    });

    it('of many changes at once those are given back whose alerts somebody else changed, and no others', async () => {
      const made = Array.from({ length: 1200 }, (_, n) => alertOf(`many ${n}`, { site: 'many' }));
      expect(await store().alerts.apply(made.map((alert) => opening(alert, [noticeOf(alert, `n ${alert.id}`)])))).toEqual([]);
      const confirmed = (who: string) => (alert: Alert) => {
        const after = { ...alert, state: 'confirmed', stamp: `${alert.id} ${who}` } as const;
        return { alert: after, before: alert.stamp, entries: [entryOf(after, { event: 'confirmed', from: 'open' })], notices: [] };
      };
      const batches = [made.map(confirmed('甲')), made.toReversed().map(confirmed('乙'))];
      const stale = await Promise.all(batches.map((batch) => store().alerts.apply(batch)));
      expect(stale.flat()).toHaveLength(1200);
      expect(new Set(stale.flat().map(({ alert }) => alert.id)).size).toBe(1200);
      expect(await store().alerts.counts({ sites: ['many'] })).toMatchObject({ open: 0, confirmed: 1200 });
      expect((await store().alerts.history('many 1199')).map(({ event }) => event)).toEqual(['opened', 'confirmed']);
      expect(await store().outbox.waiting('many 600')).toHaveLength(1);
    });

    it('a change that cannot be stored leaves nothing of itself', async () => {
      const alert = alertOf('broken');
      const change = opening(alert, [noticeOf(alert, 'broken n', { alert: 'nobody' })]);
      await expect(store().alerts.apply([change])).rejects.toThrow();
      expect(await store().alerts.get('broken')).toBeNull();
      expect(await store().alerts.history('broken')).toEqual([]);
    });

    it('alerts are narrowed and ordered; whose list of units is empty sees none', async () => {
      const all = [
        alertOf('q1', { site: 'q', unit: 'q-a', severity: 'minor', openedAt: march(3), message: '栏目“通知公告”逾期' }),
        alertOf('q2', { site: 'q', unit: 'q-b', severity: 'veto', openedAt: march(2), state: 'sent', dueOn: '2024-03-09', level: 1 }),
        alertOf('q3', {
          site: 'q',
          unit: 'q-a',
          severity: 'major',
          openedAt: march(1),
          column: 'other',
          rule: 'column-blank',
          state: 'closed',
        }),
      ];
      await store().alerts.apply(all.map((alert) => opening(alert)));
      const ids = async (query: object, page = {}) => (await store().alerts.list({ sites: ['q'], ...query }, page)).map(({ id }) => id);
      expect(await ids({})).toEqual(['q2', 'q3', 'q1']);
      expect(await ids({}, { order: 'newest' })).toEqual(['q1', 'q2', 'q3']);
      expect(await ids({}, { order: 'due', limit: 1 })).toEqual(['q2']);
      expect(await ids({}, { limit: 1, offset: 1 })).toEqual(['q3']);
      expect(await ids({ units: ['q-a'] })).toEqual(['q3', 'q1']);
      expect(await ids({ units: [] })).toEqual([]);
      expect(await ids({ states: ['sent', 'closed'] })).toEqual(['q2', 'q3']);
      expect(await ids({ columns: ['other'], rules: ['column-blank'] })).toEqual(['q3']);
      expect(await ids({ level: 1 })).toEqual(['q2']);
      expect(await ids({ search: '通知公告 逾期' })).toEqual(['q1']);
      expect(await ids({ search: '"通知公告" Overdue' })).toEqual(['q2', 'q3']);
      expect(await ids({ search: 'zh' })).toEqual([]);
      expect(await ids({ search: "100%' or" })).toEqual([]);
      expect(await store().alerts.counts({ sites: ['q'] })).toMatchObject({ open: 1, sent: 1, closed: 1, confirmed: 0 });
      expect((await store().alerts.entries({ units: ['q-b'], limit: 5 })).map(({ alert }) => alert)).toEqual(['q2']);
      const entries = async (query: object) => (await store().alerts.entries({ units: ['q-b'], ...query, limit: 5 })).length;
      expect(await Promise.all([{ audience: 'unit' }, { audience: 'operators' }].map(entries))).toEqual([1, 0]);
      const [last] = await store().alerts.entries({ units: ['q-b'], limit: 1 });
      const at = last?.at;
      expect(await Promise.all([{ since: at }, { before: at }].map(entries))).toEqual([1, 0]);
    });

    it('an alert is late from the day after its last one or once it was escalated, but not while its site cannot be read or when it is mended', async () => {
      const sent = { site: 'l', state: 'sent', dueOn: '2024-03-09' } as const;
      const all = [
        alertOf('l1', sent),
        alertOf('l2', { ...sent, level: 1, dueOn: '2024-03-20' }),
        alertOf('l3', { ...sent, held: true }),
        alertOf('l4', { ...sent, level: 1, state: 'rectified' }),
        alertOf('l5', { ...sent, level: 3, dueOn: null, state: 'acknowledged' }),
      ];
      await store().alerts.apply(all.map((alert) => opening(alert)));
      const late = async (day: string) => (await store().alerts.list({ sites: ['l'], late: day })).map(({ id }) => id).sort();
      expect(await late('2024-03-09')).toEqual(['l2', 'l5']);
      expect(await late('2024-03-10')).toEqual(['l1', 'l2', 'l5']);
    });

    it('tells on which days of a zone alerts reached their unit, were answered and mended, of those sent since a moment', async () => {
      const answer = { by: '王五', at: new Date('2024-03-04T16:30:00Z'), what: '补发', until: '2024-03-09' };
      const mended = { unit: 't-a', sentAt: march(2), reachedAt: march(2), answer, rectifiedAt: march(6), state: 'rectified' } as const;
      const all = [
        alertOf('t1', { site: 't', ...mended }),
        alertOf('t2', { site: 't', ...mended }),
        alertOf('t3', { site: 't', unit: 't-a', sentAt: march(2), reachedAt: march(3), state: 'sent' }),
        alertOf('t6', { site: 't', unit: 't-a', sentAt: march(3), state: 'sent' }),
        alertOf('t4', { site: 't', unit: 't-b', sentAt: march(1), reachedAt: march(1), answer, state: 'acknowledged' }),
        alertOf('t5', { site: 't', unit: 't-b' }),
      ];
      await store().alerts.apply(all.map((alert) => opening(alert)));
      const times = await store().alerts.times({ sites: ['t'], sentSince: march(2) }, 'Asia/Shanghai');
      expect(times.toSorted((a, b) => (a.reachedOn < b.reachedOn ? -1 : 1))).toEqual([
        { unit: 't-a', reachedOn: '2024-03-02', answeredOn: '2024-03-05', rectifiedOn: '2024-03-06', alerts: 2 },
        { unit: 't-a', reachedOn: '2024-03-03', answeredOn: null, rectifiedOn: null, alerts: 1 },
      ]);
      const ids = async (reached: 'answered' | 'rectified') =>
        (await store().alerts.list({ sites: ['t'], reached })).map(({ id }) => id).sort();
      expect([await ids('answered'), await ids('rectified')]).toEqual([
        ['t1', 't2', 't4'],
        ['t1', 't2'],
      ]);
    });
  });

  describe('the outbox', () => {
    const channel = (name: string) => `channel ${name}`;
    const claim = (name: string, token: string, given: { now?: Date; until?: Date; perMinute?: number } = {}) =>
      store().outbox.claim({ channel: channel(name), token, now: march(2), until: march(3), perMinute: 100, ...given });
    const put = (name: string, ...ids: string[]) =>
      store().outbox.compose(ids.map((id) => ({ delivery: deliveryOf(id, channel(name)), notices: [] })));

    beforeAll(async () => {
      await store().alerts.apply([
        opening(alertOf('box', { state: 'sent' }), [
          noticeOf(alertOf('box'), 'box 1'),
          noticeOf(alertOf('box'), 'box 2', { notBefore: march(5) }),
        ]),
      ]);
    });

    it('notices come when their time has, with the alert as it is now, and are in one delivery only', async () => {
      const due = async (day: number) => (await store().outbox.dueNotices(march(day))).filter(({ alert }) => alert === 'box');
      expect(await due(1)).toEqual([]);
      expect(await due(2)).toMatchObject([{ id: 'box 1', alertNow: { state: 'sent' } }]);
      const one = { delivery: deliveryOf('box d1', channel('box')), notices: ['box 1'] };
      const other = { delivery: deliveryOf('box d2', channel('box')), notices: ['box 1', 'box 2'] };
      await Promise.all([store().outbox.compose([one]), store().outbox.compose([other])]);
      const made = [await store().outbox.get('box d1'), await store().outbox.get('box d2')];
      expect(made.filter((delivery) => delivery !== null)).toHaveLength(1);
      expect(await store().outbox.list({ alert: 'box' })).toHaveLength(1);
    });

    it('a delivery is claimed by one, and by the next only when the claim has run out', async () => {
      await put('claim', 'c1');
      const [one, two] = await Promise.all([claim('claim', 't1'), claim('claim', 't2')]);
      expect([one, two].filter((delivery) => delivery !== null)).toMatchObject([{ id: 'c1', attempts: 1 }]);
      const token = one ? 't1' : 't2';
      expect(await claim('claim', token)).toMatchObject({ id: 'c1', attempts: 1 });
      expect(await claim('claim', 't3')).toBeNull();
      expect(await claim('claim', 't4', { now: march(3), until: march(4) })).toMatchObject({ id: 'c1', attempts: 2 });
      const settle = (by: string) =>
        store().outbox.settle({ delivery: 'c1', token: by, at: march(3), outcome: 'sent', detail: null, nextTry: null });
      expect(await settle(token)).toBe(false);
      expect(await settle('t4')).toBe(true);
      expect(await store().outbox.get('c1')).toMatchObject({ state: 'sent', sentAt: march(3), attempts: 2 });
      expect(await store().outbox.attempts('c1')).toEqual([
        { delivery: 'c1', number: 1, startedAt: march(2), endedAt: null, outcome: null, detail: null },
        { delivery: 'c1', number: 2, startedAt: march(3), endedAt: march(3), outcome: 'sent', detail: null },
      ]);
      expect(await claim('claim', 't5', { now: march(5), until: march(6) })).toBeNull();
    });

    it('many at once claim every delivery once', async () => {
      const ids = Array.from({ length: 20 }, (_, n) => `m${n}`);
      await put('many', ...ids);
      const claimed = await Promise.all(Array.from({ length: 30 }, (_, n) => claim('many', `many ${n}`)));
      expect(claimed.flatMap((delivery) => (delivery ? [delivery.id] : [])).sort()).toEqual(ids.sort());
    });

    it('all together begin no more attempts a minute than the channel takes', async () => {
      await put('limit', 'l1', 'l2', 'l3', 'l4', 'l5');
      const claims = await Promise.all(Array.from({ length: 8 }, (_, n) => claim('limit', `limit ${n}`, { perMinute: 3 })));
      expect(claims.filter((delivery) => delivery !== null)).toHaveLength(3);
      const later = new Date(march(2).getTime() + 60_000);
      expect(await claim('limit', 'before', { now: new Date(later.getTime() - 1), perMinute: 3 })).toBeNull();
      expect(await claim('limit', 'after', { now: later, perMinute: 3 })).not.toBeNull();
    });

    it('a failed one waits for its next try, one given up is dead until somebody revives it', async () => {
      await put('dead', 'x1');
      const end = (token: string, nextTry: Date | null) =>
        store().outbox.settle({ delivery: 'x1', token, at: march(2), outcome: 'failed', detail: quoted('连接不上\u0000'), nextTry });
      await claim('dead', 'd1');
      expect(await end('d1', march(4))).toBe(true);
      expect(await claim('dead', 'd2', { now: march(3) })).toBeNull();
      expect(await claim('dead', 'd3', { now: march(4), until: march(5) })).not.toBeNull();
      expect(await end('d3', null)).toBe(true);
      expect(await store().outbox.get('x1')).toMatchObject({ state: 'dead', detail: quoted('连接不上\ufffd') });
      expect(await claim('dead', 'd4', { now: march(9), until: march(10) })).toBeNull();
      expect(await store().outbox.list({ states: ['dead'], channels: [channel('dead')] })).toHaveLength(1);
      expect(await store().outbox.revive('x1', march(9))).toBe(true);
      expect(await store().outbox.revive('x1', march(9))).toBe(false);
      expect(await claim('dead', 'd5', { now: march(9), until: march(10) })).toMatchObject({ attempts: 3 });
    });

    it('what should have left by now and did not is counted, in deliveries and not yet in any', async () => {
      const before = await store().outbox.late(march(20));
      const alert = alertOf('late', { state: 'sent' });
      await store().alerts.apply([opening(alert, [noticeOf(alert, 'late 1', { notBefore: new Date('2000-01-02') })])]);
      const delivery = deliveryOf('late d', channel('late'), { nextTry: new Date('2000-01-01') });
      await store().outbox.compose([{ delivery, notices: [] }]);
      expect(await store().outbox.late(new Date('1999-01-01'))).toEqual({ count: 0, since: null });
      expect(await store().outbox.late(new Date('2000-01-01'))).toEqual({ count: 1, since: new Date('2000-01-01') });
      expect(await store().outbox.late(march(20))).toEqual({ count: before.count + 2, since: new Date('2000-01-01') });
    });

    it('notices that hold no more are taken back', async () => {
      const alert = alertOf('back', { state: 'dismissed' });
      await store().alerts.apply([opening(alert, [noticeOf(alert, 'back 1')])]);
      await store().outbox.withdraw(['back 1']);
      expect(await store().outbox.waiting('back')).toEqual([]);
    });
  });
}

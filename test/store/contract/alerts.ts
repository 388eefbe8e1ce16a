import { describe, expect, it } from 'vitest';
import type { Alert } from '../../../src/model/alerts.ts';
import { quoted } from '../../../src/model/sentence.ts';
import type { AlertChange, Store } from '../../../src/store/store.ts';
import { alertOf, entryOf, noticeOf, opening } from '../alert-changes.ts';
import { march } from '../records.ts';

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
}

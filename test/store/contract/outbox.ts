import { beforeAll, describe, expect, it } from 'vitest';
import type { Delivery } from '../../../src/model/alerts.ts';
import { quoted } from '../../../src/model/sentence.ts';
import type { Store } from '../../../src/store/store.ts';
import { alertOf, noticeOf, opening } from '../alert-changes.ts';
import { march } from '../records.ts';

function deliveryOf(id: string, channel: string, given: Partial<Delivery> = {}): Delivery {
  const letter = { language: 'zh', subject: '预警', opening: '如下', sections: [], closing: '完' } as const;
  const begun = { state: 'waiting', attempts: 0, createdAt: march(1), nextTry: march(1), sentAt: null, detail: null } as const;
  return { id, channel, address: 'a@example.gov.cn', role: 'contact', unit: 'water', letter, ...begun, ...given };
}

export function outboxContract(store: () => Store): void {
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

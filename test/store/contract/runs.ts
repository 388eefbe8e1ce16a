import { describe, expect, it } from 'vitest';
import type { SiteRecord } from '../../../src/model/records.ts';
import { quoted } from '../../../src/model/sentence.ts';
import type { Store } from '../../../src/store/store.ts';
import { makeReading, makeResult, makeRun, march } from '../records.ts';

export function runContract(store: () => Store): void {
  describe('runs', () => {
    it('a run asked for twice for the same schedule and due time exists once', async () => {
      const due = { schedule: 'nightly', dueAt: march(3) };
      const asked = await Promise.all(['once-a', 'once-b', 'once-c'].map((id) => store().runs.open(makeRun(id, due))));
      expect(asked.filter(({ created }) => created)).toHaveLength(1);
      expect(new Set(asked.map(({ run }) => run.id)).size).toBe(1);
      const another = await store().runs.open(makeRun('once-d', { ...due, dueAt: march(4) }));
      expect(another.created).toBe(true);
    });

    it('runs that nobody scheduled do not stand in each other’s way', async () => {
      expect((await store().runs.open(makeRun('free-a'))).created).toBe(true);
      expect((await store().runs.open(makeRun('free-b'))).created).toBe(true);
    });

    it('a run asked for again after its answer was lost still counts as made by its asker', async () => {
      const run = makeRun('lost', { schedule: 'weekly', dueAt: march(3) });
      await store().runs.open(run);
      expect(await store().runs.open(run)).toEqual({ run, created: true });
    });

    it('a run comes back as it was put in and as it was changed', async () => {
      const run = makeRun('round', { deadline: march(2), error: quoted('a\u0000b “引号” \\u0000') });
      await store().runs.open({ ...run, error: null });
      await store().runs.update('round', {
        error: run.error,
        deadline: run.deadline,
        traffic: { requests: 3, notModified: 2, bytes: 9e12 },
      });
      expect(await store().runs.get('round')).toEqual({
        ...run,
        error: quoted('a\ufffdb “引号” \\u0000'),
        traffic: { requests: 3, notModified: 2, bytes: 9e12 },
      });
      expect(await store().runs.get('nobody')).toBeNull();
    });

    it('runs are listed newest first', async () => {
      await store().runs.open(makeRun('old', { startedAt: new Date('1999-01-01T00:00:00Z') }));
      await store().runs.open(makeRun('new', { startedAt: new Date('2099-01-01T00:00:00Z') }));
      expect((await store().runs.list(1)).map(({ id }) => id)).toEqual(['new']);
      expect((await store().runs.list(1000)).at(-1)?.id).toBe('old');
    });

    it('the last audit is the last of the whole estate that is over and did not fail', async () => {
      const put = (id: string, hour: number, given: object) =>
        store().runs.open(makeRun(id, { startedAt: new Date(Date.UTC(2100, 0, 1, hour)), finishedAt: march(1), state: 'done', ...given }));
      await put('whole', 1, {});
      await put('narrowed', 2, { narrowed: true });
      await put('crawl', 3, { kind: 'crawl' });
      await put('failed', 4, { state: 'failed' });
      await put('under way', 5, { state: 'running', finishedAt: null });
      expect((await store().runs.lastAudit())?.id).toBe('whole');
    });

    it('a planned column stays planned once and gets its outcome with its reading', async () => {
      await store().runs.open(makeRun('plan'));
      const planned = ['a', 'b'].map((column) => ({ site: 'planned', column }));
      await store().runs.plan('plan', planned);
      await store().columns.record(
        makeResult({ run: 'plan', site: 'planned', column: 'a', at: march(2), outcome: 'timeout', reason: 'unreachable' }, []),
      );
      await store().runs.plan('plan', [...planned, { site: 'planned', column: 'c' }]);
      expect(await store().runs.targets('plan')).toEqual([
        { run: 'plan', site: 'planned', column: 'a', outcome: 'timeout', recordedAt: march(2) },
        { run: 'plan', site: 'planned', column: 'b', outcome: null, recordedAt: null },
        { run: 'plan', site: 'planned', column: 'c', outcome: null, recordedAt: null },
      ]);
    });

    it('what was read in a run is not undone by a worker that was cut off, whichever of both comes later', async () => {
      await store().runs.open(makeRun('hung'));
      await store().runs.plan(
        'hung',
        ['before', 'after'].map((column) => ({ site: 'hung', column })),
      );
      const ends = (column: string, hour: number, outcome: 'ok' | 'interrupted') =>
        store().columns.record(makeResult({ run: 'hung', site: 'hung', column, at: new Date(Date.UTC(2024, 2, 1, hour)), outcome }, []));
      await ends('before', 1, 'ok');
      await ends('before', 2, 'interrupted');
      await ends('after', 2, 'interrupted');
      await ends('after', 1, 'ok');
      expect((await store().runs.targets('hung')).map(({ outcome }) => outcome)).toEqual(['ok', 'ok']);
      for (const column of ['before', 'after']) expect(await store().columns.history('hung', column, 5)).toMatchObject([{ outcome: 'ok' }]);
    });

    it('a site’s record is the run’s own or, for a moment, that of the last run up to it', async () => {
      const record = (run: string, day: number): SiteRecord => ({
        run,
        site: 'recorded',
        at: march(day),
        status: 'partial',
        reason: { zh: '部分栏目读不到', en: 'some columns were not read' },
        tlsFallback: true,
        finalUrl: 'https://recorded.example/',
        homeUpdatedOn: '2024-02-29',
        homeReadAt: march(day),
        elements: null,
        traffic: { requests: 5, notModified: 4, bytes: 1000 },
      });
      for (const day of [5, 6]) {
        await store().runs.open(makeRun(`site-${day}`, { asOf: march(day) }));
        await store().runs.recordSite(record(`site-${day}`, 1));
        await store().runs.recordSite(record(`site-${day}`, day));
      }
      const own = async (query: { run?: string; asOf?: Date }) =>
        (await store().runs.sites(query)).filter(({ site }) => site === 'recorded');
      expect(await own({ run: 'site-5' })).toEqual([record('site-5', 5)]);
      expect(await own({ asOf: march(5) })).toEqual([record('site-5', 5)]);
      expect(await own({})).toEqual([record('site-6', 6)]);
      expect(await own({ asOf: march(4) })).toEqual([]);
    });

    it('of many who would drive a run at once one does, whichever came first', async () => {
      const { runs } = store();
      await runs.open(makeRun('wanted'));
      const holders = ['one', 'two', 'three'];
      const answers = await Promise.all(holders.map((holder) => runs.hold('wanted', holder, 60_000)));
      expect(answers.filter(Boolean)).toHaveLength(1);
      expect(await Promise.all(holders.map((holder) => runs.hold('wanted', holder, 60_000)))).toEqual(answers);
    });

    it('a run is driven by one process at a time, until that is silent for too long or lets it go', async () => {
      const { runs } = store();
      await runs.open(makeRun('held'));
      expect(await runs.hold('held', 'one', 60_000)).toBe(true);
      expect(await runs.hold('held', 'one', 60_000)).toBe(true);
      expect(await runs.hold('held', 'two', 60_000)).toBe(false);
      expect(await runs.hold('held', 'two', 0)).toBe(true);
      expect(await runs.hold('held', 'one', 60_000)).toBe(false);
      await runs.letGo('held', 'one');
      expect(await runs.hold('held', 'one', 60_000)).toBe(false);
      await runs.letGo('held', 'two');
      expect(await runs.hold('held', 'one', 60_000)).toBe(true);
      expect((await runs.interruptGone(60_000)).map(({ id }) => id)).not.toContain('held');
      expect((await runs.interruptGone(0)).find(({ id }) => id === 'held')).toMatchObject({
        state: 'interrupted',
        finishedAt: expect.any(Date),
      });
      await runs.update('held', { state: 'done' });
      expect(await runs.hold('held', 'one', 60_000)).toBe(false);
    });

    it('a site’s traffic is that of all tries, however often one of them is told', async () => {
      const { runs } = store();
      await runs.open(makeRun('costly'));
      for (const requests of [1, 2, 2]) await runs.recordTraffic('costly', 'a', 'first', { requests, notModified: 1, bytes: 5e12 });
      await runs.recordTraffic('costly', 'a', 'second', { requests: 4, notModified: 0, bytes: 1 });
      await runs.recordTraffic('costly', 'b', 'first', { requests: 8, notModified: 0, bytes: 0 });
      expect(await runs.traffic('costly', 'a')).toEqual({ requests: 6, notModified: 1, bytes: 5e12 + 1 });
      expect(await runs.traffic('costly')).toMatchObject({ requests: 14 });
      expect(await runs.traffic('costly', 'nowhere')).toEqual({ requests: 0, notModified: 0, bytes: 0 });
    });

    it('a reading belongs to a run: one of a run that does not exist is refused', async () => {
      await expect(store().columns.record(makeResult(makeReading({ run: 'never-made' }), []))).rejects.toThrow(/readings/);
    });
  });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { closeRun } from '../../jobs/run/close.ts';
import { lastCall, readingEnd } from '../../jobs/run/deadline.ts';
import { openRun, type RunOrder } from '../../jobs/run/order.ts';
import { planRun, targetsOf } from '../../jobs/run/plan.ts';
import { holdRun } from '../../jobs/run/run-hold.ts';
import { runsUnderWay } from '../../jobs/run/under-way.ts';
import { recordUnread } from '../../jobs/run/unread.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import type { Quarantined } from '../../src/config/estate.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import type { RunRecord } from '../../src/model/records.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { column, estate, noon, site } from '../timeliness/estate.ts';

/** What of a run's life needs neither queue nor sites: its order, plan, hold and close. */
const NOW = noon('2018-06-04');
const ASKED: RunOrder = { kind: 'crawl', driver: 'inline', asOf: NOW, narrowing: {}, due: null, deadline: null };
const SITES = [
  site([column('tzgg'), column('nb', { unit: 'town' })]),
  site([column('dt', { site: 'water' }), column('cg', { site: 'water' })], { id: 'water', unit: 'water', url: 'http://water.test/' }),
];
const NOTHING_FAILED = { failures: new Map(), narrowing: {}, interrupted: false };

const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-plan-'));
let store: OpenedStore;
beforeAll(async () => {
  store = await openStore({ dataDir, clock: systemClock, randomness: systemRandomness });
});
afterAll(async () => {
  await store.close();
  rmSync(dataDir, { recursive: true });
});

let seconds = 0;
/** A workshop whose clock goes on by a second whenever somebody looks. */
function workshop(of: { sites?: typeof SITES; quarantined?: readonly Quarantined[]; revision?: number } = {}): Workshop {
  const { sites = SITES, quarantined = [], revision = null } = of;
  const config = { estate: estate(sites), quarantined, revision };
  return {
    config,
    store,
    clock: { ...systemClock, now: () => new Date(NOW.getTime() + ++seconds * 1000) },
    randomness: systemRandomness,
  } as unknown as Workshop;
}

const outcomes = async (run: RunRecord) =>
  Object.fromEntries((await store.runs.targets(run.id)).map(({ site, column, outcome }) => [`${site}/${column}`, outcome]));

describe('the order of a run', () => {
  it('of a person is a run each time, of a due time one however often it is asked for', async () => {
    const [one, other] = [await openRun(workshop(), ASKED), await openRun(workshop(), ASKED)];
    expect(one.id).not.toBe(other.id);
    const due = { schedule: 'nightly-audit', dueAt: noon('2018-06-03'), deadline: noon('2018-06-04') };
    const asked = await Promise.all([1, 2, 3].map(() => openRun(workshop(), { ...ASKED, driver: 'queue', due })));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    expect(asked[0]).toMatchObject({ schedule: 'nightly-audit', state: 'planned', finishedAt: null });
  });

  it.each([{ sites: ['water'] }, { units: ['town'] }, { columns: ['tzgg'] }])(
    'for %j is narrowed, so that nothing follows for the rest',
    async (narrowing) => {
      expect((await openRun(workshop(), { ...ASKED, narrowing })).narrowed).toBe(true);
    },
  );

  it('for nothing in particular is for all', async () => {
    expect((await openRun(workshop(), { ...ASKED, narrowing: { sites: [], units: [], columns: [] } })).narrowed).toBe(false);
  });
});

describe('the plan of a run', () => {
  it('is every column of every site, in the estate’s order, and the same when it is made twice', async () => {
    const run = await openRun(workshop(), ASKED);
    const first = await planRun(workshop(), run, {});
    const second = await planRun(workshop(), run, {});
    expect(second).toEqual(first);
    expect(first.map((task) => [task.site.id, task.columns?.map(({ id }) => id)])).toEqual([
      ['portal', ['tzgg', 'nb']],
      ['water', ['dt', 'cg']],
    ]);
    expect(await outcomes(run)).toEqual({ 'portal/tzgg': null, 'portal/nb': null, 'water/dt': null, 'water/cg': null });
  });

  it('made again keeps what was recorded already', async () => {
    const run = await openRun(workshop(), ASKED);
    await planRun(workshop(), run, {});
    await recordUnread(workshop(), run, { site: 'portal', column: 'nb' }, 'timeout', null);
    await planRun(workshop(), run, {});
    expect(await outcomes(run)).toMatchObject({ 'portal/nb': 'timeout', 'portal/tzgg': null });
  });

  it('of a unit is its columns, wherever they stand, and no site without any', async () => {
    const run = await openRun(workshop(), ASKED);
    const tasks = await planRun(workshop(), run, { units: ['town'] });
    expect(tasks.map((task) => [task.site.id, task.columns?.map(({ id }) => id)])).toEqual([['portal', ['nb']]]);
    expect(await outcomes(run)).toEqual({ 'portal/nb': null });
  });

  it('of a site whose columns nobody knows yet is a visit without targets', async () => {
    const sites = [site([], { id: 'unknown', url: 'http://unknown.test/', columns: null })];
    const tasks = await planRun(workshop({ sites }), await openRun(workshop(), ASKED), {});
    expect(tasks).toMatchObject([{ site: { id: 'unknown' }, columns: null }]);
    expect(targetsOf([{ site: sites[0]!, columns: null }])).toEqual([]);
  });

  it('names what the configuration has wrong as a result of its own, and goes on with the others', async () => {
    const problem = {
      file: 'estate.yaml',
      line: 14,
      column: 9,
      key: 'sites[0].columns[2].period',
      expected: { zh: '应为时长', en: 'a period' },
      mend: { zh: '例如 P6M', en: 'for example P6M' },
    };
    const faulty: Quarantined[] = [
      { site: 'portal', column: 'fgwj', problems: [problem] },
      { site: null, column: null, problems: [problem] },
    ] as unknown as Quarantined[];
    const run = await openRun(workshop(), ASKED);
    const tasks = await planRun(workshop({ quarantined: faulty }), run, {});
    expect(tasks).toHaveLength(2);
    expect(await outcomes(run)).toMatchObject({ 'portal/fgwj': 'misconfigured', 'portal/tzgg': null });
    const [reading] = (await store.columns.readings(NOW)).filter((one) => one.run === run.id && one.column === 'fgwj');
    expect(reading?.detail).toEqual({ zh: 'estate.yaml:14:9：应为时长；例如 P6M', en: 'estate.yaml:14:9: a period; for example P6M' });
  });

  it('of columns that are tried again is those columns, and nothing is added', async () => {
    const run = await openRun(workshop(), { ...ASKED, driver: 'queue' });
    await store.runs.plan(run.id, [{ site: 'water', column: 'cg' }]);
    const tasks = await planRun(workshop(), run, {});
    expect(tasks.map((task) => [task.site.id, task.columns?.map(({ id }) => id)])).toEqual([['water', ['cg']]]);
    expect(await outcomes(run)).toEqual({ 'water/cg': null });
  });
});

describe('a column that came to nothing', () => {
  it('is recorded as unread and unsure, never as blank', async () => {
    const run = await openRun(workshop(), ASKED);
    await planRun(workshop(), run, {});
    await recordUnread(workshop(), run, { site: 'water', column: 'dt' }, 'timeout', { zh: '超时', en: 'timed out' });
    const [reading] = (await store.columns.readings(NOW)).filter((one) => one.run === run.id);
    expect(reading).toMatchObject({ reason: 'unreachable', complete: false, certainty: 'unsure', evidence: null });
  });
});

describe('the close of a run', () => {
  it('gives every column that nobody came to its outcome, with the fault of ours that kept it from being read', async () => {
    const run = await openRun(workshop(), ASKED);
    await planRun(workshop(), run, {});
    await recordUnread(workshop(), run, { site: 'water', column: 'dt' }, 'timeout', null);
    const failures = new Map([['portal', { zh: '磁盘已满', en: 'the disk is full' }]]);
    const closed = await closeRun(workshop(), run.id, { ...NOTHING_FAILED, failures });
    expect(closed).toMatchObject({ judged: null, run: { state: 'done', failed: 4, finishedAt: expect.any(Date), error: null } });
    expect(await outcomes(run)).toEqual({
      'portal/tzgg': 'not-reached',
      'portal/nb': 'not-reached',
      'water/dt': 'timeout',
      'water/cg': 'not-reached',
    });
    const details = (await store.columns.readings(NOW)).filter((one) => one.run === run.id).map(({ site, detail }) => [site, detail?.en]);
    expect(details.filter(([site]) => site === 'portal')).toEqual([
      ['portal', 'the disk is full'],
      ['portal', 'the disk is full'],
    ]);
    expect(details.filter(([, detail]) => detail === undefined)).toHaveLength(2);
  });

  it('done twice is done once', async () => {
    const run = await openRun(workshop(), ASKED);
    await planRun(workshop(), run, {});
    const first = await closeRun(workshop(), run.id, NOTHING_FAILED);
    expect(await closeRun(workshop(), run.id, NOTHING_FAILED)).toEqual({ run: await store.runs.get(run.id), judged: null });
    expect(first.run.failed).toBe(4);
  });

  it('that was stopped leaves the rest to whoever goes on', async () => {
    const run = await openRun(workshop(), ASKED);
    await planRun(workshop(), run, {});
    const stopped = await closeRun(workshop(), run.id, { ...NOTHING_FAILED, interrupted: true });
    expect(stopped.run.state).toBe('interrupted');
    expect(Object.values(await outcomes(run))).toEqual([null, null, null, null]);
  });

  it('of a cancelled run says so, although it was stopped too, and judges nothing', async () => {
    const run = await openRun(workshop(), ASKED);
    await planRun(workshop(), run, {});
    await store.runs.update(run.id, { state: 'cancelled' });
    const closed = await closeRun(workshop(), run.id, { ...NOTHING_FAILED, interrupted: true });
    expect(closed).toMatchObject({ judged: null, run: { state: 'cancelled', failed: 4 } });
  });

  it('tells with the run what of the configuration was set aside', async () => {
    const quarantined = [
      { site: 'portal', column: null, problems: [{ file: 'estate.yaml', key: 'sites[0].url' }] },
    ] as unknown as Quarantined[];
    const run = await openRun(workshop(), ASKED);
    const closed = await closeRun(workshop({ quarantined }), run.id, NOTHING_FAILED);
    expect(closed.run.error?.zh).toContain('配置有 1 处有误，已搁置：sites[0].url');
  });

  it('of a run that never was is a fault, told by its id', async () => {
    await expect(closeRun(workshop(), 'nobody', NOTHING_FAILED)).rejects.toThrow('no run nobody');
  });
});

describe('runs under way', () => {
  it('are the queue’s that are not over: a person’s own process sees to its own', async () => {
    const [own, queued, over] = [
      await openRun(workshop(), ASKED),
      await openRun(workshop(), { ...ASKED, driver: 'queue' }),
      await openRun(workshop(), { ...ASKED, driver: 'queue' }),
    ];
    await store.runs.update(over.id, { state: 'done', finishedAt: NOW });
    const ids = (await runsUnderWay(store)).map(({ id }) => id);
    expect([own, queued, over].map(({ id }) => ids.includes(id))).toEqual([false, true, false]);
  });
});

describe('the hold on a run', () => {
  /** A clock whose waits end when a test says so. */
  function beating() {
    const waits: (() => void)[] = [];
    const sleep = (_ms: number, signal?: AbortSignal) =>
      new Promise<void>((resolve) => {
        waits.push(resolve);
        signal?.addEventListener('abort', () => resolve(), { once: true });
      });
    return { ports: { ...workshop(), clock: { now: () => NOW, sleep } }, beat: () => waits.shift()?.() };
  }
  const timing = { beatMs: 1, goneMs: 60_000 };

  it('is one process’s at a time, and free again when that lets go', async () => {
    const run = await openRun(workshop(), ASKED);
    const first = await holdRun(beating().ports, run, timing);
    expect(await holdRun(beating().ports, run, timing)).toBeNull();
    expect(await first!.isOurs()).toBe(true);
    await first!.letGo();
    const second = await holdRun(beating().ports, run, timing);
    expect(second).not.toBeNull();
    await second!.letGo();
  });

  it('is taken from a process that was not seen for long, which hears of it at its next beat', async () => {
    const run = await openRun(workshop(), ASKED);
    const { ports, beat } = beating();
    const still = (await holdRun(ports, run, timing))!;
    await new Promise((resolve) => setTimeout(resolve, 20));
    const taker = (await holdRun(beating().ports, run, { ...timing, goneMs: 5 }))!;
    expect(await still.isOurs()).toBe(false);
    const heard = new Promise((resolve) => still.lost.addEventListener('abort', resolve));
    beat();
    await heard;
    await still.letGo();
    expect(await taker.isOurs()).toBe(true);
    await taker.letGo();
  });

  it('is not to be had of a run that is over', async () => {
    const run = await openRun(workshop(), ASKED);
    await closeRun(workshop(), run.id, NOTHING_FAILED);
    expect(await holdRun(beating().ports, run, timing)).toBeNull();
  });
});

describe('the end of reading', () => {
  const run = (minutes: number | null) => ({
    startedAt: NOW,
    deadline: minutes === null ? null : new Date(NOW.getTime() + minutes * 60_000),
  });
  const leftAt = (end: Date | null, minutes: number) => (NOW.getTime() + minutes * 60_000 - end!.getTime()) / 60_000;

  it('leaves a twentieth of the time for judging, and ten minutes at most', () => {
    expect(leftAt(readingEnd(run(60)), 60)).toBe(3);
    expect(leftAt(readingEnd(run(600)), 600)).toBe(10);
    expect(leftAt(lastCall(run(60)), 60)).toBe(1.5);
  });

  it('of a run without a deadline does not come, and of one that is late is the deadline itself', () => {
    expect([readingEnd(run(null)), lastCall(run(null))]).toEqual([null, null]);
    expect(readingEnd(run(-5))).toEqual(run(-5).deadline);
  });
});

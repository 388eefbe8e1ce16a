import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cancelRun } from '../../jobs/run/cancel.ts';
import { retryRun } from '../../jobs/run/retry.ts';
import { startAskedRun, startDueRun } from '../../jobs/run/start.ts';
import { keepRepeatingJobs } from '../../jobs/worker/repeating-jobs.ts';
import type { County } from './county.ts';
import { openCountyAtWork } from './county-at-work.ts';
import { census, dueNow, type Hands, openHands, overRun, scratchEstate, shiftedTo, until } from './hands.ts';

/** A run over the embedded queue, one case after the other on one store. */
describe('a run', () => {
  let county: County;
  let hands: Hands;
  let close: () => Promise<void>;
  let refusing = new Set<number>();

  beforeAll(async () => {
    ({ county, hands, close } = await openCountyAtWork({
      sites: 6,
      columns: 4,
      rows: 5,
      manner: (site) => (refusing.has(site) ? 'refuse' : 'well'),
    }));
  });
  afterAll(() => close());

  it('reads every planned column, judges, and is done', async () => {
    const crew = hands.work();
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    const ended = await overRun(hands.store, run.id);
    await crew.stop();
    expect(ended).toMatchObject({ state: 'done', failed: 0, error: null });
    expect(await census(hands.store, run.id)).toEqual({ outcomes: { read: 24 }, items: 120, sightings: 120, wrong: 0, half: 0 });
    expect((await hands.store.findings.list(run.id)).length).toBeGreaterThan(0);
    expect(ended.traffic.requests).toBe(county.asked.length);
  });

  it('asks for one page a column where nothing is new', async () => {
    const before = county.asked.length;
    const crew = hands.work();
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    const ended = await overRun(hands.store, run.id);
    await crew.stop();
    expect(ended.traffic).toMatchObject({ requests: 24, notModified: 24 });
    expect(county.asked.length - before).toBe(24);
  });

  it('that somebody asks for while one is under way is the one under way', async () => {
    const flows = hands.queues.flows();
    const first = await startAskedRun(hands.workshop, flows);
    expect(await startAskedRun(hands.workshop, flows)).toMatchObject({ id: first.id, narrowed: false });
    const crew = hands.work();
    await overRun(hands.store, first.id);
    await crew.stop();
    expect((await hands.store.runs.lastAudit())?.id).toBe(first.id);
  });

  it('of one column or site reads that one, and nothing else', async () => {
    const crew = hands.work();
    for (const [narrowing, planned] of [
      [{ sites: ['s2'], columns: ['c1'] }, 1],
      [{ sites: ['s3'] }, 4],
    ] as const) {
      const before = county.asked.length;
      const run = await startAskedRun(hands.workshop, hands.queues.flows(), narrowing);
      expect(await overRun(hands.store, run.id)).toMatchObject({ state: 'done', narrowed: true });
      expect((await hands.store.runs.targets(run.id)).map(({ site }) => site)).toEqual(Array(planned).fill(narrowing.sites[0]));
      expect(county.asked.length - before).toBe(planned);
    }
    await crew.stop();
  });

  it('exists once for a schedule and due time, however often it is asked for', async () => {
    const due = dueNow();
    const flows = hands.queues.flows();
    const asked = await Promise.all(Array.from({ length: 5 }, () => startDueRun(hands.workshop, flows, due)));
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    const before = county.asked.length;
    const crew = hands.work();
    await overRun(hands.store, asked[0]!.id);
    const again = await startDueRun(hands.workshop, flows, due);
    await crew.stop();
    expect(again).toMatchObject({ id: asked[0]!.id, state: 'done' });
    expect(county.asked.length - before).toBe(24);
  });

  it('ends by its deadline with an outcome for every planned column, also for those nobody came to', async () => {
    county.slow(600);
    const due = dueNow(3_000);
    const crew = hands.work({ sitesAtOnce: 1 });
    const run = await startDueRun(hands.workshop, hands.queues.flows(), due);
    const ended = await overRun(hands.store, run.id);
    await crew.stop();
    county.slow(0);
    expect(ended.state).toBe('done');
    expect(ended.finishedAt!.getTime()).toBeLessThan(due.deadline.getTime() + 20_000);
    const { outcomes } = await census(hands.store, run.id);
    expect(Object.values(outcomes).reduce((sum, count) => sum + count)).toBe(24);
    expect(outcomes['not-reached']).toBeGreaterThan(0);
    expect(outcomes.none).toBeUndefined();
    expect(ended.failed).toBeGreaterThan(0);
  });

  it('is cancelled with what was read kept', async () => {
    county.slow(400);
    const crew = hands.work({ sitesAtOnce: 1 });
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    await until(async () => (await hands.store.runs.targets(run.id)).some(({ outcome }) => outcome !== null));
    expect(await cancelRun(hands.workshop, run)).toBe(true);
    const ended = await overRun(hands.store, run.id);
    await crew.stop();
    county.slow(0);
    expect(ended.state).toBe('cancelled');
    const { outcomes } = await census(hands.store, run.id);
    expect(outcomes.read).toBeGreaterThan(0);
    expect(outcomes['not-reached']).toBeGreaterThan(0);
    expect(await cancelRun(hands.workshop, ended)).toBe(false);
  });

  it('has its failed columns read again, and no others', async () => {
    refusing = new Set([1, 4]);
    const crew = hands.work();
    const run = await startDueRun(hands.workshop, hands.queues.flows(), dueNow());
    expect(await overRun(hands.store, run.id)).toMatchObject({ state: 'done', failed: 8 });
    refusing = new Set();
    const before = county.asked.length;
    const again = await retryRun(hands.workshop, hands.queues.flows(), run);
    expect(await overRun(hands.store, again!.id)).toMatchObject({ state: 'done', failed: 0, schedule: null });
    await crew.stop();
    expect(new Set(county.asked.slice(before).map(({ site }) => site))).toEqual(new Set(['s1', 's4']));
    expect((await census(hands.store, again!.id)).outcomes).toEqual({ read: 8 });
    expect(await retryRun(hands.workshop, hands.queues.flows(), again!)).toBeNull();
  });

  it('waits with a site until its window opens, and says of one whose window does not that nobody came to it', async () => {
    const crawl = (window: string) => `    crawl: { window: "${window}" }\n`;
    const own = scratchEstate(
      county.estate
        .replace('    name: 网站2\n', `    name: 网站2\n${crawl('18:00-08:00')}`)
        .replace('    name: 网站3\n', `    name: 网站3\n${crawl('02:00-03:00')}`),
    );
    const evening = shiftedTo('2018-06-04T17:59:56+08:00');
    const other = await openHands(own, { clock: evening });
    const before = county.asked.length;
    other.work();
    const run = await startDueRun(other.workshop, other.queues.flows(), dueNow(600_000, evening));
    expect(await overRun(other.store, run.id)).toMatchObject({ state: 'done', failed: 4 });
    const visits = (await other.store.columns.readings(new Date('2019-01-01T00:00:00Z'))).filter(({ outcome }) => outcome === 'ok');
    expect(visits.filter(({ site }) => site === 's2').every(({ at }) => at >= new Date('2018-06-04T18:00:00+08:00'))).toBe(true);
    expect((await census(other.store, run.id)).outcomes).toEqual({ read: 20, 'not-reached': 4 });
    expect(new Set(county.asked.slice(before).map(({ site }) => site))).toEqual(new Set(['s0', 's1', 's2', 's4', 's5']));
    await other.close();
    own.remove();
  });

  it('leaves only the schedulers that are known in the queue', async () => {
    const queue = hands.queues.queue('gongkai-runs');
    await queue.upsertJobScheduler('of-an-older-version', { every: 3_600_000 }, { name: 'of-an-older-version', data: {} });
    await keepRepeatingJobs(hands.queues);
    await keepRepeatingJobs(hands.queues);
    expect((await queue.getJobSchedulers()).map(({ key }) => key)).toEqual(['every-minute']);
    await queue.removeJobScheduler('every-minute');
  });
});

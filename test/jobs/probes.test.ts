import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { probePlan, slotsBetween } from '../../jobs/probes/plan.ts';
import { isVantage, probeJobs, startProbing } from '../../jobs/probes/probing.ts';
import { probeDue, probeNow } from '../../jobs/probes/round.ts';
import { openQueues } from '../../jobs/queue/open-queues.ts';
import { putBack } from '../../jobs/worker/repeating-jobs.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import type { Config } from '../../src/config/load.ts';
import { type Clock, systemClock } from '../../src/model/clock.ts';
import { startOfDay } from '../../src/model/day.ts';
import type { Site } from '../../src/model/estate.ts';
import type { Probe } from '../../src/model/probes.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import type { ReachabilityRule } from '../../src/model/rules.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { aDoor, serve } from '../door/support.ts';
import { rule as base, estate, pack, site } from '../timeliness/estate.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const rule: ReachabilityRule = {
  ...base,
  kind: 'check',
  check: 'reachability',
  id: 'reachability',
  name: '',
  days: 7,
  visitsPerDay: 20,
  seconds: 1,
  failedShare: 0.05,
};

describe('the plan of visits', () => {
  const plan = probePlan(rule, ZONE);

  it('makes a fifth more visits than the rule wants, evenly spaced, the same at every vantage', () => {
    const midnight = startOfDay(ZONE, '2018-12-25');
    const slots = slotsBetween('portal', midnight, startOfDay(ZONE, '2018-12-26'), plan);
    expect(slots).toHaveLength(24);
    expect(new Set(slots.slice(1).map((slot, index) => slot.getTime() - slots[index]!.getTime()))).toEqual(new Set([HOUR]));
    expect(slotsBetween('portal', midnight, startOfDay(ZONE, '2018-12-26'), plan)).toEqual(slots);
  });

  it('spreads sites over the hour', () => {
    const minutes = Array.from({ length: 600 }, (_, index) => {
      const [first] = slotsBetween(`site-${index}`, startOfDay(ZONE, '2018-12-25'), startOfDay(ZONE, '2018-12-26'), plan);
      return Math.floor((first!.getTime() - startOfDay(ZONE, '2018-12-25').getTime()) / 60_000);
    });
    const busiest = Math.max(...Array.from({ length: 60 }, (_, minute) => minutes.filter((one) => one === minute).length));
    expect(busiest).toBeLessThan(30);
  });

  it('loses no visit and makes none twice where one stretch ends and the next begins, also over summer time', () => {
    const begin = startOfDay('Europe/Berlin', '2018-10-26').getTime();
    const instant = fc.integer({ min: 0, max: 5 * 24 * 3600 }).map((seconds) => new Date(begin + seconds * 1000));
    fc.assert(
      fc.property(fc.array(instant, { minLength: 3, maxLength: 3 }), fc.string(), (instants, id) => {
        const [from, middle, to] = instants.sort((a, b) => a.getTime() - b.getTime()) as [Date, Date, Date];
        const berlin = probePlan(rule, 'Europe/Berlin');
        expect([...slotsBetween(id, from, middle, berlin), ...slotsBetween(id, middle, to, berlin)]).toEqual(
          slotsBetween(id, from, to, berlin),
        );
      }),
      { numRuns: 100 },
    );
    const wholeDay = slotsBetween(
      'portal',
      startOfDay('Europe/Berlin', '2018-10-28'),
      startOfDay('Europe/Berlin', '2018-10-29'),
      probePlan(rule, 'Europe/Berlin'),
    );
    expect(wholeDay).toHaveLength(24);
  });

  it('takes only names for vantages that fit into the name of a queue', () => {
    expect(['main', 'mobile-1', 'dx.hubei'].map(isVantage)).toEqual([true, true, true]);
    expect(['', 'a:b', '移动', '-a', 'x'.repeat(60)].map(isVantage)).toEqual([false, false, false, false, false]);
  });
});

describe('visiting home pages', () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-probes-'));
  let store: OpenedStore;
  let now = systemClock.now();
  const clock: Clock = { now: () => now, sleep: async () => undefined };
  const stop = new AbortController();
  const order = (vantage: string, signal = stop.signal) => ({ rule, vantage, signal });

  beforeAll(async () => {
    store = await openStore({ dataDir, clock: systemClock, randomness: systemRandomness });
  });
  afterAll(async () => {
    await store.close();
    rmSync(dataDir, { recursive: true });
  });
  afterEach(() => {
    now = addHours(now, 24);
  });

  const addHours = (instant: Date, hours: number) => new Date(instant.getTime() + hours * HOUR);
  const at = (id: string, url: string): Site => site([], { id, url });
  const workshop = (sites: readonly Site[], given: Partial<Workshop> = {}): Workshop => ({
    config: { estate: estate(sites), pack: pack([rule]) } as Config,
    store,
    door: aDoor(),
    readers: null as never,
    classifier: null as never,
    clock,
    randomness: systemRandomness,
    ...given,
  });

  it('each slot is visited once by each vantage, with what came of it', async () => {
    const good = await serve((_, response) => response.end('<html>你好</html>'));
    const broken = await serve((_, response) => response.writeHead(500).end());
    const shop = workshop([at('good', `${good.url}/`), at('broken', `${broken.url}/`)]);
    const first = slotsBetween('good', now, addHours(now, 2), probePlan(rule, ZONE))[0]!;
    now = new Date(first.getTime() + 1000);
    const made = await probeDue(shop, order('main'));
    expect(made.find(({ site }) => site === 'good')).toMatchObject({ vantage: 'main', slot: first, outcome: 'ok', detail: null });
    expect((await probeDue(shop, order('main'))).map(({ site }) => site)).toEqual([]);
    expect((await probeDue(shop, order('second'))).map(({ site }) => site)).toContain('good');
    expect(good.asked.filter((path) => path === '/')).toHaveLength(2);
    const kept = await store.probes.list({ from: first, to: first, site: 'good' });
    expect(kept.map(({ vantage }) => vantage)).toEqual(['main', 'second']);
    await probeNow(shop, shop.config.estate.sites, order('third'));
    expect(await store.probes.list({ from: addHours(now, -2), to: now, site: 'broken', vantage: 'third' })).toMatchObject([
      { outcome: 'server-error' },
    ]);
  });

  it('a page that does not come within the limit of the rule is too late, and is not asked for again', async () => {
    const slow = await serve(
      (request, response) => void (request.url === '/' ? setTimeout(() => response.end('late'), 5000) : response.writeHead(404).end()),
    );
    const [probe] = await probeNow(workshop([at('slow', `${slow.url}/`)]), [at('slow', `${slow.url}/`)], order('main'));
    expect(probe).toMatchObject({ outcome: 'timeout' });
    expect(probe?.milliseconds).toBeGreaterThanOrEqual(900);
    expect(slow.asked.filter((path) => path === '/')).toHaveLength(1);
  });

  it('the time that a page took is the site’s, without our own waiting for a turn', async () => {
    const quick = await serve((_, response) => response.end('quick'));
    const unhurried = { ...at('paced', `${quick.url}/`), crawl: { ...at('x', '').crawl, requestsPerSecond: 2, respectRobots: false } };
    const shop = workshop([unhurried], { door: aDoor({ clock: systemClock }) });
    const [, second] = [await probeNow(shop, [unhurried], order('one')), await probeNow(shop, [unhurried], order('two'))];
    expect(second[0]?.outcome).toBe('ok');
    expect(second[0]?.milliseconds).toBeLessThan(400);
  });

  it('a site that forbids its home page by robots.txt is not visited', async () => {
    const closed = await serve((request, response) => response.end(request.url === '/robots.txt' ? 'User-agent: *\nDisallow: /' : 'home'));
    const [probe] = await probeNow(workshop([at('closed', `${closed.url}/`)]), [at('closed', `${closed.url}/`)], order('main'));
    expect(probe).toMatchObject({ outcome: 'forbidden-by-robots' });
    expect(closed.asked).toEqual(['/robots.txt']);
  });

  it('asking again and again gives a moment no more weight', async () => {
    const dead = at('dead', 'http://127.0.0.1:9/');
    const shop = workshop([dead]);
    const [one] = await probeNow(shop, [dead], order('main'));
    const [two] = await probeNow(shop, [dead], order('main'));
    expect(one).toMatchObject({ outcome: 'unreachable' });
    expect(two?.slot).toEqual(one?.slot);
    expect(await store.probes.list({ from: one!.slot, to: now, site: 'dead' })).toHaveLength(1);
  });

  it('a visit that we broke off is not kept', async () => {
    const silent = await serve(() => undefined);
    const shop = workshop([at('silent', `${silent.url}/`)]);
    const leaving = new AbortController();
    const made = probeNow(shop, shop.config.estate.sites, order('main', leaving.signal));
    setTimeout(() => leaving.abort(), 100);
    expect(await made).toEqual([]);
    expect(await store.probes.list({ from: addHours(now, -2), to: now, site: 'silent' })).toEqual([]);
  });

  it('a worker visits by itself, through the queue, and drops visits whose time is over', async () => {
    const home = await serve((_, response) => response.end('<html></html>'));
    const shop = workshop([at('queued', `${home.url}/`)]);
    const [slot] = slotsBetween('queued', now, addHours(now, 2), probePlan(rule, ZONE));
    now = new Date(slot!.getTime() + 1000);
    const old: Probe = {
      site: 'queued',
      vantage: 'main',
      slot: addHours(now, -24 * 101),
      at: now,
      outcome: 'ok',
      milliseconds: 1,
      detail: null,
    };
    await store.probes.record([old]);
    const queues = await openQueues({ queueUrl: null, store, onError: () => undefined });
    try {
      await putBack(queues, probeJobs(shop, 'main'));
      const made = await new Promise<readonly Probe[]>((resolve) => {
        startProbing(shop, queues, { vantage: 'main', signal: stop.signal, made: resolve });
      });
      expect(made).toMatchObject([{ site: 'queued', slot, outcome: 'ok' }]);
      await expect.poll(() => store.probes.list({ from: addHours(now, -24 * 200), to: addHours(now, -24), site: 'queued' })).toEqual([]);
    } finally {
      await queues.close();
    }
  });

  it('a pack that asks for no visits makes none', () => {
    const asked = { queue: () => expect.unreachable() } as never;
    const shop = workshop([], { config: { estate: estate([]), pack: pack() } as Config });
    startProbing(shop, asked, { vantage: 'main', signal: stop.signal, made: () => undefined });
    expect(probeJobs(shop, 'main')).toEqual([]);
  });
});

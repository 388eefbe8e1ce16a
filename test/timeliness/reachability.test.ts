import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, startOfDay } from '../../src/model/day.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import type { Probe } from '../../src/model/probes.ts';
import type { ReachabilityRule, RulePack } from '../../src/model/rules.ts';
import { measureReachability } from '../../src/timeliness/reachability.ts';
import { audit, rule as base, column, estate, pack, site, siteRecord } from './estate.ts';

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const rule: ReachabilityRule = {
  ...base,
  kind: 'check',
  check: 'reachability',
  id: 'reachability',
  name: '站点无法访问',
  days: 7,
  visitsPerDay: 20,
  seconds: 15,
  failedShare: 0.05,
};
const WEEK = Array.from({ length: 7 }, (_, index) => addDays('2018-12-25', index));
const EVENING = new Date(startOfDay(ZONE, '2018-12-31').getTime() + 86_399_000);

interface Visited {
  readonly site?: string;
  readonly vantage?: string;
  readonly days?: readonly string[];
  readonly perDay?: number;
}

/** Hourly visits; `outcomeOf` gets the number of the visit in the week, from 0. */
function visits(outcomeOf: (visit: number) => Outcome | { outcome: Outcome; milliseconds: number }, of: Visited = {}): Probe[] {
  const { site: where = 'portal', vantage = 'main', days = WEEK, perDay = 24 } = of;
  return days.flatMap((day, index) =>
    Array.from({ length: perDay }, (_, hour): Probe => {
      const slot = new Date(startOfDay(ZONE, day).getTime() + hour * HOUR);
      const answer = outcomeOf(index * perDay + hour);
      const { outcome, milliseconds } = typeof answer === 'string' ? { outcome: answer, milliseconds: 300 } : answer;
      return { site: where, vantage, slot, at: new Date(slot.getTime() + 5000), outcome, milliseconds, detail: null };
    }),
  );
}

const good = (of: Visited = {}) => visits(() => 'ok', { site: 'other', ...of });
const failing = (count: number, outcome: Outcome, of: Visited = {}) => visits((visit) => (visit < count ? outcome : 'ok'), of);
const measured = (probes: readonly Probe[], asOf = EVENING) => measureReachability(probes, rule, asOf, ZONE).get('portal')!;

describe('how often a home page opened', () => {
  test('a failure of the network counts where other sites answered at that time', () => {
    expect(measured([...failing(9, 'timeout'), ...good()])).toMatchObject({ visits: 168, failed: 9, unmeasured: 0, measurable: true });
  });

  test('a failure of our own network is no failure of the site', () => {
    const down = [...failing(9, 'unreachable'), ...failing(9, 'unreachable', { site: 'other' })];
    expect(measured(down)).toMatchObject({ visits: 159, failed: 0, unmeasured: 9 });
  });

  test('with one site and one vantage nobody can tell whose network failed, but an error of the site is its own', () => {
    expect(measured(failing(30, 'timeout'))).toMatchObject({ failed: 0, unmeasured: 30, measurable: false });
    expect(measured(failing(30, 'server-error'))).toMatchObject({ failed: 30, unmeasured: 0, measurable: true });
  });

  test('two vantages that both fail need no other site as their witness', () => {
    const both = [...failing(9, 'timeout'), ...failing(9, 'unreachable', { vantage: 'second' })];
    expect(measured(both)).toMatchObject({ visits: 168, failed: 9 });
  });

  test("one vantage's failure is not the site's", () => {
    const probes = [...failing(60, 'timeout'), ...good(), ...visits(() => 'ok', { vantage: 'second' })];
    expect(measured(probes)).toMatchObject({ visits: 168, failed: 0, measurable: true });
  });

  test('a page that takes as long as the limit did not open in time', () => {
    const slow = visits((visit) => ({ outcome: 'ok', milliseconds: visit < 10 ? 15_000 : 14_999 }));
    expect(measured(slow)).toMatchObject({ failed: 10, measurable: true });
  });

  test('a site that turns us away is not measured, whatever else went wrong in that visit', () => {
    expect(measured([...failing(40, 'blocked'), ...good()])).toMatchObject({ failed: 0, unmeasured: 40, measurable: false });
    const mixed = [...failing(4, 'timeout'), ...good(), ...failing(4, 'blocked', { vantage: 'second' })];
    expect(measured(mixed)).toMatchObject({ failed: 0, unmeasured: 4 });
    expect(measured([...failing(40, 'forbidden-by-robots'), ...good()])).toMatchObject({ failed: 0, unmeasured: 40 });
  });

  test('a visit that we broke off or that our configuration refused measures nothing', () => {
    for (const outcome of ['interrupted', 'address-refused'] as const) {
      expect(measured([...failing(40, outcome), ...good()])).toMatchObject({ failed: 0, unmeasured: 40, measurable: false });
    }
  });

  test('nineteen visits on one of the days are too few', () => {
    const short = [
      ...good(),
      ...visits(() => 'ok', { days: WEEK.slice(0, 6) }),
      ...visits(() => 'server-error', { days: WEEK.slice(6), perDay: 19 }),
    ];
    expect(measured(short, new Date(EVENING.getTime() + 4 * HOUR))).toMatchObject({ measurable: false, failed: 19 });
  });

  test('the stretch ends yesterday until today has visits enough', () => {
    const probes = [...visits(() => 'ok', { days: [addDays('2018-12-25', -1), ...WEEK] })];
    const at = (hour: number) => measured(probes, new Date(startOfDay(ZONE, '2018-12-31').getTime() + hour * HOUR));
    expect(at(2)).toMatchObject({ from: '2018-12-24', to: '2018-12-30', visits: 168 });
    expect(at(22)).toMatchObject({ from: '2018-12-25', to: '2018-12-31', measurable: true });
  });

  test('nothing seen later than the judgement changes it', () => {
    const early = new Date(EVENING.getTime() - 30 * HOUR);
    const probes = [...failing(5, 'server-error'), ...good()];
    const until = probes.filter((probe) => probe.at <= early);
    expect(measured(probes, early)).toEqual(measured(until, early));
  });

  test('the order of visits changes nothing, and an opened page at any vantage never makes it worse', () => {
    const outcomes = fc.array(fc.constantFrom<Outcome>('ok', 'timeout', 'server-error', 'blocked', 'interrupted'), {
      minLength: 168,
      maxLength: 168,
    });
    const night = new Date(EVENING.getTime() + 2 * HOUR);
    fc.assert(
      fc.property(outcomes, fc.integer({ min: 0, max: 167 }), (of, which) => {
        const probes = [...visits((visit) => of[visit]!), ...good()];
        const before = measured(probes, night);
        expect(measured(probes.toReversed(), night)).toEqual(before);
        const opened = { ...probes[which]!, vantage: 'second', outcome: 'ok' as const };
        const after = measured([...probes, opened], night);
        expect(after.failed).toBeLessThanOrEqual(before.failed);
        expect(before.visits + before.unmeasured).toBe(168);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the finding on reachability', () => {
  const national: RulePack = pack([rule]);
  const judge = (probes: readonly Probe[], of: Partial<Parameters<typeof audit>[0]> = {}) =>
    audit({ on: '2018-12-31', columns: [column('tzgg')], pack: national, probes, ...of });
  const found = (result: ReturnType<typeof audit>) => result.findings.filter((finding) => finding.rule === 'reachability');

  test('five in a hundred and more fail a site, with each day and failure as evidence', () => {
    const [finding, ...more] = found(judge([...failing(9, 'timeout'), ...good()]));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'veto', unit: 'office', site: 'portal', column: null, since: '2018-12-25' });
    expect(finding?.message).toBe(
      '“门户网站”首页 2018-12-25 至 2018-12-31 间隔访问 168 次，其中 9 次 15 秒内打不开，占 5.4%，达到 5% 即单项否决。',
    );
    expect(finding?.evidence).toContain('2018-12-25：9 / 24');
    expect(finding?.evidence).toContain('2018-12-25T00:00:05+08:00 main 300 ms');
    expect(found(judge([...failing(8, 'timeout'), ...good()]))).toEqual([]);
  });

  test('exactly the share that the rule names fails', () => {
    const probes = (count: number) => [...good(), ...visits((visit) => (visit < count ? 'server-error' : 'ok'), { perDay: 20 })];
    expect(found(judge(probes(7)))).toHaveLength(1);
    expect(found(judge(probes(6)))).toHaveLength(0);
  });

  test('a site whose columns could not be read at all is judged by its home page all the same', () => {
    const result = judge([...failing(168, 'timeout'), ...good()], {
      readings: [],
      sites: [siteRecord({ on: '2018-12-31', status: 'unreachable' })],
      estate: estate([site([column('tzgg')])]),
    });
    expect(result.findings.map((finding) => finding.rule).sort()).toEqual(['reachability', 'site-unreachable']);
  });

  test('too few visits are told in the row of the site and held against nobody', () => {
    const result = judge([...failing(40, 'server-error', { days: WEEK.slice(5) }), ...good()]);
    expect(found(result)).toEqual([]);
    expect(result.sites[0]?.reachability).toEqual({
      from: '2018-12-25',
      to: '2018-12-31',
      visits: 48,
      failed: 40,
      unmeasured: 0,
      measurable: false,
    });
  });

  test('of a site that nobody visited, and by a pack without the rule, nothing is said', () => {
    expect(judge([]).sites[0]?.reachability).toBeNull();
    expect(judge(failing(168, 'server-error'), { pack: pack() }).sites[0]?.reachability).toBeNull();
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { judgeStored } from '../../jobs/judging/judge.ts';
import type { Classifier } from '../../src/classification/classifier.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { type Config, configOf, loadConfig } from '../../src/config/load.ts';
import { withMerger, withSplit } from '../../src/config/reorganise.ts';
import { changesBetween } from '../../src/estate/changes.ts';
import { configHeld } from '../../src/estate/held.ts';
import { keepConfig } from '../../src/estate/keep.ts';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { type OpenedStore, openStore } from '../../src/store/open.ts';
import { estateWith } from '../config/scratch.ts';
import { makeItem, makeResult, makeRun } from '../store/records.ts';

const by = { by: '张三', why: '试验' };

describe('history', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gongkai-history-'));
  let store: OpenedStore;
  let classifier: Classifier;
  /** Ways in which an office changes what is asked for. */
  let configs: Config[];

  beforeAll(async () => {
    const columns = [
      '{ id: news, name: 动态, url: /news/, category: work-updates }',
      '{ id: news, name: 动态, url: /news/, category: work-updates, period: P3D }',
      '{ id: news, name: 动态, url: /news/, category: work-updates, period: none }',
      '{ id: news, name: 动态, url: /news/, category: work-updates, exempt: 已归档 }',
      '{ id: news, name: 动态, url: /news/, category: notices, unit: water }',
    ];
    const merged = withMerger(
      estateWith(columns[4]!),
      { units: ['water'], into: 'all', on: '2024-03-05' },
      { id: 'all', name: '大局', kind: 'department' },
    );
    const split = withSplit(
      estateWith(columns[1]!),
      { unit: 'office', into: 'half', on: '2024-03-05', columns: ['portal/news'], sites: [], accounts: [] },
      { id: 'half', name: '分局', kind: 'department' },
    );
    configs = [...columns.map((column) => estateWith(column)), merged, split].map((text) => {
      writeFileSync(join(folder, 'estate.yaml'), text);
      return loadConfig(folder);
    });
    classifier = loadClassifier(configs[0]!.taxonomy);
    store = await openStore({ dataDir: join(folder, 'data'), clock: systemClock, randomness: systemRandomness });
    await store.runs.open(makeRun('r1'));
    for (const [day, place] of [
      [1, 'a'],
      [12, 'b'],
    ] as const) {
      const at = dayAt(day);
      await store.columns.record(
        makeResult({ run: 'r1', site: 'portal', column: 'news', at, asOf: at }, [
          makeItem(`a.gov.cn/${place}`, { site: 'portal', publishedOn: at.toISOString().slice(0, 10), firstSeen: at, lastSeen: at }),
        ]),
      );
    }
  });
  afterAll(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });

  const dayAt = (day: number) => new Date(Date.UTC(2024, 2, day, 4));
  const judged = async (config: Config, asOf: Date) => {
    const span = { from: '2024-01-01', to: '2024-12-31' };
    const { result } = await judgeStored({ config, store, classifier }, { asOf, span, narrowing: {}, pack: config.pack });
    return result;
  };

  it('is judged after any changes of the configuration as it was judged on its day', async () => {
    const change = fc.record({ day: fc.integer({ min: 1, max: 3 }), config: fc.nat({ max: 6 }) });
    const seen = new Set<unknown>();
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 2, maxLength: 7 }), async (changes) => {
        await store.embedded!.exec('truncate gongkai.estate_revisions, gongkai.revision_texts cascade');
        let day = 1;
        const then = new Map<number, unknown>();
        for (const { day: later, config: place } of changes) {
          day += later;
          const clock = { ...systemClock, now: () => dayAt(day) };
          const config = await keepConfig({ config: configs[place]!, store, clock }, dayAt(day), by);
          then.set(day, await judged(config, dayAt(day)));
        }
        for (const [past, result] of then) {
          const now = await judged(await configHeld({ config: configs[0]!, store }, dayAt(past)), dayAt(past));
          expect(now).toEqual(result);
          seen.add(now.columns[0]!.status);
        }
      }),
      { numRuns: 25 },
    );
    // The changes did change something.
    expect(seen.size).toBeGreaterThan(2);
  });

  it('of days before anything was written down is judged by what is at hand', async () => {
    await store.embedded!.exec('truncate gongkai.estate_revisions, gongkai.revision_texts cascade');
    await keepConfig({ config: configs[3]!, store, clock: systemClock }, dayAt(20), by);
    expect(await configHeld({ config: configs[0]!, store }, dayAt(5))).toBe(configs[0]);
    expect((await configHeld({ config: configs[0]!, store }, dayAt(25))).digest).toBe(configs[3]!.digest);
  });

  it('needs no file of today: a revision is read back whole, and says what changed to the next one', () => {
    const [first, second] = configs as [Config, Config];
    const again = configOf(first.texts);
    expect({ ...again, files: [], warnings: [], texts: [] }).toEqual({ ...first, files: [], warnings: [], texts: [] });
    expect(changesBetween(again, first)).toEqual([]);
    expect(changesBetween(first, second)).toEqual([
      { kind: 'columns', id: 'portal/news', change: 'changed', keys: { period: [null, { years: 0, months: 0, days: 3 }] } },
    ]);
  });
});

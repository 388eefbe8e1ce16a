import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Door, openDoor } from '../../crawlers/door/door.ts';
import { openReaderPool, type ReaderPool } from '../../crawlers/reading/reader-pool.ts';
import type { CrawledColumn } from '../../crawlers/site/crawled.ts';
import type { CrawlEvent, CrawlPorts } from '../../crawlers/site/ports.ts';
import { judgeStored } from '../../jobs/judging/judge.ts';
import { runInline } from '../../jobs/run/inline-driver.ts';
import type { AuditResult, ColumnRow } from '../../src/audit/audit-result.ts';
import type { Classifier } from '../../src/classification/classifier.ts';
import { loadClassifier } from '../../src/classification/load.ts';
import { loadConfig, loadRulebook } from '../../src/config/load.ts';
import { systemClock } from '../../src/model/clock.ts';
import { startOfDay } from '../../src/model/day.ts';
import type { CrawlSettings } from '../../src/model/estate.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import type { RunRecord } from '../../src/model/records.ts';
import { openStore } from '../../src/store/open.ts';
import type { ListedItem, Store } from '../../src/store/store.ts';
import { scratchFolder } from './town.ts';

export interface AuditOptions {
  /** Day to take for now. */
  readonly asOf?: string;
  readonly full?: boolean;
  readonly signal?: AbortSignal;
  readonly render?: CrawlPorts['render'];
  readonly watch?: (event: CrawlEvent) => void;
}

export interface Audited {
  readonly run: RunRecord;
  /** What the crawl found, by column; a column that an interrupted run had read already is not here. */
  readonly crawled: ReadonlyMap<string, CrawledColumn>;
  readonly result: AuditResult;
  column(id: string): ColumnRow;
}

/** Audits of one site: the same estate again and again. */
export interface Audits {
  readonly site: string;
  audit(options?: AuditOptions): Promise<Audited>;
  items(): Promise<ListedItem[]>;
  readonly store: Store;
}

const POLITENESS: Partial<CrawlSettings> = { requestsPerSecond: 0, concurrency: 2, timeoutSeconds: 5, allowPrivateNetworks: true };

/** Opens one store for all tests of a file and gives each test a site of its own in it. */
export function useAudits(): (url: string, columns: readonly string[] | null, crawl?: Partial<CrawlSettings>) => Audits {
  const folder = scratchFolder('site');
  let store: Awaited<ReturnType<typeof openStore>>;
  let door: Door;
  let readers: ReaderPool;
  let classifier: Classifier;
  let sites = 0;
  beforeAll(async () => {
    const handed = { clock: systemClock, randomness: systemRandomness };
    store = await openStore({ dataDir: join(folder, 'data'), ...handed });
    // What these sites do is told of them, however busy the machine is.
    door = openDoor({ ...handed, loop: { worst: () => 0, close() {} } });
    readers = openReaderPool();
    classifier = loadClassifier(loadRulebook(folder).taxonomy);
  });
  afterAll(async () => {
    await door.close();
    await readers.close();
    await store.close();
  });
  return (url, columns, crawl = {}) => {
    const site = `site${++sites}`;
    const dir = join(folder, site);
    mkdirSync(dir);
    writeFileSync(join(dir, 'estate.yaml'), estateOf(site, url, columns, crawl));
    const config = loadConfig(dir);
    const workshop = { config, store, door, readers, classifier, clock: systemClock, randomness: systemRandomness };
    return {
      site,
      store,
      async audit({ asOf = '2024-03-10', full = false, signal = new AbortController().signal, render = null, watch } = {}) {
        const crawled = new Map<string, CrawledColumn>();
        const now = new Date(startOfDay(config.estate.timezone, asOf).getTime() + 12 * 3600_000);
        const { run } = await runInline(workshop, {
          kind: 'crawl',
          asOf: now,
          narrowing: {},
          full,
          signal,
          render,
          progress(event) {
            if (event.kind === 'column') crawled.set(event.column.id, event.crawled);
            if (event.kind === 'column' || event.kind === 'item' || event.kind === 'list-page') watch?.(event);
          },
        });
        const span = { from: '2000-01-01', to: asOf };
        const { result } = await judgeStored(workshop, { asOf: now, span, narrowing: { sites: [site] }, pack: config.pack });
        return { run, crawled, result, column: (id) => result.columns.find((column) => column.id === id)! };
      },
      async items() {
        const items: ListedItem[] = [];
        for await (const item of store.items.stream({ sites: [site] })) items.push(item);
        return items;
      },
    };
  };
}

/** An estate of one site; `columns` as in estate.yaml, null for discovery. */
export function estateOf(site: string, url: string, columns: readonly string[] | null, crawl: Partial<CrawlSettings> = {}): string {
  return [
    'name: 清源市',
    `crawl: ${JSON.stringify({ ...POLITENESS, ...crawl })}`,
    'units:',
    '  - { id: water, name: 市水利局, kind: department }',
    'sites:',
    `  - id: ${site}`,
    '    unit: water',
    '    name: 清源市水利局',
    `    url: ${url}`,
    ...(columns === null ? [] : ['    columns:', ...columns.map((column) => `      - ${column}`)]),
    '',
  ].join('\n');
}

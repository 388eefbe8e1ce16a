import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CheerioCrawler, Configuration, LogLevel, log } from 'crawlee';
import { openDoor } from '../crawlers/door/door.ts';
import { openReaderPool } from '../crawlers/reading/reader-pool.ts';
import { runInline } from '../jobs/run/inline-driver.ts';
import { loadClassifier } from '../src/classification/load.ts';
import { loadConfig } from '../src/config/load.ts';
import { systemClock } from '../src/model/clock.ts';
import { systemRandomness } from '../src/model/randomness.ts';
import { openStore } from '../src/store/open.ts';

/*
 * The whole pipeline (fetch, decode, read, classify, store) beside a bare Crawlee CheerioCrawler with an empty handler, over the
 * same pages on loopback in the same run. Run: npx tsx bench/pipeline.ts [columns] [pages]
 */

interface Site {
  readonly port: number;
  readonly columns: number;
  readonly pages: number;
  readonly rows: number;
  readonly bodies: number;
}

interface Rate {
  readonly clock: number;
  readonly processor: number;
}

const ROUNDS = 2;

const server = fork(fileURLToPath(new URL('site-server.ts', import.meta.url)), process.argv.slice(2), { execArgv: ['--import', 'tsx'] });
const site = await new Promise<Site>((resolve) => server.once('message', (message) => resolve(message as Site)));
if (site.bodies === 0) {
  console.log('skipped: ../shared/pages is not here');
  process.exit();
}
log.setLevel(LogLevel.OFF);
const base = `http://127.0.0.1:${site.port}`;
const pages = site.columns * site.pages * (1 + site.rows);
let best = { ours: { clock: 0, processor: 0 }, cheerio: { clock: 0, processor: 0 } };
let peak = 0;
// The peer's code is loaded, too, before its first round, and warm in its second.
const readers = openReaderPool();
await readers.read({ url: base, text: '', kind: 'article' });
const watch = setInterval(() => {
  peak = Math.max(peak, process.memoryUsage().rss);
}, 50);
for (let round = 0; round < ROUNDS; round++) {
  peak = 0;
  const ours = await rate(pipeline);
  console.log(`pipeline         ${say(ours)}, peak ${(peak / 1e6).toFixed(0)} MB with the peer loaded`);
  const peer = await rate(cheerio);
  console.log(`CheerioCrawler   ${say(peer)}`);
  best = { ours: better(best.ours, ours), cheerio: better(best.cheerio, peer) };
}
clearInterval(watch);
server.disconnect();
await readers.close();
console.log(
  `ratio            ${(best.ours.clock / best.cheerio.clock).toFixed(2)} by the clock (wanted 1.5, aim 2), ${(best.ours.processor / best.cheerio.processor).toFixed(2)} by processor time; ${pages} pages, best of ${ROUNDS}`,
);

function better(one: Rate, other: Rate): Rate {
  return { clock: Math.max(one.clock, other.clock), processor: Math.max(one.processor, other.processor) };
}

function say({ clock, processor }: Rate): string {
  return `${clock.toFixed(0)} pages/s, ${processor.toFixed(0)} per second of processor time`;
}

/** Pages per second of one crawl, by the clock and per second of processor time; opening and closing what it needs does not count. */
async function rate(crawl: (timed: (work: () => Promise<void>) => Promise<void>) => Promise<number>): Promise<Rate> {
  let milliseconds = 0;
  let processor = 0;
  const read = await crawl(async (work) => {
    const before = process.cpuUsage();
    const started = performance.now();
    await work();
    milliseconds = performance.now() - started;
    const used = process.cpuUsage(before);
    processor = (used.user + used.system) / 1000;
  });
  if (read !== pages) throw new Error(`${crawl.name} read ${read} pages of ${pages}`);
  return { clock: (1000 * read) / milliseconds, processor: (1000 * read) / processor };
}

async function pipeline(timed: (work: () => Promise<void>) => Promise<void>): Promise<number> {
  const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-bench-'));
  const handed = { clock: systemClock, randomness: systemRandomness };
  writeFileSync(join(dataDir, 'estate.yaml'), estate());
  const config = loadConfig(dataDir);
  const store = await openStore({ dataDir, ...handed });
  const door = openDoor(handed);
  let read = 0;
  try {
    const workshop = { config, store, door, readers, classifier: loadClassifier(config.taxonomy), ...handed };
    await timed(async () => {
      await runInline(workshop, {
        kind: 'crawl',
        asOf: systemClock.now(),
        narrowing: {},
        full: false,
        render: null,
        signal: new AbortController().signal,
        progress: (event) => {
          if (event.kind === 'item' || event.kind === 'list-page') read++;
        },
      });
    });
    return read;
  } finally {
    await door.close();
    await store.close();
    rmSync(dataDir, { recursive: true });
  }
}

function estate(): string {
  const columns = Array.from({ length: site.columns }, (_, index) => `      - { id: c${index}, name: 栏目${index}, url: /c${index}/ }`);
  return [
    'name: bench',
    'crawl: { requestsPerSecond: 0, concurrency: 8, allowPrivateNetworks: true, respectRobots: false, browser: never }',
    'units:',
    '  - { id: u, name: 某局, kind: department }',
    'sites:',
    '  - id: s',
    '    unit: u',
    '    name: 某局',
    `    url: ${base}/c0/`,
    '    columns:',
    ...columns,
    '',
  ].join('\n');
}

async function cheerio(timed: (work: () => Promise<void>) => Promise<void>): Promise<number> {
  let read = 0;
  const urls = Array.from({ length: site.columns }, (_, column) =>
    Array.from({ length: site.pages }, (_, page) => [
      `${base}/c${column}/${page === 0 ? '' : `index_${page}.html`}`,
      ...Array.from({ length: site.rows }, (_, row) => `${base}/a/${(column * site.pages + page) * site.rows + row}.html`),
    ]),
  ).flat(2);
  const crawler = new CheerioCrawler(
    {
      minConcurrency: 8,
      maxConcurrency: 8,
      requestHandler: async () => {
        read++;
      },
    },
    new Configuration({ persistStorage: false, availableMemoryRatio: 0.9 }),
  );
  await timed(async () => {
    await crawler.run(urls);
  });
  return read;
}

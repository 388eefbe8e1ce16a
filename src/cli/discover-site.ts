import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Discovery, discover } from '../../crawlers/discovery/discover.ts';
import { openDoor } from '../../crawlers/door/door.ts';
import { openReaderPool } from '../../crawlers/reading/reader-pool.ts';
import { described } from '../../jobs/discovery/described.ts';
import { loadClassifier } from '../classification/load.ts';
import { defaultCrawl, loadConfig, loadRulebook } from '../config/load.ts';
import { addDiscovered } from '../config/write-estate.ts';
import { systemClock } from '../model/clock.ts';
import type { CrawlSettings, Unit } from '../model/estate.ts';
import { outcomeSentence } from '../model/outcome.ts';
import { systemRandomness } from '../model/randomness.ts';
import type { RulePack } from '../model/rules.ts';
import { inBoth } from '../model/sentence.ts';
import { EXIT, Failure } from './failure.ts';
import { interruptible } from './interrupt.ts';
import { plainJson } from './json.ts';
import type { CommonOptions } from './options.ts';
import { formatTable, terminalWidth } from './table.ts';

export interface DiscoverSiteOptions extends CommonOptions {
  readonly write?: true;
  readonly maxPages: number;
  readonly id?: string;
  readonly unit?: string;
  readonly allowPrivateNetworks?: true;
  readonly requestsPerSecond?: number;
}

/** Finds a site's columns, prints them and, where asked to, writes them into the estate. */
export async function discoverSite(url: string, options: DiscoverSiteOptions): Promise<void> {
  const surroundings = readSurroundings(url, options);
  const interrupt = interruptible();
  const door = openDoor({ clock: systemClock, randomness: systemRandomness });
  const readers = openReaderPool();
  try {
    const discovery = await discover(url, {
      door,
      readers,
      settings: surroundings.settings,
      units: surroundings.units,
      signal: interrupt.signal,
      maxPages: options.maxPages,
      progress: (visited, found) =>
        !options.quiet && process.stderr.isTTY && process.stderr.write(`\r已看 ${visited} 页，找到 ${found} 个栏目 `),
    });
    if (!options.quiet && process.stderr.isTTY) process.stderr.write('\n');
    const interrupted = interrupt.signal.aborted;
    if (discovery.outcome !== 'ok') {
      const { zh, en } = discovery.detail ?? outcomeSentence(discovery.outcome);
      const status = interrupted ? EXIT.interrupted : EXIT.failed;
      throw new Failure({ zh: `读不到首页 ${url}：${zh}`, en: `the home page ${url} could not be read: ${en}` }, status);
    }
    const document = describe(discovery, surroundings);
    if (options.json) process.stdout.write(`${plainJson(document)}\n`);
    else print(document, discovery);
    if (interrupted) process.exitCode = EXIT.interrupted;
    else if (options.write) await write(document, url, options);
  } finally {
    await door.close();
    await readers.close();
    interrupt.release();
  }
}

interface Surroundings {
  readonly settings: CrawlSettings;
  readonly units: readonly Unit[];
  readonly classifier: ReturnType<typeof loadClassifier>;
  readonly pack: RulePack;
}

/** The estate's settings where there is one, else the defaults. */
function readSurroundings(url: string, options: DiscoverSiteOptions): Surroundings {
  const config = existsSync(join(options.config, 'estate.yaml')) ? loadConfig(options.config) : null;
  const rulebook = config ?? loadRulebook(options.config);
  if (options.unit !== undefined && config !== null && !config.estate.units.some((unit) => unit.id === options.unit)) {
    const known = config.estate.units.map((unit) => unit.id).join(' ');
    throw new Failure(
      {
        zh: `--unit：配置里没有单位 ${options.unit}，已有：${known}`,
        en: `--unit: there is no unit ${options.unit} in the configuration; there are: ${known}`,
      },
      EXIT.usage,
    );
  }
  const host = new URL(url).host;
  const site = config?.estate.sites.find((one) => new URL(one.url).host === host) ?? config?.estate.sites[0];
  const settings = {
    ...(site?.crawl ?? defaultCrawl()),
    ...(options.allowPrivateNetworks ? { allowPrivateNetworks: true } : {}),
    ...(options.requestsPerSecond === undefined ? {} : { requestsPerSecond: options.requestsPerSecond }),
  };
  return {
    settings,
    units: config?.estate.units ?? [],
    classifier: loadClassifier(rulebook.taxonomy),
    pack: rulebook.pack,
  };
}

/** The contract's `gongkai.discovery/1`. */
function describe(discovery: Discovery, around: Surroundings) {
  return {
    schema: 'gongkai.discovery/1',
    site: { url: discovery.url, name: discovery.name, idCode: discovery.idCode, visited: discovery.visited, left: discovery.left },
    columns: discovery.columns.map((one) => {
      const { name, path, url, unit, category, confidence, period, items, lastPublished } = described(one, around);
      return { name, path, url, unit, category, confidence, period, items, lastPublished };
    }),
    unread: discovery.unread,
  };
}

function print(document: ReturnType<typeof describe>, discovery: Discovery): void {
  const rows = document.columns.map((column) => [
    column.path.join(' > '),
    column.category,
    column.period,
    column.items,
    column.lastPublished,
    column.url,
  ]);
  const heads = [
    { head: '栏目', least: 16 },
    { head: '类别', least: 8 },
    { head: '周期' },
    { head: '信息', align: 'right' as const },
    { head: '最近更新' },
    { head: '网址', least: 24 },
  ];
  process.stdout.write(
    `${document.site.name ?? document.site.url}：${document.columns.length} 个栏目（看了 ${discovery.visited} 页）\n\n${formatTable(heads, rows, terminalWidth())}\n`,
  );
  for (const page of discovery.unread) process.stderr.write(`未能读取 ${page.name} ${page.url}：${page.outcome}\n`);
  if (discovery.left > 0)
    process.stderr.write(`还有 ${discovery.left} 个页面没有看（--max-pages）· ${discovery.left} pages were left unvisited\n`);
}

async function write(document: ReturnType<typeof describe>, url: string, options: DiscoverSiteOptions): Promise<void> {
  const file = join(options.config, 'estate.yaml');
  const before = existsSync(file) ? await readFile(file, 'utf8') : '';
  const after = addDiscovered(before, {
    siteUrl: url,
    site: {
      name: document.site.name ?? new URL(url).host,
      ...(document.site.idCode ? { idCode: document.site.idCode } : {}),
      ...(options.id ? { id: options.id } : {}),
      ...(options.unit ? { unit: options.unit } : {}),
    },
    columns: document.columns,
  });
  await mkdir(options.config, { recursive: true });
  await writeFile(file, after);
  process.stderr.write(`${inBoth({ zh: `已写入 ${file}`, en: 'written' })}\n`);
}

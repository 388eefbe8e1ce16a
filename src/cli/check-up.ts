import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { freemem, totalmem } from 'node:os';
import { dirname, resolve } from 'node:path';
import { findChromium } from '../../crawlers/browser/chromium.ts';
import { openDoor } from '../../crawlers/door/door.ts';
import { type Config, loadConfig } from '../config/load.ts';
import { systemClock } from '../model/clock.ts';
import { formatInstant } from '../model/day.ts';
import { outcomeFacts } from '../model/outcome.ts';
import { systemRandomness } from '../model/randomness.ts';
import { openStore } from '../store/open.ts';
import type { CommonOptions } from './options.ts';

/** One thing looked at: good, bad, or worth a note. */
export interface Check {
  readonly name: string;
  readonly state: 'good' | 'note' | 'bad';
  readonly says: string;
}

const GIB = 1024 ** 3;
/** Disk that a year of a city's items and evidence needs with room to spare. */
const DISK_WANTED = 2 * GIB;
const MEMORY_WANTED = 0.7 * GIB;
/** Node versions that the tests run on. */
const NODE_WANTED = [20, 19] as const;

/** Looks at everything that a night's audit needs. One failing check never hides the others. */
export async function checkUp(options: Pick<CommonOptions, 'config' | 'data'> & { readonly offline?: true }): Promise<Check[]> {
  const { config, check } = readConfig(options.config);
  return [
    check,
    checkNode(),
    await checkStore(options.data),
    checkBrowser(),
    await checkDisk(options.data),
    checkMemory(),
    checkZone(config),
    ...(config && !options.offline ? await checkSites(config) : []),
  ];
}

function readConfig(dir: string): { config: Config | null; check: Check } {
  const name = '配置 configuration';
  try {
    const config = loadConfig(dir);
    const { sites, units } = config.estate;
    return { config, check: { name, state: 'good', says: `${config.estate.name}：${sites.length} 个网站，${units.length} 个单位` } };
  } catch (error) {
    return { config: null, check: { name, state: 'bad', says: messageOf(error) } };
  }
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = NODE_WANTED;
  const good = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  return {
    name: 'Node.js',
    state: good ? 'good' : 'bad',
    says: good ? process.version : `${process.version}，需要 ≥ ${NODE_WANTED.join('.')}`,
  };
}

async function checkStore(dataDir: string): Promise<Check> {
  const name = '存储 store';
  try {
    const store = await openStore({ dataDir, databaseUrl: process.env.DATABASE_URL, clock: systemClock, randomness: systemRandomness });
    const [latest] = await store.runs.list(1);
    await store.close();
    return {
      name,
      state: 'good',
      says: `${process.env.DATABASE_URL ? 'PostgreSQL' : `内嵌 ${dataDir}`}，最近一次审计 ${latest ? latest.startedAt.toISOString() : '还没有'}`,
    };
  } catch (error) {
    return { name, state: 'bad', says: messageOf(error) };
  }
}

function checkBrowser(): Check {
  const path = findChromium();
  return path
    ? { name: '浏览器 browser', state: 'good', says: path }
    : {
        name: '浏览器 browser',
        state: 'note',
        says: '没有 Chromium：由脚本生成的列表将记为“读不出”。安装 chromium，或用 GONGKAI_CHROMIUM 指明位置',
      };
}

async function checkDisk(dataDir: string): Promise<Check> {
  let folder = resolve(dataDir);
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  return {
    name: '磁盘 disk',
    state: free < DISK_WANTED ? 'note' : 'good',
    says: `${folder} 可用 ${(free / GIB).toFixed(1)} GiB${free < DISK_WANTED ? '，建议至少 2 GiB' : ''}`,
  };
}

function checkMemory(): Check {
  const free = freemem();
  return {
    name: '内存 memory',
    state: free < MEMORY_WANTED ? 'note' : 'good',
    says: `可用 ${(free / GIB).toFixed(1)} / ${(totalmem() / GIB).toFixed(1)} GiB${free < MEMORY_WANTED ? '，审计最多用 0.7 GiB' : ''}`,
  };
}

function checkZone(config: Config | null): Check {
  const zone = config?.estate.timezone ?? 'Asia/Shanghai';
  return { name: '时钟 clock', state: 'good', says: `${formatInstant(zone, systemClock.now())}（${zone}）` };
}

/** Asks each site for its home page, which asks for robots.txt first; the answer's Date header tells of a wrong clock. */
async function checkSites(config: Config): Promise<Check[]> {
  const door = openDoor({ clock: systemClock, randomness: systemRandomness });
  try {
    return await Promise.all(
      config.estate.sites.map(async (site): Promise<Check> => {
        const fetched = await door.fetch({ url: site.url, kind: 'page', settings: site.crawl, retries: 0 });
        const facts = outcomeFacts(fetched.outcome);
        const fine = facts.reason === null;
        const delay = fetched.cappedCrawlDelay === null ? '' : `；robots.txt 要求间隔 ${fetched.cappedCrawlDelay} 秒`;
        return {
          name: `网站 ${site.id}`,
          state: fine ? 'good' : 'note',
          says: `${fetched.detail ?? facts.zh}${fetched.tlsFallback ? '；证书有误' : ''}${delay}`,
        };
      }),
    );
  } finally {
    await door.close();
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

import { freemem, totalmem } from 'node:os';
import { findChromium } from '../../crawlers/browser/chromium.ts';
import { openDoor } from '../../crawlers/door/door.ts';
import { isAtWork } from '../../jobs/health/liveness.ts';
import { type Check, checkDisk, checkPrivacy, checkQueueServer, startChecks } from '../../jobs/start-checks.ts';
import { type Config, loadConfig } from '../config/load.ts';
import { systemClock } from '../model/clock.ts';
import { formatInstant } from '../model/day.ts';
import type { WorkerRecord } from '../model/liveness.ts';
import { outcomeFacts } from '../model/outcome.ts';
import { systemRandomness } from '../model/randomness.ts';
import { openStore } from '../store/open.ts';
import type { CommonOptions } from './options.ts';

const GIB = 1024 ** 3;
const MEMORY_WANTED = 0.7 * GIB;
/** Node versions that the tests run on. */
const NODE_WANTED = [20, 19] as const;

/** Looks at everything that a night's audit needs. One failing check never hides the others. */
export async function checkUp(options: Pick<CommonOptions, 'config' | 'data'> & { readonly offline?: true }): Promise<Check[]> {
  const { config, check } = readConfig(options.config);
  return [
    check,
    checkNode(),
    ...(await checkStore(options.data)),
    checkBrowser(),
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

/** Store, queue and those who work off the queue. */
async function checkStore(dataDir: string): Promise<Check[]> {
  const name = '存储 store';
  const queueUrl = process.env.QUEUE_URL ?? null;
  try {
    const store = await openStore({ dataDir, databaseUrl: process.env.DATABASE_URL, clock: systemClock, randomness: systemRandomness });
    try {
      const [latest] = await store.runs.list(1);
      const where = process.env.DATABASE_URL ? 'PostgreSQL' : `内嵌 ${dataDir}`;
      const says = `${where}，最近一次审计 ${latest ? latest.startedAt.toISOString() : '还没有'}`;
      const checks = await startChecks({ store, queueUrl, dataDir, clock: systemClock });
      return [{ name, state: 'good', says }, ...checks, describeWorkers(await store.workers.list())];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [
      { name, state: 'bad', says: messageOf(error) },
      checkPrivacy(dataDir),
      await checkDisk(dataDir),
      ...(await checkQueueServer(queueUrl, systemClock)),
    ];
  }
}

function describeWorkers(workers: readonly WorkerRecord[]): Check {
  const name = 'worker';
  const present = workers.filter((worker) => isAtWork(worker, systemClock.now()));
  const taken = workers.flatMap(({ lastJob, lastJobAt }) => (lastJobAt ? [{ lastJob, lastJobAt }] : []));
  const [last] = taken.sort((one, other) => other.lastJobAt.getTime() - one.lastJobAt.getTime());
  const lately = last ? `，最近领取的任务 ${last.lastJob}（${last.lastJobAt.toISOString()}）` : '';
  return present.length > 0
    ? { name, state: 'good', says: `${present.length} 个在运行${lately}` }
    : { name, state: 'note', says: `没有在运行的 worker${lately}；定时审计需要 gongkai serve · none is running` };
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

import { freemem, totalmem } from 'node:os';
import { findChromium } from '../../crawlers/browser/chromium.ts';
import { openDoor } from '../../crawlers/door/door.ts';
import type { Fetched } from '../../crawlers/door/fetched.ts';
import { isAtWork } from '../../jobs/health/liveness.ts';
import { type Check, checkDisk, checkPrivacy, checkQueueServer, startChecks } from '../../jobs/start-checks.ts';
import { type Config, loadConfig } from '../config/load.ts';
import { systemClock } from '../model/clock.ts';
import { formatInstant } from '../model/day.ts';
import type { WorkerRecord } from '../model/liveness.ts';
import { outcomeFacts } from '../model/outcome.ts';
import { systemRandomness } from '../model/randomness.ts';
import { quoted, type Sentence } from '../model/sentence.ts';
import { toldOf } from '../model/told-error.ts';
import { openStore } from '../store/open.ts';
import type { CommonOptions } from './options.ts';
import { databaseUrl, queueUrl } from './servers.ts';

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
  const name = { zh: '配置', en: 'configuration' };
  try {
    const config = loadConfig(dir);
    return { config, check: { name, state: 'good', says: describe(config) } };
  } catch (error) {
    return { config: null, check: { name, state: 'bad', says: toldOf(error) } };
  }
}

function checkNode(): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [wantedMajor, wantedMinor] = NODE_WANTED;
  const good = major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
  const wanted = NODE_WANTED.join('.');
  return {
    name: quoted('Node.js'),
    state: good ? 'good' : 'bad',
    says: good ? quoted(process.version) : { zh: `${process.version}，需要 ≥ ${wanted}`, en: `${process.version}; ≥ ${wanted} is needed` },
  };
}

/** Store, queue and those who work off the queue. */
async function checkStore(dataDir: string): Promise<Check[]> {
  const name = { zh: '存储', en: 'store' };
  try {
    const store = await openStore({
      dataDir,
      databaseUrl: databaseUrl(),
      whenEmpty: 'begin-once',
      clock: systemClock,
      randomness: systemRandomness,
    });
    try {
      const [latest] = await store.runs.list(1);
      const where = databaseUrl() ? quoted('PostgreSQL') : { zh: `内嵌 ${dataDir}`, en: `embedded in ${dataDir}` };
      const when = latest ? quoted(latest.startedAt.toISOString()) : { zh: '还没有', en: 'none yet' };
      const says = { zh: `${where.zh}，最近一次审计 ${when.zh}`, en: `${where.en}, latest audit: ${when.en}` };
      const checks = await startChecks({ store, queueUrl: queueUrl(), dataDir, clock: systemClock });
      return [{ name, state: 'good', says }, ...checks, describeWorkers(await store.workers.list())];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [
      { name, state: 'bad', says: toldOf(error) },
      checkPrivacy(dataDir),
      await checkDisk(dataDir),
      ...(await checkQueueServer(queueUrl(), systemClock)),
    ];
  }
}

function describeWorkers(workers: readonly WorkerRecord[]): Check {
  const name = quoted('worker');
  const present = workers.filter((worker) => isAtWork(worker, systemClock.now()));
  const taken = workers.flatMap(({ lastJob, lastJobAt }) => (lastJobAt ? [{ lastJob, lastJobAt }] : []));
  const [last] = taken.sort((one, other) => other.lastJobAt.getTime() - one.lastJobAt.getTime());
  const job = last && `${last.lastJob} (${last.lastJobAt.toISOString()})`;
  const lately = job ? { zh: `，最近领取的任务 ${job}`, en: `, latest job taken: ${job}` } : { zh: '', en: '' };
  return present.length > 0
    ? { name, state: 'good', says: { zh: `${present.length} 个在运行${lately.zh}`, en: `${present.length} running${lately.en}` } }
    : {
        name,
        state: 'note',
        says: {
          zh: `没有在运行的 worker${lately.zh}；定时审计需要 gongkai serve`,
          en: `none is running${lately.en}; audits by schedule need gongkai serve`,
        },
      };
}

function checkBrowser(): Check {
  const path = findChromium();
  return path
    ? { name: { zh: '浏览器', en: 'browser' }, state: 'good', says: quoted(path) }
    : {
        name: { zh: '浏览器', en: 'browser' },
        state: 'note',
        says: {
          zh: '没有 Chromium：由脚本生成的列表将记为“读不出”。安装 chromium，或用 GONGKAI_CHROMIUM 指明位置',
          en: 'no Chromium: lists that scripts draw will be unreadable. Install chromium, or name its place with GONGKAI_CHROMIUM',
        },
      };
}

function checkMemory(): Check {
  const free = freemem();
  const short = free < MEMORY_WANTED;
  const gib = `${(free / GIB).toFixed(1)} / ${(totalmem() / GIB).toFixed(1)} GiB`;
  return {
    name: { zh: '内存', en: 'memory' },
    state: short ? 'note' : 'good',
    says: short
      ? { zh: `可用 ${gib}，审计最多用 0.7 GiB`, en: `${gib} free; an audit takes up to 0.7 GiB` }
      : { zh: `可用 ${gib}`, en: `${gib} free` },
  };
}

function checkZone(config: Config | null): Check {
  const zone = config?.estate.timezone ?? 'Asia/Shanghai';
  return { name: { zh: '时钟', en: 'clock' }, state: 'good', says: quoted(`${formatInstant(zone, systemClock.now())} (${zone})`) };
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
        return {
          name: { zh: `网站 ${site.id}`, en: `site ${site.id}` },
          state: fine ? 'good' : 'note',
          says: describeHome(fetched),
        };
      }),
    );
  } finally {
    await door.close();
  }
}

function describeHome({ outcome, detail, tlsFallback, cappedCrawlDelay: delay }: Fetched): Sentence {
  const { zh, en } = detail ?? outcomeFacts(outcome);
  const said: Sentence[] = [
    { zh, en },
    ...(tlsFallback ? [{ zh: '证书有误', en: 'its certificate is faulty' }] : []),
    ...(delay === null ? [] : [{ zh: `robots.txt 要求间隔 ${delay} 秒`, en: `its robots.txt asks for ${delay} s between requests` }]),
  ];
  return { zh: said.map((one) => one.zh).join('；'), en: said.map((one) => one.en).join('; ') };
}

function describe({ estate: { name, sites, units } }: Config): Sentence {
  return { zh: `${name}：${sites.length} 个网站，${units.length} 个单位`, en: `${name}: ${sites.length} sites, ${units.length} units` };
}

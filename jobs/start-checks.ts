import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { Redis } from 'ioredis';
import type { Clock } from '../src/model/clock.ts';
import { eachLanguage, quoted, type Sentence } from '../src/model/sentence.ts';
import { toldOf } from '../src/model/told-error.ts';
import type { OpenedStore } from '../src/store/open.ts';
import { looseEntries } from '../src/store/private-folder.ts';

/** One thing looked at: good, bad, or worth a note. */
export interface Check {
  readonly name: Sentence;
  readonly state: 'good' | 'note' | 'bad';
  readonly says: Sentence;
}

const GIB = 1024 ** 3;
/** Disk that a year of a city's items and evidence needs with room to spare, and what no night may begin with. */
const DISK_WANTED = 2 * GIB;
const DISK_LEAST = 0.25 * GIB;
/** Oldest versions that the tests run on, and below which the queue or the store does not work. */
const POSTGRES_LEAST = 15;
const REDIS_WANTED = [6, 2] as const;
const REDIS_LEAST = [5, 0] as const;
/** Clocks that differ by more make due times and locks uncertain; by so much more, days. */
const SKEW_NOTED_MS = 2_000;
const SKEW_BAD_MS = 60_000;

/** What must hold before a process may work for long: versions, settings and clocks of the servers, the disk, and a closed data folder. */
export async function startChecks(of: {
  readonly store: Pick<OpenedStore, 'embedded' | 'about'>;
  readonly queueUrl: string | null;
  readonly dataDir: string;
  readonly clock: Clock;
}): Promise<Check[]> {
  const { store, queueUrl, dataDir, clock } = of;
  return [
    checkPrivacy(dataDir),
    ...(store.embedded ? [await checkDisk(dataDir)] : await checkPostgres(store, clock)),
    ...(await checkQueueServer(queueUrl, clock)),
  ];
}

/** The Redis that holds the queue; nothing where the queue is in the store or in a PostgreSQL. */
export async function checkQueueServer(queueUrl: string | null, clock: Clock): Promise<Check[]> {
  return queueUrl !== null && /^rediss?:/.test(queueUrl) ? checkRedis(queueUrl, clock) : [];
}

/** Free space where the embedded store is. */
export async function checkDisk(dataDir: string): Promise<Check> {
  let folder = resolve(dataDir);
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  const state = free < DISK_LEAST ? 'bad' : free < DISK_WANTED ? 'note' : 'good';
  const gib = `${(free / GIB).toFixed(1)} GiB`;
  const has: Sentence = { zh: `${folder} 可用 ${gib}`, en: `${folder} has ${gib} free` };
  return {
    name: { zh: '磁盘', en: 'disk' },
    state,
    says: state === 'good' ? has : { zh: `${has.zh}，建议至少 2 GiB`, en: `${has.en}; at least 2 GiB are wanted` },
  };
}

/** Whether others of this machine can get at the database, its log or the secret. */
export function checkPrivacy(dataDir: string): Check {
  const name: Sentence = { zh: '数据目录权限', en: 'data folder' };
  const [first, ...more] = looseEntries(dataDir);
  if (first === undefined)
    return { name, state: 'good', says: { zh: `${dataDir} 只有所有者能读写`, en: `${dataDir} is its owner's alone` } };
  const found = `${first.path}（${first.mode.toString(8)}）`;
  const others: Sentence =
    more.length > 0 ? { zh: `等 ${more.length + 1} 个文件和目录`, en: ` and ${more.length} more` } : { zh: '', en: '' };
  const command = `chmod -R go= ${shellWord(dataDir)}`;
  return {
    name,
    state: 'bad',
    says: {
      zh: `本机其他用户可以读写 ${found}${others.zh}，其中有密码散列和密钥。请运行：${command}；如果有别人用过这台机器，再请大家换密码`,
      en: `others of this machine can read or write ${found}${others.en}, with password hashes and keys in it. Run: ${command}; if others have used this machine, have passwords changed`,
    },
  };
}

function shellWord(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

async function checkPostgres(store: Pick<OpenedStore, 'about'>, clock: Clock): Promise<Check[]> {
  const before = clock.now().getTime();
  const { version, now } = await store.about();
  const skew = skewOf(now.getTime(), before, clock.now().getTime());
  const major = Number.parseInt(version, 10);
  return [
    {
      name: quoted('PostgreSQL'),
      state: major < POSTGRES_LEAST ? 'bad' : 'good',
      says:
        major < POSTGRES_LEAST
          ? { zh: `${version}，需要 ${POSTGRES_LEAST} 或更新`, en: `${version}; ${POSTGRES_LEAST} or newer is needed` }
          : quoted(version),
    },
    describeSkew('PostgreSQL', skew),
  ];
}

/** Redis as a queue needs it: it must never drop a key by itself, and keep its keys over a restart. */
async function checkRedis(url: string, clock: Clock): Promise<Check[]> {
  const redis = new Redis(url, { lazyConnect: true, maxRetriesPerRequest: 1, retryStrategy: () => null });
  // The call that fails tells; without a listener it would be told twice.
  redis.on('error', () => undefined);
  try {
    await redis.connect();
    const facts = new Map((await redis.info()).split('\r\n').map((line) => line.split(':', 2) as [string, string]));
    const before = clock.now().getTime();
    const [seconds = 0, micros = 0] = (await redis.time()).map(Number);
    const skew = skewOf(seconds * 1000 + micros / 1000, before, clock.now().getTime());
    return [
      describeRedisVersion(facts.get('redis_version') ?? ''),
      describePolicy(facts.get('maxmemory_policy') ?? ''),
      describePersistence(facts.get('aof_enabled') === '1'),
      describeSkew('Redis', skew),
    ];
  } catch (error) {
    return [{ name: quoted('Redis'), state: 'bad', says: eachLanguage(toldOf(error), (text) => `${new URL(url).host}: ${text}`) }];
  } finally {
    redis.disconnect();
  }
}

function describeRedisVersion(version: string): Check {
  const state = isBelow(version, REDIS_LEAST) ? 'bad' : isBelow(version, REDIS_WANTED) ? 'note' : 'good';
  const wanted = REDIS_WANTED.join('.');
  const says =
    state === 'good' ? quoted(version) : { zh: `${version}，建议 ${wanted} 或更新`, en: `${version}; ${wanted} or newer is wanted` };
  return { name: quoted('Redis'), state, says };
}

function describePolicy(policy: string): Check {
  const good = policy === 'noeviction';
  return {
    name: quoted('Redis maxmemory-policy'),
    state: good ? 'good' : 'bad',
    says: good
      ? quoted(policy)
      : {
          zh: `${policy}：内存满时会丢任务。请设为 noeviction：CONFIG SET maxmemory-policy noeviction`,
          en: `${policy}: jobs would be lost when memory is full. Set noeviction: CONFIG SET maxmemory-policy noeviction`,
        },
  };
}

function describePersistence(aof: boolean): Check {
  return {
    name: quoted('Redis AOF'),
    state: aof ? 'good' : 'note',
    says: aof
      ? quoted('appendonly yes')
      : {
          zh: '没有开启：Redis 重启会丢队列，要等下一次检查才补上。请设 appendonly yes',
          en: 'off: a restart of Redis loses the queue until the next look puts it right. Set appendonly yes',
        },
  };
}

function describeSkew(server: string, skewMs: number): Check {
  const size = Math.abs(skewMs);
  const state = size > SKEW_BAD_MS ? 'bad' : size > SKEW_NOTED_MS ? 'note' : 'good';
  const seconds = (skewMs / 1000).toFixed(1);
  const apart: Sentence = { zh: `相差 ${seconds} 秒`, en: `${seconds} seconds apart` };
  const says = state === 'good' ? apart : { zh: `${apart.zh}：请在两边启用 NTP 对时`, en: `${apart.en}: set both clocks by NTP` };
  return { name: { zh: `${server} 的时钟`, en: `clock of ${server}` }, state, says };
}

/** How far the server's clock is ahead of ours, halfway between question and answer. */
function skewOf(server: number, before: number, after: number): number {
  return server - (before + after) / 2;
}

function isBelow(version: string, [major, minor]: readonly [number, number]): boolean {
  const [is = 0, and = 0] = version.split('.').map(Number);
  return is < major || (is === major && and < minor);
}

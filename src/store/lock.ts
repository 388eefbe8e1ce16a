import { constants, copyFile, link, open, readFile, readlink, rename, rm, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../model/clock.ts';
import type { Randomness } from '../model/randomness.ts';
import { StoreError } from './errors.ts';

/** PGlite does not lock its directory, and two processes in one directory destroy it. */
export interface DirectoryLock {
  release(): Promise<void>;
}

/** Who holds the directory, as the lock file says. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  readonly command: string;
  readonly since: string;
  /** Host, its start and the space in which its process numbers count: only there a pid can be looked up. */
  readonly realm: string;
  /** When the process began, as its system counts: a pid is given out again. */
  readonly began: string;
  readonly token: string;
}

/** The holder touches its file this often, for those who cannot see its process (a container, another machine). */
const TOUCH_SECONDS = 10;
/** Without a touch for this long a holder that cannot be seen is taken for dead. */
const SILENT_SECONDS = 60;
/** A command that was about to end is waited for. */
const PATIENCE_MS = 3_000;
const TRY_AGAIN_MS = 150;
/** What file systems without hard links answer. */
const NO_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK'];

/** Takes DIR/lock, or throws a StoreError that says who holds it and what to do. A dead process's lock is taken over. */
export async function lockDirectory(
  directory: string,
  clock: Clock,
  randomness: Randomness,
  patience = PATIENCE_MS,
): Promise<DirectoryLock> {
  const path = join(directory, 'lock');
  const own: Holder = {
    pid: process.pid,
    host: hostname(),
    command: ['gongkai', ...process.argv.slice(2)].join(' ').slice(0, 200),
    since: clock.now().toISOString(),
    realm: await realm(),
    began: (await processStart(process.pid)) ?? '',
    token: randomness.id(),
  };
  const candidate = `${path}.${own.token}`;
  await writeFile(candidate, JSON.stringify(own));
  try {
    for (let waited = 0; ; waited += TRY_AGAIN_MS) {
      if (await claim(candidate, path)) break;
      const holder = await readHolder(path);
      if (holder && (await isDead(holder, path, candidate)) && (await inherit(candidate, path, holder))) break;
      if (holder && (waited >= patience || holder.pid === process.pid)) throw held(directory, holder);
      await clock.sleep(TRY_AGAIN_MS);
    }
  } finally {
    await rm(candidate, { force: true });
  }
  return hold(path, own);
}

/** Makes the lock with its whole content or not at all; false: somebody has it. */
async function claim(candidate: string, path: string): Promise<boolean> {
  try {
    await link(candidate, path).catch((error) => {
      if (NO_LINKS.includes(codeOf(error))) return copyFile(candidate, path, constants.COPYFILE_EXCL);
      throw error;
    });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** null: given back in the meantime, or just being written. */
async function readHolder(path: string): Promise<Holder | null> {
  try {
    return JSON.parse(await readFile(path, 'utf8')) as Holder;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/** Where its process can be looked up, that decides; elsewhere its silence does, measured by the directory's own clock. */
async function isDead(holder: Holder, path: string, candidate: string): Promise<boolean> {
  if (holder.realm === (await realm())) return (await processStart(holder.pid)) !== holder.began;
  const [touched, now] = await Promise.all([stat(path), stat(candidate)]).catch(() => []);
  return touched !== undefined && now !== undefined && now.mtimeMs - touched.mtimeMs > SILENT_SECONDS * 1000;
}

/**
 * Puts the candidate in a dead holder's place; false: somebody else is doing so, or has. Heirs exclude each other by a lock
 * of the same kind beside it, whose holder may die as well.
 */
async function inherit(candidate: string, path: string, dead: Holder): Promise<boolean> {
  const heir = `${path}.heir`;
  if (!(await claim(candidate, heir))) {
    const other = await readHolder(heir);
    if (!other || !(await isDead(other, heir, candidate)) || !(await inherit(candidate, heir, other))) return false;
  }
  const isStill = (await readHolder(path))?.token === dead.token;
  // The heir's own lock becomes the lock: there is no moment without one.
  if (isStill) await rename(heir, path);
  else await rm(heir, { force: true });
  return isStill;
}

function hold(path: string, own: Holder): DirectoryLock {
  const touching = setInterval(() => touch(path, own), TOUCH_SECONDS * 1000);
  touching.unref();
  return {
    async release() {
      clearInterval(touching);
      if ((await readHolder(path))?.token === own.token) await rm(path, { force: true });
    },
  };
}

/** Writing is what sets the time by the directory's own clock. */
async function touch(path: string, own: Holder): Promise<void> {
  const file = await open(path, 'r+').catch(() => null);
  await file?.write(JSON.stringify(own), 0).catch(() => undefined);
  await file?.close();
}

function held(directory: string, { pid, host, command, since }: Holder): StoreError {
  const who = `${command} (pid ${pid}, ${host})`;
  return new StoreError(
    `目录 ${directory} 正被 ${who} 使用，始于 ${since}。内嵌数据库同时只能由一个进程打开：请等它结束或停止它；若它是 gongkai serve，请在它的网页上操作；需要多个进程时请设置 DATABASE_URL 使用 PostgreSQL。`,
    `${directory} has been in use by ${who} since ${since}. The embedded database takes one process at a time: wait for it or stop it; if it is gongkai serve, work through its pages; for several processes set DATABASE_URL to a PostgreSQL.`,
  );
}

/** Host, start of its system, and process number space: two containers of one name are two realms. */
async function realm(): Promise<string> {
  const start = await readFile('/proc/sys/kernel/random/boot_id', 'utf8').catch(() => '');
  const space = await readlink('/proc/self/ns/pid').catch(() => '');
  return [hostname(), start.trim(), space].join(' ');
}

/** When a process began, as its system counts, '' where the system does not tell; null: there is no such process. */
async function processStart(pid: number): Promise<string | null> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return null;
  }
  const status = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' ? null : (fields[19] ?? '');
}

function codeOf(error: unknown): string {
  return (error as NodeJS.ErrnoException).code ?? '';
}

import { execFile, execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { findProgram, freePort, postgresFolders, type ServerProcess, startProcess } from './binaries.ts';

const USER = 'gongkai';

/** A real PostgreSQL cluster on loopback, made for a test and thrown away. */
export interface PostgresServer {
  readonly port: number;
  /** URL of a database of that name; the cluster's own is `postgres`. */
  url(database: string): string;
  /** Makes an empty database and gives its URL. */
  createDatabase(name: string): Promise<string>;
  /** Puts an empty database in the place of the one of that name, as a failover to an empty standby does; the function puts the old one back. */
  replaceByEmpty(name: string): Promise<() => Promise<void>>;
  /** `fast` breaks off what is under way, as a restart does; `immediate` is a crash. */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Stops it and removes its directory. */
  remove(): Promise<void>;
}

/** Starts PostgreSQL on a free port; without fsync unless asked, since nobody pulls the plug on a test. */
export async function startPostgres({ fsync = false } = {}): Promise<PostgresServer> {
  const folder = dirname(findProgram('initdb', postgresFolders, 'postgresql'));
  const owner = unprivileged();
  const directory = mkdtempSync(join(tmpdir(), 'gongkai-postgres-'));
  if (owner.uid !== undefined) chownSync(directory, owner.uid, owner.gid ?? owner.uid);
  const port = await freePort();
  // Its own: whoever takes its port while it restarts is not taken for it.
  const password = randomUUID();
  const data = join(directory, 'data');
  const options = { cwd: directory, ...owner };
  const url = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  let server: ServerProcess | undefined;

  const passwords = join(directory, 'password');
  writeFileSync(passwords, password, { mode: 0o600 });
  if (owner.uid !== undefined) chownSync(passwords, owner.uid, owner.gid ?? owner.uid);
  const login = ['-U', USER, '-A', 'scram-sha-256', `--pwfile=${passwords}`];
  await promisify(execFile)(join(folder, 'initdb'), ['-D', data, '-E', 'UTF8', '--locale=C', '--no-sync', ...login], options);

  async function start(): Promise<void> {
    const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', fsync: fsync ? 'on' : 'off', max_connections: '60' };
    const args = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    server = startProcess(join(folder, 'postgres'), ['-D', data, '-p', String(port), ...args], options);
    await answers(url('postgres'), server);
  }

  async function stop(mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
    server?.signal(mode === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await server?.ended;
    server = undefined;
  }

  async function run(...statements: string[]): Promise<void> {
    const client = new Client({ connectionString: url('postgres') });
    await client.connect();
    try {
      for (const statement of statements) await client.query(statement);
    } finally {
      await client.end();
    }
  }

  /** Nobody comes in any more, and whoever is inside is put out. */
  const cleared = (name: string): string[] => [
    `alter database "${name}" allow_connections false`,
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = '${name}'`,
  ];

  await start();
  return {
    port,
    url,
    async createDatabase(name) {
      await run(`create database "${name}"`);
      return url(name);
    },
    async replaceByEmpty(name) {
      await run(...cleared(name), `alter database "${name}" rename to "${name} aside"`, `create database "${name}"`);
      return () =>
        run(
          ...cleared(name),
          `drop database "${name}" with (force)`,
          `alter database "${name} aside" rename to "${name}"`,
          `alter database "${name}" allow_connections true`,
        );
    },
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    async remove() {
      await stop('immediate');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, server: ServerProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    server.assertRunning();
    const client = new Client({ connectionString: url });
    try {
      await client.connect();
      return await client.end();
    } catch {
      await sleep(100);
    }
  }
  throw new Error('PostgreSQL did not answer within 30 seconds');
}

/** PostgreSQL refuses to run as root: then as its own user, or as nobody. */
function unprivileged(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string, user: string) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) };
    } catch {
      // No such user here.
    }
  }
  throw new Error('PostgreSQL refuses to run as root, and there is neither a user postgres nor nobody: run the tests as another user.');
}

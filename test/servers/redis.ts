import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findProgram, freePort, type ServerProcess, startProcess } from './binaries.ts';

/** A real Redis on loopback, made for a test and thrown away. */
export interface RedisServer {
  readonly port: number;
  readonly url: string;
  /** As a careful administrator stops it; `crash` ends it at once. */
  stop(how?: 'orderly' | 'crash'): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  /** Crashes it, removes all that it kept, and starts it empty. */
  lose(): Promise<void>;
  /** Stops it and removes its directory. */
  remove(): Promise<void>;
}

/** Starts Redis on a free port, as production must run it: append-only file, no eviction. */
export async function startRedis({ maxmemoryPolicy = 'noeviction' } = {}): Promise<RedisServer> {
  const program = findProgram('redis-server', () => ['/usr/local/sbin', '/usr/sbin'], 'redis-server');
  const directory = mkdtempSync(join(tmpdir(), 'gongkai-redis-'));
  const port = await freePort();
  // Its own: whoever takes its port while it restarts is not taken for it.
  const password = randomUUID();
  let server: ServerProcess | undefined;

  async function start(): Promise<void> {
    const settings = {
      bind: '127.0.0.1',
      port,
      requirepass: password,
      dir: directory,
      appendonly: 'yes',
      save: '',
      'maxmemory-policy': maxmemoryPolicy,
      daemonize: 'no',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    server = startProcess(program, args, { cwd: directory });
    await answers(port, password, server);
  }

  async function stop(how: 'orderly' | 'crash' = 'orderly'): Promise<void> {
    server?.signal(how === 'orderly' ? 'SIGTERM' : 'SIGKILL');
    await server?.ended;
    server = undefined;
  }

  await start();
  return {
    port,
    url: `redis://:${password}@127.0.0.1:${port}`,
    start,
    stop,
    async restart() {
      await stop();
      await start();
    },
    async lose() {
      await stop('crash');
      rmSync(directory, { recursive: true, force: true });
      mkdirSync(directory);
      await start();
    },
    async remove() {
      await stop('crash');
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

async function answers(port: number, password: string, server: ServerProcess): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    server.assertRunning();
    if (await letsIn(port, password)) return;
    await sleep(50);
  }
  throw new Error('Redis did not answer within 10 seconds');
}

function letsIn(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\n`));
    socket.once('data', (reply) => {
      resolve(reply.toString().startsWith('+OK'));
      socket.destroy();
    });
    socket.once('error', () => resolve(false));
  });
}

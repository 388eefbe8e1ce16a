import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';
import { lockDirectory } from '../../src/store/lock.ts';

describe('the lock of an embedded directory', () => {
  let directory: string;
  let children: ChildProcess[];
  const lock = (patience?: number) => lockDirectory(directory, systemClock, systemRandomness, patience);
  const path = () => join(directory, 'lock');
  const holder = () => JSON.parse(readFileSync(path(), 'utf8'));

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-lock-'));
    children = [];
  });
  afterEach(() => {
    for (const child of children) child.kill('SIGKILL');
    rmSync(directory, { recursive: true });
  });

  /** Another process that takes the lock and keeps it until it is told to end. */
  async function anotherProcess(): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'children', 'hold-lock.ts'), directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    return child;
  }
  const ended = (child: ChildProcess) => new Promise((resolve) => child.once('exit', resolve));

  it('tells a second process who holds it, since when, and what to do', async () => {
    const child = await anotherProcess();
    const error = await lock(200).catch(({ message }) => message);
    expect(error).toContain(`pid ${child.pid}`);
    expect(error).toContain(holder().since);
    expect(error).toMatch(/gongkai serve/);
    expect(error).toMatch(/DATABASE_URL/);
  });

  it('is refused to the same process at once', async () => {
    const held = await lock();
    await expect(lock()).rejects.toThrow(`pid ${process.pid}`);
    await held.release();
  });

  it('is free again after it was given back, and leaves no file behind', async () => {
    await (await lock()).release();
    await (await lock()).release();
    expect(readdirSync(directory)).toEqual([]);
  });

  it('waits a little for a command that is about to end', async () => {
    const child = await anotherProcess();
    setTimeout(() => child.kill('SIGTERM'), 400);
    await (await lock()).release();
  });

  it('of a process that was killed is taken over at once', async () => {
    const child = await anotherProcess();
    child.kill('SIGKILL');
    await ended(child);
    const held = await lock(0);
    expect(holder().pid).toBe(process.pid);
    await held.release();
  });

  it.runIf(existsSync('/proc/self/stat'))('of a dead process is taken over although its number is another process’s now', async () => {
    await (await anotherProcess()).kill(0);
    writeFileSync(path(), JSON.stringify({ ...holder(), began: '1' }));
    await (await lock(0)).release();
  });

  it('of another machine holds while that machine is heard of, and no longer', async () => {
    mkdirSync(directory, { recursive: true });
    const elsewhere = {
      pid: 1,
      host: 'elsewhere',
      command: 'gongkai serve',
      since: '2024-01-01T00:00:00Z',
      realm: 'elsewhere',
      began: '',
      token: 't',
    };
    writeFileSync(path(), JSON.stringify(elsewhere));
    await expect(lock(0)).rejects.toThrow(/elsewhere/);
    const silent = new Date(Date.now() - 120_000);
    utimesSync(path(), silent, silent);
    await (await lock(0)).release();
  });

  it('goes to one of many who come for a dead process’s at the same time', async () => {
    const child = await anotherProcess();
    child.kill('SIGKILL');
    await ended(child);
    const asked = await Promise.allSettled(Array.from({ length: 12 }, () => lock(0)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

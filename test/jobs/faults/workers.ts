import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Place } from '../hands.ts';

/** A worker in a process of its own. */
export interface WorkerProcess {
  block(milliseconds: number): void;
  kill(signal: NodeJS.Signals): void;
  /** Exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals | null>;
}

const PROGRAM = fileURLToPath(new URL('worker-process.ts', import.meta.url));

/** Starts a worker process and waits until it is at work. */
export function startWorkerProcess(
  place: Place,
  options: { name: string; lockMs?: number; sitesAtOnce?: number; endless?: boolean },
): Promise<WorkerProcess> {
  const orders = JSON.stringify({ lockMs: 2_000, sitesAtOnce: 2, ...place, ...options });
  const child: ChildProcess = fork(PROGRAM, [orders], { execArgv: ['--import', 'tsx'], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.on('data', (chunk: Buffer) => {
    said = (said + chunk).slice(-4000);
  });
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)));
  return new Promise((resolve, reject) => {
    child.once('message', () =>
      resolve({ block: (milliseconds) => void child.send({ block: milliseconds }), kill: (signal) => void child.kill(signal), ended }),
    );
    child.once('exit', (code) => reject(new Error(`the worker ended with ${code}: ${said}`)));
  });
}

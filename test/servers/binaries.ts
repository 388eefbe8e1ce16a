import { execFileSync, type SpawnOptions, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join } from 'node:path';

/** The path of a program in PATH or in `elsewhere`, installed by apt where this user may, else an error that says what to install. */
export function findProgram(name: string, elsewhere: () => readonly string[], aptPackage: string): string {
  const look = () => [...(process.env.PATH ?? '').split(delimiter), ...elsewhere()].map((folder) => join(folder, name)).find(isExecutable);
  const found = look();
  if (found) return found;
  installWithApt(aptPackage);
  const installed = look();
  if (installed) return installed;
  throw new Error(`These tests need ${name}: install it (apt-get install ${aptPackage}, brew install ${aptPackage}) or put it into PATH.`);
}

/** Folders of PostgreSQL's server programs, newest first: Debian keeps them out of PATH. */
export function postgresFolders(): string[] {
  const root = '/usr/lib/postgresql';
  if (!existsSync(root)) return [];
  const versions = readdirSync(root).sort((one, other) => Number(other) - Number(one));
  return versions.map((version) => join(root, version, 'bin'));
}

/** Below the ports that systems give to outgoing connections: there another may take a server's port while it restarts. */
const PORTS = { from: 12_000, to: 32_000 } as const;

/** A TCP port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(PORTS.from, PORTS.to);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer().once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** Starts a server; what it says last is in the error if it ends before anybody stops it. */
export function startProcess(program: string, args: readonly string[], options: SpawnOptions) {
  const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (said = (said + chunk).slice(-4000)));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    signal: (signal: NodeJS.Signals) => void child.kill(signal),
    ended,
    /** Throws once the process has ended. */
    assertRunning() {
      if (child.exitCode !== null || child.signalCode !== null) throw new Error(`${program} ended by itself:\n${said}`);
    },
  };
}
export type ServerProcess = ReturnType<typeof startProcess>;

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installWithApt(aptPackage: string): void {
  if (process.getuid?.() !== 0 || !isExecutable('/usr/bin/apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    execFileSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', aptPackage], { env, stdio: 'ignore' });
  } catch {
    // The error that follows says what to install.
  }
}

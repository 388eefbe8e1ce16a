import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Socket } from 'node:net';
import { afterEach } from 'vitest';
import { type Door, type DoorOptions, openDoor } from '../../crawlers/door/door.ts';
import type { FetchRequest } from '../../crawlers/door/fetched.ts';
import { type Clock, systemClock } from '../../src/model/clock.ts';
import { systemRandomness } from '../../src/model/randomness.ts';

const cleanups: (() => Promise<unknown> | unknown)[] = [];

/** Runs when the test is over. */
export function afterwards(cleanup: () => Promise<unknown> | unknown): void {
  cleanups.push(cleanup);
}

afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Politeness for a server on loopback. */
export const POLITENESS: FetchRequest['settings'] = {
  requestsPerSecond: 0,
  concurrency: 8,
  timeoutSeconds: 5,
  respectRobots: false,
  allowPrivateNetworks: true,
};

/** A request for a page with the politeness given. */
export function page(url: string, politeness: Partial<FetchRequest['settings']> = {}): FetchRequest {
  return { url, kind: 'page', settings: { ...POLITENESS, ...politeness } };
}

/** A door with a clock that never makes a test wait, unless another is given. */
export function aDoor(options: Partial<DoorOptions> = {}): Door {
  const door = openDoor({ clock: patientClock(), randomness: { ...systemRandomness, fraction: () => 0.5 }, ...options });
  afterwards(() => door.close());
  return door;
}

/** A clock whose sleeps pass at once and are written down; time goes on by itself, too. */
export function patientClock(): Clock & { readonly sleeps: number[] } {
  const sleeps: number[] = [];
  let skipped = 0;
  return {
    sleeps,
    now: () => new Date(systemClock.now().getTime() + skipped),
    async sleep(milliseconds, signal) {
      if (signal?.aborted) throw signal.reason;
      sleeps.push(milliseconds);
      skipped += milliseconds;
    },
  };
}

/** A server on loopback, and every path that was asked of it. */
export async function serve(
  listener: RequestListener,
): Promise<{ url: string; host: string; port: number; asked: string[]; server: Server }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.url}`);
    listener(request, response);
  });
  const port = await listen(server);
  return { url: `http://127.0.0.1:${port}`, host: `127.0.0.1:${port}`, port, asked, server };
}

/** A server that speaks whatever bytes it likes. */
export async function serveBytes(talk: (socket: Socket, asked: Buffer) => void): Promise<string> {
  const server = createTcpServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (asked) => talk(socket, asked));
  });
  return `http://127.0.0.1:${await listen(server)}`;
}

/** Listens on a free port of loopback until the test is over. */
export async function listen(server: ReturnType<typeof createTcpServer>): Promise<number> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise((resolve) => server.close(resolve));
  });
  return (server.address() as AddressInfo).port;
}

import { serve } from '@hono/node-server';
import type { Hono } from 'hono';
import { EXIT, Failure } from './failure.ts';

/** Serves an app over HTTP until it is closed. Throws a Failure where the port is somebody else's. */
export function startHttp(
  app: Pick<Hono, 'fetch'>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<{ readonly url: string; close(): Promise<void> }> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: host, port }, (address) => {
      resolve({
        url: `http://${reachedAt(host)}:${address.port}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed());
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      const at = `${host}:${port}`;
      reject(
        taken
          ? new Failure({ zh: `${at} 已被占用。`, en: `${at} is taken.` }, EXIT.failed, {
              code: 'port-taken',
              remedy: { zh: '请用 --port 换一个', en: 'Choose another with --port' },
            })
          : new Failure({ zh: `不能在 ${at} 上监听：${error.message}`, en: `cannot listen on ${at}: ${error.message}` }),
      );
    });
  });
}

/** Whether a host stands for every address of this machine. */
export const isEverywhere = (host: string) => host === '0.0.0.0' || host === '::';

/** How an address that is listened on is reached from this machine. */
export function reachedAt(host: string): string {
  if (isEverywhere(host)) return host === '::' ? '[::1]' : '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** An app that answers requests; what else it is handed about the connection is its own matter. */
export interface Served {
  fetch(request: Request, connection: object): Response | Promise<Response>;
}

/** Answers what whoever keeps this process alive asks; everything else is the front's of the moment. */
export function besideHealth(health: Served, front: () => Served): Pick<Hono, 'fetch'> {
  return { fetch: (request, connection) => (isHealth(request) ? health : front()).fetch(request, connection as object) };
}

function isHealth({ url }: Request): boolean {
  return /^\/(?:healthz|readyz|metrics(?:\/[^/]*)?)$/.test(new URL(url).pathname);
}

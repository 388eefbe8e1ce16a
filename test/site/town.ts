import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';

/** What a path answers: markup, bytes, or a function that does as it likes. */
export type Answer = string | Uint8Array | ((request: IncomingMessage, response: ServerResponse, body: string) => void);

/** A site on loopback whose pages a test puts up and takes down. */
export interface Town {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** By path with query; where a query is not here, by path alone. */
  readonly pages: Map<string, Answer>;
  /** Every request as `GET /path`, with `?` after it where it was conditional. */
  readonly asked: string[];
  /** TCP connections taken so far. */
  connections(): number;
  /** What was asked since the last time, robots.txt and home page left out. */
  askedSince(): string[];
}

/** Whether pages carry an ETag. */
export interface TownOptions {
  readonly validators?: boolean;
}

/** Opens a site that is gone when the test is over. */
export function openTown(options: TownOptions = {}): Promise<Town> {
  return open(options, onTestFinished);
}

/** Opens a site for several tests; whoever opens it closes it. */
export async function openServer(options: TownOptions = {}): Promise<Town & { close(): Promise<unknown> }> {
  const closers: (() => unknown)[] = [];
  const town = await open(options, (close) => closers.push(close));
  return { ...town, close: () => Promise.all(closers.map((close) => close())) };
}

async function open({ validators = true }: TownOptions, afterwards: (close: () => Promise<void>) => unknown): Promise<Town> {
  const pages = new Map<string, Answer>();
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  let told = 0;
  const server = createServer(async (request, response) => {
    const conditional = request.headers['if-none-match'] !== undefined || request.headers['if-modified-since'] !== undefined;
    asked.push(`${request.method} ${request.url}${conditional ? ' (conditional)' : ''}`);
    let body = '';
    for await (const piece of request) body += piece;
    const answer = pages.get(request.url ?? '') ?? pages.get((request.url ?? '').split('?')[0]!);
    if (answer === undefined) return response.writeHead(404, { 'content-type': 'text/html' }).end('<title>404 Not Found</title>');
    if (typeof answer === 'function') return answer(request, response, body);
    const etag = `"${createHash('sha1').update(answer).digest('hex')}"`;
    if (validators && request.headers['if-none-match'] === etag) return response.writeHead(304, { etag }).end();
    return response.writeHead(200, { 'content-type': 'text/html', ...(validators ? { etag } : {}) }).end(answer);
  });
  server.on('connection', (socket) => {
    connections++;
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => {
    for (const socket of sockets) socket.destroy();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/`,
    host: `127.0.0.1:${port}`,
    port,
    pages,
    asked,
    connections: () => connections,
    askedSince() {
      const fresh = asked.slice(told);
      told = asked.length;
      return fresh.filter((line) => !/ \/(?:robots\.txt)?(?: \(conditional\))?$/.test(line));
    },
  };
}

/** A folder that is gone when the file's tests are over. */
export function scratchFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `gongkai-${name}-`));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

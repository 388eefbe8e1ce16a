import { createHash } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a site of the county answers. */
export type Manner = 'well' | 'dead' | 'drip' | 'refuse';

/** A request as it came in. */
export interface Asked {
  readonly site: string;
  readonly path: string;
  /** Product of the User-Agent: which worker asked. */
  readonly by: string;
  readonly at: number;
  readonly conditional: boolean;
}

/** Many small sites on one loopback server: each with the same columns, each column with a list and its items. */
export interface County {
  readonly asked: Asked[];
  /** Waits so long before each answer, in milliseconds. */
  slow(milliseconds: number): void;
  /** `estate.yaml` with these sites. */
  readonly estate: string;
  /** Columns and items of the sites that answer well. */
  readonly columns: number;
  readonly items: number;
  close(): Promise<void>;
}

export interface CountyOptions {
  readonly sites: number;
  readonly columns: number;
  readonly rows: number;
  /** How the site of a number answers. Default: well. */
  readonly manner?: (site: number) => Manner;
  readonly timeoutSeconds?: number;
  /** Requests at once to the county: its sites are one host. */
  readonly concurrency?: number;
  /** Put at the end of `estate.yaml`. */
  readonly more?: string;
  /** Put into each site after its columns were begun. */
  readonly moreColumns?: (site: number) => string;
}

const NOBODY_LISTENS = 'http://127.0.0.1:9/';

export async function openCounty(options: CountyOptions): Promise<County> {
  const { sites, columns, rows, manner = () => 'well', timeoutSeconds = 5, concurrency = 4 } = options;
  const asked: Asked[] = [];
  const sockets = new Set<Socket>();
  let pause = 0;
  const server = createServer(async (request, response) => {
    const path = request.url ?? '/';
    const [, site = '', column = '', item] = path.split('/');
    const by = (request.headers['user-agent'] ?? '').split(' ')[0]!;
    const conditional = request.headers['if-none-match'] !== undefined;
    asked.push({ site, path, by, at: performance.now(), conditional });
    if (pause > 0) await sleep(pause);
    const how = manner(Number(site.slice(1)));
    if (how === 'drip') return drip(response);
    if (how === 'refuse') return void response.writeHead(412, { 'content-type': 'text/html' }).end('<html><body>412</body></html>');
    const page = item ? itemPage(site, column, Number(item)) : column ? listPage(site, column, rows) : homePage(site, columns);
    const etag = `"${createHash('sha1').update(page).digest('hex')}"`;
    if (request.headers['if-none-match'] === etag) return void response.writeHead(304, { etag }).end();
    return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', etag }).end(page);
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const numbers = Array.from({ length: sites }, (_, index) => index);
  const well = numbers.filter((site) => manner(site) === 'well').length;
  return {
    asked,
    slow(milliseconds) {
      pause = milliseconds;
    },
    estate: [
      'name: 某县',
      `crawl: { requestsPerSecond: 0, concurrency: ${concurrency}, timeoutSeconds: ${timeoutSeconds}, allowPrivateNetworks: true, respectRobots: false, browser: never }`,
      'units:',
      '  - { id: office, name: 某县政府办公室, kind: office }',
      'sites:',
      ...numbers.map((site) => siteEntry(site, manner(site) === 'dead' ? NOBODY_LISTENS : base, columns, options.moreColumns)),
      options.more ?? '',
    ].join('\n'),
    columns: well * columns,
    items: well * columns * rows,
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function siteEntry(site: number, base: string, columns: number, more?: (site: number) => string): string {
  const entries = Array.from(
    { length: columns },
    (_, column) => `      - { id: c${column}, name: 栏目${column}, url: ${base}s${site}/c${column}/ }`,
  );
  return [
    `  - id: s${site}`,
    '    unit: office',
    `    name: 网站${site}`,
    `    url: ${base}s${site}/`,
    '    columns:',
    ...entries,
    ...(more ? [more(site)] : []),
  ].join('\n');
}

const day = (number: number) => `2018-${String((number % 12) + 1).padStart(2, '0')}-${String((number % 27) + 1).padStart(2, '0')}`;
const titleOf = (site: string, column: string, row: number) => `关于${site}${column}第${row}号事项有关情况的通知公告`;

function homePage(site: string, columns: number): string {
  const links = Array.from({ length: columns }, (_, column) => `<li><a href="/${site}/c${column}/">栏目${column}</a></li>`).join('');
  return `<html><head><title>网站${site}</title></head><body><ul>${links}</ul></body></html>`;
}

function listPage(site: string, column: string, rows: number): string {
  const items = Array.from(
    { length: rows },
    (_, row) =>
      `<li><a href="/${site}/${column}/${row}" title="${titleOf(site, column, row)}">${titleOf(site, column, row)}</a><span>${day(row)}</span></li>`,
  );
  return `<html><head><title>${column}</title></head><body><div class="list"><ul>${items.join('')}</ul></div></body></html>`;
}

function itemPage(site: string, column: string, row: number): string {
  const text = `<p>${titleOf(site, column, row)}：请各有关单位按照要求认真组织实施，第${row}项工作由${site}负责。</p>`.repeat(6);
  return `<html><head><title>${titleOf(site, column, row)}</title><meta name="PubDate" content="${day(row)}"></head><body><h1>${titleOf(site, column, row)}</h1><div class="info">发布时间：${day(row)}</div><div class="content">${text}</div></body></html>`;
}

/** A byte now and then, for ever. */
function drip(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/html' });
  const dripping = setInterval(() => response.write(' '), 100);
  response.once('close', () => clearInterval(dripping));
}

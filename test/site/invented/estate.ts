import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDoor } from '../../../crawlers/door/door.ts';
import { openReaderPool } from '../../../crawlers/reading/reader-pool.ts';
import { judgeStored } from '../../../jobs/judging/judge.ts';
import { runInline } from '../../../jobs/run/inline-driver.ts';
import { Dice } from '../../../sample-city/chance.ts';
import type { AuditResult } from '../../../src/audit/audit-result.ts';
import { loadClassifier } from '../../../src/classification/load.ts';
import { loadConfig } from '../../../src/config/load.ts';
import { systemClock } from '../../../src/model/clock.ts';
import { type Day, startOfDay } from '../../../src/model/day.ts';
import { systemRandomness } from '../../../src/model/randomness.ts';
import { openStore } from '../../../src/store/open.ts';
import { LOOKS } from './looks.ts';
import { planSite } from './plan.ts';
import { type Drawing, drawSite } from './site.ts';

/** An estate of invented sites on loopback, and audits of it night by night. */
export interface InventedEstate {
  readonly drawings: readonly Drawing[];
  /** Addresses of the sites' home pages, in order. */
  readonly urls: readonly string[];
  audit(asOf: Day): Promise<AuditResult>;
  close(): Promise<void>;
}

interface Size {
  /** Sites; more than there are looks begin again. */
  readonly sites: number;
  readonly columns: number;
}

/** Puts up the sites of a seed; their estate and its store are kept in `folder`. */
export async function openInventedEstate(seed: string, { sites, columns }: Size, folder: string): Promise<InventedEstate> {
  const drawings = Array.from({ length: sites }, (_, index) => drawingOf(seed, index, columns));
  const servers = await Promise.all(drawings.map(serveSite));
  const urls = servers.map((server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/estate.yaml`, estateOf(drawings, urls));
  const config = loadConfig(folder);
  const handed = { clock: systemClock, randomness: systemRandomness };
  const store = await openStore({ dataDir: `${folder}/data`, ...handed });
  const door = openDoor(handed);
  const readers = openReaderPool();
  const workshop = { config, store, door, readers, classifier: loadClassifier(config.taxonomy), ...handed };
  return {
    drawings,
    urls,
    async audit(asOf) {
      const now = new Date(startOfDay(config.estate.timezone, asOf).getTime() + 12 * 3600_000);
      const signal = new AbortController().signal;
      await runInline(workshop, { kind: 'crawl', asOf: now, narrowing: {}, full: false, signal, render: null, progress: () => undefined });
      const { result } = await judgeStored(workshop, {
        asOf: now,
        span: { from: '2000-01-01', to: asOf },
        narrowing: {},
        pack: config.pack,
      });
      return result;
    },
    async close() {
      for (const server of servers) server.close().closeAllConnections();
      await Promise.all([door.close(), readers.close(), store.close()]);
    },
  };
}

/** A site of a seed as it is drawn; `index` says which kind of make-up it has. */
export function drawingOf(seed: string, index: number, columns: number): Drawing {
  const dice = new Dice(seed, 'drawing', index);
  const side = (['before', 'after', 'none'] as const)[index % 3]!;
  const tail = dice.fraction() < 0.2 ? `sid=${dice.between(10 ** 9, 10 ** 10)}a` : '';
  return {
    site: planSite(seed, index, columns),
    look: LOOKS[index % LOOKS.length]!,
    side,
    answers: new Map(),
    gone: new Set(),
    tail,
    cut: new Set(),
  };
}

/** Puts a site up on loopback. */
export function serveSite(drawing: Drawing): Promise<Server> {
  const server = createServer((request, response) => answer(drawing, request.url ?? '/', response));
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)));
}

function answer(drawing: Drawing, asked: string, response: ServerResponse): void {
  const { site, look, answers } = drawing;
  const path = asked.replace(/[?&]sid=[^&]*/, '');
  const column = site.columns.find((one) => look.column(one, 0) === path);
  const moved = [...answers].find(([, one]) => one.kind === 'moved' && one.to === path)?.[0];
  const told = column && answers.get(column);
  if (told?.kind === 'redirect' || told?.kind === 'moved') return void response.writeHead(302, { location: told.to }).end();
  const page = drawSite(drawing).get(moved ? look.column(moved, 0) : path);
  if (page === undefined) return void response.writeHead(404, { 'content-type': 'text/html' }).end('<title>404</title>');
  if (told?.kind === 'not-modified' && isConditional(response)) return void response.writeHead(304).end();
  const type = page.startsWith('{') ? 'application/json' : 'text/html';
  response.writeHead(200, { 'content-type': type, etag: '"1"' }).end(page);
}

function isConditional({ req }: ServerResponse): boolean {
  return req.headers['if-none-match'] !== undefined;
}

function estateOf(drawings: readonly Drawing[], urls: readonly string[]): string {
  return [
    'name: 清源市',
    'crawl: { requestsPerSecond: 0, concurrency: 2, timeoutSeconds: 8, allowPrivateNetworks: true, browser: never }',
    'units:',
    ...drawings.map(({ site }) => `  - { id: u-${site.id}, name: ${site.name}, kind: department }`),
    'sites:',
    ...drawings.flatMap(({ site, look }, index) => [
      `  - id: ${site.id}`,
      `    unit: u-${site.id}`,
      `    name: ${site.name}`,
      `    url: ${urls[index]}`,
      '    columns:',
      ...site.columns.map(
        (column) => `      - { id: ${column.id}, name: ${column.name}, url: '${look.column(column, 0)}', category: notices, period: P6M }`,
      ),
    ]),
    '',
  ].join('\n');
}

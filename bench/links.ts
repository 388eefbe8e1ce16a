/**
 * Looks at 2,000 link targets on loopback, politeness off, and beside it a plain peer: Node's own `fetch` with the same number of requests
 * at once. Prints both rates and every target on whose verdict they differ; those that we call unsure are counted apart.
 *
 *     npx tsx bench/links.ts
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openDoor } from '../crawlers/door/door.ts';
import { lookAt } from '../crawlers/links/look.ts';
import { forEachOf } from '../crawlers/site/pool.ts';
import { systemClock } from '../src/model/clock.ts';
import { systemRandomness } from '../src/model/randomness.ts';

const TARGETS = 2_000;
const AT_ONCE = 32;

/** How a target answers, by its number: most are well. */
const KINDS = ['well', 'well', 'well', 'well', 'well', 'well', 'moved', 'gone', 'failing', 'guarded'] as const;
const kindOf = (number: number) => KINDS[number % KINDS.length]!;
const BODY = `<html><head><title>通知公告</title></head><body>${'<p>各镇人民政府、街道办事处，市政府各部门。</p>'.repeat(200)}</body></html>`;

const server = createServer((request, response) => {
  const number = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0);
  const kind = request.url?.includes('new') ? 'well' : kindOf(number);
  const status = { well: 200, moved: 301, gone: 404, failing: 500, guarded: 403 }[kind];
  const more = kind === 'moved' ? { location: `/new/${number}.html` } : {};
  response.writeHead(status, { 'content-type': 'text/html; charset=utf-8', ...more }).end(status === 200 ? BODY : '');
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
const urls = Array.from({ length: TARGETS }, (_, number) => `${origin}/item/${number}.html`);
const crawl = {
  ...{ requestsPerSecond: 0, concurrency: AT_ONCE, timeoutSeconds: 15, maxPagesPerColumn: 1 },
  ...{ respectRobots: false, allowPrivateNetworks: true, browser: 'never' as const },
};

const signal = new AbortController().signal;
const door = openDoor({ clock: systemClock, randomness: systemRandomness });
const ours = new Map<string, string>();
const oursTook = await timed(() =>
  forEachOf(urls, AT_ONCE, signal, async (url) => {
    const { state } = await lookAt({ url, kind: 'page', page: `${origin}/` }, { url: `${origin}/`, crawl }, { door, signal });
    ours.set(url, state === 'alive' ? 'alive' : state === 'blocked' || state === 'unsure' ? 'unsure' : 'dead');
  }),
);
await door.close();

const theirs = new Map<string, string>();
const theirsTook = await timed(() =>
  forEachOf(urls, AT_ONCE, signal, async (url) => {
    const answer = await fetch(url);
    await answer.arrayBuffer();
    theirs.set(url, answer.ok ? 'alive' : 'dead');
  }),
);
server.closeAllConnections();
server.close();

const unsure = urls.filter((url) => ours.get(url) === 'unsure').length;
const differing = urls.filter((url) => ours.get(url) !== 'unsure' && ours.get(url) !== theirs.get(url));
const rate = (milliseconds: number) => Math.round((TARGETS / milliseconds) * 1000);
process.stdout.write(
  `gongkai ${rate(oursTook)} links/s, fetch ${rate(theirsTook)} links/s: ${(theirsTook / oursTook).toFixed(2)} of its rate\n`,
);
process.stdout.write(`unsure ${unsure}, verdicts that differ ${differing.length}\n${differing.slice(0, 20).join('\n')}\n`);

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

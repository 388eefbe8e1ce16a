/**
 * Looks at 2,000 link targets on loopback, politeness off, and beside it a plain peer: Node's own `fetch` with the same number of requests
 * at once. Prints both rates and every target on whose verdict they differ; those that we call unsure are counted apart.
 *
 *     npx tsx bench/links.ts
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { openDoor } from '../crawlers/door/door.ts';
import { lookAt } from '../crawlers/links/look.ts';
import { forEachOf } from '../crawlers/site/pool.ts';
import { systemClock } from '../src/model/clock.ts';
import { systemRandomness } from '../src/model/randomness.ts';

const TARGETS = 2_000;
const AT_ONCE = 32;

const server = fork(fileURLToPath(new URL('link-server.ts', import.meta.url)), [], { execArgv: process.execArgv });
const [{ origin }] = (await once(server, 'message')) as [{ origin: string }];
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
server.disconnect();

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

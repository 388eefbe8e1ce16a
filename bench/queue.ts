/**
 * What the queue costs and how workers add up: `npx tsx bench/queue.ts`. Starts its own Redis and PostgreSQL. Figures depend on what
 * else the machine does: look at the ratios.
 */
import { loadavg } from 'node:os';
import type { Queues } from '../jobs/queue/queues.ts';
import { startDueRun } from '../jobs/run/start.ts';
import { openCounty } from '../test/jobs/county.ts';
import { startWorkerProcess } from '../test/jobs/faults/workers.ts';
import { dueNow, type Hands, openHands, overRun, type Place, scratchEstate, until } from '../test/jobs/hands.ts';
import { startPostgres } from '../test/servers/postgres.ts';
import { startRedis } from '../test/servers/redis.ts';

const PATIENCE_MS = 900_000;
const JOBS = 500;

console.log(`load of the machine: ${loadavg()[0]!.toFixed(1)}`);
await night();
await scaling('that answer after 100 ms, as sites far away do', 100);
await scaling('that answer at once: processor time is all there is, and servers take their part of the two cores', 0);

/** A night of a city with nothing new, in one process with everything embedded, and what the queue adds to a site of 20 pages. */
async function night(): Promise<void> {
  const county = await openCounty({ sites: 58, columns: 25, rows: 2 });
  const scratch = scratchEstate(county.estate);
  const hands = await openHands(scratch);
  hands.work();
  const first = await run(hands);
  console.log(`first night, 58 sites x 25 columns: ${describe(first)}`);
  const second = await run(hands);
  console.log(`night with nothing new:            ${describe(second)}, ${((1000 * second.cpu) / 1450).toFixed(1)} ms of CPU a column`);
  await tellOverhead(hands.queues, first, second);
  await hands.close();
  await county.close();
  scratch.remove();
}

/** 58 sites of 75 pages and 25 columns tell what a page costs; jobs that do nothing tell what a job costs. */
async function tellOverhead(queues: Queues, first: Figures, second: Figures): Promise<void> {
  const perPage = (first.seconds - second.seconds) / 2_900;
  let done = 0;
  const worker = queues.worker('gongkai-bench', async () => void done++, { concurrency: 8 });
  const started = performance.now();
  await queues.flows().add({
    name: 'end',
    queueName: 'gongkai-bench-end',
    children: Array.from({ length: JOBS }, () => ({ name: 'nothing', queueName: 'gongkai-bench', data: {} })),
  });
  await until(() => done === JOBS, PATIENCE_MS);
  const perJob = (performance.now() - started) / 1000 / JOBS;
  await worker.close();
  const share = (100 * perJob) / (20 * perPage);
  console.log(
    `queue (${queues.kind}): ${(1000 * perJob).toFixed(2)} ms a site job, ${share.toFixed(1)} % of a site of 20 pages at ${(1000 * perPage).toFixed(1)} ms a page`,
  );
}

/** The same estate with one worker process and with two, over Redis and PostgreSQL; its sites answer after `pause` milliseconds. */
async function scaling(sites: string, pause: number): Promise<void> {
  console.log(`sites ${sites}:`);
  const [postgres, redis] = await Promise.all([startPostgres(), startRedis()]);
  const county = await openCounty({ sites: 16, columns: 10, rows: 10, concurrency: 8 });
  county.slow(pause);
  const scratch = scratchEstate(county.estate);
  const seconds: number[] = [];
  for (const count of [1, 2]) {
    const place: Place = { dir: scratch.dir, databaseUrl: await postgres.createDatabase(`workers${count}`), queueUrl: redis.url };
    const hands = await openHands(place);
    const workers = await Promise.all(
      Array.from({ length: count }, (_, index) => startWorkerProcess(place, { name: `w${index}`, lockMs: 30_000, sitesAtOnce: 4 })),
    );
    const figures = await run(hands);
    seconds.push(figures.seconds);
    console.log(`  ${count} worker process${count > 1 ? 'es' : ''}: ${figures.seconds.toFixed(1)} s for ${county.items} items`);
    for (const worker of workers) worker.kill('SIGTERM');
    await Promise.all(workers.map(({ ended }) => ended));
    await hands.close();
  }
  console.log(`  two are ${(seconds[0]! / seconds[1]!).toFixed(2)} times as fast as one`);
  await county.close();
  await Promise.all([postgres.remove(), redis.remove()]);
  scratch.remove();
}

interface Figures {
  readonly seconds: number;
  /** Seconds of CPU of this process, the sites' server among them. */
  readonly cpu: number;
  readonly requests: number;
}

async function run(hands: Hands): Promise<Figures> {
  const started = performance.now();
  const before = process.cpuUsage();
  const { id } = await startDueRun(hands.workshop, hands.queues.flows(), dueNow(PATIENCE_MS));
  const ended = await overRun(hands.store, id, PATIENCE_MS);
  const { user, system } = process.cpuUsage(before);
  if (ended.state !== 'done' || ended.failed > 0) throw new Error(`the run came to ${ended.state}, ${ended.failed} columns failed`);
  return { seconds: (performance.now() - started) / 1000, cpu: (user + system) / 1e6, requests: ended.traffic.requests };
}

function describe({ seconds, cpu, requests }: Figures): string {
  return `${requests} requests, ${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU`;
}

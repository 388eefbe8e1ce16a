import { setTimeout as sleep } from 'node:timers/promises';
import { DelayedError, WaitingError } from 'bullmq';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Queues } from '../../jobs/queue/queues.ts';

interface Place {
  /** Opens queues on the same place again, as another process would. */
  open(): Promise<Queues>;
  close(): Promise<void>;
}

const FAST = { drainDelay: 1, stalledInterval: 500, lockDuration: 1_000 };

/** What the jobs of this house need of a queue, whatever it is kept in. */
export function describeQueues(name: string, start: () => Promise<Place>): void {
  describe(`queues in ${name}`, () => {
    let place: Place;
    let queues: Queues;
    let count = 0;
    let jobs: string;
    let parents: string;

    beforeAll(async () => {
      place = await start();
    });
    afterAll(() => place.close());
    beforeEach(async () => {
      queues = await place.open();
      count += 1;
      jobs = `jobs-${count}`;
      parents = `parents-${count}`;
    });
    afterEach(() => queues.close(true));

    it('run a parent once all of its children are done, also those of another queue', async () => {
      const order: string[] = [];
      queues.worker(jobs, async (job) => void order.push(job.name), FAST);
      queues.worker(parents, async (job) => void order.push(job.name), FAST);
      const children = ['a', 'b', 'c'].map((child) => ({ name: child, queueName: jobs, data: {}, opts: { jobId: `one.${child}` } }));
      await queues.flows().add({ name: 'parent', queueName: parents, data: {}, opts: { jobId: 'one.end' }, children });
      await until(() => order.length === 4);
      expect(order.slice(0, 3).sort()).toEqual(['a', 'b', 'c']);
      expect(order[3]).toBe('parent');
    });

    it('let a child fail without holding up its parent', async () => {
      const done: string[] = [];
      queues.worker(
        jobs,
        async (job) => {
          if (job.name === 'bad') throw new Error('bad');
          done.push(job.name);
        },
        FAST,
      );
      queues.worker(parents, async (job) => void done.push(job.name), FAST);
      const children = ['good', 'bad'].map((child) => ({
        name: child,
        queueName: jobs,
        data: {},
        opts: { ignoreDependencyOnFailure: true, attempts: 2, backoff: { type: 'fixed', delay: 50 } },
      }));
      await queues.flows().add({ name: 'parent', queueName: parents, data: {}, children });
      await until(() => done.includes('parent'));
      expect(done).toEqual(['good', 'parent']);
    });

    it('take a flow whose ids are known already for the one that is there', async () => {
      let ran = 0;
      const add = (count: number) => async () => {
        ran += count;
      };
      const flow = {
        name: 'parent',
        queueName: parents,
        data: {},
        opts: { jobId: 'twice.end' },
        children: [{ name: 'child', queueName: jobs, data: {}, opts: { jobId: 'twice.child' } }],
      };
      await queues.flows().add(flow);
      await queues.flows().add(flow);
      queues.worker(jobs, add(1), FAST);
      queues.worker(parents, add(10), FAST);
      await until(() => ran >= 11);
      await sleep(300);
      expect(ran).toBe(11);
    });

    it('say of a job that is not there that they do not know it', async () => {
      expect(await queues.queue(jobs).getJobState('nobody')).toBe('unknown');
    });

    it('try a job again after a pause and keep its failure when all tries are used up', async () => {
      let tries = 0;
      queues.worker(
        jobs,
        async () => {
          tries++;
          throw new Error(`try ${tries}`);
        },
        FAST,
      );
      const job = await queues.queue(jobs).add('job', {}, { attempts: 3, backoff: { type: 'fixed', delay: 30 } });
      await until(async () => (await job.getState()) === 'failed');
      expect(tries).toBe(3);
      expect((await queues.queue(jobs).getJob(job.id!))?.failedReason).toBe('try 3');
    });

    it('hold a delayed job back until it is time', async () => {
      const started: number[] = [];
      queues.worker(jobs, async () => void started.push(performance.now()), FAST);
      const from = performance.now();
      await queues.queue(jobs).add('later', {}, { delay: 400 });
      await until(() => started.length === 1);
      expect(started[0]! - from).toBeGreaterThanOrEqual(390);
    });

    it('take a job back into the queue, at once or for later, without counting a failure', async () => {
      let runs = 0;
      queues.worker(
        jobs,
        async (job, token) => {
          runs++;
          if (runs === 1) {
            await job.moveToWait(token);
            throw new WaitingError();
          }
          if (runs === 2) {
            await job.moveToDelayed(Date.now() + 100, token);
            throw new DelayedError();
          }
        },
        FAST,
      );
      const job = await queues.queue(jobs).add('job', {}, { attempts: 1 });
      await until(async () => (await job.getState()) === 'completed');
      expect(runs).toBe(3);
    });

    it('fire schedulers, keep one of each id, and forget those that are removed', async () => {
      let ticks = 0;
      const queue = queues.queue(jobs);
      await queue.upsertJobScheduler('beat', { every: 200 }, { name: 'tick', data: {} });
      await queue.upsertJobScheduler('beat', { every: 200 }, { name: 'tick', data: {} });
      await queue.upsertJobScheduler('other', { every: 3_600_000 }, { name: 'other', data: {} });
      expect((await queue.getJobSchedulers()).map(({ key }) => key).sort()).toEqual(['beat', 'other']);
      await queue.removeJobScheduler('other');
      expect((await queue.getJobSchedulers()).map(({ key }) => key)).toEqual(['beat']);
      queues.worker(jobs, async ({ name }) => void (name === 'tick' && ticks++), FAST);
      await until(() => ticks >= 3);
      await queue.removeJobScheduler('beat');
    });

    it('give a job whose worker died to another one', async () => {
      const other = await place.open();
      const dead = other.worker(jobs, () => sleep(60_000, undefined, { ref: false }), {
        ...FAST,
        skipLockRenewal: true,
        skipStalledCheck: true,
      });
      await queues.queue(jobs).add('job', {}, { jobId: 'orphan' });
      await until(async () => (await queues.queue(jobs).getActiveCount()) === 1);
      await dead.close(true);
      let taken = 0;
      queues.worker(jobs, async () => void taken++, { ...FAST, maxStalledCount: 5 });
      await until(() => taken === 1);
      await other.close(true);
    });

    it('tell the holder of a lock that it was lost', async () => {
      const found: number[] = [];
      queues.worker(
        jobs,
        async (job, token) => {
          if (job.attemptsStarted > 1) return;
          await sleep(2_500);
          found.push(await job.extendLock(token!, 1_000).catch(() => 0));
        },
        { ...FAST, skipLockRenewal: true, maxStalledCount: 5, concurrency: 2 },
      );
      await queues.queue(jobs).add('job', {});
      await until(() => found.length === 1);
      expect(found).toEqual([0]);
    });

    it('never give one job to two workers at once', async () => {
      const other = await place.open();
      const under = new Map<string, number>();
      let most = 0;
      let done = 0;
      const work = async (job: { id?: string | undefined }) => {
        under.set(job.id!, (under.get(job.id!) ?? 0) + 1);
        most = Math.max(most, under.get(job.id!)!);
        await sleep(5);
        under.set(job.id!, under.get(job.id!)! - 1);
        done++;
      };
      for (const one of [queues, other]) one.worker(jobs, work, { ...FAST, concurrency: 8, lockDuration: 30_000 });
      await queues.queue(jobs).addBulk(Array.from({ length: 200 }, (_, index) => ({ name: 'job', data: { index } })));
      await until(() => done >= 200);
      await sleep(200);
      expect([done, most]).toEqual([200, 1]);
      await other.close();
    });

    it('tell others of what happens to jobs', async () => {
      const events = queues.events(jobs);
      await events.waitUntilReady();
      const heard: string[] = [];
      events.on('completed', ({ jobId }) => void heard.push(`completed ${jobId}`));
      events.on('progress', ({ jobId, data }) => void heard.push(`progress ${jobId} ${JSON.stringify(data)}`));
      await sleep(200);
      queues.worker(jobs, (job) => job.updateProgress({ columns: 3 }), FAST);
      await queues.queue(jobs).add('job', {}, { jobId: 'told' });
      await until(() => heard.length === 2, 3_000);
      expect(heard).toEqual(['progress told {"columns":3}', 'completed told']);
    });

    it('wait for the job under way when they are closed', async () => {
      const own = await place.open();
      let ended = false;
      own.worker(
        jobs,
        async () => {
          await sleep(300);
          ended = true;
        },
        FAST,
      );
      const job = await queues.queue(jobs).add('job', {});
      await until(async () => (await job.getState()) === 'active');
      await own.close();
      expect([ended, await job.getState()]).toEqual([true, 'completed']);
    });
  });
}

/** Waits until something is so, at most `patience` milliseconds. */
async function until(isSo: () => boolean | Promise<boolean>, patience = 20_000): Promise<void> {
  for (let waited = 0; waited < patience; waited += 20) {
    if (await isSo()) return;
    await sleep(20);
  }
  throw new Error(`not so in time: ${isSo}`);
}

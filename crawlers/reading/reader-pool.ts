import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { FailedReading } from '../../src/model/reading.ts';
import type { Survey, SurveySource } from '../discovery/survey.ts';
import type { FileLook, FileSource } from '../documents/look-into.ts';
import type { PageSource, Reading } from './read.ts';

/** A page that is not read by then never will be: ordinary ones take milliseconds, the largest a second or two. */
const SECONDS = 20;

/** More threads than this read faster than one process fetches and stores. Two on two processors as well: a page that takes long must not hold up all others. */
const [FEWEST_THREADS, MOST_THREADS] = [2, 3];

/** Pages at a thread: one under way, and more so that it need not wait until we have time for it. */
const AT_ONCE = 4;

/** Pages at each thread before another one starts, which takes memory and a second: one thread keeps up unless a page holds it. */
const CROWDED = 8;

/** Memory of a thread in MB. Pages are cut at 4 million characters, and their trees take no more than a third of it. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 32 };

/** What a thread is asked for. */
export type Task =
  | { readonly does: 'read'; readonly source: PageSource }
  | { readonly does: 'survey'; readonly source: SurveySource }
  | { readonly does: 'look-into'; readonly source: FileSource };

/** What an attached file says of private persons, and what it says at all where that was asked for. */
export interface LookedInto extends FileLook {
  readonly kind: 'file';
}

type Answer = Reading | Survey | LookedInto;

/** The first word of a thread. */
export const READY = 'ready';

export interface ReaderPool {
  /** Reads a page as `readPage` does, in a thread of its own and within bounds of time and memory. Never rejects. */
  read(source: PageSource): Promise<Reading>;
  /** Surveys a page as `surveyPage` does, in the same way. */
  survey(source: SurveySource): Promise<Survey | FailedReading>;
  /** Looks into an attached file, in the same way. */
  lookInto(source: FileSource): Promise<LookedInto | FailedReading>;
  /** Ends the threads; what they were reading comes out as an error. */
  close(): Promise<void>;
}

export interface ReaderPoolOptions {
  /** Threads at most. Default: one for each processor that is left beside our own, two at least where there are two. */
  readonly threads?: number;
  /** Time for one page. */
  readonly seconds?: number;
}

/**
 * Opens a pool of threads that read pages beside the one that fetches and stores. A page that takes too long or too much memory
 * costs its thread, which is replaced, and nothing else. Threads start when they are needed, and do not keep the process alive.
 */
export function openReaderPool(options: ReaderPoolOptions = {}): ReaderPool {
  const most = options.threads ?? threadsFor(availableParallelism());
  const threads: ReaderThread[] = [];
  let closed = false;
  const ask = (task: Task): Promise<Answer> => {
    if (closed) return Promise.resolve(failed(task, 'the readers are closed'));
    let thread = threads.reduce<ReaderThread | null>((least, next) => (least && least.load <= next.load ? least : next), null);
    if (thread === null || (thread.load >= CROWDED && threads.length < most)) {
      thread = new ReaderThread(options.seconds ?? SECONDS);
      threads.push(thread);
    }
    return thread.ask(task);
  };
  return {
    read: (source) => ask({ does: 'read', source }) as Promise<Reading>,
    survey: (source) => ask({ does: 'survey', source }) as Promise<Survey | FailedReading>,
    lookInto: (source) => ask({ does: 'look-into', source }) as Promise<LookedInto | FailedReading>,
    async close() {
      closed = true;
      await Promise.all(threads.map((thread) => thread.close()));
    },
  };
}

function threadsFor(processors: number): number {
  return processors === 1 ? 1 : Math.min(MOST_THREADS, Math.max(FEWEST_THREADS, processors - 1));
}

interface Job {
  readonly task: Task;
  resolve(answer: Answer): void;
}

/** One thread and the pages that wait for it. A thread that is lost is started again for the pages behind the one that it was lost to. */
class ReaderThread {
  readonly #milliseconds: number;
  readonly #posted: Job[] = [];
  readonly #waiting: Job[] = [];
  #worker: Worker | null = null;
  #ready = false;
  #timer: NodeJS.Timeout | null = null;

  constructor(seconds: number) {
    this.#milliseconds = seconds * 1000;
  }

  /** Pages that it has not read yet. */
  get load(): number {
    return this.#posted.length + this.#waiting.length;
  }

  ask(task: Task): Promise<Answer> {
    return new Promise((resolve) => {
      this.#waiting.push({ task, resolve });
      this.#post();
    });
  }

  async close(): Promise<void> {
    for (const job of [...this.#posted.splice(0), ...this.#waiting.splice(0)]) job.resolve(failed(job.task, 'the readers were closed'));
    await this.#drop()?.terminate();
  }

  #post(): void {
    this.#worker ??= this.#start();
    while (this.#posted.length < AT_ONCE && this.#waiting.length > 0) {
      const job = this.#waiting.shift()!;
      this.#posted.push(job);
      this.#worker.postMessage(job.task);
    }
    if (this.#posted.length > 0) this.#worker.ref();
    if (this.#ready && this.#posted.length > 0) this.#timer ??= setTimeout(() => this.#overdue(), this.#milliseconds);
  }

  #start(): Worker {
    const worker = new Worker(new URL('reader-thread.mjs', import.meta.url), { execArgv: [], resourceLimits: LIMITS });
    worker.on('message', (message: Answer | typeof READY) => {
      if (worker !== this.#worker) return;
      if (message !== READY) this.#done(message);
      else {
        this.#ready = true;
        this.#post();
      }
    });
    worker.on('error', (error) => this.#lost(worker, error.message));
    return worker;
  }

  #done(answer: Answer): void {
    this.#stopTimer();
    this.#posted.shift()?.resolve(answer);
    if (this.load > 0) this.#post();
    else this.#worker?.unref();
  }

  /** Answers that have come while we ourselves were busy are looked at first. */
  #overdue(): void {
    const job = this.#posted[0];
    setImmediate(() => {
      if (this.#worker !== null && this.#posted[0] === job) this.#lost(this.#worker, `more than ${this.#milliseconds / 1000} s`);
    });
  }

  #lost(worker: Worker, why: string): void {
    if (worker !== this.#worker) return;
    void this.#drop()?.terminate();
    const [job, ...rest] = this.#posted.splice(0);
    this.#waiting.unshift(...rest);
    job?.resolve(failed(job.task, why));
    if (this.load > 0) this.#post();
  }

  #drop(): Worker | null {
    const worker = this.#worker;
    this.#stopTimer();
    this.#worker = null;
    this.#ready = false;
    return worker;
  }

  #stopTimer(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}

function failed({ source }: Task, why: string): FailedReading {
  return {
    kind: 'error',
    url: source.url,
    error: { zh: `页面无法在限度内读完：${why}`, en: `the page could not be read within bounds: ${why}` },
  };
}

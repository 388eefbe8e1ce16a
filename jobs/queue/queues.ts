import type { FlowProducer, IQueueBackend, JobProgress, Processor, Queue, QueueEvents, Worker, WorkerOptions } from 'bullmq';

/** What may be put in a queue: JSON. */
export type JobData = Readonly<Record<string, unknown>>;
export type JobQueue<Data extends JobData = JobData> = Queue<Data, unknown, string, Data, unknown, string, IQueueBackend, unknown>;
export type JobWorker<Data extends JobData = JobData> = Worker<Data, unknown, string, IQueueBackend, JobProgress, unknown>;
export type JobFlows = FlowProducer<IQueueBackend, unknown>;
export type JobEvents = QueueEvents<unknown, IQueueBackend, unknown>;

/** How a worker differs from BullMQ's defaults. */
export type JobWorkerOptions = Omit<WorkerOptions<unknown>, 'connection' | 'prefix'>;

/** BullMQ over one backend. Everything that was opened through it is closed by it, workers first. */
export interface Queues {
  readonly kind: 'redis' | 'postgres' | 'embedded';
  queue<Data extends JobData>(name: string): JobQueue<Data>;
  worker<Data extends JobData>(name: string, processor: Processor<Data, unknown>, options: JobWorkerOptions): JobWorker<Data>;
  flows(): JobFlows;
  events(name: string): JobEvents;
  /** Waits for the jobs under way; with `force` it leaves them to be found stalled. */
  close(force?: boolean): Promise<void>;
}

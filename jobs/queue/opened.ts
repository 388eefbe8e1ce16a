import type { BackendClasses, IQueueBackend, Processor, Telemetry } from 'bullmq';
import type { JobData, JobEvents, JobFlows, JobQueue, JobWorker, JobWorkerOptions, Queues } from './queues.ts';

/** One backend of BullMQ: its classes, what they connect through, and how that ends. */
export interface Backend<B extends IQueueBackend, Connection> {
  readonly kind: Queues['kind'];
  readonly classes: BackendClasses<B, Connection>;
  readonly connection: Connection;
  /** Redis only: what the names of all keys begin with. */
  readonly prefix?: string;
  disconnect(): Promise<void>;
}

/** What a queue keeps of jobs that are over: enough to look back a week, never without end. */
const KEPT = {
  removeOnComplete: { age: 7 * 86_400, count: 20_000 },
  removeOnFail: { age: 30 * 86_400, count: 20_000 },
};

interface Closable {
  close(force?: boolean): Promise<void>;
}

/** The queues over a backend: hands out BullMQ's objects, hears their errors, and closes all of them. */
export function openedQueues<B extends IQueueBackend, Connection>(
  backend: Backend<B, Connection>,
  onError: (error: Error) => void,
  telemetry: Telemetry | null,
): Queues {
  const { classes, connection } = backend;
  const shared = { connection, ...(backend.prefix === undefined ? {} : { prefix: backend.prefix }), ...(telemetry && { telemetry }) };
  const queues = new Map<string, JobQueue>();
  const workers: Closable[] = [];
  const others: Closable[] = [];
  let flows: JobFlows | null = null;
  // Without a listener an error ends the process; BullMQ connects again by itself.
  const heard = <Opened extends { on(event: 'error', listener: (error: Error) => void): unknown }>(opened: Opened): Opened => {
    opened.on('error', onError);
    return opened;
  };
  // BullMQ's classes carry their backend in their type, which nobody beyond this file may need to know.
  return {
    kind: backend.kind,
    queue<Data extends JobData>(name: string) {
      const known = queues.get(name);
      const queue = known ?? heard(new classes.Queue(name, shared) as unknown as JobQueue);
      queues.set(name, queue);
      return queue as unknown as JobQueue<Data>;
    },
    worker<Data extends JobData>(name: string, processor: Processor<Data, unknown>, options: JobWorkerOptions) {
      const worker = heard(new classes.Worker<Data>(name, processor, { ...KEPT, ...options, ...shared }));
      workers.push(worker);
      return worker as unknown as JobWorker<Data>;
    },
    flows() {
      flows ??= heard(new classes.FlowProducer(shared) as unknown as JobFlows);
      return flows;
    },
    events(name) {
      const events = heard(new classes.QueueEvents(name, shared) as unknown as JobEvents);
      others.push(events);
      return events;
    },
    async close(force = false) {
      await Promise.all(workers.map((worker) => worker.close(force)));
      await Promise.all([...others, ...queues.values(), ...(flows ? [flows] : [])].map((one) => one.close()));
      await backend.disconnect();
    },
  };
}

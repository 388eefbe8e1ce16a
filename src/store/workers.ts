import { desc, lt } from 'drizzle-orm';
import type { Database } from './database.ts';
import { replacing, selectAll } from './rows.ts';
import { workers } from './schema/workers.ts';
import type { WorkerStore } from './store.ts';

/** What the processes that work off the queue tell of themselves. */
export function workerStore(db: Database): WorkerStore {
  return {
    async report(worker) {
      await db
        .insert(workers)
        .select(selectAll(workers, [worker]))
        .onConflictDoUpdate({ target: workers.id, set: replacing(workers, ['id']) });
    },

    list: () => db.select().from(workers).orderBy(desc(workers.seenAt), desc(workers.id)),

    async prune(before) {
      await db.delete(workers).where(lt(workers.seenAt, before));
    },
  };
}

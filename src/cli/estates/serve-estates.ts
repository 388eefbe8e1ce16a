import { doEveryMinute } from '../../../jobs/run/every-minute.ts';
import { keepRepeatingJobs } from '../../../jobs/worker/repeating-jobs.ts';
import { DEFAULT_WORKER } from '../../../jobs/worker/worker.ts';
import { estatePath, type ServedEstate } from '../../console/estates/estate-choice.ts';
import { createFront } from '../../console/estates/front.ts';
import { inBoth } from '../../model/sentence.ts';
import { openConsole } from '../console.ts';
import { isHealth, startHttp } from '../http.ts';
import { interruptible, SAVED_WITHIN_MS } from '../interrupt.ts';
import type { ServeOptions } from '../serve.ts';
import { aborted } from '../work.ts';
import { type EstateAtWork, startCrews, stopCrews } from './crews.ts';
import { withEachEstate } from './each-estate.ts';
import { joinedHealth } from './joined-health.ts';

/** Scheduler, worker and console of several estates in one process, until a signal ends it. */
export function serveEstates(directory: string, options: ServeOptions): Promise<void> {
  return withEachEstate(directory, options, async (estates) => {
    const interrupt = interruptible({ withinMs: SAVED_WITHIN_MS });
    const atWork = await startCrews(estates, DEFAULT_WORKER.sitesAtOnce);
    let http: Awaited<ReturnType<typeof startHttp>> | null = null;
    try {
      const served: ServedEstate[] = [];
      const [health, front] = [joinedHealth(() => atWork), createFront(served)];
      http = await startHttp(
        { fetch: (request, connection) => (isHealth(request) ? health : front).fetch(request, connection as object) },
        options,
      );
      // Only now is the address known that sessions and links belong to.
      for (const one of atWork) served.push(await serveOne(one, http.url));
      if (!options.quiet)
        process.stderr.write(`${inBoth({ zh: 'gongkai 正在运行，按 Ctrl-C 结束', en: 'running, Ctrl-C ends it' })}: ${http.url}\n`);
      await aborted(interrupt.signal);
    } finally {
      await stopCrews(atWork);
      await http?.close();
      interrupt.release();
    }
  });
}

async function serveOne({ options, work }: EstateAtWork, url: string): Promise<ServedEstate> {
  const id = options.estate;
  if ('fault' in work) return { id, name: id, served: work };
  const { workshop, store, queues } = work.session;
  const { name } = workshop.config.estate;
  const { app, setupUrl } = await openConsole(work.session, { data: options.data, url: `${url}${estatePath(id)}`, among: id });
  await keepRepeatingJobs(queues);
  // What was missed while nobody was here is begun now, not in a minute.
  await doEveryMinute(workshop, queues, store.madeAt);
  if (setupUrl) process.stderr.write(`${name} ${inBoth({ zh: '建立第一个账户', en: 'make the first account' })}: ${setupUrl}\n`);
  return { id, name, served: app };
}

import { DEFAULT_WORKER } from '../../../jobs/worker/worker.ts';
import { estatePath, type ServedEstate } from '../../console/estates/estate-choice.ts';
import { createFront } from '../../console/estates/front.ts';
import { inBoth } from '../../model/sentence.ts';
import { beginServing } from '../begin-serving.ts';
import { besideHealth, startHttp } from '../http.ts';
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
      const front = createFront(served);
      http = await startHttp(
        besideHealth(
          joinedHealth(() => atWork),
          () => front,
        ),
        options,
      );
      for (const one of atWork) served.push(await serveOne(one, { url: http.url, host: options.host }));
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

async function serveOne(
  { options: { estate: id, config, data }, work }: EstateAtWork,
  { url, host }: { readonly url: string; readonly host: string },
): Promise<ServedEstate> {
  if ('fault' in work) return { id, name: id, served: work };
  const { name } = work.session.workshop.config.estate;
  const { app, setupUrl } = await beginServing(work.session, { config, data, url: `${url}${estatePath(id)}`, host, among: id });
  if (setupUrl) process.stderr.write(`${name} ${inBoth({ zh: '建立第一个账户', en: 'make the first account' })}: ${setupUrl}\n`);
  return { id, name, served: app };
}

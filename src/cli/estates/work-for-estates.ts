import { startHttp } from '../http.ts';
import { interruptible, SAVED_WITHIN_MS } from '../interrupt.ts';
import type { CommonOptions } from '../options.ts';
import { aborted } from '../work.ts';
import { sayWaiting, type WorkOptions } from '../work-until-stopped.ts';
import { startCrews, stopCrews } from './crews.ts';
import { withEachEstate } from './each-estate.ts';
import { joinedHealth } from './joined-health.ts';

/** Works off the queues of several estates until a signal ends it. */
export function workForEstates(directory: string, options: CommonOptions, { sites, health }: WorkOptions): Promise<void> {
  return withEachEstate(
    directory,
    options,
    async (estates) => {
      const interrupt = interruptible({ withinMs: SAVED_WITHIN_MS });
      const atWork = await startCrews(estates, sites);
      let http: Awaited<ReturnType<typeof startHttp>> | null = null;
      try {
        http =
          health &&
          (await startHttp(
            joinedHealth(() => atWork),
            health,
          ));
        if (!options.quiet) sayWaiting();
        await aborted(interrupt.signal);
      } finally {
        await stopCrews(atWork);
        await http?.close();
        interrupt.release();
      }
    },
    { shared: true },
  );
}

import { lookAt } from '../../crawlers/links/look.ts';
import { forEachOf } from '../../crawlers/site/pool.ts';
import { LINK_FAULTS } from '../../src/model/links.ts';
import type { RunRecord } from '../../src/model/records.ts';
import { lookDay } from '../quality/look-day.ts';
import type { Workshop } from '../workshop.ts';

/** Addresses looked at at once; each host keeps its own pace. */
const AT_ONCE = 4;

/**
 * Looks at the addresses of the functions that accounts must hold, the office's own ones. A look that proves nothing, being turned away
 * for example, is not kept.
 */
export async function probeFunctions(workshop: Workshop, run: Pick<RunRecord, 'startedAt'>, signal: AbortSignal): Promise<void> {
  const { config, clock, store, door } = workshop;
  const { timezone, accounts, crawl } = config.estate;
  const today = lookDay(run, timezone);
  const open = accounts.filter(
    ({ closed, registered }) => (closed === null || closed > today) && (registered === null || registered <= today),
  );
  const asked = open.flatMap(({ id, functions }) =>
    functions.flatMap(({ name, url }) => (url === null ? [] : [{ account: id, name, url }])),
  );
  await forEachOf(asked, AT_ONCE, signal, async ({ account, name, url }) => {
    const { state, outcome, status, finalUrl } = await lookAt({ url, kind: 'page', page: url }, { url, crawl }, { door, signal });
    const isBroken = (LINK_FAULTS as readonly string[]).includes(state);
    if (outcome === 'interrupted' || (!isBroken && state !== 'alive')) return;
    const detail = isBroken ? [status === null ? outcome : `HTTP ${status}`, ...(finalUrl === url ? [] : [finalUrl])].join(' ') : null;
    await store.posts.tellFunction({
      account,
      function: name,
      on: today,
      via: 'probe',
      works: !isBroken,
      at: clock.now(),
      by: null,
      detail,
    });
  });
}

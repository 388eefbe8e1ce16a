import { forEachOf } from '../../crawlers/site/pool.ts';
import type { CrawlEvent, CrawlPorts } from '../../crawlers/site/ports.ts';
import type { RunRecord, SiteRecord } from '../../src/model/records.ts';
import type { Narrowing } from '../../src/store/store.ts';
import { columnsOf } from '../crawl/columns.ts';
import { crawlSiteOfRun } from '../crawl/crawl-site.ts';
import { NO_TRAFFIC } from '../crawl/meter.ts';
import { isNarrowed, narrow, type SiteScope } from '../crawl/scope.ts';
import { markDuplicates } from '../judging/duplicates.ts';
import type { Workshop } from '../workshop.ts';
import { broughtAnything, endRun } from './end-run.ts';

/** What somebody wants crawled. */
export interface CrawlOrder {
  readonly kind: RunRecord['kind'];
  /** "Now" for every judgement. */
  readonly asOf: Date;
  readonly narrowing: Narrowing;
  /** Read everything again, whatever is known. */
  readonly full: boolean;
  readonly render: CrawlPorts['render'];
  readonly signal: AbortSignal;
  progress(event: RunEvent): void;
}

export type RunEvent =
  | CrawlEvent
  | { readonly kind: 'discovery'; readonly site: string; readonly visited: number; readonly columns: number }
  | { readonly kind: 'planned'; readonly columns: number }
  | { readonly kind: 'site'; readonly record: SiteRecord };

/** Sites under way at once in one process; each keeps to its own host's pace. */
const SITES_AT_ONCE = 8;
/** An interrupted run older than this is not taken up again: what it saw is no longer one picture. */
const RESUMABLE_MS = 12 * 3600_000;

/**
 * Crawls what was ordered and leaves a finished run in the store. A run with the same order that was interrupted a short time
 * ago goes on where it was. When the signal aborts, what was read is kept and the run says that it was interrupted.
 */
export async function crawlRun(workshop: Workshop, order: CrawlOrder): Promise<RunRecord> {
  const scopes = await scopesOf(workshop, order);
  const run = await openRun(workshop, order, scopes);
  order.progress({ kind: 'planned', columns: scopes.reduce((sum, { columns }) => sum + columns.length, 0) });
  try {
    await forEachOf(scopes, SITES_AT_ONCE, order.signal, async (scope) => {
      const record = await crawlSiteOfRun(workshop, {
        run,
        scope,
        full: order.full,
        signal: order.signal,
        render: order.render,
        progress: order.progress,
      });
      order.progress({ kind: 'site', record });
    });
    const ended = await endRun(workshop, run, { state: order.signal.aborted ? 'interrupted' : 'done', error: null });
    if (broughtAnything(ended)) await markDuplicates(workshop.store);
    return ended;
  } catch (error) {
    await endRun(workshop, run, { state: 'failed', error: error instanceof Error ? error.message : String(error) });
    throw error;
  }
}

/** The sites and columns that an order reaches. Sites that nobody described are looked through first. */
async function scopesOf(workshop: Workshop, { narrowing, signal, progress }: CrawlOrder): Promise<SiteScope[]> {
  const named = narrowing.sites ?? [];
  const sites = workshop.config.estate.sites.filter((site) => named.length === 0 || named.includes(site.id));
  const scopes: SiteScope[] = [];
  await forEachOf(sites, SITES_AT_ONCE, signal, async (site) => {
    const columns = await columnsOf(site, workshop, signal, (visited, found) =>
      progress({ kind: 'discovery', site: site.id, visited, columns: found }),
    );
    scopes.push({ site, columns });
  });
  const order = new Map(sites.map((site, index) => [site.id, index]));
  return narrow(scopes, narrowing).sort((one, other) => order.get(one.site.id)! - order.get(other.site.id)!);
}

async function openRun(workshop: Workshop, order: CrawlOrder, scopes: readonly SiteScope[]): Promise<RunRecord> {
  const targets = scopes.flatMap(({ columns }) => columns.map((column) => ({ site: column.site, column: column.id })));
  const earlier = await interruptedRun(workshop, order, targets);
  const run = earlier ?? (await newRun(workshop, order));
  await workshop.store.runs.plan(run.id, targets);
  await workshop.store.runs.update(run.id, { state: 'running', finishedAt: null, error: null });
  return run;
}

async function newRun({ config, store, clock, randomness }: Workshop, { kind, asOf, narrowing }: CrawlOrder): Promise<RunRecord> {
  const opened = await store.runs.open({
    id: randomness.id(),
    kind,
    narrowed: isNarrowed(narrowing),
    revision: config.revision,
    schedule: null,
    dueAt: null,
    asOf,
    startedAt: clock.now(),
    finishedAt: null,
    deadline: null,
    state: 'planned',
    traffic: NO_TRAFFIC,
    failed: 0,
    error: null,
  });
  return opened.run;
}

/** The latest run, where it was cut off, is recent, and was to read exactly these columns. */
async function interruptedRun(
  workshop: Workshop,
  order: CrawlOrder,
  targets: readonly { site: string; column: string }[],
): Promise<RunRecord | null> {
  if (order.full) return null;
  const [latest] = await workshop.store.runs.list(1);
  // A run with a deadline is the queue's.
  if (
    !latest ||
    latest.kind !== order.kind ||
    latest.deadline !== null ||
    latest.schedule !== null ||
    (latest.state !== 'interrupted' && latest.state !== 'running')
  )
    return null;
  if (workshop.clock.now().getTime() - latest.startedAt.getTime() > RESUMABLE_MS) return null;
  const planned = new Set((await workshop.store.runs.targets(latest.id)).map(({ site, column }) => `${site} ${column}`));
  const same = planned.size === targets.length && targets.every(({ site, column }) => planned.has(`${site} ${column}`));
  if (!same) return null;
  await workshop.store.runs.update(latest.id, { asOf: order.asOf });
  return { ...latest, asOf: order.asOf };
}

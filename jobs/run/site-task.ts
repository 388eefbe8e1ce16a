import type { CrawlPorts } from '../../crawlers/site/ports.ts';
import type { Column, Site } from '../../src/model/estate.ts';
import type { RunRecord, SiteRecord } from '../../src/model/records.ts';
import type { Narrowing } from '../../src/store/store.ts';
import { columnsOf } from '../crawl/columns.ts';
import { crawlSiteOfRun } from '../crawl/crawl-site.ts';
import { narrow } from '../crawl/scope.ts';
import type { Workshop } from '../workshop.ts';

/** One site to be read for a run, as it was configured when the run was planned. */
export interface SiteTask {
  readonly run: string;
  readonly site: Site;
  /** Those of its columns that are read; null: to be found first. */
  readonly columns: readonly Column[] | null;
  readonly [more: string]: unknown;
}

/** How a driver has sites read. */
export interface SiteReading {
  readonly narrowing: Narrowing;
  /** Read everything again, whatever is known. */
  readonly full: boolean;
  readonly signal: AbortSignal;
  readonly render: CrawlPorts['render'];
  readonly progress: CrawlPorts['progress'];
  /** Hears how many columns of a site were found that nobody had described. */
  found(columns: number): void;
}

/** Reads a site for a run, whoever drives that: columns that nobody knows yet are found and planned first. Null: it was stopped before. */
export async function readSite(workshop: Workshop, run: RunRecord, task: SiteTask, reading: SiteReading): Promise<SiteRecord | null> {
  const { site } = task;
  const { full, signal, render, progress } = reading;
  const columns = task.columns ?? (await findColumns(workshop, run, site, reading));
  if (signal.aborted) return null;
  return crawlSiteOfRun(workshop, { run, site, columns, full, signal, render, progress });
}

async function findColumns(workshop: Workshop, run: RunRecord, site: Site, reading: SiteReading): Promise<readonly Column[]> {
  const found = await columnsOf(site, workshop, reading.signal);
  const columns = narrow([{ site, columns: found }], reading.narrowing)[0]?.columns ?? [];
  if (reading.signal.aborted) return [];
  await workshop.store.runs.plan(
    run.id,
    columns.map((column) => ({ site: site.id, column: column.id })),
  );
  reading.found(columns.length);
  return columns;
}

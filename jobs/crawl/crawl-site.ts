import { readHome } from '../../crawlers/site/home.ts';
import type { CrawlEvent, CrawlPorts, SitePorts } from '../../crawlers/site/ports.ts';
import { crawlSite } from '../../crawlers/site/site.ts';
import { type Day, dayIn, daysBetween } from '../../src/model/day.ts';
import type { Column, Site } from '../../src/model/estate.ts';
import type { Outcome } from '../../src/model/outcome.ts';
import { NO_ELEMENTS, type PageElements } from '../../src/model/page-elements.ts';
import type { KnownColumn, RunRecord, SiteRecord } from '../../src/model/records.ts';
import { unknownSite } from '../../src/model/site-profile.ts';
import { linkedPages, noteLinks } from '../quality/links.ts';
import { lookDay } from '../quality/look-day.ts';
import type { Workshop } from '../workshop.ts';
import { accusations } from './accused.ts';
import { accessOf, barriersOf, withTags } from './elements.ts';
import { metered } from './meter.ts';
import { toColumnResult } from './record.ts';
import { siteStatus } from './site-status.ts';

/** Home pages change daily and cost a request a site: once a week is enough beside the probes that visit them anyway. */
const HOME_EVERY_DAYS = 7;

export interface SiteJob {
  readonly run: RunRecord;
  readonly site: Site;
  readonly columns: readonly Column[];
  readonly full: boolean;
  readonly signal: AbortSignal;
  readonly render: CrawlPorts['render'];
  progress(event: CrawlEvent): void;
}

/**
 * Crawls one site for a run and records it. Columns that the run has recorded already are passed over, so that a job which
 * starts again goes on where it was; the store takes each column whole or not at all.
 */
export async function crawlSiteOfRun(workshop: Workshop, job: SiteJob): Promise<SiteRecord> {
  const { run, site } = job;
  const meter = metered(workshop, run.id, site.id);
  let tlsFallback = false;
  const today = dayIn(workshop.config.estate.timezone, run.asOf);
  const lookedOn = lookDay(run, workshop.config.estate.timezone);
  let elements: PageElements = { ...NO_ELEMENTS, on: today };
  const known = (await workshop.store.profiles.get(site.id)) ?? unknownSite(site.id, workshop.clock.now());
  let profile = known;
  const siblings = await workshop.store.columns.list(site.id);
  const knownColumns = new Map<string, Promise<KnownColumn>>();
  const ports: SitePorts = {
    door: meter.door,
    readers: workshop.readers,
    clock: workshop.clock,
    signal: job.signal,
    render: job.render,
    progress: job.progress,
    // A column that is put off until more of its site is known is the same when its turn comes again.
    known: (column) => {
      const stored = knownColumns.get(column.id) ?? workshop.store.columns.known(column.site, column.id);
      knownColumns.set(column.id, stored);
      return stored;
    },
    isAccused: accusations(workshop, today),
    siblings,
    profile: () => profile,
    learn: (more) => {
      profile = { ...profile, ...more };
    },
    knownItems: (keys) => workshop.store.items.known(keys),
    keep: async (crawled) => {
      await meter.keep();
      // Removals first: should we die in between, the row is still open and its page is asked for again.
      for (const key of crawled.removed) await workshop.store.items.markRemoved(key, crawled.at);
      await workshop.store.columns.record(toColumnResult(crawled, run, workshop, await ports.known(crawled.column)));
      knownColumns.delete(crawled.column.id);
      tlsFallback ||= crawled.tlsFallback;
      elements = withTags(elements, crawled);
      await noteLinks(workshop, linkedPages(crawled, today, profile.addresses), siblings, lookedOn);
    },
  };
  const [before = null] = await workshop.store.runs.sites({ site: site.id });
  const home = homeIsDue(before, today, workshop, job.full) ? await readHome(site, today, ports) : null;
  if (home?.marks) ports.learn({ home: home.marks });
  const barriers = home && (await barriersOf(home, job, workshop));
  if (home?.links) await noteLinks(workshop, [{ site: site.id, unit: site.unit, page: site.url, links: home.links }], siblings, lookedOn);
  const done = await recordedColumns(workshop, run, site.id);
  await crawlSite(
    site,
    job.columns.filter((column) => !done.has(column.id)),
    { full: job.full, asOf: run.asOf },
    ports,
  );
  if (profile !== known) await workshop.store.profiles.keep(profile);
  await meter.keep();
  const outcomes = [...(await recordedColumns(workshop, run, site.id)).values()];
  const record: SiteRecord = {
    run: run.id,
    site: site.id,
    at: workshop.clock.now(),
    ...siteStatus(outcomes, home),
    tlsFallback: (home ?? before)?.tlsFallback === true || tlsFallback,
    finalUrl: home ? home.finalUrl : (before?.finalUrl ?? null),
    homeUpdatedOn: home ? home.updatedOn : (before?.homeUpdatedOn ?? null),
    elements: { ...elements, home: home?.elements ?? null, access: home && (await accessOf(home, workshop)), barriers },
    homeReadAt: home?.outcome === 'ok' ? earlier(workshop.clock.now(), run.asOf) : (before?.homeReadAt ?? null),
    // What tries cost that were cut off before counts as well.
    traffic: await workshop.store.runs.traffic(run.id, site.id),
  };
  await workshop.store.runs.recordSite(record);
  return record;
}

/** Columns of a site that the run has come to a result for. One that was interrupted is to be read again. */
async function recordedColumns(workshop: Workshop, run: RunRecord, site: string): Promise<Map<string, Outcome>> {
  const targets = await workshop.store.runs.targets(run.id, site);
  return new Map(
    targets.flatMap((target) =>
      target.outcome !== null && target.outcome !== 'interrupted' ? [[target.column, target.outcome] as const] : [],
    ),
  );
}

/** Whether the home page is to be read: once a week, and on each day on which nothing new on it would be held against the site. */
function homeIsDue(before: SiteRecord | null, today: Day, workshop: Workshop, full: boolean): boolean {
  if (full || before === null || before.finalUrl === null || before.homeReadAt === null) return true;
  const zone = workshop.config.estate.timezone;
  const age = Math.abs(daysBetween(dayIn(zone, before.homeReadAt), today));
  const isStale = before.homeUpdatedOn === null || daysBetween(before.homeUpdatedOn, today) >= HOME_EVERY_DAYS;
  return age >= HOME_EVERY_DAYS || (age > 0 && isStale);
}

const earlier = (one: Date, other: Date) => (one < other ? one : other);

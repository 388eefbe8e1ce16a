import type { Column, Site } from '../../src/model/estate.ts';
import type { Workshop } from '../workshop.ts';
import { columnId } from './column-id.ts';

/** Pages that discovery visits at most on one site. */
export const DISCOVERY_PAGES = 600;

/** The columns of a site: those configured, else those found before, else those found now. They are stored as the current ones. */
export async function columnsOf(site: Site, workshop: Workshop, signal: AbortSignal): Promise<readonly Column[]> {
  if (site.columns !== null) {
    await workshop.store.columns.save(site.id, site.columns);
    return site.columns;
  }
  const stored = await workshop.store.columns.list(site.id);
  if (stored.length > 0) return stored;
  const columns = await discoverColumns(site, workshop, signal);
  if (!signal.aborted) await workshop.store.columns.save(site.id, columns);
  return columns;
}

async function discoverColumns(site: Site, workshop: Workshop, signal: AbortSignal): Promise<Column[]> {
  const { estate } = workshop.config;
  // Crawlee takes a second and 30 MB to load, and estates that name their columns never need it.
  const { discover } = await import('../../crawlers/discovery/discover.ts');
  const discovery = await discover(site.url, {
    door: workshop.door,
    readers: workshop.readers,
    settings: site.crawl,
    units: estate.units,
    signal,
    maxPages: DISCOVERY_PAGES,
    progress: () => undefined,
  });
  const taken = new Set<string>();
  return discovery.columns.map((column) => ({
    site: site.id,
    id: columnId(column.url, taken),
    unit: column.unit ?? site.unit,
    name: column.name,
    path: column.path,
    url: column.url,
    category: null,
    period: null,
    exempt: null,
    origin: 'discovered',
  }));
}

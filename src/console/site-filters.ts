import type { SiteRow } from '../audit/audit-result.ts';
import { COLUMN_STATUSES } from '../model/records.ts';

/** What somebody asks of sites, as an address says it, on the page and by the API alike. What makes no sense finds nothing. */
export interface SiteFilters {
  readonly unit?: string | undefined;
  /** How the site itself was read. */
  readonly read?: string | undefined;
  /** Only sites with a column of this status. */
  readonly status?: string | undefined;
  /** In the site's name or address. */
  readonly search?: string | undefined;
}

/** The sites that are asked for, in the order in which they stand. */
export function filterSites(sites: readonly SiteRow[], { unit, read, status, search }: SiteFilters): SiteRow[] {
  const wanted = COLUMN_STATUSES.find((one) => one === status);
  return sites.filter(
    (site) =>
      (!unit || site.unit === unit) &&
      (!read || site.status === read) &&
      (!status || (wanted !== undefined && site[wanted] > 0)) &&
      (!search || `${site.name} ${site.url}`.includes(search)),
  );
}

import type { SiteRecord } from '../model/records.ts';
import type { ColumnOutline } from './view.ts';

/**
 * How a site could be read. A run that asked for a few of its columns and failed says nothing of those that an earlier one read;
 * where no run recorded the site, its columns alone tell.
 */
export function siteStatus(record: SiteRecord | null, columns: readonly ColumnOutline[]): SiteRecord['status'] {
  const read = columns.filter(({ reading }) => reading !== null && (reading.reason === null || reading.reason === 'undated'));
  if (record === null) return read.length === 0 ? 'unreachable' : read.length === columns.length ? 'ok' : 'partial';
  return read.length > 0 && record.status !== 'ok' ? 'partial' : record.status;
}

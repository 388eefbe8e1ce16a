import type { SiteRecord } from '../model/records.ts';
import type { JudgedColumn } from './judged.ts';

/** How a site could be read; where no run recorded it (single columns were crawled), what its columns tell. */
export function siteStatus(record: SiteRecord | null, columns: readonly JudgedColumn[]): SiteRecord['status'] {
  if (record !== null) return record.status;
  const read = columns.filter(({ view: { reading } }) => reading !== null && (reading.reason === null || reading.reason === 'undated'));
  if (read.length === 0) return 'unreachable';
  return read.length === columns.length ? 'ok' : 'partial';
}

import type { SiteRow } from '../../../audit/audit-result.ts';

/** In how many of the visits that measured something the home page opened, as a percentage; null where none did. */
export function openedShare({ visits, failed }: Pick<NonNullable<SiteRow['reachability']>, 'visits' | 'failed'>): string | null {
  return visits === 0 ? null : `${((100 * (visits - failed)) / visits).toFixed(1)} %`;
}

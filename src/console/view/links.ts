import type { DutyResult } from '../../duties/duty.ts';
import { maskAddress } from '../../privacy/leaving.ts';
import type { TrendScope } from '../../store/store.ts';
import type { AlertFilters } from '../alert-filters.ts';

/** Addresses of pages; ids come from configuration and crawled pages, so every part is escaped. */
export const columnPath = (site: string, column: string) => `/columns/${encodeURIComponent(site)}/${encodeURIComponent(column)}`;
/** How a column is read; `told`: as somebody would have it read. */
export const readingPath = (site: string, column: string, told: Readonly<Record<string, string | undefined>> = {}, part = '') => {
  const asked = new URLSearchParams(Object.entries(told).filter((entry): entry is [string, string] => entry[1] !== undefined));
  return `${columnPath(site, column)}/reading${part}${asked.size > 0 ? `?${asked}` : ''}`;
};
export const sitePath = (site: string) => `/sites/${encodeURIComponent(site)}`;
/** Visits to a site's home page in which it did not open, of one day or all. */
export const failedVisitsPath = (site: string, day?: string) => `${sitePath(site)}?visits=failed${day ? `&day=${day}` : ''}#table-visits`;
export const unitPath = (unit: string) => `/units/${encodeURIComponent(unit)}`;
export const accountPath = (account: string) => `/media/accounts/${encodeURIComponent(account)}`;
export const qualitySheetPath = (site: string) => `/quality/sites/${encodeURIComponent(site)}`;
/** Where its key is an address that holds a number of a person, that is masked: the store knows the item by the rest. */
export const itemPath = (key: string) => `/item?key=${encodeURIComponent(maskAddress(key))}`;
export const correctionPath = (id: string) => `/corrections/${encodeURIComponent(id)}`;
export const pagePath = (hash: string) => `/pages/${encodeURIComponent(hash)}`;
export const alertFilePath = (alert: string, file: string) => `/alerts/${encodeURIComponent(alert)}/files/${encodeURIComponent(file)}`;
/** Entries of the estate of one kind, and the form of one; `filled`: what a new one's form begins with. */
export const entriesPath = (kind: string) => `/estate/${kind}`;
export const entryPath = (kind: string, id: string | null, filled: Readonly<Record<string, string>> = {}) =>
  `${entriesPath(kind)}/entry?${new URLSearchParams({ ...(id === null ? {} : { id }), ...filled })}`;
/** Where a new one begins: a site from its address, all else from an empty form. */
export const newEntryPath = (kind: string) => (kind === 'sites' ? '/estate/sites/new' : entryPath(kind, null));
export const lookPath = (look: string) => `/estate/sites/new/${encodeURIComponent(look)}`;
export const revisionPath = (number: number) => `/estate/revisions/${number}`;
export const deliveryPath = (delivery: string) => `/deliveries/${encodeURIComponent(delivery)}`;
export const paperPath = (paper: string) => `/papers/${encodeURIComponent(paper)}`;
export const rulePath = (rule: string) => `/rules#rule-${encodeURIComponent(rule)}`;
export const runPath = (run: string) => `/runs/${encodeURIComponent(run)}`;

/** The columns that a run could not read. */
export const unreadPath = (run: string) => `${runPath(run)}?result=unread#table-targets`;

/** The list of items behind a count. */
export function itemsPath(query: Readonly<Record<string, string | null>>): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== null);
  return `/items?${new URLSearchParams(given)}`;
}

/** How a part of the estate stood along time. */
export function trendPath(of: TrendScope): string {
  return `/trend?${new URLSearchParams({ ...of })}`;
}

/** The list of columns behind a count. */
export function columnsPath(query: Readonly<Record<string, string>>): string {
  return `/columns?${new URLSearchParams(query)}`;
}

/** The list of alerts behind a count. */
export function alertsPath(query: AlertFilters): string {
  const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return `/alerts?${new URLSearchParams(given)}`;
}

/** The duties behind a count. */
export function dutiesPath(query: Readonly<Record<string, string>>): string {
  return `/duties?${new URLSearchParams(query)}#table-list`;
}

/** The findings of quality behind a count. */
export function qualityPath(query: Readonly<Record<string, string>>): string {
  return `/quality?${new URLSearchParams(query)}#table-findings`;
}

/** One duty of one unit, or of one of its sites, for one year. */
export function dutyPath({ rule, unit, site, year }: Pick<DutyResult, 'rule' | 'unit' | 'site' | 'year'>): string {
  return `/duty?${new URLSearchParams({ rule, unit, year: String(year), ...(site === null ? {} : { site }) })}`;
}

/** An address that a browser may open from crawled text: http(s) or nothing. */
export function outside(url: string | null): string | null {
  return url !== null && URL.canParse(url) && /^https?:$/.test(new URL(url).protocol) ? url : null;
}

import type { CategoryId } from '../model/estate.ts';
import { DEFAULT_PACK } from './estate-file.ts';
import { insertEntries } from './insert-yaml.ts';
import { ConfigError, type Problem } from './problem.ts';
import { type KeyPath, parseYaml } from './yaml-file.ts';

/** What discovery found out about a site, to be written into `estate.yaml`. */
export interface Discovered {
  readonly siteUrl: string;
  readonly site: {
    readonly name: string | null;
    readonly idCode?: string | null;
    /** Id to give it; left out: made from its address. */
    readonly id?: string;
    /** Id of the unit that answers for it; left out: a unit of the site's own. */
    readonly unit?: string;
  };
  readonly columns: readonly {
    readonly name: string;
    readonly path: readonly string[];
    readonly url: string;
    /** Id of a unit, or null for the site's. */
    readonly unit: string | null;
    readonly category: CategoryId | null;
    /** 0 to 1; a category less sure than {@link SURE} is left for the classifier to decide each time. */
    readonly confidence: number;
  }[];
}

/** From here on a discovered category is worth writing down. */
const SURE = 0.6;
const FILE = 'estate.yaml';

/**
 * The text of `estate.yaml` with a discovered site and its columns in it. The site is added if no site has its address (or
 * its id), and of the columns only those whose address stands nowhere in the file yet. What is there stays, character by
 * character. An empty text becomes a whole estate.
 * @throws {ConfigError} where the text is no valid YAML
 */
export function addDiscovered(text: string, discovered: Discovered): string {
  const start = isEmpty(text) ? withHead(text, siteName(discovered)) : isExample(text) ? withHead('', siteName(discovered)) : text;
  const before = readEntries(start);
  const known = before.sites.findIndex(
    (site) => (discovered.site.id !== undefined && site.id === discovered.site.id) || isSame(site.url, discovered.siteUrl),
  );
  const withSite = known >= 0 ? start : addSite(start, before, discovered);
  const now = readEntries(withSite);
  const index = known >= 0 ? known : now.sites.length - 1;
  return insertEntries(FILE, withSite, ['sites', index], 'columns', newColumns(now, index, discovered));
}

/** Nothing in it but blank lines and comments. */
function isEmpty(text: string): boolean {
  const file = parseYaml(FILE, text, []);
  return file !== null && (file.value === null || file.value === undefined);
}

/** The estate that comes with the program, whose city and addresses are made up: nobody's work is lost with it. */
function isExample(text: string): boolean {
  const { name, sites } = (parseYaml(FILE, text, [])?.value ?? {}) as { name?: unknown; sites?: readonly { url?: unknown }[] };
  return name === '示例市' && (sites ?? []).every(({ url }) => /^http:\/\/(?:\w+\.)?example\.gov\.cn\//.test(String(url)));
}

function withHead(text: string, name: string): string {
  const before = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return `${before}name: ${JSON.stringify(name)}\ntimezone: Asia/Shanghai\nrulePack: ${DEFAULT_PACK}\n`;
}

interface Entries {
  readonly units: readonly { readonly id?: unknown }[];
  readonly sites: readonly {
    readonly id?: unknown;
    readonly url?: unknown;
    readonly columns?: readonly { readonly id?: unknown; readonly url?: unknown }[];
  }[];
}

function readEntries(text: string): Entries {
  const problems: Problem[] = [];
  const file = parseYaml(FILE, text, problems);
  if (file === null) throw new ConfigError(problems);
  const value = (file.value ?? {}) as Record<string, unknown>;
  const entries = (list: unknown) => (Array.isArray(list) ? list.map((one) => (typeof one === 'object' && one !== null ? one : {})) : []);
  return {
    units: entries(value.units),
    sites: entries(value.sites).map((site) => ({ ...site, columns: entries((site as { columns?: unknown }).columns) })),
  };
}

function addSite(text: string, before: Entries, discovered: Discovered): string {
  const { site, siteUrl } = discovered;
  const units = new Set(before.units.map((unit) => String(unit.id)));
  const id = site.id ?? freeId([hostName(siteUrl)], new Set(before.sites.map((one) => String(one.id))));
  const unit = site.unit ?? freeId([id], units);
  const name = siteName(discovered);
  const withUnit = units.has(unit)
    ? text
    : insertEntries(FILE, text, [] as KeyPath, 'units', [{ value: { id: unit, name, kind: 'other' }, spread: false }]);
  const value = { id, unit, name, url: siteUrl, ...(site.idCode ? { idCode: site.idCode } : {}) };
  return insertEntries(FILE, withUnit, [], 'sites', [{ value, spread: true }]);
}

function newColumns(entries: Entries, index: number, { columns, siteUrl }: Discovered) {
  const addresses = new Set(entries.sites.flatMap((site) => (site.columns ?? []).map((column) => addressKey(column.url, site.url))));
  const ids = new Set((entries.sites[index]?.columns ?? []).map((column) => String(column.id)));
  const units = new Set(entries.units.map((unit) => String(unit.id)));
  return columns.flatMap((column) => {
    const key = addressKey(column.url, siteUrl);
    if (addresses.has(key)) return [];
    addresses.add(key);
    const id = freeId(idCandidates(column.url), ids);
    ids.add(id);
    const value = {
      id,
      name: tidy(column.name),
      ...(column.path.length > 1 ? { path: column.path.map(tidy).filter((name) => name !== '') } : {}),
      url: shortAddress(column.url, entries.sites[index]?.url),
      ...(column.unit !== null && units.has(column.unit) ? { unit: column.unit } : {}),
      ...(column.category !== null && column.confidence >= SURE ? { category: column.category } : {}),
    };
    return [{ value, spread: false }];
  });
}

function siteName({ site, siteUrl }: Discovered): string {
  return tidy(site.name ?? '') || new URL(siteUrl).host;
}

/** A name from a page, fit to be written down. */
function tidy(name: string): string {
  return name
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim()
    .slice(0, 100);
}

/** From the site's root where it lies on the same host. */
function shortAddress(url: string, site: unknown): string {
  const { origin, pathname, search, hash } = new URL(url);
  const within = URL.canParse(String(site)) && new URL(String(site)).origin === origin && !pathname.startsWith('//');
  return within ? `${pathname}${search}${hash}` : url;
}

/** `www.guangshui.gov.cn` is `guangshui`. */
function hostName(url: string): string {
  const { hostname, port } = new URL(url);
  if (/^[\d.]+$|^\[/.test(hostname)) return `site-${port || '80'}`;
  return hostname.replace(/^www\./, '').split('.')[0] ?? hostname;
}

/** From the address: `/zwgk/tzgg/index.html` gives `tzgg`, then `zwgk-tzgg`. */
function idCandidates(url: string): string[] {
  const parts = new URL(url).pathname.split('/').filter((part) => part !== '' && !/^(index|list|default)[._\d]*[a-z]*$/i.test(part));
  return parts.map((_, depth) =>
    parts
      .slice(parts.length - 1 - depth)
      .join('-')
      .replace(/\.\w{1,5}$/, ''),
  );
}

function freeId(candidates: readonly string[], taken: ReadonlySet<string>): string {
  const fit = candidates
    .map((one) =>
      one
        .replace(/[^\p{L}\p{N}._-]+/gu, '-')
        .replace(/^[^\p{L}\p{N}]+/u, '')
        .slice(0, 48),
    )
    .filter((one) => one !== '');
  const free = fit.find((one) => !taken.has(one) && !/^\d+$/.test(one));
  if (free !== undefined) return free;
  const stem = fit.find((one) => !/^\d+$/.test(one)) ?? 'column';
  let number = 2;
  while (taken.has(`${stem}-${number}`)) number += 1;
  return `${stem}-${number}`;
}

function isSame(url: unknown, other: string): boolean {
  return addressKey(url, other) === addressKey(other, other);
}

/** An address without what does not make it another page: scheme, `index.html`, a slash at its end. */
function addressKey(url: unknown, base: unknown): string {
  const text = String(url);
  if (!URL.canParse(text, String(base))) return text;
  const { host, pathname, search, hash } = new URL(text, String(base));
  return `${host}${pathname.replace(/(index|default)\.[a-z]{3,5}$/i, '').replace(/\/+$/, '')}${search}${hash}`;
}

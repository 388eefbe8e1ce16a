import type { Column, CrawlSettings, Estate, Site, Taxonomy, Unit } from '../model/estate.ts';
import { columnSchema, estateSchema, siteSchema, unitSchema, type WrittenColumn, type WrittenSite } from './estate-file.ts';
import { addressHelp } from './fields.ts';
import type { Problem } from './problem.ts';
import { addProblem, addWarning, checkShape, choose } from './shape.ts';
import type { Warning } from './warning.ts';
import type { KeyPath, YamlFile } from './yaml-file.ts';

/** A site or column that cannot be used and was set aside, so that the others can go on. */
export interface Quarantined {
  /** Its site's id; null where not even that can be read. */
  readonly site: string | null;
  /** Null: the whole site. */
  readonly column: string | null;
  readonly problems: readonly Problem[];
}

interface Surroundings {
  readonly source: YamlFile;
  readonly taxonomy: Taxonomy | null;
  readonly packs: readonly string[];
  readonly warnings: Warning[];
}

/** 国办发〔2017〕47号 annex, as seen on real sites: ten digits, or `bm` and eight. */
const ID_CODE = /^(\d{10}|bm\d{8})$/;
const BARE_HOST = /^[\w-]+(\.[\w-]+)*\.(cn|com|net|org|gov)(:\d+)?(\/|$)/i;

/**
 * Makes the estate of what `estate.yaml` says. Everything wrong outside its sites goes into `problems`; every site or
 * column that cannot be used comes back in `quarantined` with its problems, and is left out of the estate.
 */
export function readEstate(around: Surroundings, problems: Problem[]): { estate: Estate | null; quarantined: Quarantined[] } {
  const { source, packs, warnings } = around;
  const quarantined: Quarantined[] = [];
  const written = checkShape(estateSchema, source.value, source, [], problems);
  const raw = (written ?? source.value) as { units?: unknown; sites?: unknown } | null;

  const units: Unit[] = [];
  for (const [index, entry] of listed(raw?.units).entries()) {
    const unit = checkShape(unitSchema, entry, source, ['units', index], problems);
    if (unit === null) continue;
    if (units.some((one) => one.id === unit.id)) taken(problems, source, ['units', index, 'id'], unit.id);
    else units.push(unit);
  }
  if (written !== null) {
    if (!isTimeZone(written.timezone)) {
      const mend = choose(written.timezone, Intl.supportedValuesOf('timeZone')).replace(/：.*|: .*/s, ': Asia/Shanghai');
      addProblem(problems, source, ['timezone'], written.timezone, 'IANA 时区名，如 Asia/Shanghai · an IANA time zone', mend);
    }
    if (!packs.includes(written.rulePack)) {
      addProblem(
        problems,
        source,
        ['rulePack'],
        written.rulePack,
        '已有的一套指标 · a rule pack that exists',
        choose(written.rulePack, packs),
      );
    }
  }

  const sites: Site[] = [];
  const entries = listed(raw?.sites);
  if (entries.length === 0) addWarning(warnings, source, ['sites'], '没有要监测的网站 · there is no site to watch');
  for (const [index, entry] of entries.entries()) {
    const path = ['sites', index];
    const own: Problem[] = [];
    const site = checkShape(siteSchema, entry, source, path, own);
    if (site !== null) {
      checkUnit(site.unit, units, source, [...path, 'unit'], own);
      if (sites.some((one) => one.id === site.id)) taken(own, source, [...path, 'id'], site.id);
    }
    const columns = readColumns(site ?? entry, site, units, around, path, quarantined);
    if (own.length > 0) quarantined.push({ site: idOf(entry), column: null, problems: own });
    else if (site !== null && written !== null) {
      const crawl = { ...written.crawl, ...present(site.crawl ?? {}) };
      warnAboutSite(site, crawl, sites, source, path, warnings);
      const idCode = site.idCode === undefined ? null : (source.typed([...path, 'idCode']) ?? String(site.idCode));
      sites.push({ id: site.id, unit: site.unit, name: site.name, url: site.url, idCode, crawl, columns });
    }
  }
  if (written === null) return { estate: null, quarantined };
  const { name, timezone, rulePack } = written;
  return { estate: { name, timezone, rulePack, units, sites }, quarantined };
}

/** A site's columns; null where it leaves them to discovery. `site` is null where the site itself cannot be used. */
function readColumns(
  entry: unknown,
  site: WrittenSite | null,
  units: readonly Unit[],
  around: Surroundings,
  path: KeyPath,
  quarantined: Quarantined[],
): Column[] | null {
  const { source, taxonomy, warnings } = around;
  const written = (entry as { columns?: unknown } | null)?.columns;
  if (written === undefined || written === null) return null;
  const columns: Column[] = [];
  for (const [index, one] of listed(written).entries()) {
    const at = [...path, 'columns', index];
    const own: Problem[] = [];
    const column = checkShape(columnSchema, one, source, at, own);
    if (column !== null) {
      if (column.unit !== undefined) checkUnit(column.unit, units, source, [...at, 'unit'], own);
      if (column.category !== undefined) checkCategory(column.category, taxonomy, source, [...at, 'category'], own);
      if (columns.some((other) => other.id === column.id)) taken(own, source, [...at, 'id'], column.id);
      const url = resolveAddress(column.url, site?.url ?? 'http://site.invalid/', source, [...at, 'url'], own);
      if (own.length === 0 && url !== null && site !== null) {
        const twin = columns.find((other) => other.url === url);
        if (twin) addWarning(warnings, source, [...at, 'url'], `与栏目 ${twin.id} 是同一个网址 · the same address as column ${twin.id}`);
        columns.push(toColumn(column, site, url));
      }
    }
    if (own.length > 0) quarantined.push({ site: idOf(entry), column: idOf(one), problems: own });
  }
  if (columns.length === 0 && listed(written).length === 0) {
    addWarning(
      warnings,
      source,
      [...path, 'columns'],
      '列表是空的，这个网站不会监测任何栏目；删去 columns 就自动发现 · the list is empty, so nothing is watched; leave columns out to have them discovered',
    );
  }
  return columns;
}

function toColumn(column: WrittenColumn, site: WrittenSite, url: string): Column {
  return {
    site: site.id,
    id: column.id,
    unit: column.unit ?? site.unit,
    name: column.name,
    path: column.path ?? [column.name],
    url,
    category: column.category ?? null,
    period: column.period ?? null,
    exempt: column.exempt ?? null,
    origin: 'configured',
  };
}

function resolveAddress(text: string, site: string, source: YamlFile, path: KeyPath, problems: Problem[]): string | null {
  const url = !BARE_HOST.test(text) && URL.canParse(text, site) ? new URL(text, site) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '') return url.href;
  const [expected, mend] = addressHelp(text).split('\n') as [string, string];
  addProblem(problems, source, path, text, `${expected}；或从网站根目录起的路径，如 /zwgk/tzgg/ · or a path from the site's root`, mend);
  return null;
}

function checkUnit(id: string, units: readonly Unit[], source: YamlFile, path: KeyPath, problems: Problem[]): void {
  if (units.some((unit) => unit.id === id)) return;
  const ids = units.map((unit) => unit.id);
  const namesake = units.find((unit) => unit.name === id);
  addProblem(problems, source, path, id, 'units 里的一个 id · an id of units', namesake ? choose(namesake.id, ids) : choose(id, ids));
}

function checkCategory(id: string, taxonomy: Taxonomy | null, source: YamlFile, path: KeyPath, problems: Problem[]): void {
  if (taxonomy === null || taxonomy.categories.some((category) => category.id === id)) return;
  const ids = taxonomy.categories.map((category) => category.id);
  const namesake = taxonomy.categories.find((category) => category.name === id);
  addProblem(problems, source, path, id, 'taxonomy.yaml 里的类别 id · a category id of taxonomy.yaml', choose(namesake?.id ?? id, ids));
}

function warnAboutSite(
  site: WrittenSite,
  crawl: CrawlSettings,
  earlier: readonly Site[],
  source: YamlFile,
  path: KeyPath,
  warnings: Warning[],
): void {
  const code = source.typed([...path, 'idCode']);
  if (code !== null && !ID_CODE.test(code)) {
    addWarning(
      warnings,
      source,
      [...path, 'idCode'],
      `网站标识码应是 10 位数字或 bm 加 8 位数字 · a site code is ten digits, or bm and eight: ${code}`,
    );
  }
  const twin = earlier.find((one) => one.url === site.url);
  if (twin) addWarning(warnings, source, [...path, 'url'], `与网站 ${twin.id} 是同一个网址 · the same address as site ${twin.id}`);
  const loopback = /^(localhost|127\.|\[::1\])/.test(new URL(site.url).hostname);
  if (loopback && !crawl.allowPrivateNetworks) {
    addWarning(
      warnings,
      source,
      [...path, 'url'],
      '本机地址：不写 allowPrivateNetworks: true 就不会访问 · an address of this machine: it is not asked without allowPrivateNetworks: true',
    );
  }
  if (!loopback && crawl.requestsPerSecond === 0) {
    addWarning(
      warnings,
      source,
      path,
      'requestsPerSecond 为 0 表示不限速，只适合本机 · requestsPerSecond 0 means no limit, which is for loopback only',
    );
  }
}

function taken(problems: Problem[], source: YamlFile, path: KeyPath, id: string): void {
  addProblem(problems, source, path, id, '没用过的 id · an id not used before', `改一个，例如 · change it, for example: ${id}-2`);
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function listed(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function idOf(entry: unknown): string | null {
  const id = (entry as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
}

/** Without the keys whose value is undefined, so that spreading it overrides only what was written. */
function present(settings: { [Key in keyof CrawlSettings]?: CrawlSettings[Key] | undefined }): Partial<CrawlSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

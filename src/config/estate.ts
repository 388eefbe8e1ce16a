import type { Day } from '../model/day.ts';
import type { Approval, Column, CrawlSettings, Estate, RosterEntry, Site, Taxonomy, Unit } from '../model/estate.ts';
import type { RulePack } from '../model/rules.ts';
import { readAccounts } from './accounts.ts';
import {
  columnSchema,
  estateSchema,
  siteSchema,
  unitSchema,
  type WrittenApproval,
  type WrittenColumn,
  type WrittenRosterEntry,
  type WrittenSite,
} from './estate-file.ts';
import { addressWanted } from './fields.ts';
import { nearest } from './nearest.ts';
import type { Problem } from './problem.ts';
import { addProblem, addWarning, checkFree, checkShape, checkUnit, choose } from './shape.ts';
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
  const { source, warnings } = around;
  const quarantined: Quarantined[] = [];
  const written = checkShape(estateSchema, source.value, source, [], problems);
  checkHead(around, problems);
  const raw = source.value as { units?: unknown; sites?: unknown } | null;
  const units = readUnits(listed(raw?.units), source, problems);
  // A unit whose kind is misspelt is still there: sites that name it are not wrong as well.
  const unitIds = new Map(listed(raw?.units).map((entry) => [textOf(entry, 'id') ?? '', textOf(entry, 'name')]));
  const entries = listed(raw?.sites);
  if (entries.length === 0) addWarning(warnings, source, ['sites'], { zh: '没有要监测的网站', en: 'there is no site to watch' });
  const sites: Site[] = [];
  const ids = new Set<string>();
  for (const [index, entry] of entries.entries()) {
    const site = readSite(entry, ['sites', index], { ...around, unitIds, sites, ids, crawl: written?.crawl ?? null, quarantined });
    if (site !== null) sites.push(site);
  }
  const accounts = readAccounts(source, unitIds, problems, warnings);
  if (written === null) return { estate: null, quarantined };
  const { name, timezone, rulePack, crawl, postColumns = {}, publicPage } = written;
  const approvals = readApprovals(written.approvals, unitIds, source, problems);
  const roster = readRoster(written.roster, unitIds, source, problems);
  return { estate: { name, timezone, rulePack, crawl, units, sites, accounts, postColumns, approvals, roster, publicPage }, quarantined };
}

function checkHead({ source, packs }: Surroundings, problems: Problem[]): void {
  const timezone = textOf(source.value, 'timezone');
  const rulePack = textOf(source.value, 'rulePack');
  if (timezone !== null && !isTimeZone(timezone)) {
    const near = nearest(timezone, Intl.supportedValuesOf('timeZone')) ?? 'Asia/Shanghai';
    addProblem(
      problems,
      source,
      ['timezone'],
      timezone,
      { zh: 'IANA 时区名', en: 'the IANA name of a time zone' },
      { zh: `写成 ${near}`, en: `write ${near}` },
    );
  }
  if (rulePack !== null && !packs.includes(rulePack)) {
    addProblem(problems, source, ['rulePack'], rulePack, { zh: '已有的一套指标', en: 'a rule pack that exists' }, choose(rulePack, packs));
  }
}

function readUnits(entries: readonly unknown[], source: YamlFile, problems: Problem[]): Unit[] {
  const ids = new Set<string>();
  const units = entries.flatMap((entry, index) => {
    const unit = checkShape(unitSchema, entry, source, ['units', index], problems);
    checkFree(textOf(entry, 'id'), ids, source, ['units', index, 'id'], problems);
    return unit === null ? [] : [{ unit, index }];
  });
  const names = new Map(entries.map((entry) => [textOf(entry, 'id') ?? '', textOf(entry, 'name')]));
  for (const { unit, index } of units) {
    if (unit.mergedInto !== undefined) checkUnit(unit.mergedInto, names, source, ['units', index, 'mergedInto'], problems);
    checkOrder(unit.from, unit.to, source, ['units', index, 'to'], problems);
  }
  return units.map(({ unit }) => unit);
}

/** A last day is not before its first. */
function checkOrder(from: Day | undefined, to: Day | undefined, source: YamlFile, path: KeyPath, problems: Problem[]): void {
  if (from === undefined || to === undefined || from <= to) return;
  addProblem(
    problems,
    source,
    path,
    to,
    { zh: `不早于 ${from}`, en: `not before ${from}` },
    { zh: '起止日期对调', en: 'swap the two days' },
  );
}

function readApprovals(
  written: readonly WrittenApproval[],
  unitIds: ReadonlyMap<string, string | null>,
  source: YamlFile,
  problems: Problem[],
): Approval[] {
  return written.map(({ what, year, on, source: where = null, units = null }, index) => {
    for (const [place, unit] of (units ?? []).entries()) {
      checkUnit(unit, unitIds, source, ['approvals', index, 'units', place], problems);
    }
    return { what, year, on, source: where, units };
  });
}

function readRoster(
  written: readonly WrittenRosterEntry[],
  unitIds: ReadonlyMap<string, string | null>,
  source: YamlFile,
  problems: Problem[],
): RosterEntry[] {
  for (const [index, { unit, from, to }] of written.entries()) {
    checkUnit(unit, unitIds, source, ['roster', index, 'unit'], problems);
    checkOrder(from, to, source, ['roster', index, 'to'], problems);
  }
  return [...written];
}

/** Tells of entries of the roster that name no duty of the pack: they change nothing. */
export function warnOfUnknownDuties({ roster = [] }: Estate, pack: RulePack, source: YamlFile, warnings: Warning[]): void {
  const known = new Set(pack.rules.filter(({ kind }) => kind === 'duty').map(({ id }) => id));
  for (const [index, { duty }] of roster.entries()) {
    if (known.has(duty)) continue;
    const message = {
      zh: `指标里没有“${duty}”这项应公开事项，这一条不起作用`,
      en: `the pack has no duty "${duty}", so this entry changes nothing`,
    };
    addWarning(warnings, source, ['roster', index, 'duty'], message);
  }
}

interface SiteSurroundings extends Surroundings {
  /** The ids of all units, each with its name. */
  readonly unitIds: ReadonlyMap<string, string | null>;
  /** The sites before it. */
  readonly sites: readonly Site[];
  /** Ids of all sites before it, those that cannot be used among them. */
  readonly ids: Set<string>;
  /** Defaults of all sites; null where the head of the file cannot be used. */
  readonly crawl: CrawlSettings | null;
  readonly quarantined: Quarantined[];
}

function readSite(entry: unknown, path: KeyPath, around: SiteSurroundings): Site | null {
  const { source, unitIds, quarantined } = around;
  const problems: Problem[] = [];
  const site = checkShape(siteSchema, entry, source, path, problems);
  checkUnit(textOf(entry, 'unit'), unitIds, source, [...path, 'unit'], problems);
  if (site?.takenOver) checkUnit(site.takenOver.from, unitIds, source, [...path, 'takenOver', 'from'], problems);
  checkFree(textOf(entry, 'id'), around.ids, source, [...path, 'id'], problems);
  const columns = readColumns(entry, site, path, around);
  if (problems.length > 0) quarantined.push({ site: textOf(entry, 'id'), column: null, problems });
  if (problems.length > 0 || site === null || around.crawl === null) return null;
  const crawl = { ...around.crawl, ...present(site.crawl ?? {}) };
  warnAboutSite(site, crawl, path, around);
  const idCode = site.idCode === undefined ? null : (source.typed([...path, 'idCode']) ?? String(site.idCode));
  const more = { ...(site.read ? { read: site.read } : {}), ...(site.takenOver ? { takenOver: site.takenOver } : {}) };
  return { id: site.id, unit: site.unit, name: site.name, url: site.url, idCode, crawl, columns, ...more };
}

/** A site's columns; null where it leaves them to discovery. `site` is null where the site itself cannot be used. */
function readColumns(entry: unknown, site: WrittenSite | null, path: KeyPath, around: SiteSurroundings): Column[] | null {
  const { source, taxonomy, unitIds, warnings, quarantined } = around;
  const written = (entry as { columns?: unknown } | null)?.columns;
  if (written === undefined || written === null) return null;
  const columns: Column[] = [];
  const ids = new Set<string>();
  for (const [index, one] of listed(written).entries()) {
    const at = [...path, 'columns', index];
    const problems: Problem[] = [];
    const column = checkShape(columnSchema, one, source, at, problems);
    checkFree(textOf(one, 'id'), ids, source, [...at, 'id'], problems);
    checkUnit(textOf(one, 'unit'), unitIds, source, [...at, 'unit'], problems);
    if (column?.takenOver) checkUnit(column.takenOver.from, unitIds, source, [...at, 'takenOver', 'from'], problems);
    checkCategory(textOf(one, 'category'), taxonomy, source, [...at, 'category'], problems);
    checkOrder(column?.topicFrom, column?.topicUntil, source, [...at, 'topicUntil'], problems);
    const url = resolveAddress(textOf(one, 'url'), site?.url ?? 'http://site.invalid/', source, [...at, 'url'], problems);
    if (problems.length > 0) quarantined.push({ site: textOf(entry, 'id'), column: textOf(one, 'id'), problems });
    if (problems.length > 0 || column === null || url === null || site === null) continue;
    const twin = columns.find((other) => other.url === url);
    if (twin)
      addWarning(warnings, source, [...at, 'url'], { zh: `与栏目 ${twin.id} 是同一个网址`, en: `the same address as column ${twin.id}` });
    columns.push(toColumn(column, site, url));
  }
  if (columns.length === 0 && listed(written).length === 0) {
    addWarning(warnings, source, [...path, 'columns'], {
      zh: '列表是空的，这个网站不会监测任何栏目；删去 columns 就自动发现',
      en: 'the list is empty, so nothing is watched; leave columns out to have them discovered',
    });
  }
  return columns;
}

function toColumn(column: WrittenColumn, site: WrittenSite, url: string): Column {
  const read = column.read ?? site.read;
  // A column that says nothing of its unit was taken over with its site.
  const takenOver = column.takenOver ?? (column.unit === undefined ? site.takenOver : undefined);
  return {
    ...(read ? { read } : {}),
    ...(takenOver ? { takenOver } : {}),
    site: site.id,
    id: column.id,
    unit: column.unit ?? site.unit,
    name: column.name,
    path: column.path ?? [column.name],
    url,
    category: column.category ?? null,
    period: column.period ?? null,
    ...(column.periodUntil ? { periodUntil: column.periodUntil } : {}),
    ...(column.periodReason ? { periodReason: column.periodReason } : {}),
    exempt: column.exempt ?? null,
    ...(column.exemptUntil ? { exemptUntil: column.exemptUntil } : {}),
    ...topicOf(column),
    origin: 'configured',
  };
}

/** A column with a first day, a last day or an archiving is a topic. */
function topicOf({ topicFrom, topicUntil, archivedOn }: WrittenColumn): Pick<Column, 'topic'> {
  if (topicFrom === undefined && topicUntil === undefined && archivedOn === undefined) return {};
  return { topic: { from: topicFrom ?? null, until: topicUntil ?? null, archivedOn: archivedOn ?? null } };
}

function resolveAddress(text: string | null, site: string, source: YamlFile, path: KeyPath, problems: Problem[]): string | null {
  if (text === null) return null;
  const url = !BARE_HOST.test(text) && URL.canParse(text, site) ? new URL(text, site) : null;
  if (url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.password === '') return url.href;
  const [expected, mend] = addressWanted(text);
  addProblem(
    problems,
    source,
    path,
    text,
    {
      zh: `${expected.zh}；或从网站根目录起的路径，如 /zwgk/tzgg/`,
      en: `${expected.en}; or a path from the site's root, such as /zwgk/tzgg/`,
    },
    mend,
  );
  return null;
}

function checkCategory(id: string | null, taxonomy: Taxonomy | null, source: YamlFile, path: KeyPath, problems: Problem[]): void {
  if (id === null || taxonomy === null || taxonomy.categories.some((category) => category.id === id)) return;
  const ids = taxonomy.categories.map((category) => category.id);
  const namesake = taxonomy.categories.find((category) => category.name === id);
  addProblem(
    problems,
    source,
    path,
    id,
    { zh: 'taxonomy.yaml 里的类别 id', en: 'a category id of taxonomy.yaml' },
    choose(namesake?.id ?? id, ids),
  );
}

function warnAboutSite(site: WrittenSite, crawl: CrawlSettings, path: KeyPath, { source, sites, warnings }: SiteSurroundings): void {
  const code = source.typed([...path, 'idCode']);
  if (code !== null && !ID_CODE.test(code)) {
    addWarning(warnings, source, [...path, 'idCode'], {
      zh: `网站标识码应是 10 位数字或 bm 加 8 位数字：${code}`,
      en: `a site code is ten digits, or bm and eight: ${code}`,
    });
  }
  const twin = sites.find((one) => one.url === site.url);
  if (twin)
    addWarning(warnings, source, [...path, 'url'], { zh: `与网站 ${twin.id} 是同一个网址`, en: `the same address as site ${twin.id}` });
  const loopback = /^(localhost|127\.|\[::1\])/.test(new URL(site.url).hostname);
  if (loopback && !crawl.allowPrivateNetworks) {
    addWarning(warnings, source, [...path, 'url'], {
      zh: '本机地址：不写 allowPrivateNetworks: true 就不会访问',
      en: 'an address of this machine: it is not asked without allowPrivateNetworks: true',
    });
  }
  if (!loopback && crawl.requestsPerSecond === 0) {
    addWarning(warnings, source, path, {
      zh: 'requestsPerSecond 为 0 表示不限速，只适合本机',
      en: 'requestsPerSecond 0 means no limit, which is for loopback only',
    });
  }
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

/** A text as it was written, whether or not the rest of the entry can be used; null where there is none. */
function textOf(entry: unknown, key: string): string | null {
  const text = (entry as Record<string, unknown> | null | undefined)?.[key];
  return typeof text === 'string' && text !== '' ? text : null;
}

/** Without the keys whose value is undefined, so that spreading it overrides only what was written. */
function present(settings: { [Key in keyof CrawlSettings]?: CrawlSettings[Key] | undefined }): Partial<CrawlSettings> {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { CrawlSettings, Estate, Taxonomy } from '../model/estate.ts';
import type { ConfigTexts } from '../model/revision.ts';
import type { CalendarYear, Rule, RulePack } from '../model/rules.ts';
import type { Sentence } from '../model/sentence.ts';
import { readAlertSettings } from './alerts.ts';
import type { AlertSettings } from './alerts-file.ts';
import { readCalendarFile } from './calendar-file.ts';
import { type Quarantined, readEstate, warnOfUnknownDuties } from './estate.ts';
import { crawlDefaults, DEFAULT_PACK } from './estate-file.ts';
import { type PaperSettings, readPaperSettings } from './papers.ts';
import { ConfigError, type Problem } from './problem.ts';
import { buildRulePacks, type PackSource } from './rule-packs.ts';
import { readScheduleSettings, type ScheduleSettings } from './schedule.ts';
import { readTaxonomyFile } from './taxonomy-file.ts';
import type { Warning } from './warning.ts';
import { parseYaml, readYamlFile, shownPath, type YamlFile } from './yaml-file.ts';

/** The configuration that comes with the program. */
export const BUNDLED_DIR = fileURLToPath(new URL('../../config/', import.meta.url));

/** What is judged by: categories, rule packs and calendars, the bundled ones with those of a directory in their place. */
export interface Rulebook {
  readonly taxonomy: Taxonomy;
  /** The pack that the estate names; without an estate, the one it would get by default. */
  readonly pack: RulePack;
  readonly packs: readonly RulePack[];
  /** Years in order. A year that is not here was not published as far as we know: working days in it cannot be told for sure. */
  readonly calendar: readonly CalendarYear[];
  readonly warnings: readonly Warning[];
  /** Every file that was read, as the user would name it. */
  readonly files: readonly string[];
}

/** All of the configuration. */
export interface Config extends Rulebook {
  readonly estate: Estate;
  readonly alerts: AlertSettings;
  readonly schedule: ScheduleSettings;
  readonly papers: PaperSettings;
  /** All that was read, by its name within the configuration. */
  readonly texts: ConfigTexts;
  /** Digest of `texts`. */
  readonly digest: string;
  /** Number under which the store keeps it; null as long as it does not. */
  readonly revision: number | null;
  /** Sites and columns set aside because they cannot be used; empty unless `quarantine` was asked for. */
  readonly quarantined: readonly Quarantined[];
}

/**
 * Reads `estate.yaml` of a directory, and `taxonomy.yaml`, `rules/*.yaml` and `calendar/*.yaml` where present in place of
 * the bundled files of the same name.
 *
 * With `quarantine`, sites and columns that cannot be used are set aside instead of stopping everything.
 * @throws {ConfigError} with everything that is wrong at once
 */
export function loadConfig(dir: string, { quarantine = false } = {}): Config {
  const problems: Problem[] = [];
  const source = readEstateFile(dir, problems);
  if (source === null) throw new ConfigError(problems);
  return buildConfig(source, readRulebook(dir, problems), problems, quarantine);
}

/**
 * Reads a configuration that is kept elsewhere than in a directory, whole as it was: without the bundled files of today.
 * @throws {ConfigError} with everything that is wrong at once
 */
export function configOf(texts: ConfigTexts, { quarantine = false } = {}): Config {
  const problems: Problem[] = [];
  const sources = new Map<string, PackSource>();
  for (const [name, text] of texts) {
    const source = parseYaml(name, text, problems);
    if (source !== null) sources.set(name, { ...source, bundled: true });
  }
  const source = sources.get('estate.yaml');
  if (source === undefined) throw new ConfigError(problems);
  return buildConfig(source, rulebookOf(sources, [...texts.keys()], [], problems), problems, quarantine);
}

/**
 * An estate that watches nothing yet, by a directory's rules or the bundled ones: what everything begins with where nobody wrote one.
 * @throws {ConfigError} with everything that is wrong in the directory's rules
 */
export function beginConfig(dir: string, name: string): Config {
  const problems: Problem[] = [];
  const text = `name: ${JSON.stringify(name)}\ntimezone: Asia/Shanghai\nrulePack: ${DEFAULT_PACK}\nunits: []\nsites: []\n`;
  const source = parseYaml('estate.yaml', text, problems);
  if (source === null) throw new ConfigError(problems);
  return buildConfig(source, readRulebook(dir, problems), problems, false);
}

function buildConfig(source: YamlFile, rulebook: ReturnType<typeof rulebookOf>, problems: Problem[], quarantine: boolean): Config {
  const { taxonomy, packs: found, packNames, calendar, warnings, files } = rulebook;
  const { estate, quarantined } = readEstate({ source, taxonomy, packs: packNames, warnings }, problems);
  const alerts = readAlertSettings(source, problems, warnings);
  const schedule = readScheduleSettings(source, problems);
  const papers = readPaperSettings(source, problems);
  if (!quarantine) problems.push(...quarantined.flatMap((one) => one.problems));
  const packs = withoutOff(confirmed(found, writtenList(source, 'confirmedRules')), writtenList(source, 'offRules'));
  const pack = packs.find((one) => one.id === estate?.rulePack);
  if (problems.length > 0 || estate === null || taxonomy === null || pack === undefined) throw new ConfigError(problems);
  warnOfUnknownDuties(estate, pack, source, warnings);
  const texts = new Map([['estate.yaml', source.text], ...rulebook.texts]);
  const kept = { texts, digest: digestOf(texts), revision: null };
  return {
    estate,
    alerts,
    schedule,
    papers,
    pack,
    quarantined,
    taxonomy,
    packs,
    calendar,
    warnings,
    files: [source.file, ...files],
    ...kept,
  };
}

/** Packs with those rules as checked that the office has compared with their documents: a rule of one name may rest on another document in another pack. */
function confirmed(packs: readonly RulePack[], rules: readonly unknown[]): RulePack[] {
  if (rules.length === 0) return [...packs];
  const held = (pack: RulePack, rule: Rule) => (rules.includes(`${pack.id}/${rule.id}`) ? { ...rule, verified: true } : rule);
  return packs.map((pack) => ({ ...pack, rules: pack.rules.map((rule) => held(pack, rule)) }));
}

/** A list at the top of `estate.yaml` as it is written; the estate's own schema tells what is wrong with it. */
function writtenList({ value }: YamlFile, key: 'confirmedRules' | 'offRules'): readonly unknown[] {
  const written = (value as Readonly<Record<string, unknown>> | null)?.[key];
  return Array.isArray(written) ? written : [];
}

/** Packs without those rules that the office does not hold against anybody. */
function withoutOff(packs: readonly RulePack[], off: readonly unknown[]): RulePack[] {
  const written = off.filter((one): one is { rule: string; reason: string } => typeof one === 'object' && one !== null);
  const reasons = new Map(written.map(({ rule, reason }) => [rule, reason]));
  return packs.map((pack) => {
    const isOff = ({ id }: Rule) => reasons.has(`${pack.id}/${id}`);
    const dropped = pack.rules.filter(isOff).map((rule) => ({
      id: rule.id,
      pack: pack.id,
      reason: reasons.get(`${pack.id}/${rule.id}`)!,
      byEstate: true,
      ...(rule.kind === 'column' ? { categories: rule.categories } : {}),
    }));
    return dropped.length === 0
      ? pack
      : { ...pack, rules: pack.rules.filter((rule) => !isOff(rule)), off: [...(pack.off ?? []), ...dropped] };
  });
}

function digestOf(texts: ConfigTexts): string {
  const sorted = [...texts].sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256').update(JSON.stringify(sorted)).digest('hex');
}

/** How a site is crawled where no estate says otherwise. */
export function defaultCrawl(): CrawlSettings {
  return crawlDefaults.parse({});
}

/**
 * Reads only what is judged by; neither the directory nor an estate in it need exist.
 * @throws {ConfigError} with everything that is wrong at once
 */
export function loadRulebook(dir: string): Rulebook {
  const problems: Problem[] = [];
  const { taxonomy, packs, calendar, warnings, files } = readRulebook(dir, problems);
  const pack = packs.find((one) => one.id === DEFAULT_PACK);
  if (problems.length > 0 || taxonomy === null || pack === undefined) throw new ConfigError(problems);
  return { taxonomy, pack, packs, calendar, warnings, files };
}

function readEstateFile(dir: string, problems: Problem[]): YamlFile | null {
  const path = join(dir, 'estate.yaml');
  if (existsSync(path)) return readYamlFile(path, problems);
  const given: Sentence | null = !existsSync(dir)
    ? { zh: '没有这个目录', en: 'no such directory' }
    : statSync(dir).isDirectory()
      ? null
      : { zh: '不是目录', en: 'not a directory' };
  problems.push({
    file: shownPath(path),
    line: null,
    column: null,
    key: null,
    given,
    expected: { zh: '写明监测哪些单位和网站的 estate.yaml', en: 'an estate.yaml that names the units and sites to watch' },
    mend: {
      zh: '先看示例：gongkai demo；从网站生成：gongkai discover 网址 --write；或用 --config 指定目录',
      en: 'see an example with gongkai demo, make one with gongkai discover URL --write, or name the directory with --config',
    },
  });
  return null;
}

function readRulebook(dir: string, problems: Problem[]) {
  const warnings: Warning[] = [];
  const found = new Map<string, { path: string; bundled: boolean }>();
  const same = resolve(dir) === resolve(BUNDLED_DIR);
  for (const name of listConfigFiles(BUNDLED_DIR, warnings)) found.set(name, { path: join(BUNDLED_DIR, name), bundled: !same });
  if (!same) for (const name of listConfigFiles(dir, warnings)) found.set(name, { path: join(dir, name), bundled: false });

  const sources = new Map<string, PackSource>();
  for (const [name, { path, bundled }] of found) {
    const source = readYamlFile(path, problems);
    if (source !== null) sources.set(name, { ...source, bundled });
  }
  const files = [...found.values()].map(({ path }) => shownPath(path));
  return { ...rulebookOf(sources, [...found.keys()], warnings, problems), files };
}

/** `names`: of all files, those that cannot be read among them. */
function rulebookOf(sources: ReadonlyMap<string, PackSource>, names: readonly string[], warnings: Warning[], problems: Problem[]) {
  const inFolder = (folder: string) => [...sources].flatMap(([name, source]) => (name.startsWith(`${folder}/`) ? [source] : []));
  const taxonomySource = sources.get('taxonomy.yaml');
  const taxonomy = taxonomySource === undefined ? null : readTaxonomyFile(taxonomySource, problems);
  const packs = buildRulePacks(inFolder('rules'), taxonomy, problems);
  const calendar = inFolder('calendar')
    .flatMap((source) => readCalendarFile(source, problems) ?? [])
    .sort((one, other) => one.year - other.year);
  return {
    taxonomy,
    packs,
    /** Also those of broken packs: to name one of them is no second mistake. */
    packNames: names.flatMap((name) => (name.startsWith('rules/') ? [basename(name, '.yaml')] : [])),
    calendar,
    warnings,
    files: names,
    texts: [...sources].filter(([name]) => name !== 'estate.yaml').map(([name, { text }]): [string, string] => [name, text]),
  };
}

/** Names such as `taxonomy.yaml` and `rules/national-2019.yaml` of the files of a directory that are read. */
function listConfigFiles(dir: string, warnings: Warning[]): string[] {
  const inFolder = ['rules', 'calendar'].flatMap((folder) => {
    const path = join(dir, folder);
    if (!existsSync(path) || !statSync(path).isDirectory()) return [];
    const names = readdirSync(path).filter((name) => !name.startsWith('.'));
    for (const name of names.filter((one) => !one.endsWith('.yaml'))) {
      const message = { zh: '没有读这个文件：文件名要以 .yaml 结尾', en: 'not read: its name must end in .yaml' };
      warnings.push({ file: shownPath(join(path, name)), line: null, column: null, key: null, message });
    }
    return names.filter((name) => name.endsWith('.yaml')).map((name) => `${folder}/${name}`);
  });
  return [...(existsSync(join(dir, 'taxonomy.yaml')) ? ['taxonomy.yaml'] : []), ...inFolder.sort()];
}

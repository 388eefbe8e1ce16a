import type { Day } from '../model/day.ts';
import { UNIT_KINDS, type UnitKind } from '../model/estate.ts';
import { inBoth, type Sentence } from '../model/sentence.ts';
import type { Config } from './load.ts';
import { describeWarning, type Warning } from './warning.ts';

/** What a configuration watches and judges by, in figures. */
export interface ConfigSummary {
  readonly estate: string;
  readonly timezone: string;
  readonly files: readonly string[];
  readonly units: { readonly total: number; readonly byKind: Readonly<Record<UnitKind, number>> };
  /** `discovered`: sites that leave their columns to discovery. */
  readonly sites: { readonly total: number; readonly discovered: number };
  readonly columns: { readonly total: number; readonly categorized: number; readonly exempt: number };
  readonly classes: readonly { readonly id: string; readonly name: string; readonly categories: number }[];
  readonly keyAreas: number;
  readonly rulePack: {
    readonly id: string;
    readonly name: string;
    readonly lineage: readonly string[];
    readonly warningDays: number;
    readonly rules: number;
    readonly verified: number;
    readonly unverified: readonly { readonly id: string; readonly name: string; readonly document: string; readonly article: string }[];
    readonly off: readonly { readonly id: string; readonly reason: string }[];
  };
  readonly rulePacks: readonly string[];
  readonly calendar: { readonly years: readonly number[]; readonly missing: readonly number[] };
  readonly warnings: readonly Warning[];
}

/** Counts a configuration up. `today` decides which years of the calendar are looked for: to the end of the next one. */
export function summarizeConfig(config: Config, today: Day): ConfigSummary {
  const { estate, pack, taxonomy } = config;
  const columns = estate.sites.flatMap((site) => site.columns ?? []);
  const unverified = pack.rules.filter((rule) => !rule.verified);
  const years = config.calendar.filter(({ certain }) => certain !== false).map((one) => one.year);
  const nextYear = Number(today.slice(0, 4)) + 1;
  const first = Math.min(...years, nextYear);
  const wanted = Array.from({ length: nextYear - first + 1 }, (_, index) => first + index);
  return {
    estate: estate.name,
    timezone: estate.timezone,
    files: config.files,
    units: {
      total: estate.units.length,
      byKind: Object.fromEntries(UNIT_KINDS.map((kind) => [kind, estate.units.filter((unit) => unit.kind === kind).length])) as Record<
        UnitKind,
        number
      >,
    },
    sites: { total: estate.sites.length, discovered: estate.sites.filter((site) => site.columns === null).length },
    columns: {
      total: columns.length,
      categorized: columns.filter((column) => column.category !== null).length,
      exempt: columns.filter((column) => column.exempt !== null).length,
    },
    classes: taxonomy.classes.map(({ id, name }) => ({
      id,
      name,
      categories: taxonomy.categories.filter((one) => one.class === id).length,
    })),
    keyAreas: taxonomy.keyAreas.length,
    rulePack: {
      id: pack.id,
      name: pack.name,
      lineage: pack.lineage,
      warningDays: pack.warningDays,
      rules: pack.rules.length,
      verified: pack.rules.length - unverified.length,
      unverified: unverified.map(({ id, name, source }) => ({ id, name, document: source.document, article: source.article })),
      off: (pack.off ?? []).map(({ id, reason }) => ({ id, reason })),
    },
    rulePacks: config.packs.map((one) => one.id),
    calendar: { years, missing: wanted.filter((year) => !years.includes(year)) },
    warnings: config.warnings,
  };
}

const KIND_NAMES: Record<UnitKind, string> = {
  office: inBoth({ zh: '办公室', en: 'offices' }),
  department: inBoth({ zh: '部门', en: 'departments' }),
  township: inBoth({ zh: '乡镇', en: 'townships' }),
  street: inBoth({ zh: '街道', en: 'street offices' }),
  other: inBoth({ zh: '其他', en: 'other' }),
};

const NOT_PUBLISHED: Sentence = {
  zh: '没有的年份可能尚未公布：先按周一至周五计工作日，结果会注明；公布后照上一年写一份 calendar/YYYY.yaml',
  en: 'perhaps not published yet: working days there are Monday to Friday, and results say so; once it is, write a calendar/YYYY.yaml like the last',
};

/** The summary for people. */
export function describeConfig(
  summary: ConfigSummary,
  { verbose = false, quiet = false }: { verbose?: boolean; quiet?: boolean } = {},
): string {
  const { units, sites, columns, rulePack, calendar, warnings } = summary;
  const kinds = UNIT_KINDS.filter((kind) => units.byKind[kind] > 0).map((kind) => `${KIND_NAMES[kind]} ${units.byKind[kind]}`);
  const lines = [
    inBoth({ zh: `配置可用：${summary.estate}`, en: `the configuration can be used: ${summary.estate}` }),
    '',
    `单位 units         ${units.total}${kinds.length > 0 ? `（${kinds.join('，')}）` : ''}`,
    `网站 sites         ${sites.total}${sites.discovered > 0 ? `（自动发现栏目 columns to be discovered: ${sites.discovered}）` : ''}`,
    `栏目 columns       ${columns.total}（写明类别 with a category: ${columns.categorized}，不要求更新 exempt: ${columns.exempt}）`,
    `类别 categories    ${summary.classes.map((one) => `${one.name} ${one.categories}`).join('，')}；重点领域 key areas: ${summary.keyAreas}`,
    `指标 rule pack     ${rulePack.id} ${rulePack.name}${rulePack.lineage.length > 0 ? `（建在 built on ${rulePack.lineage.join(' → ')}）` : ''}`,
    `规则 rules         ${rulePack.rules}：见过原文 verified ${rulePack.verified}，待核对 to be checked ${rulePack.unverified.length}，关闭 off ${rulePack.off.length}`,
    `放假安排 calendar  ${spans(calendar.years)}${calendar.missing.length === 0 ? '' : `；没有 missing: ${calendar.missing.join('、')}`}`,
  ];
  if (calendar.missing.length > 0) {
    lines.push(`                   （${inBoth(NOT_PUBLISHED)}）`);
  }
  if (rulePack.off.length > 0)
    lines.push('', inBoth({ zh: '关闭的规则', en: 'rules switched off' }), ...rulePack.off.map((one) => `  ${one.id}：${one.reason}`));
  if (verbose)
    lines.push(
      '',
      inBoth({ zh: '待核对的规则', en: 'rules to be checked against their source' }),
      ...rulePack.unverified.map((one) => `  ${one.id}  ${one.name}（${one.document} ${one.article}）`),
    );
  if (!quiet)
    lines.push(
      '',
      inBoth({ zh: `读了 ${summary.files.length} 个文件`, en: `files read: ${summary.files.length}` }),
      ...(verbose ? summary.files.map((file) => `  ${file}`) : []),
    );
  if (warnings.length > 0) {
    lines.push('', inBoth({ zh: `提醒 ${warnings.length} 处`, en: `warnings: ${warnings.length}` }));
    lines.push(...warnings.map(describeWarning));
  }
  return lines.join('\n');
}

/** `2017–2024、2026` of a rising list of years. */
function spans(years: readonly number[]): string {
  const runs: number[][] = [];
  for (const year of years) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === year - 1) run.push(year);
    else runs.push([year]);
  }
  return runs.map((run) => (run.length === 1 ? String(run[0]) : `${run[0]}–${run.at(-1)}`)).join('、') || '—';
}

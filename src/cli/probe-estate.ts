import { probesInSight } from '../../jobs/judging/judge.ts';
import { isVantage } from '../../jobs/probes/probing.ts';
import { probeNow } from '../../jobs/probes/round.ts';
import type { Workshop } from '../../jobs/workshop.ts';
import { reachabilityRule } from '../checks/reachability.ts';
import type { Site } from '../model/estate.ts';
import { outcomeFacts } from '../model/outcome.ts';
import type { Probe } from '../model/probes.ts';
import type { ReachabilityRule } from '../model/rules.ts';
import { measureReachability, opensTooSeldom, type Reachability } from '../timeliness/reachability.ts';
import { EXIT, Failure } from './failure.ts';
import { interruptible } from './interrupt.ts';
import { plainJson } from './json.ts';
import { readNarrowing } from './narrowing.ts';
import type { CommonOptions } from './options.ts';
import { formatTable, terminalWidth } from './table.ts';

/** Visits home pages once and prints what the visits of the rule's days say of each site. */
export async function probeEstate(
  workshop: Workshop,
  options: Pick<CommonOptions, 'json'> & { readonly site?: readonly string[]; readonly vantage: string; readonly visit: boolean },
): Promise<void> {
  const { config, clock, store } = workshop;
  const rule = reachabilityRule(config.pack);
  if (rule === null)
    throw new Failure(
      { zh: `指标 ${config.pack.id} 没有拨测要求（kind: reachability）`, en: 'the rule pack asks for no visits' },
      EXIT.usage,
    );
  if (!isVantage(options.vantage)) {
    throw new Failure(
      {
        zh: `--vantage 只能用字母、数字、点、横线和下划线：${options.vantage}`,
        en: `letters, digits, dots, dashes and underscores only: ${options.vantage}`,
      },
      EXIT.usage,
    );
  }
  const { sites: named = [] } = await readNarrowing(options.site ? { site: options.site } : {}, workshop);
  const sites = config.estate.sites.filter(({ id }) => named.length === 0 || named.includes(id));
  const made = options.visit ? await visitNow(workshop, sites, rule, options.vantage) : [];
  const asOf = clock.now();
  const probes = await probesInSight(store, rule, asOf, config.estate.timezone);
  const measured = measureReachability(probes, rule, asOf, config.estate.timezone);
  if (options.json) {
    const rows = sites.map(({ id }) => ({
      id,
      visit: made.find(({ site }) => site === id) ?? null,
      reachability: measured.get(id) ?? null,
    }));
    process.stdout.write(`${plainJson({ schema: 'gongkai.probe/1', vantage: options.vantage, rule: rule.id, sites: rows })}\n`);
  } else process.stdout.write(`${shareTable(sites, made, measured, rule)}\n`);
}

async function visitNow(workshop: Workshop, sites: readonly Site[], rule: ReachabilityRule, vantage: string): Promise<Probe[]> {
  const interrupt = interruptible();
  try {
    const made = await probeNow(workshop, sites, { rule, vantage, signal: interrupt.signal });
    if (interrupt.signal.aborted) process.exitCode = EXIT.interrupted;
    return made;
  } finally {
    interrupt.release();
  }
}

function shareTable(
  sites: readonly Site[],
  made: readonly Probe[],
  measured: ReadonlyMap<string, Reachability>,
  rule: ReachabilityRule,
): string {
  const rows = sites.map(({ id, name }) => {
    const visit = made.find(({ site }) => site === id);
    const week = measured.get(id);
    const share = week && week.visits > 0 ? `${((week.failed / week.visits) * 100).toFixed(1)}%` : null;
    return [
      id,
      name,
      visit ? outcomeFacts(visit.outcome).zh : null,
      visit?.milliseconds ?? null,
      week?.visits ?? 0,
      week?.failed ?? 0,
      share,
      verdict(week, rule),
    ];
  });
  const columns = [
    { head: '网站' },
    { head: '名称', least: 12 },
    { head: '本次', least: 8 },
    { head: '毫秒', align: 'right' as const },
    { head: `${rule.days}天访问`, align: 'right' as const },
    { head: '打不开', align: 'right' as const },
    { head: '占比', align: 'right' as const },
    { head: '结论', least: 8 },
  ];
  return formatTable(columns, rows, terminalWidth());
}

function verdict(week: Reachability | undefined, rule: ReachabilityRule): string {
  if (!week) return '没有记录';
  if (!week.measurable) return `次数不足，不能判定（每天至少 ${rule.visitsPerDay} 次）`;
  return opensTooSeldom(week, rule) ? '不达标' : '达标';
}

import { addDays, dayIn, startOfDay } from '../../src/model/day.ts';
import type { Span } from '../../src/model/estate.ts';
import type { Probe } from '../../src/model/probes.ts';
import type { ReachabilityRule, RulePack } from '../../src/model/rules.ts';
import type { Narrowing } from '../../src/store/store.ts';
import { type AuditInput, judgeAudit } from '../../src/timeliness/audit.ts';
import type { AuditResult } from '../../src/timeliness/audit-result.ts';
import { reachabilityRule } from '../../src/timeliness/site-verdicts/reachability.ts';
import type { Workshop } from '../workshop.ts';

export interface JudgeOrder {
  readonly asOf: Date;
  readonly span: Span;
  readonly narrowing: Narrowing;
  readonly pack: RulePack;
  /** Run to keep the findings with, or null. */
  readonly run: string | null;
}

/** The span that an audit counts where nobody says otherwise: the year up to its day. */
export function yearToDate(zone: string, asOf: Date): Span {
  const to = dayIn(zone, asOf);
  return { from: `${to.slice(0, 4)}-01-01`, to };
}

type Desk = Pick<Workshop, 'config' | 'store' | 'classifier'>;

/** Judges what is stored, without one request. */
export async function judgeStored(desk: Desk, order: JudgeOrder): Promise<AuditResult> {
  const observed = await readObservations(desk, order);
  const items = [];
  for await (const item of desk.store.items.stream({})) items.push(item);
  const result = judgeAudit({ ...observed, items });
  if (order.run !== null) await desk.store.findings.save(order.run, result.findings);
  return result;
}

/** All that an audit is judged by but what only items' own pages say. */
export async function readObservations({ config, store, classifier }: Desk, order: Omit<JudgeOrder, 'run'>): Promise<AuditInput> {
  const [columns, readings, sites, sightings, probes] = await Promise.all([
    store.columns.list(),
    store.columns.readings(order.asOf),
    store.runs.sites({ asOf: order.asOf }),
    store.items.sightings(),
    probesInSight(store, reachabilityRule(order.pack), order.asOf, config.estate.timezone),
  ]);
  return {
    estate: config.estate,
    taxonomy: config.taxonomy,
    calendar: config.calendar,
    pack: order.pack,
    columns,
    readings,
    sites,
    sightings,
    probes,
    asOf: order.asOf,
    span: order.span,
    narrowing: order.narrowing,
    language: config.alerts.language,
    categoryOf: (column) =>
      column.category ?? classifier.classifyColumn({ name: column.name, path: column.path, url: column.url })?.category ?? null,
  };
}

/** Visits in the days that a rule looks at. */
export function probesInSight(store: Workshop['store'], rule: ReachabilityRule | null, asOf: Date, zone: string): Promise<Probe[]> {
  if (rule === null) return Promise.resolve([]);
  return store.probes.list({ from: startOfDay(zone, addDays(dayIn(zone, asOf), -rule.days)), to: asOf });
}

import { type AuditInput, openAudit } from '../../src/audit/audit.ts';
import type { AuditResult, ColumnRow, EstateStanding } from '../../src/audit/audit-result.ts';
import { reachabilityRule } from '../../src/checks/reachability.ts';
import { soughtWording } from '../../src/checks/wording.ts';
import { columnKey, type ListedOnce } from '../../src/counting/count.ts';
import type { Gap } from '../../src/counting/gaps.ts';
import { openNumbers, type YearInNumbers } from '../../src/counting/series.ts';
import { addDays, addPeriod, type Day, dayIn, startOfDay } from '../../src/model/day.ts';
import type { Column, Span } from '../../src/model/estate.ts';
import type { Probe } from '../../src/model/probes.ts';
import type { ReachabilityRule, RulePack } from '../../src/model/rules.ts';
import type { Mention, Narrowing, SightedItem } from '../../src/store/store.ts';
import type { Course } from '../../src/timeliness/course.ts';
import { accountServices, judgeAccounts } from '../media/judge-accounts.ts';
import type { Workshop } from '../workshop.ts';
import { listsOf } from './lists.ts';

export interface JudgeOrder {
  readonly asOf: Date;
  readonly span: Span;
  readonly narrowing: Narrowing;
  readonly pack: RulePack;
}

/** What an audit came to, with the numbers that charts show. */
export interface Judged {
  readonly result: AuditResult;
  readonly numbers: YearInNumbers;
  /** The longest silences of each column that had some, by column key. */
  readonly gaps: ReadonlyMap<string, readonly Gap[]>;
  /** How columns kept their limits, by column key; without those of which nothing is expected or proven. */
  readonly courses: ReadonlyMap<string, Course>;
}

/** The span that an audit counts where nobody says otherwise: the year up to its day. */
export function yearToDate(zone: string, asOf: Date): Span {
  const to = dayIn(zone, asOf);
  return { from: `${to.slice(0, 4)}-01-01`, to };
}

/** The year that charts show: 52 weeks and a day back from `today`. */
export function yearUpTo(today: Day): Span {
  return { from: addDays(addPeriod(today, { years: 1, months: 0, days: 0 }, -1), 1), to: today };
}

/** Texts of budgets are long. */
const TEXTS_AT_ONCE = 200;

export type JudgingParts = Pick<Workshop, 'config' | 'store' | 'classifier'>;

/**
 * Judges what is stored, without one request. Lists are read by a few thousand rows at a time: what is held in memory does not grow with
 * them, and others in this process get their turn in between. `keep` takes what each column was found to list.
 */
export async function judgeStored(
  parts: JudgingParts,
  order: JudgeOrder,
  keep?: (column: Column, listed: readonly ListedOnce[]) => Promise<void>,
): Promise<Judged> {
  return (await judgeWithOthers(parts, order, [], keep)).judged;
}

/** The same, and how the estate stood at other moments, each told by the same look at the lists. */
export async function judgeWithOthers(
  parts: JudgingParts,
  order: JudgeOrder,
  others: readonly Pick<JudgeOrder, 'asOf' | 'span'>[],
  keep?: (column: Column, listed: readonly ListedOnce[]) => Promise<void>,
): Promise<{ readonly judged: Judged; readonly others: readonly EstateStanding[] }> {
  const { store, config } = parts;
  const observed = await readObservations(parts, order);
  const audit = openAudit(observed);
  const beside = await Promise.all(others.map((other) => openBeside(parts, observed, { ...order, ...other })));
  const { numbers, add } = openNumbers(yearUpTo(dayIn(config.estate.timezone, order.asOf)), order.span);
  const silences = new Map<string, readonly Gap[]>();
  const courses = new Map<string, Course>();
  for await (const [column, sightings] of listsOf(store, audit.columns)) {
    for (const other of beside) other.hear(column, sightings);
    const { listed, first, gaps, course } = audit.addColumn(column, sightings);
    for (const item of first) add(item);
    if (gaps.length > 0) silences.set(columnKey(column.site, column.id), gaps);
    if (course !== null) courses.set(columnKey(column.site, column.id), course);
    await keep?.(column, listed);
  }
  const wanted = audit.wantedTexts();
  for (let at = 0; at < wanted.length; at += TEXTS_AT_ONCE) {
    for (const text of await store.items.texts(wanted.slice(at, at + TEXTS_AT_ONCE))) audit.addText(text);
  }
  for (const { from, to } of await store.items.references(audit.wantedReferences())) audit.addReference(from, to);
  for await (const item of store.items.audited(order.span)) audit.addItem(item);
  return {
    judged: { result: audit.close(), numbers, gaps: silences, courses },
    others: beside.map((other) => other.close()),
  };
}

/** Another moment of what was observed for one: its own readings and visits to sites, the same columns and shared items. */
async function openBeside(parts: JudgingParts, { estate, columns, shared }: AuditInput, order: JudgeOrder): Promise<Beside> {
  const { store } = parts;
  const [readings, sites] = await Promise.all([store.columns.readings(order.asOf), store.runs.sites({ asOf: order.asOf })]);
  const audit = openAudit({ ...groundsOf(parts, order), estate, columns, readings, sites, shared });
  const own = new Map(audit.columns.map((column) => [columnKey(column.site, column.id), column]));
  return {
    hear: ({ site, id }, sightings) => audit.addColumn(own.get(columnKey(site, id))!, sightings),
    close: () => audit.close(),
  };
}

interface Beside {
  hear(column: Column, sightings: readonly SightedItem[]): void;
  close(): EstateStanding;
}

/**
 * How the columns of one site stand by their own lists alone: nothing is asked of the rest of the estate, which may be under way still,
 * nor of what items' pages say.
 */
export async function judgeSite(parts: JudgingParts, site: string, order: Omit<JudgeOrder, 'narrowing'>): Promise<readonly ColumnRow[]> {
  const { store, config } = parts;
  const [columns, readings, sites] = await Promise.all([
    store.columns.list(site),
    store.columns.readings(order.asOf),
    store.runs.sites({ site, asOf: order.asOf }),
  ]);
  const estate = { ...config.estate, sites: config.estate.sites.filter(({ id }) => id === site) };
  const audit = openAudit({ ...groundsOf(parts, { ...order, narrowing: {} }), estate, columns, readings, sites, shared: [] });
  for await (const [column, sightings] of listsOf(store, audit.columns)) audit.addColumn(column, sightings);
  return audit.close().columns;
}

/** What every audit of an estate is judged by, whatever was observed. */
function groundsOf({ config, classifier }: JudgingParts, { pack, asOf, span, narrowing }: JudgeOrder) {
  return {
    taxonomy: config.taxonomy,
    calendar: config.calendar,
    ...{ pack, asOf, span, narrowing },
    language: config.alerts.language,
    categoryOf: (column: Column) =>
      column.category ?? classifier.classifyColumn({ name: column.name, path: column.path, url: column.url })?.category ?? null,
  } satisfies Partial<AuditInput>;
}

/** All that an audit is judged by but the columns' lists and what items' own pages say. */
async function readObservations(parts: JudgingParts, order: JudgeOrder): Promise<AuditInput> {
  const { config, store } = parts;
  const [columns, readings, sites, shared, reissued, mentions, links, accounts, services, probes, entered, pairDecisions] =
    await Promise.all([
      store.columns.list(),
      store.columns.readings(order.asOf),
      store.runs.sites({ asOf: order.asOf }),
      store.items.sharedSightings(),
      store.items.reissued(order.span),
      mentionsOf(store, order),
      store.links.telling(),
      judgeAccounts({ config, store }, order),
      accountServices({ config, store }, order),
      probesInSight(store, reachabilityRule(order.pack), order.asOf, config.estate.timezone),
      store.approvals.list(),
      store.pairs.list(),
    ]);
  return {
    ...groundsOf(parts, order),
    estate: { ...config.estate, approvals: [...(config.estate.approvals ?? []), ...entered] },
    ...{ columns, readings, sites, shared, reissued, mentions, links, probes, pairDecisions },
    accounts: config.estate.accounts.map((account, place) => ({ account, row: accounts[place]!, service: services[place]! })),
  };
}

/** Items that are looked at for their wording: more with one list is a list that is wrong itself. */
const MOST_MENTIONS = 2_000;

/** Items of the span that hold a wording that the pack looks for. */
export function mentionsOf(store: Workshop['store'], { pack, span }: Pick<JudgeOrder, 'pack' | 'span'>): Promise<Mention[]> {
  const sought = soughtWording(pack);
  return sought === null ? Promise.resolve([]) : store.items.mentioning(span, sought, MOST_MENTIONS);
}

/** Visits in the days that a rule looks at. */
export function probesInSight(store: Workshop['store'], rule: ReachabilityRule | null, asOf: Date, zone: string): Promise<Probe[]> {
  if (rule === null) return Promise.resolve([]);
  return store.probes.list({ from: startOfDay(zone, addDays(dayIn(zone, asOf), -rule.days)), to: asOf });
}

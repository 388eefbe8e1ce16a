import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { City } from '../../sample-city/city.ts';
import { writeConfig } from '../../sample-city/estate.ts';
import { expectedOf } from '../../sample-city/expected.ts';
import { type AuditInput, openAudit } from '../../src/audit/audit.ts';
import type { AuditResult } from '../../src/audit/audit-result.ts';
import { loadConfig } from '../../src/config/load.ts';
import { departmentBudgets } from '../../src/duties/budgets/departments.ts';
import { budgetRoster } from '../../src/duties/budgets/roster.ts';
import { addDays, type Day, startOfDay } from '../../src/model/day.ts';
import { annual } from '../../src/reports/annual/annual.ts';
import type { PaperFacts } from '../../src/reports/facts.ts';
import type { ItemText, SightedItem, StoredColumn } from '../../src/store/store.ts';
import { noon, reading, siteRecord } from '../timeliness/estate.ts';

const ZONE = 'Asia/Shanghai';
const LAST: Day = '2019-01-31';
const dir = mkdtempSync(join(tmpdir(), 'gongkai-duties-'));
const city = new City({ seed: 2018, faults: false, today: LAST });
/** What each column will have listed by the end, each item from the day on which it appeared. */
const sightings = new Map<string, SightedItem[]>();
let config: ReturnType<typeof loadConfig>;
let columns: StoredColumn[];

beforeAll(() => {
  writeConfig(dir, city.sites, (site) => `http://${site}.test/`);
  config = loadConfig(dir);
  const categories = new Map(city.columns.map(({ id, category }) => [id, category]));
  columns = config.estate.sites.flatMap((site) =>
    (site.columns ?? []).map((column) => ({ ...column, category: categories.get(column.id) ?? null, watchedSince: null })),
  );
  for (const column of columns) sightings.set(column.id, seenIn(column));
});

afterAll(() => rmSync(dir, { recursive: true, force: true }));

function seenIn(column: StoredColumn): SightedItem[] {
  const plan = city.column(column.id);
  return city.listed(plan).map((item, position) => {
    const seen = noon(item.appears);
    const day = plan.rowDate === 'none' ? null : item.day;
    return {
      site: column.site,
      column: column.id,
      item: `${column.site}.test/${item.id}`,
      title: item.title,
      url: `http://${column.site}.test/${item.id}`,
      listedOn: day,
      position: position + 1,
      firstRun: 'r',
      firstSeen: seen,
      firstAsOf: seen,
      lastSeen: noon(LAST),
      goneSince: null,
      publishedOn: day,
      category: column.category,
      removedAt: null,
      outcome: 'ok',
    };
  });
}

/** What the pages of the city's items say, by key. */
const texts = new Map<string, ItemText>();
function textOf(key: string): ItemText {
  const known = texts.get(key);
  if (known) return known;
  const { paragraphs, table, attachments } = city.item(Number(key.split('/').at(-1)))!.tell();
  const text = {
    key,
    text: [...paragraphs, ...(table ?? []).flat()].join('\n'),
    files: attachments.map((name) => ({ url: `${key}/${name}`, name, text: null, whole: false })),
  };
  texts.set(key, text);
  return text;
}

/** The city audited on the evening of a day, every list and page read at noon. */
function auditOn(day: Day): AuditResult {
  const known = (id: string) => sightings.get(id)!.filter(({ firstSeen }) => firstSeen <= noon(day));
  const input: AuditInput = {
    estate: config.estate,
    taxonomy: config.taxonomy,
    pack: config.pack,
    calendar: config.calendar,
    columns,
    categoryOf: () => null,
    readings: columns.map((column) => reading({ on: day, site: column.site, column: column.id, rows: known(column.id).length })),
    sites: config.estate.sites.map(({ id }) => siteRecord({ on: day, site: id })),
    shared: [],
    asOf: new Date(startOfDay(ZONE, addDays(day, 1)).getTime() - 1000),
    span: { from: `${day.slice(0, 4)}-01-01`, to: day },
  };
  const audit = openAudit(input);
  for (const column of audit.columns) audit.addColumn(column, known(column.id));
  for (const key of audit.wantedTexts()) audit.addText(textOf(key));
  return audit.close();
}

const DAYS = Array.from({ length: 80 }, (_, index) => addDays('2018-01-01', index * 5)).filter((day) => day <= LAST);
/** Around the days on which something turns. */
const TURNS: readonly Day[] = [
  '2018-02-01',
  '2018-03-05',
  '2018-03-06',
  '2018-05-28',
  '2018-04-02',
  '2018-04-03',
  '2018-04-19',
  '2018-04-20',
  '2018-05-29',
  '2018-05-30',
  '2018-10-10',
  '2018-10-14',
  '2018-10-15',
  '2018-10-30',
];
const ACCUSED = ['missing', 'late', 'wrong'];
const inOrder = (those: readonly string[]) => [...those].sort();

/** Lapses that are told by more than one finding: a duty's and another one's of it, its document's or a column's that is kept for it. */
function accusedTwice(
  duties: AuditResult['duties'],
  findings: AuditResult['findings'],
  rows: AuditResult['columns'],
): readonly (readonly [string, string])[] {
  const told = findings.filter(({ kind }) => kind.startsWith('duty-'));
  const once = new Set<string>();
  const again = told.flatMap(({ basis, subject: { unit, site }, facts }) => {
    const key = JSON.stringify([basis?.rule, unit, site, (facts as { year?: number }).year]);
    const before = once.has(key);
    once.add(key);
    return before ? [['told twice', key] as const] : [];
  });
  const accused = new Set(
    findings.flatMap(({ kind, subject: { site, column } }) => (/^column-(?:overdue|blank)$/.test(kind) ? [`${site}/${column}`] : [])),
  );
  const ofColumns = duties.flatMap(({ rule, unit, site, toldBy }): (readonly [string, string])[] => {
    if (!told.some(({ basis, subject }) => basis?.rule === rule && subject.unit === unit && subject.site === site)) return [];
    const { categories } = config.pack.rules.find(({ id }) => rule.endsWith(`/${id}`)) as { categories: readonly string[] };
    const own = rows.filter((row) => (site === null ? row.unit === unit : row.site === site) && categories.includes(row.category ?? ''));
    const late = own.filter((row) => accused.has(`${row.site}/${row.id}`));
    // A column is the duty's where its items are what it asks for, or where the unit has no other for it.
    const its = late.filter((row) => row.rule === rule || late.length === own.length).map((row) => `${row.site}/${row.id}`);
    return [...its, ...(toldBy === null ? [] : [toldBy])].map((key) => [`${rule} ${unit}`, key]);
  });
  return [...again, ...ofColumns];
}

describe('the sample city, judged through a year', () => {
  test.each([...DAYS, ...TURNS])('on %s every planted case is found and no other, none twice, and no annual column is overdue', (day) => {
    const { duties, findings, columns: rows } = auditOn(day);
    const planted = expectedOf(city, day).duties.map(({ rule, unit, year, state }) => `${rule} ${unit} ${year} ${state}`);
    const held = duties.filter(
      (one) => ACCUSED.includes(one.state) && config.pack.rules.find(({ id }) => one.rule.endsWith(`/${id}`))!.severity !== 'notice',
    );
    expect(inOrder(held.map(({ rule, unit, year, state }) => `${rule.split('/')[1]} ${unit} ${year} ${state}`))).toEqual(inOrder(planted));
    for (const one of held) expect(one.dueOn! < day, `${one.rule} ${one.unit}`).toBe(true);

    const told = findings.filter(({ kind }) => kind.startsWith('duty-'));
    expect(told.map(({ kind, subject, basis }) => `${basis?.rule} ${subject.unit} ${kind}`).sort()).toEqual(
      held.map(({ rule, unit, state }) => `${rule} ${unit} duty-${state}`).sort(),
    );
    const late = findings.filter(({ kind }) => kind === 'clock-late').map(({ subject, basis }) => `${basis?.rule} ${subject.unit}`);
    expect(late).toEqual(expectedOf(city, day).clocks.map(({ rule, unit }) => `${rule} ${unit}`));
    const annual = rows.filter(({ category, status }) => ['oversight', 'fiscal-budget'].includes(category ?? '') && status === 'overdue');
    expect(annual).toEqual([]);
    expect(accusedTwice(duties, findings, rows)).toEqual([]);
  });

  test.each(['2018-03-27', '2018-12-31'])('on %s every column stands as the city says', (day) => {
    const here = new City({ seed: 2018, faults: false, today: day });
    const truth = expectedOf(here, day).columns.map(({ id, status }) => [id, status]);
    expect(auditOn(day).columns.map(({ id, status }) => [id, status])).toEqual(truth);
  });

  test('at the end of the year the roster holds every budget and account that the report counts, with the sums that it adds up to', () => {
    const { duties, budgets } = auditOn('2018-12-31');
    const { others, counts } = budgetRoster(duties, budgets, config.pack);
    const departments = (what: string, year: number) =>
      budgets.filter((one) => one.what === what && one.year === year && /部门(?:预|决)算/.test(one.title));
    const sumOf = (those: readonly { readonly total: number | null }[]) =>
      Math.round(those.reduce((sum, { total }) => sum + (total ?? Number.NaN), 0) * 100) / 100;
    const [planned, spent] = [departments('budget', 2018), departments('accounts', 2017)];
    expect([planned.length, sumOf(planned)]).toEqual([117, 319595.24]);
    expect([spent.length, sumOf(spent)]).toEqual([94, 305561.48]);
    const published = (rules: readonly string[], year: number) =>
      counts
        .filter((one) => one.year === year && rules.some((rule) => one.rule.endsWith(`/${rule}`)))
        .reduce((sum, { states: { done = 0, late = 0, 'to-check': toCheck = 0 } }) => sum + done + late + toCheck, 0);
    const outside = (what: string, year: number) => others.filter((one) => one.what === what && one.year === year).length;
    expect(published(['budget-unit', 'budget-township'], 2018) + outside('budget', 2018)).toBe(117);
    expect(published(['accounts-unit', 'accounts-township'], 2017) + outside('accounts', 2017)).toBe(94);
  });

  test('the annual report tells the report’s own 117 budgets and 94 accounts, and each number opens as many documents', () => {
    const result = auditOn('2018-12-31');
    const counts = departmentBudgets(result.budgets, config.pack, { from: '2018-01-01', to: '2018-12-31' });
    expect(counts.map(({ what, year, documents, sum, read }) => [what, year, documents.length, sum, read])).toEqual([
      ['budget', 2018, 117, 319595.24, 117],
      ['accounts', 2017, 94, 305561.48, 94],
    ]);
    const paper = annual.compose({
      ...{ estate: config.estate, taxonomy: config.taxonomy, pack: config.pack, span: { from: '2018-01-01', to: '2018-12-31' } },
      ...{ asOf: '2018-12-31', unit: null, result, byUnit: [] },
      counts: { items: 0, classes: new Map(), categories: new Map(), keyAreas: new Map(), units: new Map() },
    } as unknown as PaperFacts);
    const told = paper.sections.flatMap(({ paragraphs }) => paragraphs).join('');
    expect(told).toContain('公开2018年部门预算117家，涉及金额319595.24万元；公开2017年部门决算94家，涉及金额305561.48万元。');
    const rows = paper.tables.find(({ name }) => name === '部门预决算公开情况')!.rows;
    expect(rows.map((row) => row[3])).toEqual([
      { text: 117, link: '/duties/budgets?what=budget&of=2018&from=2018-01-01&to=2018-12-31#table-published' },
      { text: 94, link: '/duties/budgets?what=accounts&of=2017&from=2018-01-01&to=2018-12-31#table-published' },
    ]);
  });

  test('at the end of the year the clock of one town has not begun, and of one department nothing can be told', () => {
    const { duties } = auditOn('2018-12-31');
    const of = (rule: string, unit: string) => duties.filter((one) => one.rule.endsWith(`/${rule}`) && one.unit === unit);
    expect(of('budget-township', 'town-taiping')).toMatchObject([{ state: 'clock-not-begun', dueOn: null }]);
    expect(of('annual-report', 'archives').find(({ year }) => year === 2017)).toMatchObject({
      state: 'not-watched',
      lacking: { why: 'no-place' },
    });
    expect(of('annual-report', 'poverty-relief')).toMatchObject([{ year: 2017, state: 'done' }]);
    const sums = new Map<string, number>();
    for (const { rule, state } of duties) sums.set(`${rule.split('/')[1]} ${state}`, (sums.get(`${rule.split('/')[1]} ${state}`) ?? 0) + 1);
    expect(Object.fromEntries(sums)).toMatchObject({
      'budget-unit done': 42,
      'budget-unit late': 1,
      'budget-unit wrong': 1,
      'accounts-unit done': 44,
      'annual-report missing': 7,
    });
  });
});

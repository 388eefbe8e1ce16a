import { type AuditInput, openAudit } from '../../src/audit/audit.ts';
import { findingRow } from '../../src/checks/finding.ts';
import { dayIn, parsePeriod, startOfDay } from '../../src/model/day.ts';
import type { Category, Column, Estate, Site, Taxonomy } from '../../src/model/estate.ts';
import type { ReadingRecord, SiteRecord } from '../../src/model/records.ts';
import type { CalendarYear, CheckRule, Rule, RulePack, RuleSource } from '../../src/model/rules.ts';
import type { AuditedItem, ItemText, Reference, SightedItem, StoredColumn } from '../../src/store/store.ts';
import type { Course } from '../../src/timeliness/course.ts';

/** A small city for tests: whatever a test does not say is ordinary. */
const ZONE = 'Asia/Shanghai';

/** Noon of a day in the estate's zone. */
export function noon(day: string): Date {
  return new Date(startOfDay(ZONE, day).getTime() + 12 * 3_600_000);
}

const period = (text: string) => parsePeriod(text)!;
export const source: RuleSource = {
  issuer: '某办公厅',
  document: '某函〔2019〕19号',
  article: '第一条',
  validFrom: '2015-01-01',
  validTo: null,
};
const base = { source, verified: true, severity: 'veto' } as const;

const category = (id: string, of: Partial<Category> = {}): Category => ({
  id,
  name: id,
  definition: '',
  class: 'directory',
  keyArea: null,
  period: null,
  basis: '',
  columnNames: [],
  titleWords: [],
  ...of,
});

export const taxonomy: Taxonomy = {
  classes: [
    { id: 'overview', name: '概况类' },
    { id: 'news', name: '政务动态' },
    { id: 'directory', name: '信息公开目录' },
  ],
  keyAreas: [
    { number: 3, name: '公共资源配置' },
    { number: 8, name: '安全生产' },
  ],
  categories: [
    category('overview', { class: 'overview' }),
    category('work-updates', { class: 'news' }),
    category('notices', { class: 'news' }),
    category('procurement', { keyArea: 3 }),
    category('prices', { period: period('P31D') }),
    category('emergency', { keyArea: 8, keyAreaSubtype: { id: 'work-safety', name: '安全生产', words: ['安全生产', '事故'] } }),
    category('oversight'),
  ],
};

const rules: readonly Rule[] = [
  { ...base, kind: 'column', id: 'work-updates', name: '动态', categories: ['work-updates'], limit: { period: period('P14D') } },
  { ...base, kind: 'column', id: 'notices', name: '通知', categories: ['notices'], limit: { period: period('P6M') } },
  { ...base, kind: 'column', id: 'procurement', name: '采购', categories: ['procurement'], limit: null },
  ruleFor('column-blank'),
  ruleFor('back-dated', { limit: { period: period('P30D') }, severity: 'minor' }),
];

export function pack(more: readonly Rule[] = []): RulePack {
  return { id: 'national-2019', name: '检查指标', lineage: [], warningDays: 7, rules: [...rules, ...more] };
}

export const rule = base;

/** A rule of a check, with the fields of its form. */
export function ruleFor(check: string, fields: object = {}): CheckRule {
  return { ...base, kind: 'check', check, id: check, name: '', ...fields };
}

const calendar: readonly CalendarYear[] = [2016, 2017, 2018, 2019, 2020, 2021].map((year) => ({
  year,
  source: '',
  holidays: [],
  workdays: [],
}));

export function column(id: string, of: Partial<Column> = {}): StoredColumn {
  return {
    site: 'portal',
    id,
    unit: 'water',
    name: id,
    path: [of.name ?? id],
    url: `http://portal.test/${id}/`,
    category: 'notices',
    period: null,
    exempt: null,
    origin: 'configured',
    watchedSince: null,
    ...of,
  };
}

const crawl = {
  requestsPerSecond: 0,
  concurrency: 1,
  timeoutSeconds: 15,
  maxPagesPerColumn: 50,
  respectRobots: true,
  allowPrivateNetworks: true,
  browser: 'never',
} as const;

export function site(columns: readonly StoredColumn[], of: Partial<Site> = {}): Site {
  return { id: 'portal', unit: 'office', name: '门户网站', url: 'http://portal.test/', idCode: null, crawl, columns, ...of };
}

export function estate(sites: readonly Site[]): Estate {
  return {
    name: '某市',
    timezone: ZONE,
    rulePack: 'national-2019',
    crawl,
    units: [
      { id: 'office', name: '市政府办公室', kind: 'office' },
      { id: 'water', name: '市水利局', kind: 'department' },
      { id: 'town', name: '城关镇', kind: 'township' },
    ],
    sites,
    accounts: [],
  };
}

/** A reading at noon of a day, good and whole. */
export function reading(of: Partial<ReadingRecord> & { on: string }): ReadingRecord {
  const { on, ...rest } = of;
  return {
    run: `run-${on}`,
    site: 'portal',
    column: 'tzgg',
    address: null,
    at: noon(on),
    asOf: noon(on),
    outcome: 'ok',
    reason: null,
    detail: null,
    rows: 1,
    complete: true,
    newestFirst: true,
    unreadPages: [],
    fingerprint: null,
    evidence: 'a'.repeat(64),
    via: 'html',
    certainty: 'sure',
    doubts: [],
    ...rest,
  };
}

export function siteRecord(of: Partial<SiteRecord> & { on: string }): SiteRecord {
  const { on, ...rest } = of;
  return {
    run: `run-${on}`,
    site: 'portal',
    at: noon(on),
    status: 'ok',
    reason: null,
    tlsFallback: false,
    finalUrl: null,
    homeUpdatedOn: null,
    homeReadAt: noon(on),
    elements: null,
    traffic: { requests: 1, notModified: 0, bytes: 1 },
    ...rest,
  };
}

/** An item that a column listed from a run on `seen` on. */
export function item(day: string | null, of: Partial<SightedItem> & { seen?: string } = {}): SightedItem {
  const { seen = '2018-12-31', ...rest } = of;
  const name = rest.item ?? `portal.test/${rest.column ?? 'tzgg'}/${day}`;
  return {
    site: 'portal',
    column: 'tzgg',
    item: name,
    title: `标题 ${name}`,
    url: `http://${name}`,
    listedOn: day,
    position: 1,
    firstRun: `run-${seen}`,
    firstSeen: noon(seen),
    firstAsOf: noon(seen),
    lastSeen: noon(seen),
    goneSince: null,
    publishedOn: day,
    category: 'notices',
    removedAt: null,
    outcome: 'ok',
    ...rest,
  };
}

/** What an item's own page says, in the portal's only column; whatever is not said is ordinary. */
export function itemPage(of: Partial<AuditedItem> = {}): AuditedItem {
  return {
    key: 'k',
    url: 'http://portal.test/k',
    site: 'portal',
    unit: 'water',
    title: '某文件',
    publishedOn: '2018-03-04',
    conflicts: [],
    documentDate: null,
    author: null,
    reviewer: null,
    personalData: null,
    category: 'notices',
    firstSeen: new Date(`${of.publishedOn ?? '2018-03-04'}T22:00:00+08:00`),
    ...of,
  };
}

/** Audits one site as of the evening of a day, all of its columns read on that day where the test does not say how. */
export function audit(
  of: {
    on: string;
    columns: readonly StoredColumn[];
    sightings?: readonly SightedItem[];
    items?: readonly AuditedItem[];
    texts?: readonly ItemText[];
    references?: readonly Reference[];
  } & Partial<AuditInput>,
) {
  const { on, columns, sightings = [], items = [], texts = [], references = [], ...rest } = of;
  const rows = (id: string) => (sightings.some((sighting) => sighting.column === id && sighting.goneSince === null) ? 1 : 0);
  const opened = openAudit({
    estate: estate([site(columns)]),
    taxonomy,
    pack: pack(),
    calendar,
    columns,
    categoryOf: () => null,
    readings: columns.map(({ id }) => reading({ on, column: id, rows: rows(id) })),
    sites: [siteRecord({ on })],
    shared: sightings.filter((one) => sightings.some((other) => other.item === one.item && other.column !== one.column)),
    asOf: new Date(startOfDay(ZONE, on).getTime() + 86_399_000),
    span: { from: `${dayIn(ZONE, noon(on)).slice(0, 4)}-01-01`, to: on },
    ...rest,
  });
  const courses = new Map<string, Course | null>();
  for (const column of opened.columns) {
    const seen = sightings.filter((sighting) => sighting.site === column.site && sighting.column === column.id);
    courses.set(column.id, opened.addColumn(column, seen).course);
  }
  const wanted = new Set(opened.wantedTexts());
  for (const text of texts) if (wanted.has(text.key)) opened.addText(text);
  const linked = new Set(opened.wantedReferences());
  for (const { from, to } of references) if (linked.has(from) && linked.has(to)) opened.addReference(from, to);
  for (const item of items) opened.addItem(item);
  const result = opened.close();
  return { ...result, courses, findings: result.findings.map((finding) => findingRow(finding, rest.language ?? 'zh')) };
}

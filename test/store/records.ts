import type { Column } from '../../src/model/estate.ts';
import type { ItemRecord, ReadingRecord, RunRecord } from '../../src/model/records.ts';
import type { ColumnResult } from '../../src/store/store.ts';

/** Noon of a day of March 2024: readings of tests are made day by day. */
export const march = (day: number): Date => new Date(Date.UTC(2024, 2, day, 4));

export function makeRun(id: string, given: Partial<RunRecord> = {}): RunRecord {
  return {
    id,
    kind: 'audit',
    driver: given.deadline ? 'queue' : 'inline',
    narrowed: false,
    revision: null,
    schedule: null,
    dueAt: null,
    asOf: march(1),
    startedAt: march(1),
    finishedAt: null,
    deadline: null,
    state: 'running',
    traffic: { requests: 0, notModified: 0, bytes: 0 },
    failed: 0,
    error: null,
    ...given,
  };
}

export function makeColumn(site: string, id: string, given: Partial<Column> = {}): Column {
  return {
    site,
    id,
    unit: 'office',
    name: '通知公告',
    path: ['政务公开', '通知公告'],
    url: `http://${site}.example/${id}/`,
    category: null,
    period: null,
    exempt: null,
    origin: 'configured',
    ...given,
  };
}

export function makeReading(given: Partial<ReadingRecord> = {}): ReadingRecord {
  const at = given.at ?? march(1);
  return {
    run: 'r1',
    site: 'portal',
    column: 'notices',
    address: null,
    at,
    asOf: at,
    outcome: 'ok',
    reason: null,
    detail: null,
    rows: 0,
    complete: true,
    newestFirst: true,
    unreadPages: [],
    fingerprint: { place: 'ul.list', rows: 2, dated: 1 },
    evidence: null,
    via: 'html',
    certainty: 'sure',
    doubts: [],
    ...given,
  };
}

export function makeItem(key: string, given: Partial<ItemRecord> = {}): ItemRecord {
  return {
    key,
    url: `http://${key}`,
    site: 'portal',
    unit: 'office',
    title: `关于${key}的通知`,
    publishedOn: '2024-02-28',
    publishedAt: '2024-02-28T09:30:00+08:00',
    publishedSource: 'meta',
    conflicts: [{ source: 'url', day: '2024-02-27' }],
    documentDate: '2024-02-20',
    documentNumber: '某政发〔2024〕5号',
    indexNumber: '000014349/2024-00005',
    issuer: '市政府',
    source: '市政府办公室',
    author: null,
    reviewer: '审核人甲',
    subject: null,
    attachments: [{ name: '附件.pdf', url: `http://${key}.pdf` }],
    personalData: null,
    category: 'notices',
    confidence: 0.875,
    reasons: ['栏目名'],
    flags: [],
    outcome: 'ok',
    etag: '"e1"',
    lastModified: null,
    textHash: null,
    simhash: '00ff00ff00ff00ff',
    firstSeen: march(1),
    lastSeen: march(1),
    removedAt: null,
    ...given,
  };
}

/** A reading whose rows are these items, in this order, with whatever else is given. */
export function makeResult(reading: Partial<ReadingRecord>, items: readonly ItemRecord[], given: Partial<ColumnResult> = {}): ColumnResult {
  return {
    reading: makeReading({ rows: items.length, ...reading }),
    rows: items.map(({ key, title, url, publishedOn }, index) => ({ item: key, title, url, listedOn: publishedOn, position: index + 1 })),
    unchanged: false,
    vanished: [],
    items: items.map((record) => ({ record, text: `${record.title}正文` })),
    firstPage: null,
    pages: [],
    ...given,
  };
}

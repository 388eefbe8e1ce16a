import { expect, it } from 'vitest';
import type { CrawledColumn } from '../../../crawlers/site/crawled.ts';
import { toColumnResult } from '../../../jobs/crawl/record.ts';
import type { Workshop } from '../../../jobs/workshop.ts';
import { loadClassifier } from '../../../src/classification/load.ts';
import { loadTaxonomy } from '../../../src/config/taxonomy.ts';
import type { KnownColumn } from '../../../src/model/records.ts';
import { makeColumn, makeRun, march } from '../../store/records.ts';

const units = [{ id: 'town', name: '云溪县石桥镇人民政府', kind: 'township' }];
const workshop = {
  classifier: loadClassifier(loadTaxonomy('config/')),
  config: { estate: { name: '云溪县', units, sites: [] } },
} as unknown as Workshop;
const OFFICES = '教育 民政 水利 财政 司法 审计 统计 林业 商务 公安 交通 农业 住建 应急 医保 信访 档案 气象 体育 文旅'.split(' ');

/** The reasons and category of a new item that says nothing, in a column that knows so many budgets already. */
function newItem(known: number, name = '信息公开') {
  const row = { item: 'x.test/new', title: '有关情况表', url: 'http://x.test/new', listedOn: null, shown: null, position: 1 };
  const column = makeColumn('portal', 'open', { name, unit: 'town', category: null, url: 'http://x.test/' });
  const item = { row, article: null, outcome: null, publishedOn: null, publishedSource: null, etag: null, lastModified: null };
  const crawled = { column, at: march(1), rows: [row], items: [item], pages: [], reason: null, doubts: [], vanished: [] };
  const entries = OFFICES.slice(0, known).map(
    (office) => [`x.test/${office}`, { title: `云溪县${office}局2023年度部门预算公开` }] as const,
  );
  const before = { entries: new Map(entries) } as unknown as KnownColumn;
  return toColumnResult(crawled as unknown as CrawledColumn, makeRun('r1'), workshop, before).items[0]?.record;
}

it('in a column whose name may mean anything an item is what the column’s titles are, from twenty on, and says so', () => {
  expect(newItem(20)).toMatchObject({
    category: 'fiscal-budget',
    reasons: expect.arrayContaining([expect.stringContaining('栏目已有的信息多属')]),
  });
  expect(newItem(10)?.reasons.join()).not.toContain('栏目已有的信息多属');
  expect(newItem(20, '机构职能')?.reasons.join()).not.toContain('栏目已有的信息多属');
});

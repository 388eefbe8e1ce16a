/**
 * What duties, pairs and clocks add to judging: `npx tsx bench/duties.ts [items] [rounds]` (default 200000 3). 1,450 columns of 57 units are
 * judged in memory with and without these rules, in turns, so that whatever else the machine does falls on both;
 * printed are the least seconds of each and how they compare.
 */
import { performance } from 'node:perf_hooks';
import { type AuditInput, openAudit } from '../src/audit/audit.ts';
import { loadConfig } from '../src/config/load.ts';
import { addDays } from '../src/model/day.ts';
import type { Unit } from '../src/model/estate.ts';
import type { RulePack } from '../src/model/rules.ts';
import type { SightedItem } from '../src/store/store.ts';
import { column, estate, item, noon, reading, site, siteRecord } from '../test/timeliness/estate.ts';

const [ITEMS, ROUNDS] = [Number(process.argv[2] ?? 200_000), Number(process.argv[3] ?? 3)];
const [COLUMNS, UNITS, ON] = [1450, 57, '2018-12-31'];
const PLACES = ['农村', '城市', '乡镇', '社区', '学校', '企业', '园区', '流域', '山区', '林区', '库区', '集镇'] as const;
const MATTERS = [
  '饮水安全',
  '养老服务',
  '危房改造',
  '垃圾分类',
  '防汛抗旱',
  '道路交通',
  '食品检测',
  '医疗救助',
  '义务教育',
  '森林防火',
  '节水灌溉',
  '就业扶持',
];
const FORMS = ['管理办法', '实施方案', '工作规划', '扶持措施', '实施细则', '应急预案', '三年行动计划', '补贴标准'] as const;

/** As sites publish: of a hundred titles some two are files, one interprets a file, one is something that must be published. */
function titleOf(place: number): string {
  const subject = `${PLACES[place % 12]}${MATTERS[(place * 5) % 12]}${FORMS[(place * 3) % 8]}`;
  if (place % 50 === 0) return `关于印发《${subject}》的通知`;
  if (place % 100 === 3) return `《${subject}》政策解读`;
  if (place % 100 === 7) return `第${place % UNITS}管理局${2015 + (place % 4)}年度部门决算公开`;
  return `全市${subject}推进会召开（第${place}次）`;
}

const { pack, taxonomy, calendar } = loadConfig('config');
const units = Array.from({ length: UNITS }, (_, place): Unit => {
  return place === 0
    ? { id: 'u0', name: '市政府办公室', kind: 'office' }
    : { id: `u${place}`, name: `第${place}管理局`, kind: 'department' };
});
const categories = taxonomy.categories.map(({ id }) => id);
const columns = Array.from({ length: COLUMNS }, (_, place) =>
  column(`c${place}`, { unit: `u${place % UNITS}`, category: categories[place % categories.length] ?? null }),
);
const each = Math.ceil(ITEMS / COLUMNS);
const lists = new Map(columns.map(({ id, category }) => [id, listOf(id, category)]));

function listOf(id: string, category: string | null): SightedItem[] {
  return Array.from({ length: each }, (_, place) => {
    const title = titleOf(place * COLUMNS + Number(id.slice(1)));
    return item(addDays(ON, -(place % 700)), { column: id, item: `portal.test/${id}/${place}`, title, category });
  });
}

function judge(by: RulePack): { seconds: number; duties: number } {
  const input: AuditInput = {
    estate: { ...estate([site(columns)]), units },
    taxonomy,
    pack: by,
    calendar,
    columns,
    categoryOf: () => null,
    readings: columns.map(({ id }) => reading({ on: ON, column: id, rows: each })),
    sites: [siteRecord({ on: ON })],
    shared: [],
    asOf: noon(ON),
    span: { from: '2018-01-01', to: ON },
  };
  const start = performance.now();
  const audit = openAudit(input);
  for (const one of audit.columns) audit.addColumn(one, lists.get(one.id)!);
  const { duties } = audit.close();
  return { seconds: (performance.now() - start) / 1000, duties: duties.length };
}

/** Kinds of rule that are this bench's subject. */
const ADDED = ['duty', 'pair', 'clock'];
const without: RulePack = { ...pack, rules: pack.rules.filter(({ kind }) => !ADDED.includes(kind)) };
const least = { with: Number.POSITIVE_INFINITY, without: Number.POSITIVE_INFINITY, duties: 0 };
for (let round = 0; round < ROUNDS; round++) {
  const [bare, whole] = [judge(without), judge(pack)];
  least.without = Math.min(least.without, bare.seconds);
  least.with = Math.min(least.with, whole.seconds);
  least.duties = whole.duties;
}
process.stdout.write(
  `${each * COLUMNS} items, ${least.duties} duties and pairs: ${least.with.toFixed(2)} s with, ${least.without.toFixed(2)} s without, ` +
    `${(least.with / least.without).toFixed(2)} times\n`,
);

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Document, parseDocument, stringify } from 'yaml';
import { BUNDLED_DIR } from '../src/config/load.ts';
import { inBoth } from '../src/model/sentence.ts';
import { ACCOUNTS, type AccountPlan } from './plan/accounts.ts';
import type { ColumnPlan } from './plan/column-plan.ts';
import { approvalsOf } from './plan/duties.ts';
import type { SitePlan } from './plan/sites.ts';
import { UNITS } from './plan/units.ts';
import { feedPath } from './posts.ts';

/**
 * What the city's own taxonomy changes in the bundled one, so that it comes to the figures of its report for 2018: work updates
 * and videos count under the catalogue, since 510 and 365 with the 1,380 news are more than the 1,732 of 政务动态.
 */
const UNDER_CATALOGUE = ['work-updates', 'video-news'];
/**
 * Categories that the city counts for a key area only as far as they stand in the columns it keeps for that area: its report names
 * 1,823 procurements, but 343 items of 公共资源配置 and 1,461 in all nine areas.
 */
const KEY_BY_COLUMN = ['administrative-power', 'fiscal-budget', 'government-procurement', 'engineering-bidding', 'emergency-management'];

/** The city's `estate.yaml` as an object, its sites at the given addresses. */
export function estateOf(sites: readonly SitePlan[], baseOf: (site: string) => string) {
  return {
    name: '广水市（示例）',
    timezone: 'Asia/Shanghai',
    rulePack: 'national-2015',
    crawl: {
      requestsPerSecond: 0,
      concurrency: 8,
      timeoutSeconds: 10,
      maxPagesPerColumn: 200,
      respectRobots: true,
      allowPrivateNetworks: true,
      browser: 'never',
    },
    units: UNITS.map(({ folder: _folder, ...unit }) => unit),
    approvals: approvalsOf(UNITS.flatMap(({ id, kind }) => (kind === 'township' ? [id] : []))),
    accounts: ACCOUNTS.map((account) => accountOf(account, baseOf('portal'))),
    sites: sites.map((site) => ({
      id: site.id,
      unit: site.unit,
      name: site.name,
      url: baseOf(site.id),
      idCode: site.idCode,
      ...(site.refusal === 'stall' ? { crawl: { timeoutSeconds: 2 } } : {}),
      columns: site.columns.map((column) => columnOf(column, site)),
    })),
  };
}

function accountOf(account: AccountPlan, portal: string) {
  const { id, name, platform, unit, filed } = account;
  const feed = feedPath(account);
  return { id, name, platform, unit, verified: true, filed, ...(feed === null ? {} : { feed: new URL(feed, portal).href }) };
}

function columnOf(column: ColumnPlan, site: SitePlan) {
  return {
    id: column.id,
    name: column.path.at(-1)!,
    ...(column.path.length > 1 ? { path: [...column.path] } : {}),
    url: site.look.listPath(column, 1, 1),
    ...(column.unit === site.unit ? {} : { unit: column.unit }),
    ...(column.unlabelled ? {} : { category: column.category }),
    ...(column.period === null ? {} : { period: column.period }),
    ...(column.exempt === null ? {} : { exempt: column.exempt }),
  };
}

/** Writes `estate.yaml` and `taxonomy.yaml` into a directory. */
export function writeConfig(dir: string, sites: readonly SitePlan[], baseOf: (site: string) => string): void {
  mkdirSync(dir, { recursive: true });
  const note = `# ${inBoth({ zh: '示例城市：数字与广水市2018年度报告一致，内容是虚构的', en: 'the sample city: figures of a real report, contents made up' })}\n`;
  writeFileSync(join(dir, 'estate.yaml'), note + stringify(estateOf(sites, baseOf), { lineWidth: 200 }));
  writeFileSync(join(dir, 'taxonomy.yaml'), taxonomy(sites.flatMap((site) => site.columns)));
}

function taxonomy(columns: readonly ColumnPlan[]): string {
  const document = parseDocument(readFileSync(join(BUNDLED_DIR, 'taxonomy.yaml'), 'utf8'));
  const { categories } = document.toJS() as { categories: { id: string }[] };
  for (const [index, { id }] of categories.entries()) {
    if (UNDER_CATALOGUE.includes(id)) document.setIn(['categories', index, 'class'], 'catalogue');
    if (KEY_BY_COLUMN.includes(id))
      countByColumn(
        document,
        index,
        columns.filter((column) => column.category === id && column.keyArea !== null),
      );
  }
  return document.toString({ lineWidth: 200 });
}

/** Leaves a category its key area only for what stands in the given columns. */
function countByColumn(document: Document, category: number, columns: readonly ColumnPlan[]): void {
  document.deleteIn(['categories', category, 'keyAreaSubtype']);
  if (columns.length === 0) {
    document.setIn(['categories', category, 'keyArea'], null);
    return;
  }
  const words = columns.map((column) => `^${column.path.at(-1)}$`);
  document.setIn(['categories', category, 'keyAreaSubtype'], document.createNode({ id: 'key-columns', name: '重点领域栏目', words }));
}

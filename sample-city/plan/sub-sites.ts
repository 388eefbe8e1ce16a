import { share } from '../chance.ts';
import { type ColumnPlan, column } from './column-plan.ts';
import { LATE_REPORT, ONLY_A_NOTICE, WITHOUT_ANNUAL_REPORT, WRONG_YEAR } from './duties.ts';
import { type CityUnit, DEPARTMENTS, TOWNSHIPS, unitOf } from './units.ts';

/** Towns whose money column fell asleep: where this city really failed in later years. */
const TOWNS_WITHOUT_MONEY_NEWS = ['yingshan', 'changling', 'wudian', 'caihe', 'guanmiao', 'haodian', 'yangzhai'].map(
  (town) => `town-${town}`,
);
/** A department whose whole folder the portal's robots.txt closes. */
const CLOSED = 'archives';

const branch = (
  unit: CityUnit,
  id: string,
  name: string,
  folder: string,
  rest: Partial<ColumnPlan> & Pick<ColumnPlan, 'category'>,
): ColumnPlan => {
  const town = unit.kind !== 'department';
  return column({
    id: `${unit.folder}-${id}`,
    site: 'portal',
    unit: unit.id,
    path: [town ? '镇办' : '部门', unit.name, name],
    folder: `/${town ? 'xz' : 'bm'}/${unit.folder}/${folder}/`,
    rowDate: town ? 'card' : 'full',
    ...rest,
  });
};

/** What every department and township keeps on its pages of the portal: money, plans and the annual report; departments also documents. */
function ordinaryColumns(): ColumnPlan[] {
  const units = [...DEPARTMENTS, ...TOWNSHIPS].filter((unit) => unit.id !== CLOSED);
  const awake = units.filter((unit) => !TOWNS_WITHOUT_MONEY_NEWS.includes(unit.id));
  const money = new Map(share(1826, awake.length).map((items, index) => [awake[index]!.id, items]));
  const plans = share(228, units.length);
  const documents = share(320, DEPARTMENTS.length - 1);
  return units.flatMap((unit, index) => {
    const reported = !WITHOUT_ANNUAL_REPORT.includes(unit.id);
    const columns = [
      branch(unit, 'czzj', '财政资金', 'czzj', {
        category: 'fiscal-budget',
        titles: 'public-money',
        items: money.get(unit.id) ?? 0,
        older: money.has(unit.id) ? 4 : 14,
      }),
      branch(unit, 'ghjh', '规划计划', 'ghjh', {
        category: 'plans',
        titles: 'unit-plan',
        items: plans[index]!,
        older: 3,
        to: `2018-${index % 2 ? '07' : '08'}-${10 + (index % 18)}`,
      }),
      branch(unit, 'nb', '信息公开年报', 'xxgknb', {
        category: 'oversight',
        titles: 'annual-report',
        items: reported ? 1 : 0,
        older: 2,
        planted: unit.id === ONLY_A_NOTICE ? 'annual-report-notice' : unit.id === WRONG_YEAR ? 'annual-report-wrong-year' : null,
        from: '2018-01-08',
        to: LATE_REPORT[unit.id] ?? `2018-03-${String(5 + (index % 24)).padStart(2, '0')}`,
      }),
    ];
    if (unit.kind === 'department') {
      columns.push(
        branch(unit, 'wj', '部门文件', 'bmwj', {
          category: 'policies-regulations',
          titles: 'department-document',
          items: documents[index]!,
          older: 3,
          to: '2018-12-21',
        }),
      );
    }
    return columns;
  });
}

interface Particular extends Partial<ColumnPlan> {
  readonly category: string;
}

const of = (unit: string, id: string, name: string, rest: Particular): ColumnPlan => branch(unitOf(unit), id, name, id, rest);

/** What single departments and townships publish beyond that. */
const PARTICULAR: readonly ColumnPlan[] = [
  of('agriculture', 'gzdt', '工作动态', { category: 'work-updates', items: 22, to: '2018-12-26', goesOn: true }),
  of('forestry', 'gzdt', '工作动态', { category: 'work-updates', items: 20, to: '2018-12-24', goesOn: true }),
  of('civil-affairs', 'gzdt', '工作动态', { category: 'work-updates', items: 18, to: '2018-12-20', goesOn: true }),
  of('construction', 'gzdt', '工作动态', { category: 'work-updates', items: 16, to: '2018-08-17' }),
  of('livestock', 'gzdt', '工作动态', { category: 'work-updates', older: 9 }),

  of('civil-affairs', 'csdb', '城乡低保', { category: 'public-services', titles: 'allowance', items: 96 }),
  of('civil-affairs', 'tkgy', '特困供养', { category: 'public-services', titles: 'destitute', items: 48 }),
  of('civil-affairs', 'lsjz', '临时救助', { category: 'public-services', titles: 'relief', items: 84 }),
  of('civil-affairs', 'yljz', '医疗救助', { category: 'public-services', titles: 'medical-relief', items: 48 }),
  of('labour', 'jycy', '就业创业', { category: 'public-services', titles: 'employment', items: 72 }),
  of('health', 'wsjk', '卫生健康', { category: 'public-services', titles: 'health', items: 60 }),
  of('poverty-relief', 'fpxx', '扶贫信息', { category: 'public-services', titles: 'poverty', items: 64 }),
  of('construction', 'ggsy', '公用事业', { category: 'public-services', titles: 'utilities', items: 48 }),

  of('labour', 'rsrm', '人事任免', { category: 'personnel', titles: 'appointment', items: 86 }),
  of('labour', 'zkly', '招考录用', { category: 'personnel', titles: 'recruitment', items: 172 }),

  of('market', 'xzcf', '行政处罚', { category: 'administrative-power', titles: 'market-penalty', items: 116 }),
  of('work-safety', 'xzcf', '行政处罚', { category: 'administrative-power', titles: 'safety-penalty', items: 60 }),
  of('transport', 'xzcf', '行政处罚', { category: 'administrative-power', titles: 'road-penalty', items: 90 }),
  of('city-management', 'xzcf', '行政处罚', { category: 'administrative-power', titles: 'city-penalty', items: 60 }),
  of('land', 'xzcf', '行政处罚', { category: 'administrative-power', titles: 'land-penalty', items: 48 }),
  of('forestry', 'xzxk', '行政许可', { category: 'administrative-power', titles: 'forest-permit', items: 44 }),
  of('health', 'xzxk', '行政许可', { category: 'administrative-power', titles: 'health-permit', items: 42 }),

  of('statistics', 'tjsj', '统计数据', { category: 'statistics', titles: 'monthly-figures', items: 144 }),
  of('statistics', 'tjfx', '统计分析', { category: 'statistics', titles: 'analysis', items: 96 }),
  of('statistics', 'tjgb', '统计公报', { category: 'statistics', titles: 'communique', items: 28, to: '2018-12-19' }),

  of('food-drug', 'jdcj', '监督抽检', { category: 'food-drug-safety', titles: 'sampling', items: 24, to: '2018-12-25' }),
  of('food-drug', 'fxts', '风险提示', { category: 'food-drug-safety', titles: 'food-warning', items: 12, to: '2018-12-13' }),
  of('forestry', 'slfh', '森林防火', { category: 'emergency-management', titles: 'forest-fire', items: 22, to: '2018-12-22' }),
  of('work-safety', 'aqjg', '安全监管', { category: 'emergency-management', titles: 'safety-campaign', items: 24 }),
  of('prices', 'jgjc', '价格监测', { category: 'prices-fees', titles: 'price-watch', items: 18, to: '2018-10-11' }),
  of('prices', 'sfml', '收费目录', { category: 'prices-fees', titles: 'fees', items: 10, to: '2018-12-04' }),
  of('audit', 'sjgk', '审计公开', { category: 'oversight', titles: 'audit', items: 24, to: '2018-12-18' }),

  of('investment', 'zsdt', '招商动态', { category: 'work-updates', items: 0, unlabelled: true }),
  of('services', 'bszn', '办事指南更新', { category: 'public-services', items: 0, titles: 'utilities' }),
  of('town-haodian', 'cwgk', '村务公开', { category: 'public-services', items: 0, titles: 'poverty' }),
  of('town-taiping', 'mssy', '民生实事', { category: 'public-services', items: 0, titles: 'poverty', unlabelled: true }),

  of('co-operative', 'wnfw', '为农服务', { category: 'public-services', titles: 'farm-service', older: 14, rowDate: 'none' }),
];

/** Columns whose list cannot be read, each for a reason of its own. */
export const FAULTY_SUB_SITES: readonly ColumnPlan[] = [
  of('civil-defence', 'rfgc', '人防工程', { category: 'administrative-power', fault: 'not-found' }),
  of('science', 'kjdt', '科技动态', { category: 'work-updates', fault: 'soft-404' }),
  of('farm-machinery', 'njdt', '农机动态', { category: 'work-updates', fault: 'server-error' }),
  of('commerce', 'zsxm', '招商项目', { category: 'notices', fault: 'script-only' }),
  of(CLOSED, 'gzdt', '工作动态', { category: 'work-updates', fault: 'robots' }),
  of(CLOSED, 'tzgg', '通知公告', { category: 'notices', fault: 'robots' }),
];

export const SUB_SITES: readonly ColumnPlan[] = [...ordinaryColumns(), ...PARTICULAR];

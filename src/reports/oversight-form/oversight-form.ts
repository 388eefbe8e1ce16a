import type { Cell, PaperTable } from '../../model/paper.ts';
import type { PaperFacts, PaperKind } from '../facts.ts';
import { rateInWords, sitesChecked } from '../problems.ts';

const QUARTERS = ['第一季度', '第二季度', '第三季度', '第四季度'];
/** Forms of accountability that the form counts. */
const FORMS = ['约谈（人次）', '诫勉谈话（人次）', '通报批评（人次）', '警告（人次）', '记过（人次）', '撤职（人次）'];
/** Boxes that only the office knows. */
const BY_HAND: readonly (readonly [block: string, boxes: readonly string[]])[] = [
  ['安全检查', ['检查网站数（个）', '发现问题数（个）', '完成整改数（个）']],
  ['“我为政府网站找错”', ['收到留言数（条）', '办结留言数（条）', '按期办结数（条）']],
  ['假冒政府网站', ['发现数（个）', '处置数（个）']],
  ['人员培训', ['培训次数（次）', '培训人次（人次）']],
  ['填报', ['单位负责人', '审核人', '填报人', '联系电话', '填报日期']],
];

/**
 * 政府网站监管年度报表 (国办函〔2018〕12号): how the office looked after all sites of the place. Checks of each quarter are filled in as they
 * were judged at its end; what a person must add is empty.
 */
export const oversightForm: PaperKind = {
  id: 'oversight-form',
  name: { zh: '政府网站监管年度报表', en: 'yearly form on the oversight of websites' },
  series: null,
  period: 'last-year',
  owes: () => true,
  byQuarter: true,
  compose(facts) {
    const { estate, span, asOf } = facts;
    return {
      title: `政府网站监管年度报表（${span.from.slice(0, 4)}年度）`,
      to: null,
      opening: ['网站抽查情况由系统按每季度末的判定填写，没有读到的网站不计入抽查数；其余各项由填报单位补填，空格为待填。'],
      sections: [],
      tables: [byQuarter(facts), ofTheYear(facts)],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};

/** A number for each quarter that has begun; of the others nothing is known. */
function row(
  { quarters }: PaperFacts,
  block: string,
  name: string,
  of: (quarter: PaperFacts['quarters'][number]) => Cell,
  year: Cell,
): Cell[] {
  return [block, name, ...QUARTERS.map((_, place) => (quarters[place] ? of(quarters[place]) : null)), year];
}

/** Checks and accountability by quarter; 不合格 and 问责 of the year are the sums of its quarters. */
function byQuarter(facts: PaperFacts): PaperTable {
  const { quarters, result } = facts;
  const counts = quarters.map((quarter) => {
    const { checked, passed } = sitesChecked({ result: quarter.result, unit: null, pack: facts.pack });
    return { sites: quarter.result.sites.length, checked: checked.length, failed: checked.length - passed.length };
  });
  const of = (quarter: PaperFacts['quarters'][number]) => counts[quarters.indexOf(quarter)]!;
  const sum = (name: 'checked' | 'failed') => counts.reduce((all, one) => all + one[name], 0);
  const checks = (name: string, value: (quarter: PaperFacts['quarters'][number]) => Cell, year: Cell) =>
    row(facts, '网站抽查', name, value, year);
  return {
    name: '网站抽查和责任追究',
    columns: ['栏目', '项目', ...QUARTERS, '全年'],
    rows: [
      checks('网站总数（个）', (quarter) => of(quarter).sites, result.sites.length),
      checks('抽查数（个次）', (quarter) => of(quarter).checked, sum('checked')),
      checks('抽查比例', (quarter) => rateInWords(of(quarter).checked, of(quarter).sites), '—'),
      checks('不合格数量（个次）', (quarter) => of(quarter).failed, sum('failed')),
      ...FORMS.map((form) => row(facts, '责任追究', form, () => null, null)),
    ],
  };
}

/** 年末 = 年初 + 新开设 − 整合迁移、下线: only the sites of the last day are known to the system. */
function ofTheYear({ result }: PaperFacts): PaperTable {
  const changes: Cell[][] = [
    ['网站开设整合', '年初网站数（个）', null],
    ['网站开设整合', '本年新开设（个）', null],
    ['网站开设整合', '本年整合迁移、下线（个）', null],
    ['网站开设整合', '年末网站数（个）', result.sites.length],
  ];
  return {
    name: '全年情况',
    columns: ['栏目', '项目', '数据'],
    rows: [...changes, ...BY_HAND.flatMap(([block, boxes]) => boxes.map((box) => [block, box, null]))],
  };
}

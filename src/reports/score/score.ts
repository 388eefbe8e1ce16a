import type { UnitRow } from '../../audit/audit-result.ts';
import { UNIT_KINDS } from '../../model/estate.ts';
import type { Cell, PaperTable } from '../../model/paper.ts';
import { scoreOfUnit } from '../../timeliness/score.ts';
import type { PaperFacts, PaperKind } from '../facts.ts';
import { lateOf } from '../late.ts';
import { mediaTables } from '../media.ts';
import { numbered, periodInTitle } from '../paper.ts';
import { nameReader, problemsOf, problemTable } from '../problems.ts';
import { qualityProblems } from '../quality.ts';
import { BUNDLED, type Deduction, deductionOf, howOf, type Measured } from './scheme.ts';

const SUMMARY = '得分汇总';
const SHEET = '评分表';

const KIND_NAMES: Readonly<Record<string, string>> = {
  office: '办公室',
  department: '部门',
  township: '乡镇',
  street: '街道',
  other: '其他',
};

/** 目标考核评分表: each point that is measured, with its deduction and what it rests on; the rest stays empty for people. */
export const score: PaperKind = {
  id: 'score',
  name: { zh: '目标考核评分表', en: 'score sheet' },
  series: null,
  period: 'this-year',
  // What a unit says of itself may stay empty, and what the system measured needs no second look.
  owes: ({ table, head, row }) => (table === SHEET ? head === '复核得分' && row[6] === null : table === SUMMARY),
  compose(facts) {
    const { estate, span, asOf, result, unit } = facts;
    const units = result.units
      .filter(({ id, columns }) => (unit === null ? columns > 0 : id === unit))
      .toSorted((one, other) => kindPlace(one) - kindPlace(other));
    const deductionsOf = deductionReader(facts);
    const sheets = units.map((row) => ({ row, deductions: deductionsOf(row) }));
    const named = unit === null ? '' : nameReader(facts).unit(unit);
    return {
      title: `${unit === null ? estate.name : named}政务公开目标考核评分表（${periodInTitle(span)}）`,
      to: null,
      opening: [],
      sections: numbered([
        [
          '说明',
          [
            '系统只对能够测量的指标计分，无法判定的栏目既不扣分也不加分；空白栏目、逾期公开等问题，单位有异议、正在核实的不扣分，按时率仍按测得的天数计。其余指标由考核人员填写。扣分不超过该项分值。',
            '单位对系统得分有异议的，请在“自评”栏说明，考核人员复核后填写“复核得分”。部门和乡镇、街道职责不同，分开比较。',
          ],
        ],
      ]),
      tables: [
        ...(unit === null ? [summaryTable(facts, sheets)] : []),
        sheetTable(facts, sheets),
        objectionTable(facts),
        problemTable(facts),
        ...mediaTables(facts),
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};

/** A unit with what each row of the scheme takes off. */
interface Sheet {
  readonly row: UnitRow;
  readonly deductions: readonly (Deduction | null)[];
}

function kindPlace({ kind }: UnitRow): number {
  return UNIT_KINDS.indexOf(kind as (typeof UNIT_KINDS)[number]);
}

/** Reads what each row of the scheme takes off a unit. */
function deductionReader(facts: PaperFacts): (row: UnitRow) => (Deduction | null)[] {
  const { result, courses, span } = facts;
  const contested = new Set(objectedOf(facts).map(({ site, column }) => `${site}/${column}`));
  const blank = problemsOf({ result, unit: null }).filter(({ status, site, id }) => status === 'blank' && !contested.has(`${site}/${id}`));
  const late = lateOf(facts);
  const quality = qualityProblems(facts);
  return (row) => {
    const measured: Measured = {
      unit: row,
      score: scoreOfUnit(row.id, result.columns, courses, span),
      blank: blank.filter(({ unit }) => unit === row.id).length,
      late: late.filter(({ unit }) => unit === row.id).length,
      quality: quality.filter(({ subject }) => subject.unit === row.id).length,
    };
    return schemeOf(facts).map((item) => deductionOf(item, measured));
  };
}

function schemeOf({ scheme }: PaperFacts) {
  return scheme ?? BUNDLED;
}

function remaining(points: number, deduction: Deduction | null): number | null {
  return deduction && Math.round((points - deduction.points) * 10) / 10;
}

/** One row a unit: what could be measured, and how much of it was kept. */
function summaryTable(facts: PaperFacts, sheets: readonly Sheet[]): PaperTable {
  const scheme = schemeOf(facts);
  const sum = (numbers: readonly number[]) => Math.round(10 * numbers.reduce((all, number) => all + number, 0)) / 10;
  return {
    name: SUMMARY,
    columns: ['序号', '单位类别', '单位', '总分值', '系统计分项分值', '系统得分', '人工评定得分', '合计'],
    rows: sheets.map(({ row, deductions }, place) => {
      const measured = scheme.filter((_, at) => deductions[at] !== null);
      const got = scheme.map(({ points }, at) => remaining(points, deductions[at]!) ?? 0);
      return [
        place + 1,
        KIND_NAMES[row.kind] ?? row.kind,
        { text: row.name, link: `/units/${encodeURIComponent(row.id)}` },
        sum(scheme.map(({ points }) => points)),
        sum(measured.map(({ points }) => points)),
        sum(got),
        null,
        null,
      ];
    }),
  };
}

function sheetTable(facts: PaperFacts, sheets: readonly Sheet[]): PaperTable {
  const scheme = schemeOf(facts);
  return {
    name: SHEET,
    columns: ['单位', '一级指标', '二级指标', '分值', '评分标准', '数据来源', '系统得分', '扣分说明', '自评', '复核得分'],
    rows: sheets.flatMap(({ row, deductions }) =>
      scheme.map((item, place): Cell[] => {
        const deduction = deductions[place]!;
        return [
          row.name,
          item.group,
          item.name,
          item.points,
          howOf(item),
          item.measure === undefined ? '人工' : '系统监测',
          remaining(item.points, deduction),
          deduction && deduction.points > 0 ? { text: `扣${deduction.points}分：${deduction.why}`, link: deduction.link } : null,
          null,
          null,
        ];
      }),
    ),
  };
}

function objectedOf({ opened, unit }: PaperFacts) {
  return opened.filter((alert) => alert.objection !== null && (unit === null || alert.unit === unit));
}

/** 单位异议: what units said against problems of the period, whatever came of it. */
function objectionTable(facts: PaperFacts): PaperTable {
  const names = nameReader(facts);
  return {
    name: '单位异议',
    columns: ['序号', '单位', '问题', '异议', '情况'],
    rows: objectedOf(facts).map((alert, place) => [
      place + 1,
      alert.unit === null ? '' : names.unit(alert.unit),
      { text: alert.message.zh, link: `/alerts/${encodeURIComponent(alert.id)}` },
      alert.objection!.why,
      alert.state === 'objected' ? '正在核实' : '已答复',
    ]),
  };
}

import type { PaperKind } from '../facts.ts';
import { lateOf } from '../late.ts';
import { numbered, periodInTitle } from '../paper.ts';
import { problemTable } from '../problems.ts';
import { scheme } from './scheme.ts';

/** 目标考核评分表: each point that is measured, with its deduction; the rest stays empty for people. */
export const score: PaperKind = {
  id: 'score',
  name: { zh: '目标考核评分表', en: 'score sheet' },
  series: null,
  period: 'this-year',
  compose(facts) {
    const { estate, span, asOf, result, unit } = facts;
    const units = result.units.filter(({ id, columns }) => (unit === null ? columns > 0 : id === unit));
    const allLate = lateOf(facts);
    const late = (id: string) => allLate.filter((alert) => alert.unit === id).length;
    return {
      title: `${estate.name}政务公开目标考核评分表（${periodInTitle(span)}）`,
      to: null,
      opening: [],
      sections: numbered([
        [
          '说明',
          [
            '系统只对能够测量的指标计分，无法判定的栏目既不扣分也不加分；其余指标由考核人员填写。扣分不超过该项分值。',
            '单位对系统得分有异议的，请在“自评”栏说明，考核人员复核后填写“复核得分”。',
          ],
        ],
      ]),
      tables: [
        {
          name: '评分表',
          columns: ['单位', '一级指标', '二级指标', '分值', '评分标准', '数据来源', '系统得分', '扣分说明', '自评', '复核得分'],
          rows: units.flatMap((row) =>
            scheme.map(({ group, name, points, how, deduct }) => {
              const taken = deduct ? Math.min(points, Math.round(deduct(row, late(row.id)) * 10) / 10) : null;
              return [
                row.name,
                group,
                name,
                points,
                how,
                deduct ? '系统监测' : '人工',
                taken === null ? null : Math.round((points - taken) * 10) / 10,
                taken ? `扣${taken}分：超期${row.overdue}个、空白${row.blank}个、逾期未整改${late(row.id)}件` : null,
                null,
                null,
              ];
            }),
          ),
        },
        problemTable(facts),
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};

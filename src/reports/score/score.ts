import type { UnitRow } from '../../audit/audit-result.ts';
import { scoreOfUnit } from '../../timeliness/score.ts';
import type { PaperKind } from '../facts.ts';
import { lateOf } from '../late.ts';
import { mediaTables } from '../media.ts';
import { numbered, periodInTitle } from '../paper.ts';
import { problemTable } from '../problems.ts';
import { type Measured, scheme } from './scheme.ts';

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
    const measured = (row: UnitRow): Measured => ({
      unit: row,
      score: scoreOfUnit(row.id, result.columns, facts.courses, span),
      late: allLate.filter((alert) => alert.unit === row.id).length,
    });
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
              const loss = deduct?.(measured(row)) ?? null;
              const taken = loss && Math.min(points, Math.round(loss.points * 10) / 10);
              return [
                row.name,
                group,
                name,
                points,
                how,
                deduct ? '系统监测' : '人工',
                taken === null ? null : Math.round((points - taken) * 10) / 10,
                taken ? { text: `扣${taken}分：${loss?.why}`, link: `/units/${encodeURIComponent(row.id)}` } : null,
                null,
                null,
              ];
            }),
          ),
        },
        problemTable(facts),
        ...mediaTables(facts),
      ],
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};

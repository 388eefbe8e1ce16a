import type { Cell } from '../../model/paper.ts';
import type { PaperKind } from '../facts.ts';
import { alertInWords, daysLate, lateOf, rungInWords } from '../late.ts';
import { nameReader } from '../problems.ts';

const NOTHING = '没有超过整改时限的问题，不需要约谈。';

/** 约谈记录: who talked with whom, why, what was asked and what was promised. Why stands there already; the rest a person writes. */
export const interview: PaperKind = {
  id: 'interview',
  name: { zh: '约谈记录', en: 'interview record' },
  series: '政公开约',
  marks: 'interviewed',
  period: 'this-year',
  nothing: NOTHING,
  // It is signed on paper.
  owes: ({ row }) => row[0] !== '被约谈人签字',
  compose(facts) {
    const { estate, asOf, unit } = facts;
    const names = nameReader(facts);
    const late = lateOf(facts);
    const units = unit === null ? [...new Set(late.flatMap((alert) => alert.unit ?? []))] : [unit];
    const why = (of: string | null): Cell[][] =>
      late
        .filter((alert) => alert.unit === of)
        .map((alert) => [
          '事由',
          {
            text: `${alertInWords(alert)}，逾期${daysLate(alert, facts)}天，${rungInWords(alert)}`,
            link: `/alerts/${encodeURIComponent(alert.id)}`,
          },
        ]);
    return {
      title: '约谈记录',
      to: null,
      opening:
        units.length === 0
          ? [NOTHING]
          : [
              `${late.length > 0 ? '因政府网站和政务公开问题逾期未整改，' : ''}对${units.map(names.unit).join('、')}进行约谈，约谈情况记录如下。`,
            ],
      sections: [],
      tables: (units.length === 0 ? [null] : units).map((one) => ({
        name: one === null ? '约谈记录' : `${names.unit(one)}约谈记录`,
        columns: ['项目', '内容'],
        rows: [
          ['被约谈单位', one && names.unit(one)],
          ['被约谈人', null],
          ['约谈人', null],
          ['时间', null],
          ['地点', null],
          ...(why(one).length > 0 ? why(one) : [['事由', null]]),
          ['要求', null],
          ['单位承诺', null],
          ['完成时限', null],
          ['记录人', null],
          ['被约谈人签字', null],
        ],
      })),
      signature: { office: `${estate.name}人民政府办公室`, day: asOf },
    };
  },
};

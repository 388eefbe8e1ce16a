import type { Stretch, TrendWeek } from '../timeliness/trend.ts';
import { stateWords } from '../timeliness/wording/states.ts';
import type { Field } from './field.ts';
import { heads } from './heads.ts';

/** What is said of a stretch of time. */
export const stretchFields = {
  from: { head: { zh: '起', en: 'From' }, value: ({ from }) => from },
  to: { head: { zh: '止', en: 'To' }, value: ({ to }) => to },
  items: { head: heads.items, value: ({ items }) => items, number: true },
  score: { head: heads.score, value: ({ score }) => score?.score ?? null, number: true },
  low: { head: { zh: '得分下限', en: 'Score at least' }, value: ({ score }) => score?.low ?? null, number: true },
  high: { head: { zh: '得分上限', en: 'Score at most' }, value: ({ score }) => score?.high ?? null, number: true },
  judged: { head: { zh: '能判断的栏目', en: 'Columns judged' }, value: ({ judged }) => judged, number: true },
  overdue: { head: { zh: stateWords.zh.column.overdue, en: stateWords.en.column.overdue }, value: ({ overdue }) => overdue, number: true },
  inTime: {
    head: { zh: '按时栏目占比（%）', en: 'Columns in time (%)' },
    value: ({ judged, inTime }) => (judged === 0 ? null : Math.round((1000 * inTime) / judged) / 10),
    number: true,
  },
  passRate: { head: { zh: '网站合格率（%）', en: 'Sites passed (%)' }, value: ({ passRate }) => passRate, number: true },
} satisfies Readonly<Record<string, Field<Stretch>>>;

/** What is said of a week besides: how its lists were read in it. */
export const weekFields = {
  ...stretchFields,
  blank: { head: { zh: stateWords.zh.column.blank, en: stateWords.en.column.blank }, value: ({ blank }) => blank, number: true },
  unknown: {
    head: { zh: stateWords.zh.column.unknown, en: stateWords.en.column.unknown },
    value: ({ unknown }) => unknown,
    number: true,
  },
  circular: { head: { zh: '通报', en: 'Circular' }, value: ({ circular }) => circular?.name ?? null },
} satisfies Readonly<Record<string, Field<TrendWeek & { readonly circular: { readonly name: string } | null }>>>;

import type { UnitRow } from '../../audit/audit-result.ts';
import type { Score } from '../../timeliness/score.ts';

/** What is measured of a unit over the period of a sheet. */
export interface Measured {
  readonly unit: UnitRow;
  /** Days in time ÷ days owed; null where nothing was owed. */
  readonly score: Score | null;
  /** Problems that were not mended in time. */
  readonly late: number;
}

/** One row of a score sheet. Without `deduct` nothing is measured, and a person scores it. */
export interface ScoreItem {
  readonly group: string;
  readonly name: string;
  readonly points: number;
  readonly how: string;
  /** Points taken off, at most `points`, and why; null: nothing could be measured. */
  readonly deduct?: (measured: Measured) => { readonly points: number; readonly why: string } | null;
}

/** A sheet of 100 points; what the tool measures, and what only people can. */
export const scheme: readonly ScoreItem[] = [
  {
    group: '信息公开',
    name: '栏目按时更新',
    points: 40,
    how: '按未按时更新的天数占应按时更新天数的比例扣分',
    deduct: ({ score }) => score && { points: (40 * (100 - score.score)) / 100, why: `${score.columns}个栏目，按时天数占${score.score}%` },
  },
  {
    group: '信息公开',
    name: '空白栏目',
    points: 15,
    how: '每个空白栏目扣5分',
    deduct: ({ unit: { blank } }) => ({ points: 5 * blank, why: `空白${blank}个` }),
  },
  {
    group: '问题整改',
    name: '按期整改',
    points: 15,
    how: '每件逾期未整改扣3分',
    deduct: ({ late }) => ({ points: 3 * late, why: `逾期未整改${late}件` }),
  },
  { group: '组织保障', name: '机构、人员、制度', points: 10, how: '由考核人员评定' },
  { group: '信息公开', name: '政策解读、依申请公开', points: 10, how: '由考核人员评定' },
  { group: '日常工作', name: '信息审核、保密审查', points: 10, how: '由考核人员评定' },
];

import type { UnitRow } from '../../audit/audit-result.ts';

/** One row of a score sheet. Without `measure` nothing is measured, and a person scores it. */
export interface ScoreItem {
  readonly group: string;
  readonly name: string;
  readonly points: number;
  readonly how: string;
  /** Points taken off; at most `points`. */
  readonly deduct?: (unit: UnitRow, late: number) => number;
}

/** A sheet of 100 points; what the tool measures, and what only people can. */
export const scheme: readonly ScoreItem[] = [
  {
    group: '信息公开',
    name: '栏目按时更新',
    points: 40,
    how: '按超期栏目占能判定栏目的比例扣分',
    deduct: ({ fresh, due, overdue, blank }) => (40 * overdue) / Math.max(1, fresh + due + overdue + blank),
  },
  { group: '信息公开', name: '空白栏目', points: 15, how: '每个空白栏目扣5分', deduct: ({ blank }) => 5 * blank },
  { group: '问题整改', name: '按期整改', points: 15, how: '每件逾期未整改扣3分', deduct: (_, late) => 3 * late },
  { group: '组织保障', name: '机构、人员、制度', points: 10, how: '由考核人员评定' },
  { group: '信息公开', name: '政策解读、依申请公开', points: 10, how: '由考核人员评定' },
  { group: '日常工作', name: '信息审核、保密审查', points: 10, how: '由考核人员评定' },
];

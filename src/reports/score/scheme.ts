import type { UnitRow } from '../../audit/audit-result.ts';
import type { Measure, ScoreItem } from '../../model/paper.ts';
import type { Score } from '../../timeliness/score.ts';

/** The sheet where the office has written none: 100 points; what the tool measures, and what only people can. */
export const BUNDLED: readonly ScoreItem[] = [
  { group: '信息公开', name: '栏目按时更新', points: 40, measure: 'punctuality' },
  { group: '信息公开', name: '空白栏目', points: 15, measure: 'blank', each: 5 },
  { group: '问题整改', name: '按期整改', points: 15, measure: 'late', each: 3 },
  { group: '组织保障', name: '机构、人员、制度', points: 10 },
  { group: '信息公开', name: '政策解读、依申请公开', points: 10 },
  { group: '日常工作', name: '信息审核、保密审查', points: 10 },
];

/** What is measured of a unit over the period of a sheet. */
export interface Measured {
  readonly unit: UnitRow;
  /** Days in time ÷ days owed; null where nothing was owed. */
  readonly score: Score | null;
  /** Blank columns that the unit does not object to. */
  readonly blank: number;
  /** Problems that were not mended in time. */
  readonly late: number;
  /** Problems of what is published that are sure. */
  readonly quality: number;
}

/** Points taken off, at most those of the row, and why; a path of the console to what it rests on. */
export interface Deduction {
  readonly points: number;
  readonly why: string;
  readonly link: string;
}

const COUNTED: Readonly<Record<Exclude<Measure, 'punctuality'>, { readonly name: string; readonly link: (unit: string) => string }>> = {
  blank: { name: '空白栏目', link: (unit) => `/columns?${new URLSearchParams({ unit, status: 'blank' })}` },
  late: { name: '逾期未整改问题', link: (unit) => `/alerts?${new URLSearchParams({ unit, late: 'yes' })}` },
  quality: { name: '发布内容质量问题', link: (unit) => `/quality?${new URLSearchParams({ unit })}` },
};

/** What a row takes off a unit; null: a person scores it, or nothing was owed and nothing is said. */
export function deductionOf({ measure, points, each = 0 }: ScoreItem, measured: Measured): Deduction | null {
  const { unit, score } = measured;
  if (measure === undefined) return null;
  if (measure === 'punctuality') {
    if (score === null) return null;
    const taken = atMost(points, (points * (100 - score.score)) / 100);
    return {
      points: taken,
      why: `${score.columns}个栏目，按时天数占${score.score}%`,
      link: `/trend?${new URLSearchParams({ unit: unit.id })}`,
    };
  }
  const { name, link } = COUNTED[measure];
  return { points: atMost(points, each * measured[measure]), why: `${name}${measured[measure]}个`, link: link(unit.id) };
}

function atMost(points: number, taken: number): number {
  return Math.min(points, Math.round(taken * 10) / 10);
}

/** 评分标准 in words. */
export function howOf({ how, measure, each }: ScoreItem): string {
  if (how !== undefined) return how;
  if (measure === undefined) return '由考核人员评定';
  return measure === 'punctuality' ? '按未按时更新的天数占应按时更新天数的比例扣分' : `每个${COUNTED[measure].name}扣${each}分`;
}

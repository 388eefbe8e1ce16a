import type { CategoryId } from '../model/estate.ts';
import type { UnitKind } from './units.ts';

/** Categories of matters: what a clerk looks for under its own name wherever it was put. */
const SPECIFIC: ReadonlySet<CategoryId> = new Set([
  'personnel',
  'fiscal-budget',
  'government-procurement',
  'engineering-bidding',
  'public-resources',
  'administrative-power',
  'environment',
  'food-drug-safety',
  'emergency-management',
  'prices-fees',
  'public-services',
  'oversight',
]);

/** A column of matters of one kind: its site has decided. */
const FIRM = 9;
/** A general column against another general category. */
const GENERAL = 6;
/** A general column against a category of matters. */
const LOOSE = 2.5;

/** Pairs that differ from the kinds above. */
const PAIRS: Readonly<Record<string, number>> = {
  'local-news government-meetings': 1,
  'work-updates government-meetings': 4,
  'oversight policy-interpretation': 3,
  'oversight fiscal-budget': 3,
  'policies-regulations policy-interpretation': 3,
  'policies-regulations emergency-management': 3,
  'policies-regulations plans': 4,
  'notices policy-interpretation': 3,
  'notices plans': 3,
  'notices work-updates': 4,
  'notices policies-regulations': 4,
  'policies-regulations notices': 4,
  'policies-regulations administrative-power': 4,
  'policies-regulations personnel': 4,
  'policies-regulations oversight': 4,
  'policies-regulations fiscal-budget': 4,
  // What is shown under 规划公示 is as often a permit as a plan.
  'plans administrative-power': 2,
  'plans policies-regulations': 1,
  'plans notices': 2,
  'plans policy-interpretation': 2,
  'public-services personnel': 3,
  'public-services policy-interpretation': 3,
};

const generalColumns: ReadonlySet<CategoryId> = new Set(['notices', 'local-news', 'work-updates', 'policies-regulations', 'video-news']);

/**
 * The rule for a specific title in a general column: a 中标公告 under 通知公告 is procurement, a 常务会议 under 要闻 is a meeting.
 *
 * A column's category holds its items with these log-odds; a title must speak louder for another category to get the item. How
 * strongly a column holds is written here, pair by pair, and nowhere else; how far that is to be trusted is learnt (training.ts).
 * `department`: whether the column is one of an office whose news are its own work.
 */
export function holdOf(from: CategoryId, to: CategoryId, department: boolean): number {
  // At a department's own site important news and picture news report the department's work.
  if (from === 'local-news' && to === 'work-updates' && department) return 0.5;
  const pair = PAIRS[`${from} ${to}`];
  if (pair !== undefined) return pair;
  if (!generalColumns.has(from)) return FIRM;
  return from === 'notices' && SPECIFIC.has(to) ? LOOSE : GENERAL;
}

/** Whether a category is one of matters, and not of kinds of text. */
export function isMatter(category: CategoryId): boolean {
  return SPECIFIC.has(category);
}

/** Names of the whole of what is disclosed, or of nothing: what stands under them differs from office to office. */
const MEANS_ANYTHING =
  /^(?:政府|政务|主动)?信息(?:公开|公示|发布|动态)?(?:目录|内容|栏)?$|^(?:政务|村务|财务|基层|主动|重点|法定)?公开(?:内容|事项|目录|公示|栏)?$|^(?:其他|其它)/;

/** Names of work, which at a government's portal may be its news, its offices' work or its meetings. */
const WORK_OF_WHOM = /^(?:工作|政务|最新|综合|政府)?(?:动态|信息)$/;

/** Whether a column's name leaves open what it holds, so that its own items say it better: one that nobody listed does. */
export function hasSeveralMeanings(name: string, known: boolean, unit: UnitKind): boolean {
  return !known || MEANS_ANYTHING.test(name) || (unit === 'government' && WORK_OF_WHOM.test(name));
}

import type { PaperFacts } from './facts.ts';

/** What a unit fills in of how it mended a problem, and what the office does of its look at it: the columns of a return slip (反馈单). */
export const SLIP: readonly string[] = [
  '整改措施',
  '完成时间',
  '责任人',
  '佐证（网址、截图）',
  '分管领导意见',
  '单位盖章',
  '复核时间',
  '复核结果',
  '复核人',
  '销号日期',
];

/** Whom a unit answers (联系人); empty where the configuration names nobody. */
export function deskInWords({ desk }: Pick<PaperFacts, 'desk'>): string {
  const people = desk.map(({ name, phone }) => (phone === null ? name : `${name}，电话${phone}`));
  return people.length === 0 ? '' : `（联系人：${people.join('；')}）`;
}

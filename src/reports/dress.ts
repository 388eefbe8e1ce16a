import { type Day, dayIn } from '../model/day.ts';
import type { PaperRecord } from '../model/paper.ts';
import type { Dress } from './docx.ts';
import { written } from './paper.ts';

/** What stands under the title of a draft. */
export function draftLine(made: Day, asOf: Day): string {
  return `（草稿，由系统生成于${written(made)}，数据截至${written(asOf)}）`;
}

/** How a paper of the store looks; `headed`: released ones that have a number go out under the office's red head. */
export function dressOf(record: PaperRecord, zone: string, today: Day, look: { headed: boolean; consoleUrl: string | null }): Dress {
  const { state, number, drawn, asOf } = record;
  const under = { draft: draftLine(today, dayIn(zone, asOf)), released: '', withdrawn: '（已撤回）' }[state];
  return { under, number, redHead: look.headed && number !== null ? `${drawn.signature.office}文件` : null, consoleUrl: look.consoleUrl };
}

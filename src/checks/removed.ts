import { dayOf } from '../counting/listed.ts';
import { clickPath } from '../model/click-path.ts';
import { type Day, dayIn } from '../model/day.ts';
import type { Check } from './check.ts';
import { eachItem, type More, sayEach } from './parts/in-column.ts';

interface Facts {
  readonly title: string;
  readonly day: Day | null;
  readonly goneOn: Day;
  readonly column: string;
}

/**
 * Items that were listed and, within the span, are listed no more. One that moved to another column is not gone, nor is one that
 * moved to another address: it is still there by its title.
 */
export const removed: Check<Facts | More> = {
  kind: 'removed',
  name: { zh: '已发布的信息撤下', en: 'published item removed' },
  subject: 'column',
  severity: 'notice',
  audience: 'unit',
  ofQuality: true,
  document: { zh: '本工具的提示：请核对是否按规定撤下', en: 'a hint of this tool: was it withdrawn by the rules?' },
  sentence: (facts) =>
    sayEach(facts, ({ title, day, goneOn, column }: Facts) => ({
      zh: `《${title}》${day ? `（${day}）` : ''}曾列在栏目“${column}”中，${goneOn} 读取时已不在。`,
      en: `"${title}"${day ? ` (${day})` : ''} was listed in column "${column}" and was gone when that was read on ${goneOn}.`,
    })),

  inColumn(viewed, { moment, span, whereabouts }) {
    const { view } = viewed;
    const titles = new Set(view.listed.map((item) => item.title));
    const goneOn = (item: { goneSince: Date | null; removedAt: Date | null }) =>
      dayIn(moment.zone, (item.goneSince ?? item.removedAt) as Date);
    const gone = view.gone.filter((item) => !titles.has(item.title) && !whereabouts.listed.has(item.item) && goneOn(item) >= span.from);
    return eachItem(viewed, gone, (item) => {
      const facts = { title: item.title, day: dayOf(item), goneOn: goneOn(item), column: clickPath(view.column) };
      return { facts, since: goneOn(item) };
    });
  },
};

import { dayOf } from '../../counting/listed.ts';
import { dayIn } from '../../model/day.ts';
import { type ColumnCheck, itemFindings } from './column-finding.ts';

/**
 * Items that were listed and, within the span, are listed no more. One that moved to another column is not gone, nor is one that
 * moved to another address: it is still there by its title.
 */
export const findRemoved: ColumnCheck = (judged, context) => {
  const { view } = judged;
  const titles = new Set(view.listed.map((item) => item.title));
  const goneOn = (item: { goneSince: Date | null; removedAt: Date | null }) =>
    dayIn(context.moment.zone, (item.goneSince ?? item.removedAt) as Date);
  const removed = view.gone.filter(
    (item) => !titles.has(item.title) && !context.whereabouts.listed.has(item.item) && goneOn(item) >= context.span.from,
  );
  return itemFindings(
    'removed',
    judged,
    removed,
    (item) => {
      const facts = { title: item.title, day: dayOf(item), goneOn: goneOn(item), column: view.column.name };
      return { message: context.wording.removed(facts), since: goneOn(item) };
    },
    context,
  );
};

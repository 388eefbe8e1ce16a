import type { Closing, FigureChange, Figures } from '../model/closing.ts';
import { addDays, type Day } from '../model/day.ts';
import type { Span } from '../model/estate.ts';
import type { Counts } from './count.ts';
import { type PeriodName, spanOf } from './periods.ts';

/** How many whole periods of each length stay under watch after their end: a change of them makes a revision. */
const WATCHED: readonly (readonly [PeriodName, number])[] = [
  ['last-week', 8],
  ['last-month', 24],
  ['last-quarter', 8],
  ['last-half', 4],
  ['last-year', 2],
];

/** The whole periods that were over before `today`, of two years back; weeks of two months back. */
export function closedBefore(today: Day): Span[] {
  return WATCHED.flatMap(([name, count]) => {
    const spans: Span[] = [];
    let from = today;
    while (spans.length < count) {
      const span = spanOf(name, from);
      spans.push(span);
      from = addDays(span.to, 1) > from ? addDays(span.from, -1) : span.from;
    }
    return spans;
  });
}

export function figuresOf({ items, classes, categories, units }: Pick<Counts, 'items' | 'classes' | 'categories' | 'units'>): Figures {
  return {
    items,
    classes: Object.fromEntries(classes),
    categories: Object.fromEntries(categories),
    units: Object.fromEntries(units),
  };
}

/** Why a revision counts otherwise: a later audit saw something else, or the same audit was judged anew after a correction or by other rules. */
export function causeOf({ run }: Closing, before: Closing | undefined): 'closed' | 'audit' | 'correction' {
  if (before === undefined) return 'closed';
  return before.run === run ? 'correction' : 'audit';
}

/** What differs, all items first. */
export function changesBetween(was: Figures, now: Figures): FigureChange[] {
  const total = was.items === now.items ? [] : [{ of: 'items' as const, id: '', was: was.items, now: now.items }];
  const groups = (['classes', 'categories', 'units'] as const).flatMap((of) =>
    [...new Set([...Object.keys(was[of]), ...Object.keys(now[of])])]
      .sort()
      .map((id) => ({ of, id, was: was[of][id] ?? 0, now: now[of][id] ?? 0 }))
      .filter((change) => change.was !== change.now),
  );
  return [...total, ...groups];
}

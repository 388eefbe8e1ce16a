import type { Group } from './groups.ts';
import { datesIn, type Marks, spanOf, strongIn } from './marks.ts';
import type { Outline } from './outline.ts';

/**
 * The groups of a page with those that stand where other columns of the site have their lists, and are too few or too bare to be found by
 * themselves: one row, rows without a day, one piece of a list in pieces.
 */
export function withRowsAtPlaces(
  outline: Outline,
  marks: Marks,
  found: readonly Group[],
  isListPlace: (element: number) => boolean,
): readonly Group[] {
  const groups = new Set(found);
  const taken = found.filter(({ container }) => isListPlace(container)).map(({ container }) => container);
  const isInside = (one: number, other: number) => one >= other && one < outline.end[other]!;
  // From the inside out: what is a list below is none above, and pieces of a list are none by themselves.
  for (let container = outline.elements.length - 1; container >= 0; container--) {
    if (!isListPlace(container) || strongIn(marks, spanOf(outline, container)) === 0) continue;
    if (taken.some((one) => isInside(one, container) || isInside(container, one))) continue;
    const within = found.filter((group) => isInside(group.container, container));
    const largest = within.reduce<Group | null>((most, group) => (group.rows.length > (most?.rows.length ?? 0) ? group : most), null);
    // They are the list of this place, whatever stands around them.
    if (largest) groups.delete(largest);
    const rows = largest ? largest.rows : titledParts(outline, marks, container);
    const dated = rows.filter((row) => datesIn(marks, row) > 0).length;
    taken.push(container);
    if (rows.length > 0) groups.add({ container, rows, seams: largest?.seams ?? [], dated, shape: largest?.shape ?? '' });
  }
  return [...groups];
}

/** The elements right below another that hold a title each. */
function titledParts(outline: Outline, marks: Marks, container: number): Group['rows'] {
  const parts: Group['rows'][number][] = [];
  for (let part = container + 1; part < outline.end[container]!; part = outline.end[part]!) {
    const span = spanOf(outline, part);
    if (strongIn(marks, span) > 0) parts.push(span);
  }
  return parts;
}

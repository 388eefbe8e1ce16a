import type { Entry } from '../../../src/model/reading.ts';
import { entriesOf } from './entries.ts';
import type { Group } from './groups.ts';
import type { Marks } from './marks.ts';
import type { Outline } from './outline.ts';

/**
 * A list in pieces goes on where it stopped; tabs of several columns begin anew. So a group that was put together is taken apart again
 * where the days jump back up at a seam.
 */
export function apartAtSeams(outline: Outline, marks: Marks, group: Group, base: string): Group[] {
  if (group.seams.length === 0) return [group];
  const pieces = [0, ...group.seams].map((from, index) => ({ ...group, seams: [], rows: group.rows.slice(from, group.seams[index]) }));
  const days = pieces.map((piece) =>
    entriesOf(outline, marks, piece, base)
      .map(dayOf)
      .filter((day) => day !== null),
  );
  const begunAnew = days.some((piece, index) => index > 0 && (piece[0] ?? '') > (days[index - 1]!.at(-1) ?? '9'));
  if (!begunAnew) return [group];
  return pieces.map((piece, index) => ({ ...piece, dated: days[index]!.length }));
}

const dayOf = (entry: Entry) => entry.publishedOn ?? entry.shown ?? null;

import type { Entry } from '../../../src/model/reading.ts';
import type { Page } from '../page.ts';
import { entriesOf } from './entries.ts';
import { isBelow } from './evidence.ts';
import type { Group } from './groups.ts';
import type { Marks } from './marks.ts';
import type { Outline } from './outline.ts';

/**
 * A list in pieces goes on where it stopped; tabs of several columns begin anew. So a group that was put together is taken apart again
 * where the days jump back up at a seam, unless all its rows lie in one folder below the page's own: then it is one list drawn side by side.
 */
export function apartAtSeams(outline: Outline, marks: Marks, group: Group, { base, url }: Pick<Page, 'base' | 'url'>): Group[] {
  if (group.seams.length === 0) return [group];
  const pieces = [0, ...group.seams].map((from, index) => ({ ...group, seams: [], rows: group.rows.slice(from, group.seams[index]) }));
  const rows = pieces.map((piece) => entriesOf(outline, marks, piece, base));
  const days = rows.map((entries) => entries.map(dayOf).filter((day) => day !== null));
  const begunAnew = days.some((piece, index) => index > 0 && (piece[0] ?? '') > (days[index - 1]!.at(-1) ?? '9'));
  if (!begunAnew || isOneFolder(rows.flat(), url)) return [group];
  return pieces.map((piece, index) => ({ ...piece, dated: days[index]!.length }));
}

const dayOf = (entry: Entry) => entry.publishedOn ?? entry.shown ?? null;

/** Folders of days and months tell no columns apart. */
const PERIOD = /^(?:(?:19|20)\d{2}(?:-?\d{2}){0,2}|\d{1,2})$/;

/** Whether all rows lie in one folder, which is below the page's own or the page's own. */
function isOneFolder(entries: readonly Entry[], url: string): boolean {
  if (!entries.every((entry) => entry.url !== null && isBelow(entry.url, url))) return false;
  const folders = entries.map((entry) => {
    const parts = new URL(entry.url!).pathname.split('/').slice(0, -1);
    return parts.filter((part) => !PERIOD.test(part)).join('/');
  });
  return new Set(folders).size === 1;
}

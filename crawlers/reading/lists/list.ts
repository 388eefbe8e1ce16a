import type { ListReading } from '../../../src/model/reading.ts';
import type { Page } from '../page.ts';
import { pagerPlaces } from '../pages/pager.ts';
import { columnNames } from './column-names.ts';
import { type Candidate, type PageFacts, weigh } from './evidence.ts';
import { findGroups } from './groups.ts';
import { markOutline } from './marks.ts';
import { type Outline, outlineOf } from './outline.ts';

/** Reads a page as a list. */
export function readList(page: Page): ListReading {
  const outline = outlineOf(page);
  const marks = markOutline(outline);
  const facts: PageFacts = { page, outline, marks, pagers: pagerPlaces(outline), columnNames: columnNames(page, outline) };
  const candidates = findGroups(outline, marks)
    .map((group) => weigh(facts, group))
    .sort((a, b) => b.score - a.score);
  if (process.env.DEBUG_LIST)
    for (const c of candidates.slice(0, 8))
      console.error(
        c.score.toFixed(2),
        c.entries.length,
        c.dated.toFixed(2),
        c.titleLength.toFixed(1),
        c.leaves.toFixed(1),
        c.heading,
        c.aside,
        c.frame,
        c.named,
        c.more,
        c.paged,
        placeOf(outline, c.group.container),
        JSON.stringify(c.entries[0]),
      );
  const best = candidates[0];
  const base = {
    kind: 'list' as const,
    url: page.url,
    title: page.title,
    next: [],
    total: null,
    dialect: 'generic',
    blocks: [],
    columnName: page.meta.get('columnname') ?? null,
    columnType: page.meta.get('columntype') ?? null,
  };
  if (!best || !isList(best)) return { ...base, items: [], state: 'none', fingerprint: null };
  return {
    ...base,
    items: best.entries,
    state: 'list',
    fingerprint: { place: placeOf(outline, best.group.container), rows: best.entries.length, dated: best.dated },
  };
}

function isList(candidate: Candidate): boolean {
  return candidate.score > 3;
}

/** Tag and class path to an element, for example `body>div.main>ul.list`. */
function placeOf(outline: Outline, element: number): string {
  const path: string[] = [];
  for (let at = element; at >= 0 && path.length < 12; at = outline.parent[at]!) {
    const { name, attribs } = outline.elements[at]!;
    const first = attribs.class?.trim().split(/\s+/)[0];
    path.push(attribs.id ? `${name}#${attribs.id}` : first ? `${name}.${first}` : name);
  }
  return path.reverse().join('>');
}

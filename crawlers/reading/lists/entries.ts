import type { Day } from '../../../src/model/day.ts';
import type { Entry } from '../../../src/model/reading.ts';
import { dayInRow } from '../dates/rows.ts';
import { dayWithYearOf } from '../dates/url.ts';
import { canonicalUrl } from '../urls.ts';
import type { Group } from './groups.ts';
import type { Marks, Span } from './marks.ts';
import { daysUnderMonths } from './month-headings.ts';
import { type Outline, textOf } from './outline.ts';
import { cells, dayAtEdge, dayBeside, dayColumn, type RowDay } from './row-days.ts';
import { shownTitle, type TitlePlace, titlePlaces, wholeTitle } from './titles.ts';
import { yearsAbove } from './year-headings.ts';

/** What a group's rows say: title, address and day of each, in page order. `base` is what links are resolved against. */
export function entriesOf(outline: Outline, marks: Marks, group: Group, base: string): Entry[] {
  const common = commonHrefs(outline, marks, group.rows);
  const column = dayColumn(outline, group.container, group.rows);
  const entries: Entry[] = [];
  let years: readonly (string | null)[] | null = null;
  let months: readonly (Day | null)[] | null = null;
  const places = titlePlaces(outline, marks, group.rows, common);
  for (const [index, row] of group.rows.entries()) {
    const place = places[index];
    if (!place) continue;
    let entry = entryOf(outline, row, place, column, base);
    if (entry.shown !== undefined) {
      years ??= yearsAbove(outline, group.rows);
      entry = inYear(entry, years[index]!);
    } else if (entry.publishedOn === null) {
      months ??= daysUnderMonths(outline, group.rows);
      entry = { ...entry, publishedOn: months[index]! };
    }
    if (entry.title !== '' && !isTwin(entry, entries.at(-1))) entries.push(entry);
  }
  return entries;
}

/** Rows that show `MM-DD` under the heading of a year have their day in that year. */
function inYear(entry: Entry, year: string | null): Entry {
  const { shown, ...rest } = entry;
  const day = year !== null && shown !== undefined ? dayInRow(`${year}-${shown}`) : null;
  return day === null ? entry : { ...rest, publishedOn: day };
}

/** A row drawn twice: for two widths of screen, or in both branches of a script. */
function isTwin(entry: Entry, before: Entry | undefined): boolean {
  return entry.url !== null && entry.url === before?.url && entry.title === before.title && entry.publishedOn === before.publishedOn;
}

function entryOf(outline: Outline, row: Span, place: TitlePlace, column: number | null, base: string): Entry {
  let shown = shownTitle(outline, place);
  let day = dayInColumn(outline, row, column) ?? dayBeside(textsBeside(outline, row, place));
  if (day.day === null && day.shown === null) {
    const edge = dayAtEdge(shown);
    if (edge) {
      day = edge;
      shown = edge.rest;
    }
  }
  const url = canonicalUrl(hrefOf(outline, row, place), base);
  const title = wholeTitle(outline, row, place, shown);
  const publishedOn = day.day ?? (url === null || day.shown === null ? null : dayWithYearOf(url, day.shown));
  return { title, url, publishedOn, ...(publishedOn === null && day.shown !== null ? { shown: day.shown } : {}) };
}

/** Where a title leads; where its own link leads nowhere, where the row does that opens when it is clicked. */
function hrefOf({ links, parent }: Outline, row: Span, { link }: TitlePlace): string | null {
  let { href, element } = links[link]!;
  for (let around = link - 1; href === null && around >= row.linkFrom; around--) {
    while (element > links[around]!.element) element = parent[element]!;
    if (element === links[around]!.element) href = links[around]!.href;
  }
  return href;
}

function dayInColumn(outline: Outline, row: Span, column: number | null): RowDay | null {
  if (column === null) return null;
  const cell = cells(outline, row.elementFrom)[column];
  const day = cell === undefined ? null : dayInRow(textOf(outline, cell, 80));
  return day ? { day, shown: null } : null;
}

function textsBeside(outline: Outline, row: Span, place: TitlePlace): string[] {
  const title = new Set(place.runs);
  const texts: string[] = [];
  for (let run = row.runFrom; run < Math.min(row.runTo, row.runFrom + 200); run++) {
    if (!title.has(run)) texts.push(outline.runs[run]!.text);
  }
  return texts;
}

/** Addresses that stand in several rows: categories and offices link to the same page again and again, titles do not. */
function commonHrefs(outline: Outline, marks: Marks, rows: readonly Span[]): Set<string> {
  const seen = new Map<string, number>();
  for (const row of rows) {
    const hrefs = new Set<string>();
    for (let link = row.linkFrom; link < Math.min(row.linkTo, row.linkFrom + 40); link++) {
      const { href } = outline.links[link]!;
      if (href && marks.strong[link]) hrefs.add(href);
    }
    for (const href of hrefs) seen.set(href, (seen.get(href) ?? 0) + 1);
  }
  return new Set([...seen].filter(([, rowsWithIt]) => rowsWithIt > 1).map(([href]) => href));
}

import { hasPicture } from './drawn-headings.ts';
import { datesIn, lettersIn, type Marks, type Span, spanBetween, spanOf, strongIn } from './marks.ts';
import type { Outline } from './outline.ts';

/** Rows that repeat under one container: a list, a menu, a hot list. Which of them is the page's list is for others to say. */
export interface Group {
  /** The element whose children (or whose children's children) the rows are. */
  readonly container: number;
  readonly rows: readonly Span[];
  /** Where the rows were put together from several lists: the first row of each but the first. */
  readonly seams: readonly number[];
  /** How many of the rows show a date. */
  readonly dated: number;
  /** Tag path from the row to its first title link, for example `li>div>a`. */
  readonly shape: string;
}

/** What one child of a container brings to a list. */
type Part = { readonly span: Span; readonly tag: string; readonly is: 'title' | 'date' | 'list' | 'other'; readonly dated: boolean };

interface Search {
  readonly outline: Outline;
  readonly marks: Marks;
  /** Per element: rows of the largest list below it. */
  readonly below: number[];
  /** Per element: the list that fills it wholly, if one does. */
  readonly filling: (Group | null)[];
  readonly found: Set<Group>;
}

/** All groups of a page. Containers are looked at from the inside out, so what is a list below is known above. */
export function findGroups(outline: Outline, marks: Marks): Group[] {
  const search: Search = {
    outline,
    marks,
    below: new Array<number>(outline.elements.length).fill(0),
    filling: new Array<Group | null>(outline.elements.length).fill(null),
    found: new Set(),
  };
  for (let element = outline.elements.length - 1; element >= 0; element--) lookAt(search, element);
  return withoutRowsAsLists(outline, [...search.found]);
}

function lookAt(search: Search, container: number): void {
  const { outline, marks, below, filling } = search;
  const span = spanOf(outline, container);
  if (strongIn(marks, span) === 0) return;
  const parts = partsOf(search, container);
  for (const part of parts)
    below[container] = Math.max(below[container]!, part.span.elementTo > part.span.elementFrom ? below[part.span.elementFrom]! : 0);
  const group = joinedLists(search, container, parts) ?? rowsOf(search, container, parts);
  if (group) {
    search.found.add(group);
    below[container] = Math.max(below[container]!, weightBelow(group));
  }
  filling[container] = group ?? onlyFilling(search, parts);
  if (filling[container] && !fills(search, container, filling[container])) filling[container] = null;
}

/** Undated links that stand in a line are no list of their own: they are the category, the title and the office of one row. */
function weightBelow(group: Group): number {
  return group.dated > 0 ? group.dated : group.rows.length >= 3 && !/^a(?:>|$)/.test(group.shape) ? group.rows.length : 0;
}

function partsOf({ outline, marks, below }: Search, container: number): Part[] {
  const parts: Part[] = [];
  let run = outline.runFrom[container]!;
  const takeRuns = (to: number, element: number, link: number) => {
    for (; run < to; run++) {
      const span = { elementFrom: element, elementTo: element, runFrom: run, runTo: run + 1, linkFrom: link, linkTo: link };
      const dated = marks.dates[run] !== null;
      parts.push({ span, tag: '#text', is: dated ? 'date' : 'other', dated });
    }
  };
  for (let kid = container + 1; kid < outline.end[container]!; kid = outline.end[kid]!) {
    takeRuns(outline.runFrom[kid]!, kid, outline.linkFrom[kid]!);
    const span = spanOf(outline, kid);
    const dated = datesIn(marks, span) > 0;
    const titled = strongIn(marks, span) > 0;
    const is = titled ? (below[kid]! >= 2 ? 'list' : 'title') : dated || isPiece(marks, span) ? 'date' : 'other';
    parts.push({ span, tag: outline.elements[kid]!.name, is, dated });
    run = outline.runTo[kid]!;
  }
  takeRuns(outline.runTo[container]!, outline.end[container]!, outline.linkTo[container]!);
  return parts;
}

/** `<em>28</em>` beside `<span>2023-04</span>`: pieces of a day are dates when they stand alone in their element. */
function isPiece(marks: Marks, span: Span): boolean {
  return span.runTo - span.runFrom === 1 && marks.dates[span.runFrom] === 'piece';
}

/** The rows directly below a container, if they repeat. */
function rowsOf(search: Search, container: number, parts: readonly Part[]): Group | null {
  const titles = parts.filter((part) => part.is === 'title');
  if (titles.length === 0) return null;
  const dated = titles.filter((part) => part.dated);
  const looseDates = parts.filter((part) => part.is === 'date').length;
  const rows = dated.length === 0 && looseDates > 0 ? rowsInSequence(search, container, parts) : rowsByTag(search, titles, dated);
  if (rows.length === 0) return null;
  const shape = shapeOf(search, rows[0]!);
  const datedRows = rows.filter((row) => datesIn(search.marks, row) > 0).length;
  if (rows.length === 1 && (datedRows === 0 || search.below[container]! > 0)) return null;
  if (datedRows === 0 && search.outline.elements[container]!.name === 'tr') return null;
  return { container, rows, seams: [], dated: datedRows, shape };
}

/** Children with one tag, each a row: the tag with most dated rows, else with most rows. */
function rowsByTag(search: Search, titles: readonly Part[], dated: readonly Part[]): Span[] {
  const counted = new Map<string, number>();
  for (const part of dated.length > 0 ? dated : titles) counted.set(part.tag, (counted.get(part.tag) ?? 0) + 1);
  const [tag] = [...counted].reduce((best, next) => (next[1] > best[1] ? next : best));
  const rows = titles.filter((part) => part.tag === tag);
  if (dated.length === 0)
    return picturesApart(
      search,
      rows.map((part) => part.span),
    );
  if (dated.length === 1) return [dated[0]!.span];
  // An undated child beside dated rows is a row without a day only if it is built like one of them; a dated child that has a list's row
  // inside is a row only if others are built the same, else it is a part of the page with a short list in it.
  const shapes = rows.map((part) => shapeOf(search, part.span));
  const datedShapes = shapes.filter((_, index) => rows[index]!.dated);
  const isRow = (shape: string, part: Part) =>
    part.dated ? !HOLDS_ROW.test(shape) || datedShapes.filter((other) => other === shape).length > 1 : datedShapes.includes(shape);
  return rows.filter((part, index) => isRow(shapes[index]!, part)).map((part) => part.span);
}

const HOLDS_ROW = />(?:li|tr|dt|dd)>/;

/** Pictures with their titles stand several in one row of a table: each is a row of the list. Rows that hold anything else stay whole. */
function picturesApart({ outline, marks }: Search, rows: readonly Span[]): Span[] {
  const whole = [...rows];
  if (!whole.every(({ elementFrom }) => outline.elements[elementFrom]?.name === 'tr')) return whole;
  const cells = whole.map(({ elementFrom }) => cellsIn(outline, elementFrom).filter((cell) => strongIn(marks, cell) > 0));
  const areDrawn = cells.flat().every(({ elementFrom, elementTo }) => outline.elements.slice(elementFrom, elementTo).some(isPicture));
  return areDrawn && cells.some((inRow) => inRow.length > 1) ? cells.flat() : whole;
}

const isPicture = ({ name }: Outline['elements'][number]) => name === 'img';

function cellsIn(outline: Outline, row: number): Span[] {
  const found: Span[] = [];
  for (let cell = row + 1; cell < outline.end[row]!; cell = outline.end[cell]!) found.push(spanOf(outline, cell));
  return found;
}

/** Titles and dates that follow each other as siblings: dt dd, `<a>…</a> [2020-01-02]<br>`, cells of one table row. */
function rowsInSequence(search: Search, container: number, parts: readonly Part[]): Span[] {
  // A menu beside the rows is built otherwise than they are.
  const tag = prevailingTag(parts.filter(isTitle));
  const isRowTitle = (part: Part) => part.is === 'title' && (tag === null || part.tag === tag);
  const told = parts.filter((part) => isRowTitle(part) || part.is === 'date');
  const titles = told.filter(isTitle).length;
  const dates = countDates(told);
  if (dates * 2 < titles && titles > 2) return [];
  const oneRow = dates <= 1 || (search.outline.elements[container]!.name === 'tr' && dates < titles);
  const dateFirst = told[0]!.is === 'date' && told.at(-1)!.is === 'title';
  const rows: Part[][] = [];
  for (const part of parts) {
    const row = rows.at(-1);
    const starts = dateFirst ? part.is === 'date' && (row?.some(isTitle) ?? true) : isRowTitle(part) && !(oneRow && row);
    if (starts) rows.push([part]);
    else if (row && part.is !== 'list') row.push(part);
    else if (dateFirst && isRowTitle(part)) rows.push([part]);
  }
  return rows.filter((row) => row.some(isRowTitle)).map((row) => spanBetween(row[0]!.span, trimmed(row).at(-1)!.span));
}

/** The tag of most of several parts, or null where none prevails. */
function prevailingTag(parts: readonly Part[]): string | null {
  const counted = new Map<string, number>();
  for (const { tag } of parts) counted.set(tag, (counted.get(tag) ?? 0) + 1);
  const [tag, count] = [...counted].reduce((best, next) => (next[1] > best[1] ? next : best), ['', 0]);
  return count > 2 && count * 3 >= parts.length * 2 ? tag : null;
}

const isTitle = (part: Part) => part.is === 'title';

/** Without what follows the last title or date: separators, the pager behind the last row. */
function trimmed(row: readonly Part[]): readonly Part[] {
  return row.slice(0, row.findLastIndex((part) => part.is !== 'other') + 1);
}

function countDates(told: readonly Part[]): number {
  let count = 0;
  for (const [index, part] of told.entries()) if (part.is === 'date' && told[index - 1]?.is !== 'date') count++;
  return count;
}

/** Several lists of one make that stand in a container with nothing said between them are one list in pieces. */
function joinedLists(search: Search, container: number, parts: readonly Part[]): Group | null {
  const pieces = parts.filter((part) => part.is === 'list');
  if (pieces.length === 0) return null;
  // Dated pieces are the list, whatever menus stand beside them.
  const tag = (pieces.find((part) => part.dated) ?? pieces[0]!).tag;
  const members = parts.filter((part) => part.tag === tag && (part.is === 'list' || (part.is === 'title' && part.dated)));
  if (members.length < 2) return null;
  const rows: Span[] = [];
  let shape: string | null = null;
  const pieceGroups: Group[] = [];
  const seams: number[] = [];
  let dated = 0;
  for (const member of members) {
    // A piece of one row is that row, however it is built.
    const group = member.is === 'list' ? search.filling[member.span.elementFrom] : null;
    if (member.is === 'list' && !group) return null;
    const memberShape = group?.shape ?? null;
    if (shape !== null && memberShape !== null && memberShape !== shape) return null;
    // Tabs without days are no piece of a list with days, nor the other way round.
    if (rows.length > 0 && (group?.dated === 0) !== (dated === 0)) return null;
    shape ??= memberShape;
    if (rows.length > 0) seams.push(rows.length);
    rows.push(...(group?.rows ?? [member.span]));
    if (group) pieceGroups.push(group);
    dated += group?.dated ?? 1;
  }
  const from = parts.indexOf(members[0]!);
  const to = parts.indexOf(members.at(-1)!);
  const said = parts
    .slice(from, to)
    .filter((part) => !members.includes(part))
    .some((part) => saysSomething(search, part.span) && !isPeriod(search, part.span));
  if (said || shape === null || isDrawnApart(search, members)) return null;
  for (const group of pieceGroups) search.found.delete(group);
  return { container, rows, seams, dated, shape };
}

/** Some pieces have a picture over their rows, for a heading, and others have none. */
function isDrawnApart({ outline, filling }: Search, members: readonly Part[]): boolean {
  const drawn = members.map(({ span: { elementFrom } }) =>
    hasPicture(outline, elementFrom - 1, filling[elementFrom]?.rows[0]?.elementFrom ?? elementFrom),
  );
  return drawn.includes(true) && drawn.includes(false);
}

function saysSomething({ marks }: Search, span: Span): boolean {
  return lettersIn(marks, span) > 0;
}

/** `2024年`, `1月`: what heads the pieces of a list that is cut by years or months. */
function isPeriod({ outline }: Search, { runFrom, runTo }: Span): boolean {
  return runTo - runFrom === 1 && /^(?:(?:19|20)\d{2}\s?年?度?)?(?:\s?\d{1,2}\s?月)?$/.test(outline.runs[runFrom]!.text);
}

function onlyFilling(search: Search, parts: readonly Part[]): Group | null {
  const lists = parts.filter((part) => part.is === 'list' || part.is === 'title');
  return lists.length === 1 ? search.filling[lists[0]!.span.elementFrom]! : null;
}

/** Whether the rows are all that an element says, signs and the year over them left aside. */
function fills(search: Search, element: number, group: Group): boolean {
  const { outline, marks } = search;
  const inRows = group.rows.reduce((sum, row) => sum + lettersIn(marks, row), 0);
  const whole = spanOf(outline, element);
  const head = { ...whole, runTo: Math.min(whole.runFrom + 1, whole.runTo) };
  const year = head.runTo <= group.rows[0]!.runFrom && isPeriod(search, head) ? lettersIn(marks, head) : 0;
  return lettersIn(marks, whole) - inRows - year === 0;
}

/** Tag path from a row down to its first link that could be a title. */
function shapeOf({ outline, marks }: Search, row: Span): string {
  for (let link = row.linkFrom; link < Math.min(row.linkTo, row.linkFrom + 50); link++) {
    if (!marks.strong[link]) continue;
    const path: string[] = [];
    for (let at = outline.links[link]!.element; at >= row.elementFrom && path.length < 12; at = outline.parent[at]!) {
      path.push(outline.elements[at]!.name);
    }
    return path.reverse().join('>');
  }
  return '';
}

/** A single row found inside a row of a longer list is that row, not a list. */
function withoutRowsAsLists(outline: Outline, groups: readonly Group[]): Group[] {
  const edges = new Int32Array(outline.elements.length + 1);
  for (const group of groups) {
    if (group.rows.length < 2) continue;
    for (const row of group.rows) {
      edges[row.elementFrom]!++;
      edges[row.elementTo]!--;
    }
  }
  const inRow = edges.map(
    (
      (sum) => (edge) =>
        (sum += edge)
    )(0),
  );
  return groups.filter((group) => group.rows.length > 1 || inRow[group.container] === 0);
}

import type { Day } from '../../../src/model/day.ts';
import { publishedRank } from '../dates/labels.ts';
import { dayInParts, dayInRow, eventDayInRow, monthDayInParts, monthDayInRow } from '../dates/rows.ts';
import { writtenDays } from '../dates/written.ts';
import type { Span } from './marks.ts';
import { type Outline, textOf } from './outline.ts';

/** What a row says about its day. */
export interface RowDay {
  readonly day: Day | null;
  /** `MM-DD` where the year is missing. */
  readonly shown: string | null;
}

const NOTHING: RowDay = { day: null, shown: null };

/** The day among the texts that stand beside a title, in page order. Long texts are summaries: days in them say nothing about the row. */
export function dayBeside(texts: readonly string[]): RowDay {
  const short = texts.filter((text) => text.length <= 40);
  const medium = texts.filter((text) => text.length <= 120);
  const day =
    dayInRow(short.join(' ')) ??
    firstOf(short, dayInRow) ??
    inWindows(short, dayInParts) ??
    firstOf(medium, dayInRow) ??
    eventDayInRow(medium.join(' '));
  if (day) return { day, shown: null };
  const shown = firstOf(short, monthDayInRow) ?? inWindows(short, monthDayInParts);
  return shown ? { day: null, shown } : NOTHING;
}

function firstOf<T>(texts: readonly string[], read: (text: string) => T | null): T | null {
  for (const text of texts) {
    const found = read(text);
    if (found !== null) return found;
  }
  return null;
}

/** Pieces of one day stand side by side, two or three of them. */
function inWindows(beside: readonly string[], read: (parts: readonly string[]) => string | null): string | null {
  const texts = beside.filter((text) => !/^[-/.|·]$/.test(text));
  for (const size of [3, 2]) {
    for (let at = 0; at + size <= texts.length; at++) {
      const window = texts.slice(at, at + size);
      const found = window.every((text) => text.length <= 14) ? read(window) : null;
      if (found) return found;
    }
  }
  return null;
}

/** A day at the very end or begin of a title's text, and the title without it: `关于…的通知(2020-12-16)`. */
export function dayAtEdge(title: string): (RowDay & { readonly rest: string }) | null {
  for (const written of writtenDays(title).reverse()) {
    const before = title.slice(0, written.start);
    const after = title.slice(written.end);
    const atEnd = /^[\s\])）】〕]*$/.test(after) && /[\s[(（【〔]$/.test(before);
    const atBegin = /^[\s[(（【〔]*$/.test(before) && /^[\s\])）】〕]/.test(after);
    if (!atEnd && !atBegin) continue;
    const rest = atEnd ? before.replace(/[\s[(（【〔]{1,40}$/, '') : after.replace(/^[\s\])）】〕]+/, '');
    if (rest.length >= 2) return { day: written.day, shown: null, rest };
  }
  const edge =
    /^(.{2,}?)\s?[[(（【]\s?(\d{1,2}[-/.月]\d{1,2}日?)\s?[\])）】]$|^[[(（【]\s?(\d{1,2}[-/.月]\d{1,2}日?)\s?[\])）】]\s?(.{2,})$/.exec(
      title,
    );
  const shown = edge ? monthDayInRow(`[${edge[2] ?? edge[3]}]`) : null;
  return edge && shown ? { day: null, shown, rest: edge[1] ?? edge[4]! } : null;
}

/** Heads of what runs for a time, a survey or a call for opinions: it was published when it began, if nothing else is told. */
const BEGINS = /^(?:开始|起始|征集开始|发起)(?:日期|时间)?$/;
const ENDS = /^(?:结束|截止|截至|终止|征集结束)(?:日期|时间)?$/;

/** Which cell of a row holds the day of publication, by the heads of a table: 发布日期, not 成文日期. Null where no head says so. */
export function dayColumn(outline: Outline, container: number, rows: readonly Span[]): number | null {
  const first = rows[0]!;
  for (const head of headRows(outline, container, first)) {
    const ranks = cells(outline, head).map((cell) => publishedRank(textOf(outline, cell, 30).replace(/\s/g, '')));
    const known = ranks.filter((rank) => rank !== null);
    if (ranks.length !== cells(outline, first.elementFrom).length) continue;
    if (known.length > 0) return ranks.indexOf(Math.min(...known));
    const said = cells(outline, head).map((cell) => textOf(outline, cell, 30).replace(/\s/g, ''));
    const begin = said.findIndex((text) => BEGINS.test(text));
    if (begin >= 0 && said.some((text) => ENDS.test(text))) return begin;
  }
  return null;
}

/** Heads of days on which a document was made or took effect. */
const OF_DOCUMENT = /^(?:成文|生成|印发|签发|制发|制定|发文|施行|实施|生效|登记|成立|决定|处罚|许可|有效|截止)(?:日期|时间|日|期限?)$/;

/** Whether the heads of a table name days of documents and none of publication. */
export function headsOfOtherDays(outline: Outline, container: number, rows: readonly Span[]): boolean {
  const first = rows[0]!;
  const width = cells(outline, first.elementFrom).length;
  return headRows(outline, container, first).some((head) => {
    const said = cells(outline, head).map((cell) => textOf(outline, cell, 30).replace(/\s/g, ''));
    return said.length === width && said.some((text) => OF_DOCUMENT.test(text)) && said.every((text) => publishedRank(text) === null);
  });
}

/** Whether a table consists of nothing but a row of heads, one of them for the day of publication. */
export function dayHeads(outline: Outline, table: number): boolean {
  const rows: number[] = [];
  for (let at = table + 1; at < outline.end[table]! && rows.length < 3; at++) {
    if (outline.elements[at]!.name === 'tr' && outline.runTo[at]! > outline.runFrom[at]!) rows.push(at);
  }
  const heads = rows.length === 1 ? cells(outline, rows[0]!) : [];
  return heads.length > 1 && heads.some((cell) => publishedRank(textOf(outline, cell, 30).replace(/\s/g, '')) !== null);
}

/** Rows before the first one, nearest first: siblings, or those of a `<thead>` beside the body. */
function headRows(outline: Outline, container: number, first: Span): number[] {
  const heads: number[] = [];
  const top = outline.elements[container]?.name === 'tbody' ? outline.parent[container]! : container;
  for (let at = first.elementFrom - 1; at > top && heads.length < 8; at--) {
    if (outline.elements[at]!.name === outline.elements[first.elementFrom]?.name) heads.push(at);
  }
  return heads;
}

/** The child elements of a row, which are its cells. */
export function cells(outline: Outline, row: number): number[] {
  const found: number[] = [];
  for (let cell = row + 1; cell < outline.end[row]! && found.length < 40; cell = outline.end[cell]!) found.push(cell);
  return found;
}

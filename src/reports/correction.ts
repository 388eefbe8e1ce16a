import { type Cell, type Paper, type PaperEdit, type PaperEdits, type PaperRecord, saidIn } from '../model/paper.ts';
import { edited } from './edits.ts';

const MARK = '本件更正并代替';
const IN_TITLE = '（更正）';

/** What a correction is drawn from: the system's text, and what people wrote. */
interface Correction {
  readonly drawn: Paper;
  readonly edits: PaperEdits;
}

/**
 * The paper that comes in the place of a released one: its title and first line say so, and how much changed of what was released. What
 * people wrote there keeps that mark, and a mark that became another is no change that they have to look at.
 */
export function correctionOf(before: PaperRecord, paper: Paper, edits: PaperEdits): Correction {
  const mark = markOf(before, edited(paper, edits));
  const title = (text: string) => `${unmarked(text)}${IN_TITLE}`;
  const opening = (text: string) => [mark, ...unmarkedLines(text)].join('\n');
  return {
    drawn: { ...paper, title: title(paper.title), opening: [mark, ...paper.opening] },
    edits: { ...edits, ...marked('title', edits, title), ...marked('opening', edits, opening) },
  };
}

/**
 * What people wrote in a released paper, for the one that corrects it: in the same places, of a table in the same row wherever it stands now.
 * It keeps what stood there then, so that a number that changed is shown beside it (see `metIn`).
 */
export function carriedOver(before: PaperRecord, paper: Paper): PaperEdits {
  return Object.fromEntries(Object.entries(before.edits).map(([place, edit]) => [placeNow(place, edit, before.drawn, paper), edit]));
}

function marked(place: string, edits: PaperEdits, mark: (text: string) => string): PaperEdits {
  const edit = edits[place];
  return edit === undefined ? {} : { [place]: { was: mark(edit.was), text: mark(edit.text) } };
}

function unmarked(title: string): string {
  return title.endsWith(IN_TITLE) ? title.slice(0, -IN_TITLE.length) : title;
}

function unmarkedLines(text: string): string[] {
  const lines = text.split('\n');
  return lines[0]!.startsWith(MARK) ? lines.slice(1) : lines;
}

function markOf({ drawn, number }: PaperRecord, now: Paper): string {
  const lines = changed(linesOf(drawn), linesOf(now));
  const rows = changed(rowsOf(drawn), rowsOf(now));
  const what = [...(lines > 0 ? [`正文更正${lines}处`] : []), ...(rows > 0 ? [`附表更正${rows}行`] : [])];
  const named = number === null ? `“${drawn.title}”` : `“${drawn.title}”（${number}）`;
  return `${MARK}${named}，${what.length === 0 ? '数字没有变化' : what.join('，')}。`;
}

function linesOf({ sections }: Paper): string[] {
  return sections.flatMap(({ paragraphs }) => paragraphs);
}

function rowsOf({ tables }: Paper): string[] {
  return tables.flatMap(({ name, rows }) => rows.map((row) => `${name}|${inWords(row)}`));
}

/** What one says and the other does not, counted from the side that has more of it: a row that went counts as well as one that came. */
function changed(before: readonly string[], now: readonly string[]): number {
  const [old, fresh] = [new Set(before), new Set(now)];
  return Math.max(now.filter((line) => !old.has(line)).length, before.filter((line) => !fresh.has(line)).length);
}

function inWords(row: readonly Cell[]): string {
  return row.map(saidIn).join('|');
}

/** A box's place where its row stands now: the row that says the same, else that of the same words with other numbers, else where it was. */
function placeNow(place: string, { was }: PaperEdit, before: Paper, paper: Paper): string {
  const [, number, line, column] = /^box\/(\d+)\/(\d+)\/(\d+)$/.exec(place)?.map(Number) ?? [];
  const old = before.tables[number ?? -1];
  if (old === undefined) return place;
  const at = paper.tables.findIndex(({ name }) => name === old.name);
  const rows = paper.tables[at]?.rows ?? [];
  const same = rows.findIndex((row) => inWords(row) === was);
  const words = wordsOf(was.split('|'));
  const alike = rows.filter((row) => wordsOf(inWords(row).split('|')) === words);
  const now = same >= 0 ? same : alike.length === 1 ? rows.indexOf(alike[0]!) : line;
  return at < 0 ? place : `box/${at}/${now}/${column}`;
}

function wordsOf(cells: readonly string[]): string {
  return cells.filter((cell) => !/^[-\d.]*$/.test(cell)).join('|');
}

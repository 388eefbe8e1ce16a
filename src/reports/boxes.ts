import { type Cell, type Paper, type PaperTable, saidIn } from '../model/paper.ts';
import type { Sentence } from '../model/sentence.ts';
import { sheetNames } from './sheet-names.ts';

/** A table that somebody filled in; `name` null: the file holds one table and no name. */
interface Given {
  readonly name: string | null;
  readonly rows: readonly (readonly string[])[];
}

/** What is written in a paper's boxes, by place, and what of a file could not be taken: sheet, row and column by name. */
export interface BoxesGiven {
  readonly texts: ReadonlyMap<string, string>;
  readonly faults: readonly Sentence[];
}

const NUMBER = /^\d{1,15}(?:\.\d{1,6})?$/;

/**
 * What a file says of a paper's boxes: the file that the paper gives out, filled in. Tables are known by their sheet's name or their heads,
 * columns by their heads, rows by their words; blanks say nothing. What the system wrote cannot be changed by it.
 */
export function boxesGiven(paper: Paper, files: readonly Given[]): BoxesGiven {
  const texts = new Map<string, string>();
  const faults: Sentence[] = [];
  const names = sheetNames(paper.tables);
  for (const given of files) {
    const number = given.name === null ? likest(paper, given) : names.indexOf(given.name);
    const table = paper.tables[number];
    if (table === undefined)
      faults.push({ zh: `工作表“${given.name ?? ''}”不是这份公文的表`, en: `the sheet “${given.name ?? ''}” is no table of this paper` });
    else takeTable(table, number, given, texts, faults);
  }
  return { texts, faults };
}

/** The table that shares most heads with a file; -1 where none shares any. */
function likest({ tables }: Paper, given: Given): number {
  const shared = tables.map(({ columns }) =>
    Math.max(0, ...given.rows.slice(0, 10).map((row) => columns.filter((head) => holds(row, head)).length)),
  );
  const most = Math.max(0, ...shared);
  return most < 2 ? -1 : shared.indexOf(most);
}

function takeTable(table: PaperTable, number: number, given: Given, texts: Map<string, string>, faults: Sentence[]): void {
  const { columns, rows, name } = table;
  const at = given.rows.findIndex((row) => columns.filter((head) => holds(row, head)).length * 2 > columns.length);
  if (at < 0) {
    faults.push({ zh: `“${name}”：没有找到表头（${columns.join('、')}）`, en: `“${name}”: no row of heads` });
    return;
  }
  const heads = given.rows[at]!.map(plain);
  const places = columns.map((head) => heads.indexOf(plain(head)));
  const say = (line: number, head: string | null, zh: string, en: string) =>
    faults.push({
      zh: `“${name}”第${line}行${head === null ? '' : `“${head}”列`}：${zh}`,
      en: `“${name}”, row ${line}${head === null ? '' : `, column “${head}”`}: ${en}`,
    });
  for (const head of heads)
    if (head !== '' && !columns.some((one) => plain(one) === head)) say(at + 1, head, '表里没有这一列', 'the table has no such column');
  const taken = new Set<number>();
  for (const [place, cells] of given.rows.entries()) {
    if (place <= at || cells.every((cell) => plain(cell) === '')) continue;
    const line = rows.findIndex((row, one) => !taken.has(one) && isSameRow(row, cells, places));
    taken.add(line);
    const label = cells.find((cell) => plain(cell) !== '') ?? '';
    if (line < 0) say(place + 1, null, `表里没有“${label}”这一行，或者重复了`, 'the table has no such row, or it stands here twice');
    for (const [column, drawn] of (rows[line] ?? []).entries()) {
      const text = plainNumber(cells[places[column]!] ?? '');
      const fault = text === '' ? null : faultOf(drawn, text, table);
      if (fault !== null) say(place + 1, columns[column]!, fault.zh, fault.en);
      else if (text !== '' && drawn === null) texts.set(`box/${number}/${line}/${column}`, text);
    }
  }
}

function faultOf(drawn: Cell, text: string, { boxes }: PaperTable): Sentence | null {
  if (drawn === null) return boxes === 'numbers' && !NUMBER.test(text) ? { zh: `“${text}”不是数字`, en: `“${text}” is no number` } : null;
  if (saysSame(drawn, text)) return null;
  if (drawn === '') return { zh: `此格不填，文件里写的是“${text}”`, en: 'this cell is not to be filled in' };
  return { zh: `系统写的是“${saidIn(drawn)}”，文件里写的是“${text}”，不能改`, en: 'what the system wrote cannot be changed here' };
}

/** Rows are known by their words; numbers are what is filled in or checked. */
function isSameRow(row: readonly Cell[], cells: readonly string[], places: readonly number[]): boolean {
  return row.every((cell, column) => {
    const said = saidIn(cell);
    return typeof said !== 'string' || said === '' || places[column]! < 0 || plain(cells[places[column]!] ?? '') === plain(said);
  });
}

function saysSame(drawn: Cell, text: string): boolean {
  const said = saidIn(drawn);
  return typeof said === 'number' ? Number(text) === said : plain(String(said ?? '')) === plain(text);
}

function holds(row: readonly string[], head: string): boolean {
  return row.some((cell) => plain(cell) === plain(head));
}

/** White space of any kind says nothing in a table. */
function plain(text: string): string {
  return text.replace(/^'/, '').replace(/\s+/gu, '');
}

/** `１，２０４` and `1,204` as 1204; other words as they are. */
function plainNumber(text: string): string {
  const bare = text.trim();
  const folded = bare.normalize('NFKC').replaceAll(',', '').replace(/\s+/gu, '');
  return NUMBER.test(folded) ? folded : bare;
}

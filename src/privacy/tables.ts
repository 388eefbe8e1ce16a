import type { Block } from '../model/document.ts';
import { isOfficial } from './mobile-numbers.ts';
import type { Passage } from './passage.ts';

type Row = Extract<Block, { kind: 'row' }>;

/** A table with the row of its headings; null where its first rows hold none. */
export interface HeadedTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Column that names a private person in each row, or -1. */
  readonly person: number;
  /** Those in it are called for their office: contacts, people on duty, companies. */
  readonly official: boolean;
  /** What stands over it says that it lists private persons: who receives, applies, is registered. */
  readonly ofPrivatePersons: boolean;
}

/** Rows from the top in which headings are looked for; titles stand over them. */
const HEADING_ROWS = 4;
/** No heading holds a number as long as this. */
const VALUE = /\d{6}/;
const PERSON =
  /^(?:户主|申请人|受益人|领取人|学生|考生|家长|监护人|持卡人|保障对象|补贴对象|救助对象|残疾人)?(?:姓名|名字)$|^(?:户主|申请人|领取人|持卡人)$/;

/** A bare 姓名 may head a list of staff as well. */
const PRIVATE_PERSONS =
  /户主|户籍|身份证|住址|申请人|受益人|领取人|监护人|家长|学生|考生|低保|五保|特困|残疾|救助|补贴|补助|保障对象|脱贫|贫困|困难|花名册/;

/** A body by its name: of a bank nobody tells, which keeps accounts of others. */
export const BODY =
  /(?:事务所|服务所|司法所|委员会|村委会|居委会|公证处|公司|法院|检察院|医院|卫生院|学校|小学|中学|大学|幼儿园|中心|合作社|商行|门市部|超市|店|厂|局|总会|协会|基金会|理事会|人民政府|办公室|办事处)(?=$|[\s，,。；;、）)])/;

export function tablesOf(blocks: readonly Block[]): HeadedTable[] {
  const tables = new Map<number, Row[]>();
  for (const block of blocks) {
    if (block.kind === 'row') tables.set(block.table, [...(tables.get(block.table) ?? []), block]);
  }
  return [...tables.values()].map(headed);
}

function headed(rows: readonly Row[]): HeadedTable {
  const cells = rows.map((row) => row.cells);
  const top = cells.slice(0, HEADING_ROWS);
  const naming = top.findIndex((row) => new Set(row).size > 1 && row.some((cell) => PERSON.test(plain(cell))));
  const place = naming >= 0 ? naming : top.findIndex((row) => new Set(row).size > 1 && !row.some((cell) => VALUE.test(cell)));
  const headings = place < 0 ? [] : cells[place]!.map(plain);
  const over = cells
    .slice(0, place + 1)
    .flat()
    .join(' ');
  return {
    headings,
    rows: cells.slice(place + 1),
    person: headings.findIndex((heading) => PERSON.test(heading)),
    official: isOfficial(over),
    ofPrivatePersons: PRIVATE_PERSONS.test(over),
  };
}

/** The cells of a table as passages; in a form the cell to the left says what one is. */
export function passagesOf({ headings, rows, person, official, ofPrivatePersons }: HeadedTable): Passage[] {
  return rows.flatMap((row) =>
    row.map((text, across) => ({
      text,
      heading: `${row[across - 1] ?? ''} ${headings[across] ?? ''}`,
      column: headings[across] ?? '',
      bodyNamed: row.some((cell, at) => at !== across && BODY.test(cell.trim())),
      personNamed: person >= 0 && person !== across && !official && isName(row[person] ?? ''),
      ofPrivatePersons,
    })),
  );
}

/** A Chinese name, or one with dots (阿卜杜拉·买买提). */
export function isName(text: string): boolean {
  return /^[\u4e00-\u9fff]{1,3}[\u4e00-\u9fff*某×]$|^[\u4e00-\u9fff]+·[\u4e00-\u9fff]+$/.test(plain(text));
}

function plain(text: string): string {
  return text.replace(/\s/g, '');
}

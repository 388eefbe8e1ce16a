import type { Claim, ParsedReport, Row } from '../report.ts';
import { cellClaim, numberIn } from './cells.ts';

/** Columns of table three: 国办公开办函〔2021〕30号 and 〔2019〕60号 have the same. */
export const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'] as const;

/** What became of a request, in the six kinds that reports tell in words. */
export type Outcome = 'granted' | 'partly' | 'refused' | 'unable' | 'notHandled' | 'other';
export type RequestRowId = 'received' | 'carriedIn' | `${Outcome}` | 'total' | 'carriedOut';

/** A row of table three: which, and its seven numbers; null is a blank cell. */
export interface RequestRow {
  readonly id: RequestRowId;
  readonly label: string;
  readonly row: Row;
  readonly numbers: readonly (number | null)[];
}

/** Table three as far as the report shows it. */
export interface RequestTable {
  readonly rows: readonly RequestRow[];
  /** All rows of the form are there, so that what is not written is not there. */
  readonly complete: boolean;
}

const LABELS: readonly (readonly [RegExp, RequestRowId])[] = [
  [/本年新收/, 'received'],
  [/上年结转|上年度结转/, 'carriedIn'],
  [/结转下年/, 'carriedOut'],
  [/国家秘密|禁止公开|三安全|第三方|内部事务|过程性|执法案卷|行政查询/, 'refused'],
  [/不掌握|另行制作|没有现成|仍不明确|补正后/, 'unable'],
  [/信访|重复申请|公开出版物|大量反复|重新出具/, 'notHandled'],
  [/逾期|不缴费|不补正|其他处理|（[六6]）.*其他|3[.．、]其他$/, 'other'],
  [/部分公开/, 'partly'],
  [/(?<!不)予以公开/, 'granted'],
  [/总计|合计/, 'total'],
];
/** 2021: 25 rows; 2019: 其他处理 is one row. */
const FULL = { 'tables-2021': 25, 'tables-2019': 23 } as const;
const ORDER: readonly RequestRowId[] = [
  'received',
  'carriedIn',
  'granted',
  'partly',
  ...Array<RequestRowId>(8).fill('refused'),
  ...Array<RequestRowId>(3).fill('unable'),
  ...Array<RequestRowId>(5).fill('notHandled'),
];

/** Table three of a report, or null where it has none. */
export function requestTableOf({ rows, head }: ParsedReport): RequestTable | null {
  const start = rows.findIndex(({ quote }) => /本年新收/.test(quote));
  const table = start >= 0 ? readRows(rows, start) : readByOrder(rows);
  if (table.length === 0) return null;
  const full = head.form === 'tables-2019' ? FULL['tables-2019'] : FULL['tables-2021'];
  return { rows: table, complete: table.length >= full };
}

function readRows(rows: readonly Row[], start: number): RequestRow[] {
  const found: RequestRow[] = [];
  for (const row of rows.slice(start)) {
    const label = row.cells.filter((cell) => /[\u4e00-\u9fff]/.test(cell)).join('');
    const id = LABELS.find(([pattern]) => pattern.test(label))?.[1];
    if (id) {
      const numbers = numbersOf(row);
      if (numbers) found.push({ id, label, row, numbers });
    }
    if (id === 'carriedOut') break;
  }
  return found;
}

/** Where labels were torn apart, as in a PDF, a run of rows of seven numbers that is as long as the form is the form. */
function readByOrder(rows: readonly Row[]): RequestRow[] {
  const numeric = rows.filter((row) => numbersOf(row)?.every((number) => number !== null));
  if (numeric.length !== FULL['tables-2021'] && numeric.length !== FULL['tables-2019']) return [];
  const others = numeric.length - ORDER.length - 2;
  const order = [...ORDER, ...Array<RequestRowId>(others).fill('other'), 'total' as const, 'carriedOut' as const];
  return numeric.map((row, place) => ({ id: order[place]!, label: row.cells[0]!, row, numbers: numbersOf(row)! }));
}

function numbersOf({ cells }: Row): (number | null)[] | null {
  const behind = cells.slice(cells.findLastIndex((cell) => /[\u4e00-\u9fff]/.test(cell)) + 1);
  const seven = behind.slice(0, APPLICANTS.length);
  if (seven.length < APPLICANTS.length || behind.slice(APPLICANTS.length).some((cell) => cell !== '')) return null;
  const read = seven.map((cell) => (cell === '' ? null : numberIn(cell)));
  return seven.every((cell, place) => cell === '' || read[place] !== null) ? read : null;
}

/** The row's sum over the kinds of applicants: its 总计, or the six added where that is blank. */
export function rowTotal({ numbers }: RequestRow): number {
  return numbers.at(-1) ?? numbers.slice(0, -1).reduce<number>((sum, number) => sum + (number ?? 0), 0);
}

/** Cells of table three as claims. */
export function requestClaims({ rows }: RequestTable): Claim[] {
  return rows.flatMap(({ row, label, numbers }) =>
    numbers.flatMap((value, place) => (value === null ? [] : [cellClaim(row, `${label} ${APPLICANTS[place]}`, value, '件')])),
  );
}

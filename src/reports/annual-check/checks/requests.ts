import type { CheckFinding, ParsedReport } from '../report.ts';
import { APPLICANTS, type RequestRow, type RequestRowId, type RequestTable, requestTableOf, rowTotal } from '../tables/requests.ts';
import type { ReportCheck } from './check.ts';
import { requestsInText } from './requests-in-text.ts';

const HANDLED: ReadonlySet<RequestRowId> = new Set(['granted', 'partly', 'refused', 'unable', 'notHandled', 'other']);

/** Table three by its own rule (第一项加第二项之和，等于第三项加第四项之和), its sums, its blanks, and the year before. */
export const checkRequestTable: ReportCheck = (report, earlier) => {
  const table = requestTableOf(report);
  if (!table) return [];
  return [
    ...rowSums(table),
    ...columnSums(table),
    ...balances(table),
    ...blanks(table),
    ...shape(table, report),
    ...requestsInText(table, report),
    ...carriedOver(table, earlier),
  ];
};

function rowSums({ rows }: RequestTable): CheckFinding[] {
  return rows.flatMap(({ label, row, numbers }) => {
    const total = numbers.at(-1);
    const sum = numbers.slice(0, -1).reduce<number>((all, number) => all + (number ?? 0), 0);
    if (total === null || total === undefined || total === sum) return [];
    return [mismatch(`表三“${label}”：各类申请人之和 ${sum}，总计 ${total}，相差 ${Math.abs(total - sum)}`, [row.quote])];
  });
}

/** （七）总计 is the sum of the outcomes above it, in every column. */
function columnSums({ rows, complete }: RequestTable): CheckFinding[] {
  const total = rows.find(({ id }) => id === 'total');
  const parts = rows.filter(({ id }) => HANDLED.has(id));
  if (!total || parts.length === 0) return [];
  return wrongColumns(total, (place) => {
    if (parts.some(({ numbers }) => place === 6 && numbers[place] === null)) return null;
    const sum = parts.reduce((all, { numbers }) => all + (numbers[place] ?? 0), 0);
    return complete || sum > (total.numbers[place] ?? 0) ? sum : null;
  }).map(({ name, wanted, told }) =>
    mismatch(`表三“${name}”列：办理结果各行之和 ${wanted}，（七）总计 ${told}，相差 ${Math.abs(wanted - told)}`, [total.row.quote]),
  );
}

function balances({ rows }: RequestTable): CheckFinding[] {
  const of = (id: RequestRowId) => rows.find((row) => row.id === id);
  const [received, before, total, after] = [of('received'), of('carriedIn'), of('total'), of('carriedOut')];
  if (!received || !before || !total || !after) return [];
  return APPLICANTS.flatMap((name, place) => {
    const at = (row: RequestRow) => (place === 6 ? rowTotal(row) : (row.numbers[place] ?? 0));
    const left = at(received) + at(before);
    const right = at(total) + at(after);
    if (left === right) return [];
    return [
      mismatch(
        `表三“${name}”列：本年新收 ${at(received)} + 上年结转 ${at(before)} = ${left}，办理总计 ${at(total)} + 结转下年度 ${at(after)} = ${right}，相差 ${Math.abs(left - right)}`,
        [received.row.quote, before.row.quote, total.row.quote, after.row.quote],
      ),
    ];
  });
}

function wrongColumns(total: RequestRow, wanted: (place: number) => number | null) {
  return APPLICANTS.flatMap((name, place) => {
    const told = total.numbers[place] ?? 0;
    const sum = wanted(place);
    return sum === null || sum === told ? [] : [{ name, told, wanted: sum }];
  });
}

/** The form asks for zeros. A blank total is certain to be an omission; told once for the table. */
function blanks({ rows }: RequestTable): CheckFinding[] {
  const some = rows.filter(({ numbers }) => numbers.some((number) => number !== null));
  const totals = some.filter(({ numbers }) => numbers.at(-1) === null && numbers.slice(0, -1).some((number) => (number ?? 0) > 0));
  const cells = some.filter(({ numbers }) => numbers.includes(null));
  const told = totals.length > 0 ? totals : cells;
  if (told.length === 0) return [];
  return [
    {
      kind: 'table-cell-empty',
      certainty: totals.length > 0 ? 'certain' : 'likely',
      message: `表三有 ${told.length} 行${totals.length > 0 ? '“总计”列' : '的单元格'}空白，应填数字，没有的填 0`,
      quotes: told.map(({ row }) => row.quote),
    },
  ];
}

function shape({ rows }: RequestTable, { head }: ParsedReport): CheckFinding[] {
  if (head.form !== 'tables-2021' || rows.length < 20 || rows.length >= 25) return [];
  return [
    { kind: 'table-shape', certainty: 'likely', message: `表三只有 ${rows.length} 行，2021 年格式为 25 行`, quotes: [rows[0]!.row.quote] },
  ];
}

/** What one year hands on is what the next begins with, in every column. */
function carriedOver(table: RequestTable, earlier: readonly ParsedReport[]): CheckFinding[] {
  const before = earlier
    .map((report) => requestTableOf(report)?.rows.find(({ id }) => id === 'carriedOut'))
    .find((row) => row !== undefined);
  const now = table.rows.find(({ id }) => id === 'carriedIn');
  if (!before || !now) return [];
  const wrong = APPLICANTS.flatMap((name, place) => {
    const [left, right] = [before.numbers[place] ?? null, now.numbers[place] ?? null];
    return left === null || right === null || left === right ? [] : [`${name} ${left}→${right}`];
  });
  if (wrong.length === 0) return [];
  return [
    {
      kind: 'carry-over-mismatch',
      certainty: 'likely',
      message: `上年报告“结转下年度继续办理”与本年报告“上年结转”不一致：${wrong.join('，')}`,
      quotes: [now.row.quote, before.row.quote],
    },
  ];
}

function mismatch(message: string, quotes: readonly string[]): CheckFinding {
  return { kind: 'sum-mismatch', certainty: 'certain', message, quotes };
}

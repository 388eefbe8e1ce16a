import type { CheckFinding, ParsedReport } from '../report.ts';
import { numberIn } from '../tables/cells.ts';
import { type DecisionRow, decisionRowsOf } from '../tables/decisions.ts';
import type { ReportCheck } from './check.ts';

/** Table two: blanks, numbers that are none, columns that were mixed up, the text beside it, and the year before. */
export const checkDecisionTable: ReportCheck = (report, earlier) => {
  const rows = decisionRowsOf(report);
  return [
    ...rows.flatMap((row) => [...blank(row), ...confused(row), ...fewer(row)]),
    ...signs(rows),
    ...issued(rows, report),
    ...inForce(rows, report, earlier),
  ];
};

function blank({ label, row, heads, cells }: DecisionRow): CheckFinding[] {
  if (heads.length < 2) return [];
  const missing = heads.filter((_, place) => (cells[place] ?? '') === '');
  if (missing.length === 0 || missing.length === heads.length) return [];
  return [
    { kind: 'table-cell-empty', certainty: 'certain', message: `“${label}”一行缺“${missing.join('、')}”，没有的填 0`, quotes: [row.quote] },
  ];
}

/** 处理决定数量 counts decisions; where it is last year's matters and their change, matters were counted for decisions. */
function confused({ label, row, heads, cells }: DecisionRow): CheckFinding[] {
  if (!/项目数量/.test(heads[0] ?? '') || !/增/.test(heads[1] ?? '')) return [];
  const [before, handled] = [numberIn(cells[0]), numberIn(cells[2])];
  const change = changeIn(cells[1]);
  if (before === null || handled === null || change === null || change === 0 || handled !== before + change) return [];
  return [
    {
      kind: 'column-confusion',
      certainty: 'likely',
      message: `“${label}”处理决定数量 ${handled} 恰等于上一年项目数 ${before} 加本年增减 ${change}，疑把事项数当成了办件数`,
      quotes: [row.quote],
    },
  ];
}

function changeIn(cell: string | undefined): number | null {
  const found = /^(增加?|减少?|[-+])?(\d+)$/.exec(cell ?? '');
  return found ? Number(found[2]) * (/^[-减]/.test(found[1] ?? '') ? -1 : 1) : null;
}

function signs(rows: readonly DecisionRow[]): CheckFinding[] {
  const cells = rows.flatMap(({ cells }) => cells.filter((cell) => /^[增减]/.test(cell)));
  return cells.length === 0
    ? []
    : [{ kind: 'number-format', certainty: 'hint', message: `“本年增/减”栏应填带符号的数：${cells.join('、')}`, quotes: cells }];
}

/** What is in force is at least what was issued less what was abolished. */
function fewer({ label, row, heads, cells }: DecisionRow): CheckFinding[] {
  const [issued, abolished, left] = threeOf({ heads, cells });
  if (issued === null || abolished === null || left === null || left >= issued - abolished) return [];
  return [
    {
      kind: 'sum-mismatch',
      certainty: 'likely',
      message: `“${label}”现行有效 ${left} 件，少于本年制发 ${issued} 减废止 ${abolished}`,
      quotes: [row.quote],
    },
  ];
}

function threeOf({ heads, cells }: Pick<DecisionRow, 'heads' | 'cells'>): [number | null, number | null, number | null] {
  const cellUnder = (pattern: RegExp) => numberIn(cells[heads.findIndex((head) => pattern.test(head))]);
  return [cellUnder(/制发/), cellUnder(/废止/), cellUnder(/现行有效/)];
}

function issued(rows: readonly DecisionRow[], { claims }: ParsedReport): CheckFinding[] {
  const row = rows.find(({ label }) => label === '规范性文件');
  const number = row ? threeOf(row)[0] : null;
  const said = claims.find(
    ({ quote, after, unit, bracket }) =>
      bracket < 0 &&
      /[件份]/.test(unit) &&
      /(?:制发|制定|出台|印发)(?:了)?(?:行政)?规范性文件$/.test(quote.replace(/共?计?\d.*$/, '')) &&
      after === '',
  );
  if (!row || number === null || !said?.exact || said.value === number) return [];
  return [
    {
      kind: 'text-table-conflict',
      certainty: 'likely',
      message: `正文“${said.quote}”，表二本年制发 ${number} 件`,
      quotes: [said.quote, row.row.quote],
    },
  ];
}

/** In force now = in force a year ago + issued − abolished. A clearing-out may explain a difference. */
function inForce(rows: readonly DecisionRow[], { head }: ParsedReport, earlier: readonly ParsedReport[]): CheckFinding[] {
  const last = earlier.find((report) => report.head.year === (head.year ?? 0) - 1);
  if (!last) return [];
  const before = new Map(decisionRowsOf(last).map((row) => [row.label, row]));
  return rows.flatMap((row) => {
    const [issuedNow, abolished, left] = threeOf(row);
    const base = before.has(row.label) ? threeOf(before.get(row.label)!)[2] : null;
    if (base === null || left === null || issuedNow === null || abolished === null || base + issuedNow - abolished === left) return [];
    return [
      {
        kind: 'carry-over-mismatch',
        certainty: 'hint',
        message: `“${row.label}”上年现行有效 ${base} + 本年制发 ${issuedNow} − 废止 ${abolished} = ${base + issuedNow - abolished}，本年报告 ${left}：口径需要说明`,
        quotes: [row.row.quote],
      },
    ];
  });
}

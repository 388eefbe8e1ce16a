import type { Claim, ParsedReport, Row } from '../report.ts';
import { cellClaim, numberIn } from './cells.ts';

/** A row of table two with the heads of its columns. */
export interface DecisionRow {
  readonly label: string;
  readonly row: Row;
  /** Heads of the columns that hold numbers, as the report writes them. */
  readonly heads: readonly string[];
  /** What stands below them; shorter where cells are missing. */
  readonly cells: readonly string[];
}

const LABEL = /规章|规范性文件|行政许可|行政处罚|行政强制|行政事业性收费|其他对外管理服务事项|集中采购/;
const HEAD = /件数|数量|金额|增\/?减/;

/** Rows of table two (主动公开政府信息情况), in either edition's form. */
export function decisionRowsOf({ rows }: ParsedReport): DecisionRow[] {
  const found: DecisionRow[] = [];
  let heads: string[] = [];
  let spread: string[] = [];
  for (const row of rows) {
    const [first = '', ...rest] = row.cells;
    const words = row.cells.filter((cell) => HEAD.test(cell));
    const label = LABEL.exec(first)?.[0];
    if (
      words.length > 0 &&
      (label === undefined || words.some((word) => word !== first)) &&
      rest.every((cell) => numberIn(cell) === null)
    ) {
      heads = [...new Set(words)];
      spread = row.cells.slice(-words.length);
      continue;
    }
    if (label === undefined || rest.some((cell) => /[\u4e00-\u9fff]{5,}/.test(cell) && !HEAD.test(cell)) || /^[一二三四五六]、/.test(first))
      continue;
    const inLabel = /本年处理决定数量|本年收费金额(?:[（(]单位[:：]万元[)）])?/.exec(first)?.[0];
    found.push({ label, row, heads: inLabel ? [inLabel] : heads, cells: inLabel ? rest : onceUnder(spread, rest) });
  }
  return found;
}

/** A cell that is drawn over several columns, as its head is, stands in each of them: it is one number. */
function onceUnder(spread: readonly string[], cells: readonly string[]): string[] {
  if (spread.length !== cells.length) return [...cells];
  return cells.filter((cell, at) => at === 0 || spread[at] !== spread[at - 1] || cell !== cells[at - 1]);
}

/** Cells of table two as claims. */
export function decisionClaims(rows: readonly DecisionRow[]): Claim[] {
  return rows.flatMap(({ row, label, heads, cells }) =>
    cells.flatMap((cell, place) => {
      const found = /^(?:增|减|[-+])?((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(万元|元)?$/.exec(cell);
      if (!found) return [];
      const head = heads[place] ?? heads.at(-1) ?? '';
      return [cellClaim(row, `${label} ${head}`, Number(found[1]!.replaceAll(',', '')), found[2] ?? unitOf(head))];
    }),
  );
}

function unitOf(head: string): string {
  if (/金额/.test(head)) return '万元';
  return /项目数量|增\/减|增减/.test(head) ? '项' : '件';
}

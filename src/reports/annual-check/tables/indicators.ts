import type { Claim, ParsedReport, Row } from '../report.ts';
import { cellClaim, numberIn } from './cells.ts';

/** An indicator of the statistical table before 2019, with the number of the year and, where the table has one, since the beginning. */
export interface Indicator {
  readonly label: string;
  readonly row: Row;
  readonly unit: string;
  readonly annual: number | null;
  readonly cumulative: number | null;
}

const UNIT = /^(?:条|件|次|人|人次|个|万元|元|场|篇|份)$/;

/** Indicators of the table (指标 | 累计数 | 年发生数, or 统计指标 | 单位 | 统计数); empty where the report has none. */
export function indicatorsOf({ rows }: ParsedReport): Indicator[] {
  const found: Indicator[] = [];
  let columns: { cumulative: number | null; annual: number } | null = null;
  for (const row of rows) {
    const heads = headsOf(row);
    if (heads) {
      columns = heads;
      continue;
    }
    if (!columns) continue;
    const back = (place: number) => numberIn(row.cells.at(place));
    const annual = back(columns.annual);
    const cumulative = columns.cumulative === null ? null : back(columns.cumulative);
    if (annual === null && cumulative === null) continue;
    const unit = row.cells.find((cell) => UNIT.test(cell));
    const label = row.cells.findLast((cell) => /[\u4e00-\u9fff]{2}/.test(cell) && !UNIT.test(cell) && cell !== '不填') ?? '';
    found.push({ label, row, unit: unit ?? unitFor(label), annual, cumulative });
  }
  return found;
}

/** Places counted from the row's end, because merged labels stand at its begin. */
function headsOf({ cells }: Row): { cumulative: number | null; annual: number } | null {
  const place = (pattern: RegExp) => {
    const at = cells.findIndex((cell) => pattern.test(cell));
    return at < 0 ? null : at - cells.length;
  };
  const annual = place(/发生数|^(?:统计数|数量|本年数|年度数)$/);
  return annual === null ? null : { annual, cumulative: place(/累计数/) };
}

function unitFor(label: string): string {
  if (/金额|经费|费用/.test(label)) return '万元';
  if (/人次/.test(label)) return '人次';
  if (/人员数|人数/.test(label)) return '人';
  if (/次数/.test(label)) return '次';
  if (/申请数|答复数|办结数|受理数|案件数|复议|诉讼|件/.test(label)) return '件';
  return /信息|数量/.test(label) ? '条' : '';
}

/** Indicators as claims, both columns. */
export function indicatorClaims(indicators: readonly Indicator[]): Claim[] {
  return indicators.flatMap(({ row, label, unit, annual, cumulative }) => [
    ...(cumulative === null ? [] : [cellClaim(row, `${label} 累计数`, cumulative, unit)]),
    ...(annual === null ? [] : [cellClaim(row, `${label} 年度数`, annual, unit)]),
  ]);
}

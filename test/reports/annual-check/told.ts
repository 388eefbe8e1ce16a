import { readTextDocument } from '../../../crawlers/documents/text.ts';
import { type CheckedReport, checkReports } from '../../../src/reports/annual-check/check-reports.ts';

/** What the reader says of reports typed as text, the last of them. */
export function check(...texts: readonly string[]): CheckedReport {
  return checkReports(texts.map(readTextDocument)).at(-1)!;
}

/** The kinds of what it finds. */
export function kindsIn(...texts: readonly string[]): string[] {
  return check(...texts).findings.map(({ kind }) => kind);
}

/** A report of a year in its form's frame around some sentences. */
export function reportOf(sentences: string, { unit = '清河县水利局', year = 2022 } = {}): string {
  return `${unit}${year}年政府信息公开工作年度报告\n本报告所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。\n一、总体情况\n${sentences}`;
}

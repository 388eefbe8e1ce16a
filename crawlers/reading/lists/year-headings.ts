import type { Span } from './marks.ts';
import type { Outline } from './outline.ts';

/** `2018年` or `2018年度` alone in its text: what heads the rows of a year. */
const YEAR = /^[\s【[(（]?((?:19|20)\d{2})\s?年?(?:度|大事记)?[\s】\])）]?$/;
/** A heading stands so near before the first row. In runs. */
const NEAR = 3;

/**
 * The year that stands over each row as a heading of its own, or null: `2018年`, rows with `12-03`, `2017年`, rows with `11-20`. Years that follow each
 * other, or are links, choose a year and head nothing.
 */
export function yearsAbove(outline: Outline, rows: readonly Span[]): (string | null)[] {
  let year: string | null = null;
  let run = Math.max(0, rows[0]!.runFrom - NEAR);
  return rows.map((row) => {
    for (; run < row.runFrom; run++) {
      const { text, link } = outline.runs[run]!;
      const heads = link < 0 && run + 1 < outline.runs.length && !YEAR.test(outline.runs[run + 1]!.text);
      year = heads ? (YEAR.exec(text)?.[1] ?? year) : year;
    }
    run = Math.max(run, row.runTo);
    return year;
  });
}

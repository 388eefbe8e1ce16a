import type { ColumnRow } from '../../../timeliness/audit-result.ts';
import type { ChartData } from '../../view/chart.tsx';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** Upper bounds of the bands in days of silence; what is longer stands in the last but one, what is not known in the last. */
const BANDS = [7, 31, 92, 183, 366] as const;

/** How many columns were updated how long ago (新鲜度分布). */
export function freshnessTable(columns: readonly ColumnRow[], words: Words): { table: Table<readonly [string, number]>; data: ChartData } {
  const labels = words.columns.freshnessBands;
  const counts = labels.map(() => 0);
  for (const { gapDays } of columns) {
    const within = gapDays === null ? labels.length - 1 : BANDS.findIndex((days) => gapDays <= days);
    const band = within === -1 ? BANDS.length : within;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  const rows = labels.map((label, band) => [label, counts[band] ?? 0] as const);
  return {
    data: { kind: 'bars', labels, series: [{ name: words.head.columns, values: counts }] },
    table: {
      name: 'freshness',
      caption: words.columns.freshness,
      rows,
      columns: [
        { head: words.head.lastPublished, value: ([label]) => label },
        { head: words.head.columns, value: ([, count]) => count, number: true },
      ],
    },
  };
}

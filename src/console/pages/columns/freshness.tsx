import type { ColumnRow } from '../../../audit/audit-result.ts';
import type { ConsoleContext } from '../../context.ts';
import type { ChartData } from '../../view/chart.tsx';
import { Count } from '../../view/count.tsx';
import type { Table } from '../../view/table.tsx';

/** Upper bounds of the bands in days of silence; what is longer stands in the last but one, what is not known in the last. */
const BANDS = [7, 31, 92, 183, 366] as const;

/** The band of a column by how long ago it was updated, from 0. */
export function silenceOf({ gapDays }: ColumnRow): number {
  if (gapDays === null) return BANDS.length + 1;
  const within = BANDS.findIndex((days) => gapDays <= days);
  return within === -1 ? BANDS.length : within;
}

/** How many columns were updated how long ago (新鲜度分布). */
export function freshnessTable(
  columns: readonly ColumnRow[],
  c: ConsoleContext,
): { table: Table<readonly [number, string, number]>; data: ChartData } {
  const { words } = c.var;
  const labels = words.columns.freshnessBands;
  const counts = labels.map((_, band) => columns.filter((column) => silenceOf(column) === band).length);
  const link = (band: number) => {
    const url = new URL(c.req.url);
    url.searchParams.delete('page');
    url.searchParams.set('silence', String(band));
    return url.pathname + url.search;
  };
  return {
    data: { kind: 'bars', labels, series: [{ name: words.head.columns, values: counts }] },
    table: {
      name: 'freshness',
      caption: words.columns.freshness,
      rows: labels.map((label, band) => [band, label, counts[band] ?? 0] as const),
      columns: [
        { head: words.head.lastPublished, value: ([, label]) => label },
        {
          head: words.head.columns,
          value: ([, , count]) => count,
          show: ([band, , count]) => <Count of={count} list={link(band)} />,
          number: true,
        },
      ],
    },
  };
}

import type { Alert } from '../../../model/alerts.ts';
import type { ChartData } from '../../view/chart.tsx';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** Upper bounds of the bands in days; what took longer stands in the last. */
const BANDS = [3, 7, 14, 31] as const;
const DAY_MS = 86_400_000;

/** How long it took from sending an alert until a crawl saw it mended (整改用时). */
export function rectificationTable(alerts: readonly Alert[], words: Words): { table: Table<readonly [string, number]>; data: ChartData } {
  const labels = words.alerts.rectificationBands;
  const counts = labels.map(() => 0);
  for (const { sentAt, rectifiedAt } of alerts) {
    if (sentAt === null || rectifiedAt === null) continue;
    const days = (rectifiedAt.getTime() - sentAt.getTime()) / DAY_MS;
    const within = BANDS.findIndex((bound) => days <= bound);
    const band = within === -1 ? BANDS.length : within;
    counts[band] = (counts[band] ?? 0) + 1;
  }
  return {
    data: { kind: 'bars', labels, series: [{ name: words.nav.alerts, values: counts }] },
    table: {
      name: 'rectification',
      caption: words.alerts.rectification,
      rows: labels.map((label, band) => [label, counts[band] ?? 0] as const),
      columns: [
        { head: words.alerts.rectification, value: ([label]) => label },
        { head: words.head.count, value: ([, count]) => count, number: true },
      ],
    },
  };
}

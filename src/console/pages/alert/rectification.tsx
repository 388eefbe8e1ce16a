import type { Alert } from '../../../model/alerts.ts';
import type { ChartData } from '../../view/chart.tsx';
import { Count } from '../../view/count.tsx';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** Upper bounds of the bands in days; what took longer stands in the last. */
const BANDS = [3, 7, 14, 31] as const;
const DAY_MS = 86_400_000;

/** The band of an alert by how long it took from sending it until a crawl saw it mended, from 0; null where it was not sent or mended. */
export function mendingBand({ sentAt, rectifiedAt }: Alert): number | null {
  if (sentAt === null || rectifiedAt === null) return null;
  const days = (rectifiedAt.getTime() - sentAt.getTime()) / DAY_MS;
  const within = BANDS.findIndex((bound) => days <= bound);
  return within === -1 ? BANDS.length : within;
}

/** How long mending took (整改用时). */
export function rectificationTable(
  alerts: readonly Alert[],
  words: Words,
): { table: Table<readonly [number, string, number]>; data: ChartData } {
  const labels = words.alerts.rectificationBands;
  const counts = labels.map((_, band) => alerts.filter((alert) => mendingBand(alert) === band).length);
  return {
    data: { kind: 'bars', labels, unit: words.unit.alerts, series: [{ name: words.nav.alerts, values: counts }] },
    table: {
      name: 'rectification',
      caption: words.alerts.rectification,
      rows: labels.map((label, band) => [band, label, counts[band] ?? 0] as const),
      columns: [
        { head: words.alerts.rectification, value: ([, label]) => label },
        {
          head: words.head.count,
          value: ([, , count]) => count,
          show: ([band, , count]) => <Count of={count} list={`/alerts?state=all&took=${band}`} />,
          number: true,
        },
      ],
    },
  };
}

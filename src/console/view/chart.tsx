import { raw } from 'hono/html';
import type { ConsoleContext } from '../context.ts';
import { type AnyTable, TableView } from './table.tsx';

/** What charts.js draws. */
export type ChartData =
  | { readonly kind: 'calendar'; readonly from: string; readonly to: string; readonly days: readonly (readonly [string, number])[] }
  | {
      readonly kind: 'stacked' | 'bars' | 'lines';
      readonly labels: readonly string[];
      /** What the upright axis counts. */
      readonly unit?: string;
      readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
      /** What happened at a label, drawn as an upright line with its name. */
      readonly marks?: readonly { readonly at: string; readonly name: string }[];
    };

/** A chart with the table that it is drawn from behind it; without a script there is the table. */
export function Chart({ c, title, data, table }: { c: ConsoleContext; title: string; data: ChartData; table: AnyTable }) {
  const { words } = c.var;
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      {isBlank(data) ? (
        <p class="empty">{words.table.empty}</p>
      ) : (
        <>
          <div class={`canvas ${data.kind}`} role="img" aria-label={title} data-chart={`chart-${table.name}`} />
          <script type="application/json" id={`chart-${table.name}`}>
            {raw(JSON.stringify(data).replace(/[<>&\u2028\u2029]/g, escaped))}
          </script>
        </>
      )}
      <details>
        <summary>{words.table.chartData}</summary>
        <TableView c={c} table={table} />
      </details>
    </figure>
  );
}

/** Of nothing an empty frame is no picture. */
function isBlank(data: ChartData): boolean {
  return data.kind === 'calendar'
    ? data.days.every(([, count]) => count === 0)
    : data.series.every(({ values }) => values.every((one) => !one));
}

/** Inside a script element nothing is escaped as HTML, so nothing there may look like HTML. */
function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

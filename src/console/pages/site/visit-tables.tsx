import { outcomeFacts } from '../../../model/outcome.ts';
import type { Probe } from '../../../model/probes.ts';
import type { Language } from '../../../model/sentence.ts';
import type { Names } from '../../../rows/names.ts';
import type { Reachability } from '../../../timeliness/reachability.ts';
import { Count } from '../../view/count.tsx';
import { failedVisitsPath } from '../../view/links.ts';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** Visits one by one, with what came of each. */
export function visitTable(
  visits: readonly Probe[],
  of: { caption: string; names: Names; words: Words; language: Language },
): Table<Probe> {
  const { caption, names, words, language } = of;
  return {
    name: 'visits',
    caption,
    rows: visits,
    columns: [
      { head: words.head.at, value: (row) => names.time(row.at) },
      { head: words.head.outcome, value: (row) => outcomeFacts(row.outcome)[language] },
      {
        head: words.sites.seconds,
        value: (row) => row.milliseconds / 1000,
        show: (row) => (row.milliseconds / 1000).toFixed(2),
        number: true,
      },
      { head: words.sites.vantage, value: (row) => row.vantage, minor: true },
      { head: words.head.detail, value: (row) => row.detail?.[language] ?? null, minor: true },
    ],
  };
}

/** Visits day by day, as they were judged. */
export function visitDayTable(site: string, { days }: Reachability, words: Words): Table<Reachability['days'][number]> {
  return {
    name: 'days',
    caption: words.sites.byDay,
    rows: days,
    columns: [
      { head: words.head.date, value: (row) => row.day },
      { head: words.sites.visits, value: (row) => row.visits, number: true },
      {
        head: words.sites.failed,
        value: (row) => row.failed,
        show: (row) => <Count of={row.failed} list={failedVisitsPath(site, row.day)} />,
        number: true,
      },
      { head: words.sites.unmeasured, value: (row) => row.unmeasured, number: true },
    ],
  };
}

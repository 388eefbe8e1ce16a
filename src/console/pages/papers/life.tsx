import type { PaperEntry } from '../../../model/paper.ts';
import { namesOf } from '../../../rows/names.ts';
import type { ConsoleContext } from '../../context.ts';
import { may } from '../../context.ts';
import type { ConsoleServices } from '../../services.ts';
import { deliveryPath } from '../../view/links.ts';
import { type Table, TableView } from '../../view/table.tsx';

/** Who did what with a paper and when, and in which messages it went out. */
export function LifeOfPaper({ c, services, entries }: { c: ConsoleContext; services: ConsoleServices; entries: readonly PaperEntry[] }) {
  const { words, language } = c.var;
  const names = namesOf(services.config, language);
  const mayOpen = may(c, 'GET', '/deliveries/:delivery');
  const table: Table<PaperEntry> = {
    name: 'life',
    caption: words.papers.life,
    rows: entries,
    columns: [
      { head: words.head.at, value: (row) => names.time(row.at) },
      { head: words.papers.what, value: (row) => words.papers.events[row.event] },
      { head: words.head.by, value: (row) => row.by },
      {
        head: words.papers.said,
        value: (row) => (row.event === 'edited' || row.event === 'corrected' ? null : row.said),
        show: (row) => (
          <>
            {row.event === 'edited' || row.event === 'corrected' ? '' : row.said}
            {row.event === 'sent' && words.papers.sentTo(row.deliveries.length)}{' '}
            {mayOpen && row.deliveries.map((id, place) => <a href={deliveryPath(id)}>{`${place + 1} `}</a>)}
          </>
        ),
      },
    ],
  };
  return <TableView c={c} table={table} bare />;
}

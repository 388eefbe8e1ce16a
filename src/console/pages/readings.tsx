import type { ColumnRow } from '../../audit/audit-result.ts';
import { DOUBTS } from '../../model/certainty.ts';
import { clickPath } from '../../model/click-path.ts';
import { namesOf } from '../../rows/names.ts';
import { WORK } from '../permissions.ts';
import type { Register } from '../register.ts';
import { page } from '../view/layout.tsx';
import { readingPath, unitPath } from '../view/links.ts';
import { paged } from '../view/pager.tsx';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

const PAGE = 60;

/** Columns that were read, and not for sure. */
export const unsureReadings = (columns: readonly ColumnRow[]): ColumnRow[] =>
  columns.filter(({ certainty, evidence }) => certainty !== 'sure' && evidence !== null).toSorted(mostUseful);

/** Readings that are not sure, in one place to be looked through. */
export const registerReadings: Register = (app, services) => {
  app.read('/readings', WORK, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const { result } = await services.judgementFor(c);
    const columns = unsureReadings(result.columns);
    const { shown, pager } = paged(c, columns, PAGE);
    const table: Table<ColumnRow> = {
      name: 'readings',
      caption: words.reading.queue,
      rows: columns,
      shown,
      rowId: ({ site, id }) => `reading-${site}-${id}`,
      columns: [
        {
          head: words.head.column,
          value: clickPath,
          show: (row) => <a href={readingPath(row.site, row.id)}>{clickPath(row)}</a>,
        },
        {
          head: words.head.unit,
          value: (row) => names.unit(row.unit),
          show: (row) => <a href={unitPath(row.unit)}>{names.unit(row.unit)}</a>,
        },
        { head: words.head.site, value: (row) => names.site(row.site), minor: true },
        {
          head: words.head.status,
          value: (row) => words.status[row.status],
          show: (row) => <Status name={row.status} of={words.status} />,
        },
        { head: words.reading.certainty, value: (row) => words.reading.certainties[row.certainty] },
        {
          head: words.reading.why,
          value: (row) => row.doubts.map((doubt) => DOUBTS[doubt][language]).join(language === 'zh' ? '；' : '; '),
        },
        { head: words.head.lastPublished, value: (row) => row.lastPublished },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.reading.queue, section: 'columns', lead: words.reading.queueLead },
      columns.length === 0 ? (
        <p class="empty">{words.reading.none}</p>
      ) : (
        <>
          <TableView c={c} table={table} />
          {pager}
        </>
      ),
    );
  });
};

/** Those that something is expected of first, then the unsure before the likely, then those that showed nothing new for longest. */
function mostUseful(one: ColumnRow, other: ColumnRow): number {
  const weight = ({ rule, certainty }: ColumnRow) => (rule === null ? 0 : 2) + (certainty === 'unsure' ? 1 : 0);
  return weight(other) - weight(one) || (other.gapDays ?? Number.POSITIVE_INFINITY) - (one.gapDays ?? Number.POSITIVE_INFINITY) || 0;
}

import type { ColumnRow } from '../../../audit/audit-result.ts';
import { clickPath } from '../../../model/click-path.ts';
import type { Span } from '../../../model/estate.ts';
import { columnFields } from '../../../rows/columns.ts';
import type { Reader } from '../../../rows/field.ts';
import { Count } from '../../view/count.tsx';
import { described } from '../../view/described.ts';
import { columnPath, itemsPath } from '../../view/links.ts';
import { limitWords } from '../../view/rule-words.ts';
import { Status } from '../../view/status.tsx';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** Columns of one unit or site, short. */
export function columnTable(
  columns: readonly ColumnRow[],
  { words, span, ...reader }: Reader & { readonly words: Words; readonly span: Span },
): Table<ColumnRow> {
  return {
    name: 'columns',
    caption: words.units.columns,
    rows: columns.toSorted((a, b) => b.overdueDays - a.overdueDays),
    columns: [
      described(reader, columnFields.name, { show: (row) => <a href={columnPath(row.site, row.id)}>{clickPath(row)}</a> }),
      described(reader, columnFields.site, { minor: true }),
      described(reader, columnFields.category, { minor: true }),
      described(reader, columnFields.status, { show: (row) => <Status name={row.status} of={words.status} /> }),
      { head: words.head.period, value: (row) => limitWords(row, words), minor: true },
      described(reader, columnFields.lastPublished),
      described(reader, columnFields.dueOn, { minor: true }),
      described(reader, columnFields.overdueDays),
      described(reader, columnFields.items, {
        show: (row) => <Count of={row.items} list={itemsPath({ site: row.site, column: row.id, ...span })} />,
      }),
    ],
  };
}

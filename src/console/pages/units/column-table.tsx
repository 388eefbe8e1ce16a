import type { ColumnRow } from '../../../audit/audit-result.ts';
import type { Span } from '../../../model/estate.ts';
import { Count } from '../../view/count.tsx';
import { columnPath, itemsPath } from '../../view/links.ts';
import type { Names } from '../../view/names.ts';
import { limitWords } from '../../view/rule-words.ts';
import { Status, statusWord } from '../../view/status.tsx';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

/** Columns of one unit or site, short. */
export function columnTable(
  columns: readonly ColumnRow[],
  { names, words, span }: { readonly names: Names; readonly words: Words; readonly span: Span },
): Table<ColumnRow> {
  return {
    name: 'columns',
    caption: words.units.columns,
    rows: columns.toSorted((a, b) => b.overdueDays - a.overdueDays),
    columns: [
      { head: words.head.column, value: (row) => row.name, show: (row) => <a href={columnPath(row.site, row.id)}>{row.name}</a> },
      { head: words.head.site, value: (row) => names.site(row.site), minor: true },
      { head: words.head.category, value: (row) => names.category(row.category), minor: true },
      {
        head: words.head.status,
        value: (row) => statusWord(words, row.status, row.reason),
        show: (row) => <Status name={row.status} of={words.status} />,
      },
      { head: words.head.period, value: (row) => limitWords(row, words), minor: true },
      { head: words.head.lastPublished, value: (row) => row.lastPublished },
      { head: words.head.dueOn, value: (row) => row.dueOn, minor: true },
      { head: words.head.overdueDays, value: (row) => row.overdueDays || null, number: true },
      {
        head: words.head.items,
        value: (row) => row.items,
        show: (row) => <Count of={row.items} list={itemsPath({ site: row.site, column: row.id, ...span })} />,
        number: true,
      },
    ],
  };
}

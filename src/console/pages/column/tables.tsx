import type { ColumnRow } from '../../../audit/audit-result.ts';
import { dayOf } from '../../../counting/listed.ts';
import { outcomeFacts } from '../../../model/outcome.ts';
import type { ReadingRecord } from '../../../model/records.ts';
import type { Language } from '../../../model/sentence.ts';
import type { Names } from '../../../rows/names.ts';
import type { SightedItem } from '../../../store/store.ts';
import type { Judgement } from '../../judgement.ts';
import { Count } from '../../view/count.tsx';
import { External } from '../../view/external.tsx';
import { itemPath, itemsPath, pagePath } from '../../view/links.ts';
import { weekOf } from '../../view/steps.ts';
import type { Table } from '../../view/table.tsx';
import type { Words } from '../../words/words.ts';

const SHOWN = 15;

/** What a column lists now, in the order of its pages; `total` rows in all. */
export function listTable(rows: readonly SightedItem[], total: number, names: Names, words: Words): Table<SightedItem> {
  return {
    name: 'list',
    caption: words.column.list,
    rows,
    total,
    columns: [
      { head: words.head.position, value: (row) => row.position, number: true },
      { head: words.head.published, value: (row) => dayOf(row) },
      {
        head: words.head.title,
        value: (row) => row.title,
        show: (row) => (row.url === null ? row.title : <a href={itemPath(row.item)}>{row.title}</a>),
      },
      { head: words.head.category, value: (row) => (row.category === null ? null : names.category(row.category)), minor: true },
      { head: words.head.firstSeen, value: (row) => names.time(row.firstSeen), minor: true },
      {
        head: words.head.url,
        value: (row) => row.url,
        show: (row) => row.url && <External url={row.url}>{words.column.open}</External>,
        minor: true,
      },
    ],
  };
}

/** What came of reading a column, the last first. */
export function readingTable(rows: readonly ReadingRecord[], names: Names, words: Words, language: Language): Table<ReadingRecord> {
  return {
    name: 'readings',
    caption: words.column.readings,
    rows,
    shown: rows.slice(0, SHOWN),
    columns: [
      { head: words.head.readAt, value: (row) => names.time(row.at) },
      { head: words.head.outcome, value: (row) => outcomeFacts(row.outcome)[language] },
      { head: words.head.rows, value: (row) => row.rows, number: true },
      { head: words.head.complete, value: (row) => (row.complete ? words.yes : words.no), minor: true },
      { head: words.head.detail, value: (row) => row.detail?.[language] ?? null, minor: true },
      {
        head: words.head.evidence,
        value: (row) => row.evidence,
        show: (row) => row.evidence && <a href={pagePath(row.evidence)}>{words.column.stored}</a>,
      },
    ],
  };
}

/** Updates week by week, from Mondays. */
export function weekTable(
  column: ColumnRow,
  rows: readonly (readonly [string, number])[],
  judgement: Judgement,
  words: Words,
): Table<readonly [string, number]> {
  return {
    name: 'weeks',
    caption: words.column.weekly,
    rows: rows,
    columns: [
      { head: words.head.date, value: ([step]) => step },
      {
        head: words.head.items,
        value: ([, count]) => count,
        show: ([step, count]) => (
          <Count of={count} list={itemsPath({ site: column.site, column: column.id, ...weekOf(step, judgement.year) })} />
        ),
        number: true,
      },
    ],
  };
}

import type { Doubt } from '../../src/model/certainty.ts';
import type { Column } from '../../src/model/estate.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import { columnKey } from '../discovery/links.ts';
import { shareKnown } from './overlap.ts';

interface Read {
  readonly column: Column;
  readonly known: KnownColumn;
  readonly reading: ListReading;
  readonly finalUrl: string;
  readonly siblings: readonly Column[];
}

/** Rows that lie below another column's address from which on a block is that one's. */
const MOST_ROWS = 0.6;

/** What speaks against a reading's being the column's own list. */
export function doubtsOf(of: Read): Doubt[] {
  const { column, known, reading, finalUrl } = of;
  const doubts: Doubt[] = [];
  if (columnKey(finalUrl) !== columnKey(column.url) && shareKnown(reading.items, known) === 0 && !isNamed(reading, column)) {
    doubts.push('other-address');
  }
  // Rows that were read from data or from a script are no block of the page.
  const isBlock = reading.state === 'list' && !['data', 'script'].includes(reading.fingerprint?.place ?? '');
  if (!isBlock || reading.why.certainty === 'sure') return doubts;
  if (isOfOthers(of)) doubts.push('rows-of-others');
  return [...doubts, reading.why.certainty === 'likely' ? 'page-likely' : 'page-unsure'];
}

/** Whether a page says that it is the column's. */
function isNamed({ title, columnName }: ListReading, { name }: Column): boolean {
  return columnName === name || (title ?? '').includes(name);
}

/** Whether most rows lie below the address of one other column, and none below the column's own. */
function isOfOthers({ column, reading, siblings }: Read): boolean {
  const links = reading.items.flatMap(({ url }) => url ?? []);
  const below = ({ url }: Column) => links.filter((link) => columnKey(link).startsWith(`${columnKey(url)}/`)).length;
  const isNarrower = (other: Column) =>
    columnKey(other.url) !== columnKey(column.url) && !columnKey(column.url).startsWith(columnKey(other.url));
  return links.length > 0 && below(column) === 0 && siblings.some((other) => isNarrower(other) && below(other) >= MOST_ROWS * links.length);
}

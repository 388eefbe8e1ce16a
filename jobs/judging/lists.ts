import { columnKey } from '../../src/counting/count.ts';
import type { Column } from '../../src/model/estate.ts';
import type { SightedItem, Store } from '../../src/store/store.ts';
import { groupBy } from '../../src/timeliness/group-by.ts';

/** Rows of lists that are in memory at once, but for one list that alone has more: a statement costs as much as fifty rows. */
const ROWS_AT_ONCE = 2_000;

/** Each of some columns, those of a site one after another, with all that was ever seen in it, in the order given. */
export async function* listsOf<Of extends Column>(
  { items }: Pick<Store, 'items'>,
  columns: readonly Of[],
): AsyncGenerator<readonly [column: Of, sightings: readonly SightedItem[]]> {
  const lengths = await items.sightingCounts();
  for (const some of batches(columns, ({ site, id }) => lengths.get(columnKey(site, id)) ?? 0)) {
    const seen = await items.sightings({ sites: [some[0]!.site], columns: some.map(({ id }) => id) });
    const lists = groupBy(seen, ({ column }) => column);
    for (const column of some) yield [column, lists.get(column.id) ?? []];
  }
}

/** Neighbours of one site whose lists are short enough together. */
function* batches<Of extends Column>(columns: readonly Of[], lengthOf: (column: Of) => number): Generator<Of[]> {
  let batch: Of[] = [];
  let rows = 0;
  for (const column of columns) {
    const length = lengthOf(column);
    if (batch.length > 0 && (batch[0]!.site !== column.site || rows + length > ROWS_AT_ONCE)) {
      yield batch;
      [batch, rows] = [[], 0];
    }
    batch.push(column);
    rows += length;
  }
  if (batch.length > 0) yield batch;
}

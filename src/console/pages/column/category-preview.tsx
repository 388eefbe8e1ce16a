import type { ColumnRow } from '../../../audit/audit-result.ts';
import { dayOf } from '../../../counting/listed.ts';
import { clickPath } from '../../../model/click-path.ts';
import type { CategoryId } from '../../../model/estate.ts';
import { namesOf } from '../../../rows/names.ts';
import { type ConsoleContext, may, visitorOf } from '../../context.ts';
import { itemQuery } from '../../items-query.ts';
import type { ConsoleServices } from '../../services.ts';
import { Count } from '../../view/count.tsx';
import { FormToken, page } from '../../view/layout.tsx';
import { columnPath, entryPath, itemsPath } from '../../view/links.ts';
import { type Table, TableView } from '../../view/table.tsx';

/** More than a column publishes in a year. */
const COUNTED = 50_000;

interface Row {
  readonly category: CategoryId;
  readonly before: number;
  readonly after: number;
}

/** What another category would do to a column's counts of the year, before anything is saved; its verdict rests on what the estate says. */
export async function categoryPreview(c: ConsoleContext, services: ConsoleServices, column: ColumnRow, category: CategoryId) {
  const { words, language } = c.var;
  const names = namesOf(services.config, language);
  const { span } = await services.judgementFor(c);
  const counted = await Promise.all(
    services.config.taxonomy.categories.map(async ({ id }) => {
      const query = itemQuery({ site: column.site, column: column.id, category: id, ...span }, visitorOf(c), services.config.taxonomy);
      return [id, await services.countItems(query, COUNTED)] as const;
    }),
  );
  const stays = await setOneByOne(services, column, span);
  const rows = counted.map(([id, before]): Row => {
    const after = id === category ? counted.reduce((sum, [, items]) => sum + items, 0) - (stays.total - stays.of(id)) : stays.of(id);
    return { category: id, before, after };
  });
  const table: Table<Row> = {
    name: 'preview',
    caption: clickPath(column),
    rows: rows.filter(({ before, after }) => before > 0 || after > 0),
    columns: [
      { head: words.head.category, value: (row) => names.category(row.category) },
      {
        head: words.column.before,
        value: ({ before }) => before,
        show: (row) => (
          <Count of={row.before} list={itemsPath({ site: column.site, column: column.id, category: row.category, ...span })} />
        ),
        number: true,
      },
      { head: words.column.after, value: ({ after }) => after, number: true },
    ],
  };
  const path = columnPath(column.site, column.id);
  return page(
    c,
    { title: words.column.preview, section: 'columns', lead: <a href={path}>{clickPath(column)}</a>, narrow: true },
    <>
      <p>{words.column.previewLead(names.category(category), span.from, span.to)}</p>
      <TableView c={c} table={table} bare />
      <p class="hint">
        {words.column.verdictStays}{' '}
        {may(c, 'GET', '/estate/columns/entry') && <a href={entryPath('columns', `${column.site}/${column.id}`)}>{words.column.change}</a>}
      </p>
      <form class="card" method="post" action={`${path}/category`}>
        <FormToken c={c} />
        <input type="hidden" name="category" value={category} />
        <label>
          <span>{words.head.why}</span>
          <input name="why" required minlength={2} maxlength={500} placeholder={words.items.whyPlaceholder} />
        </label>
        <button type="submit">{words.items.save}</button>
      </form>
    </>,
  );
}

/** Items of the column that somebody set right one by one: they keep their category. */
async function setOneByOne(
  { store }: ConsoleServices,
  { site, id }: ColumnRow,
  { from, to }: { readonly from: string; readonly to: string },
) {
  const [corrections, listed] = await Promise.all([store.corrections.list(), store.search.listed(site, id, COUNTED)]);
  const single = new Set(corrections.flatMap(({ target }) => ('item' in target ? [target.item] : [])));
  const kept = listed.filter((row) => single.has(row.item) && (dayOf(row) ?? '') >= from && (dayOf(row) ?? '') <= to);
  return { total: kept.length, of: (category: CategoryId) => kept.filter((row) => row.category === category).length };
}

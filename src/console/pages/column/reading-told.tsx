import type { ColumnRow } from '../../../audit/audit-result.ts';
import { withEntry } from '../../../config/edit-estate.ts';
import { clickPath } from '../../../model/click-path.ts';
import type { ToldReading } from '../../../model/told-reading.ts';
import { type Follower, newestOf, TOLD_KEYS } from '../../column-reading.ts';
import type { ConsoleContext } from '../../context.ts';
import { columnEntries } from '../../estate/columns.ts';
import { siteEntries } from '../../estate/sites.ts';
import type { ConsoleServices } from '../../services.ts';
import { FormToken } from '../../view/layout.tsx';
import { readingPath } from '../../view/links.ts';
import { type Table, TableView } from '../../view/table.tsx';

/** The text of `estate.yaml` with what was told of some columns of a site that are written down, or of the whole site (null). */
export function withTold(text: string, site: string, columns: readonly string[] | null, told: ToldReading | null): string {
  const places = columns === null ? [siteEntries.find(text, site)] : columns.map((column) => columnEntries.find(text, `${site}/${column}`));
  return places.reduce((now, place) => (place === null ? now : withEntry(now, place.list, place.index, { read: told })), text);
}

/** Saves what was tried, for this column, for ticked others of its site, or for the whole site. */
export function SaveForm(props: {
  c: ConsoleContext;
  services: ConsoleServices;
  column: ColumnRow;
  told: ToldReading;
  followers: readonly Follower[];
}) {
  const { c, services, column, told, followers } = props;
  const { words } = c.var;
  if (services.changeEstate === undefined) return <p class="note">{words.estate.notHere}</p>;
  const text = services.config.texts.get('estate.yaml') ?? '';
  const isWritten = columnEntries.find(text, `${column.site}/${column.id}`) !== null;
  const others = followers.filter((follower) => columnEntries.find(text, `${column.site}/${follower.column.id}`) !== null);
  const table: Table<Follower> = {
    name: 'followers',
    caption: words.reading.followers,
    rows: isWritten ? others : followers,
    columns: [
      {
        head: words.head.column,
        value: (one) => clickPath(one.column),
        show: (one) =>
          isWritten ? (
            <label>
              <input type="checkbox" name="also" value={one.column.id} checked={one.changes} /> {clickPath(one.column)}
            </label>
          ) : (
            clickPath(one.column)
          ),
      },
      { head: words.reading.before, value: (one) => words.reading.readAs(one.before?.items.length ?? 0, newestOf(one.before)) },
      { head: words.reading.after, value: (one) => words.reading.readAs(one.after.items.length, newestOf(one.after)) },
    ],
  };
  return (
    <form class="card" method="post" action={readingPath(column.site, column.id)}>
      <FormToken c={c} />
      <input type="hidden" name="revision" value={String(services.config.revision ?? 0)} />
      <input type="hidden" name="scope" value={isWritten ? 'column' : 'site'} />
      {TOLD_KEYS.map((key) => told[key] !== undefined && <input type="hidden" name={key} value={told[key]} />)}
      <p>{isWritten ? words.reading.saveColumn : words.reading.saveSite}</p>
      {table.rows.length > 0 && (
        <>
          <h2>{table.caption}</h2>
          <TableView c={c} table={table} bare />
        </>
      )}
      <label>
        <span>{words.head.why}</span>
        <input name="why" maxlength={500} />
      </label>
      <p>
        <button type="submit">{words.estate.save}</button> <a href={readingPath(column.site, column.id)}>{words.reading.leave}</a>
      </p>
    </form>
  );
}

/** Selectors or an API, typed in and tried. */
export function ByHand({ c, column, values }: { c: ConsoleContext; column: ColumnRow; values: Readonly<Record<string, unknown>> }) {
  const { words } = c.var;
  return (
    <form method="get" action={readingPath(column.site, column.id)}>
      {TOLD_KEYS.map((key) => (
        <div class="field">
          <label for={`told-${key}`}>{words.reading.keys[key]}</label>
          <input
            id={`told-${key}`}
            name={key}
            value={typeof values[key] === 'string' ? values[key] : ''}
            maxlength={300}
            spellcheck={false}
          />
        </div>
      ))}
      <p class="hint">{words.reading.byHandHint}</p>
      <button type="submit" class="second">
        {words.reading.try}
      </button>
    </form>
  );
}

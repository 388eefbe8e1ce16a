import type { Site } from '../../../model/estate.ts';
import { overruledOf } from '../../../model/overruled.ts';
import type { SiteProfile } from '../../../model/site-profile.ts';
import type { Names } from '../../../rows/names.ts';
import type { ConsoleContext } from '../../context.ts';
import { readingPath } from '../../view/links.ts';
import { type Table, TableView } from '../../view/table.tsx';
import { toldWords } from '../column/reading-shown.tsx';

interface Row {
  readonly kind: 'template' | 'frame' | 'ignored' | 'told';
  readonly place: string;
  readonly columns: number | null;
  /** The column that was told of. */
  readonly column?: string;
}

/** What is known of a site as a whole, and what people told instead. */
export function Learnt(props: { c: ConsoleContext; site: Site | undefined; profile: SiteProfile | null; names: Names }) {
  const { c, site, profile, names } = props;
  const { words } = c.var;
  const told = site ? overruledOf(site) : {};
  const rows: Row[] = [
    ...(told.site ? [{ kind: 'told' as const, place: toldWords(told.site), columns: null }] : []),
    ...Object.entries(told.columns ?? {}).map(([column, read]) => ({ kind: 'told' as const, place: toldWords(read), columns: 1, column })),
    ...(profile?.template ?? []).map(({ place, columns }) => ({ kind: 'template' as const, place, columns })),
    ...(profile?.frame ?? []).map(({ place, columns }) => ({ kind: 'frame' as const, place, columns })),
    ...(profile?.addresses.ignored ?? []).map(({ path, parameters }) => ({
      kind: 'ignored' as const,
      place: `${path}?${parameters.join('&')}`,
      columns: null,
    })),
  ];
  const table: Table<Row> = {
    name: 'learnt',
    caption: words.reading.learnt,
    rows,
    columns: [
      { head: words.reading.what, value: ({ kind }) => words.reading.kinds[kind] },
      {
        head: words.reading.place,
        value: ({ place }) => place,
        show: ({ place, column }) => (
          <>
            {column !== undefined && site && <a href={readingPath(site.id, column)}>{column}</a>} <code>{place}</code>
          </>
        ),
      },
      { head: words.reading.columns, value: ({ columns }) => columns, number: true },
    ],
  };
  return (
    <details class="card">
      <summary>{words.reading.learnt}</summary>
      <p class="hint">
        {profile === null
          ? words.reading.notLearnt
          : `${words.reading.learntAt} ${names.time(profile.learntAt)}${profile.drawn ? ` · ${words.reading.drawn}${words.colon}${words.reading.drawnBy[profile.drawn]}` : ''}`}
      </p>
      {rows.length > 0 && <TableView c={c} table={table} bare />}
    </details>
  );
}

import type { SiteRow } from '../../timeliness/audit-result.ts';
import type { Register } from '../registrations.ts';
import { External } from '../view/external.tsx';
import { page } from '../view/layout.tsx';
import { itemsPath } from '../view/links.ts';
import { Momentary } from '../view/momentary.tsx';
import { namesOf } from '../view/names.ts';
import { Status } from '../view/status.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

/** Sites: whether they could be read, and how their columns stand. */
export const registerSites: Register = (app, desk) => {
  app.get('/sites', async (c) => {
    const { words, language } = c.var;
    const judgement = await desk.judgementFor(c);
    const names = namesOf(desk.config, language);
    const codes = new Map(desk.config.estate.sites.map(({ id, idCode }) => [id, idCode]));
    const columnsWith = (row: SiteRow, status: 'overdue' | 'blank' | 'unknown') =>
      row[status] > 0 && <a href={`/columns?site=${encodeURIComponent(row.id)}&status=${status}`}>{row[status]}</a>;
    const table: Table<SiteRow> = {
      name: 'sites',
      caption: words.sites.title,
      rows: judgement.result.sites,
      columns: [
        {
          head: words.head.site,
          value: (row) => row.name,
          show: (row) => <a href={`/columns?site=${encodeURIComponent(row.id)}`}>{row.name}</a>,
        },
        { head: words.head.url, value: (row) => row.url, show: (row) => <External url={row.url} />, minor: true },
        { head: words.head.idCode, value: (row) => codes.get(row.id) ?? null, minor: true },
        { head: words.head.unit, value: (row) => names.unit(row.unit), minor: true },
        { head: words.head.status, value: (row) => words.site[row.status], show: (row) => <Status name={row.status} of={words.site} /> },
        { head: words.head.reason, value: (row) => row.reason },
        { head: words.head.columns, value: (row) => row.columns, number: true },
        { head: words.status.overdue, value: (row) => row.overdue, show: (row) => columnsWith(row, 'overdue'), number: true },
        { head: words.status.blank, value: (row) => row.blank, show: (row) => columnsWith(row, 'blank'), number: true },
        { head: words.status.unknown, value: (row) => row.unknown, show: (row) => columnsWith(row, 'unknown'), number: true },
        { head: words.head.home, value: (row) => row.homeUpdatedOn, minor: true },
        {
          head: words.head.items,
          value: (row) => row.items,
          show: (row) => <a href={itemsPath({ site: row.id, ...judgement.span })}>{row.items.toLocaleString('en-US')}</a>,
          number: true,
        },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.sites.title, section: 'sites', lead: <Momentary judgement={judgement} names={names} words={words} /> },
      <TableView c={c} table={table} />,
    );
  });
};

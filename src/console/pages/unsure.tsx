import type { ColumnItems } from '../../classification/column-items.ts';
import { findUnsure, type Unsure } from '../../classification/unsure.ts';
import { namesOf } from '../../rows/names.ts';
import { OFFICE } from '../permissions.ts';
import type { Register } from '../register.ts';
import { page } from '../view/layout.tsx';
import { columnPath, itemPath } from '../view/links.ts';
import { paged } from '../view/pager.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';

/** So much of what is not asked about is to be right. */
const PRECISION = 0.97;

const PAGE = 60;

/** What a person should look at: items whose category is unsure, the most useful first, and columns that their own items speak against. */
export const registerUnsure: Register = (app, services) => {
  app.read('/unsure', OFFICE, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const [{ below, items }, columns] = await Promise.all([findUnsure(services.store, PRECISION), services.spokenAgainst()]);
    const { shown, pager } = paged(c, items, PAGE);
    const queue: Table<Unsure> = {
      name: 'unsure',
      caption: words.unsure.items,
      rows: items,
      shown,
      columns: [
        { head: words.head.title, value: (row) => row.title, show: (row) => <a href={itemPath(row.key)}>{row.title}</a> },
        { head: words.head.category, value: (row) => names.category(row.category) },
        { head: words.items.confidence, value: (row) => percent(row.confidence), number: true },
        { head: words.unsure.alike, value: (row) => row.alike, number: true },
      ],
    };
    const against: Table<ColumnItems> = {
      name: 'against',
      caption: words.unsure.against,
      rows: columns,
      columns: [
        {
          head: words.head.column,
          value: ({ column }) => column.name,
          show: ({ column }) => <a href={columnPath(column.site, column.id)}>{`${names.site(column.site)} / ${column.name}`}</a>,
        },
        { head: words.unsure.configured, value: ({ column }) => column.category && names.category(column.category) },
        { head: words.unsure.found, value: (row) => names.category(row.category) },
        { head: words.head.share, value: (row) => percent(row.share), number: true },
        { head: words.head.items, value: (row) => row.titles, number: true },
      ],
    };
    const file = await exported(c, queue, against);
    if (file) return file;
    return page(
      c,
      { title: words.unsure.title, section: 'categories', lead: words.unsure.lead(percent(PRECISION), percent(below)) },
      <>
        <TableView c={c} table={queue} />
        {pager}
        <TableView c={c} table={against} />
      </>,
    );
  });
};

const percent = (share: number): string => `${Math.round(share * 100)} %`;

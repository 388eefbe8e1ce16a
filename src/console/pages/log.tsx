import type { LogEntry } from '../../model/people.ts';
import { namesOf } from '../../rows/names.ts';
import { LEAD } from '../permissions.ts';
import type { Register } from '../register.ts';
import { byColumn } from '../view/by-column.tsx';
import { page } from '../view/layout.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { turned } from '../view/turned.tsx';
import { actionWords, detailWords, linkedTarget } from './log/entry-words.tsx';

const PAGE = 100;

/** Who changed what and when. */
export const registerLog: Register = (app, services) => {
  app.section('log', '/log', LEAD, async (c) => {
    const { words, language } = c.var;
    const names = namesOf(services.config, language);
    const { people } = services.store;
    const { pager, ...listed } = await turned(c, PAGE, people.logged, people.countLogged);
    const table: Table<LogEntry> = {
      name: 'log',
      caption: words.log.title,
      ...listed,
      columns: [
        { head: words.head.at, value: (row) => names.time(row.at) },
        await byColumn(services.store, words),
        { head: words.head.action, value: (row) => actionWords(row, words) },
        { head: words.head.target, value: (row) => row.target, show: (row) => linkedTarget(row, words) },
        { head: words.head.detail, value: (row) => detailWords(row, names, words) },
      ],
    };
    const file = await exported(c, table);
    if (file) return file;
    return page(
      c,
      { title: words.log.title, section: 'log', lead: words.log.lead },
      <>
        <TableView c={c} table={table} />
        {pager}
      </>,
    );
  });
};

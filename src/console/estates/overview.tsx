import type { z } from '@hono/zod-openapi';
import { overviewShape } from '../api/overview.ts';
import type { ConsoleContext } from '../context.ts';
import { page } from '../view/layout.tsx';
import { exported, type Table, TableView } from '../view/table.tsx';
import { estatePath, type ServedEstate } from './estate-choice.ts';

interface Row extends ServedEstate {
  /** How it stands, as far as this browser's session there may see it. */
  readonly standing: z.infer<typeof overviewShape> | 'sign-in' | 'closed';
}

/** All estates of the installation; numbers only of those in which whoever asks is signed in. */
export async function overview(c: ConsoleContext, estates: readonly ServedEstate[]): Promise<Response> {
  const { words, language } = c.var;
  const rows = await Promise.all(estates.map(async (estate): Promise<Row> => ({ ...estate, standing: await standingOf(c, estate) })));
  const number = (row: Row, of: (standing: z.infer<typeof overviewShape>) => number) =>
    typeof row.standing === 'string' ? null : of(row.standing);
  const table: Table<Row> = {
    name: 'estates',
    caption: words.estates.title,
    rows,
    columns: [
      {
        head: words.estates.city,
        value: (row) => row.name,
        show: (row) => ('fetch' in row.served ? <a href={`${estatePath(row.id)}/`}>{row.name}</a> : row.name),
      },
      { head: words.status.overdue, value: (row) => number(row, ({ columns }) => columns.overdue), number: true },
      { head: words.status.unknown, value: (row) => number(row, ({ columns }) => columns.unknown), number: true },
      { head: words.estates.columns, value: (row) => number(row, ({ columns }) => sum(Object.values(columns))), number: true },
      { head: words.estates.alerts, value: (row) => number(row, ({ alerts }) => alerts), number: true },
      {
        head: words.estates.asOf,
        value: (row) =>
          typeof row.standing !== 'string'
            ? (row.standing.audited ?? words.estates.never)
            : 'fetch' in row.served
              ? words.estates.signIn
              : row.served.fault[language],
      },
    ],
  };
  const file = await exported(c, table);
  if (file) return file;
  return page(c, { title: words.estates.title, lead: words.estates.lead }, <TableView c={c} table={table} />);
}

/** Asks the estate's own console in the visitor's name: its permissions hold here too. */
async function standingOf(c: ConsoleContext, { served }: ServedEstate): Promise<Row['standing']> {
  if (!('fetch' in served)) return 'closed';
  const request = new Request(new URL('/api/v1/overview', c.req.url), { headers: { cookie: c.req.header('cookie') ?? '' } });
  const answer = await served.fetch(request, c.env);
  return answer.ok ? overviewShape.parse(await answer.json()) : 'sign-in';
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

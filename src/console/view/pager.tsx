import type { ConsoleContext } from '../context.ts';

/** At which row a page begins (`?offset=`), from 0; a number that makes no sense is none. */
export function offsetOf(c: ConsoleContext): number {
  const asked = Number(c.req.query('offset') ?? 0);
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 0;
}

/** One page of rows: which one the address asks for, and links to its neighbours. */
export function paged<Row>(c: ConsoleContext, rows: readonly Row[], size: number) {
  const pages = Math.max(1, Math.ceil(rows.length / size));
  const asked = Number(c.req.query('page') ?? 1);
  const number = Number.isInteger(asked) ? Math.min(Math.max(asked, 1), pages) : 1;
  return { shown: rows.slice((number - 1) * size, number * size), pager: <Pager c={c} page={number} pages={pages} /> };
}

function Pager({ c, page, pages }: { c: ConsoleContext; page: number; pages: number }) {
  if (pages === 1) return null;
  const { words } = c.var;
  const link = (to: number) => {
    const url = new URL(c.req.url);
    url.searchParams.set('page', String(to));
    return url.pathname + url.search;
  };
  return (
    <nav class="pager" aria-label={words.page.of(page, pages)}>
      {page > 1 && <a href={link(page - 1)}>{words.page.previous}</a>} <span>{words.page.of(page, pages)}</span>{' '}
      {page < pages && <a href={link(page + 1)}>{words.page.next}</a>}
    </nav>
  );
}

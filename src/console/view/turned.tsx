import type { ConsoleContext } from '../context.ts';
import { offsetOf } from './pager.tsx';

/** Counting goes no further: beyond, nobody needs the last digit. */
const COUNTED = 10_000;
/** Rows of a file, which is made in one piece; programs get all of them page by page. */
const FILED = 10_000;

/**
 * What a page shows of a list that grows without end, or, where a file is asked for, its newest rows; how many there are; and links
 * to the neighbours. `list` gives rows from a place on, `count` how many there are up to a number.
 */
export async function turned<Row>(
  c: ConsoleContext,
  size: number,
  list: (limit: number, offset: number) => Promise<Row[]>,
  count: (upTo: number) => Promise<number>,
) {
  const isFile = c.req.query('format') !== undefined;
  const [limit, offset] = isFile ? [FILED, 0] : [size, offsetOf(c)];
  const [found, counted] = await Promise.all([list(limit + 1, offset), count(COUNTED + 1)]);
  const isCut = found.length > limit;
  return {
    rows: found.slice(0, limit),
    total: Math.min(counted, COUNTED),
    beyond: counted > COUNTED,
    ...(isFile && isCut ? { ends: c.var.words.table.ends(FILED) } : {}),
    pager: <Turner c={c} address={new URL(c.req.url)} label={c.var.words.page.next} offset={offset} size={size} more={isCut} />,
  };
}

/** Links to the neighbours of a page that begins at row `offset` of the list at an address. */
export function Turner(of: { c: ConsoleContext; address: URL; label: string; offset: number; size: number; more: boolean }) {
  const { c, address, label, offset, size, more } = of;
  if (offset === 0 && !more) return null;
  const { words } = c.var;
  const link = (to: number) => {
    const url = new URL(address);
    url.searchParams.set('offset', String(to));
    return url.pathname + url.search;
  };
  return (
    <nav class="pager" aria-label={label}>
      {offset > 0 && <a href={link(Math.max(0, offset - size))}>{words.page.previous}</a>}{' '}
      {more && <a href={link(offset + size)}>{words.page.next}</a>}
    </nav>
  );
}

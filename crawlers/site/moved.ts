import type { Column, Site } from '../../src/model/estate.ts';
import type { ListReading } from '../../src/model/reading.ts';
import type { KnownColumn } from '../../src/model/records.ts';
import type { Sentence } from '../../src/model/sentence.ts';
import type { HomeMarks } from '../../src/model/site-profile.ts';
import { columnKey } from '../discovery/links.ts';
import type { Fetched } from '../door/fetched.ts';
import { ROWS_KEPT } from './home.ts';
import { shareKnown } from './overlap.ts';

/** What an address came to that was a column's. */
export interface Arrived {
  readonly column: Column;
  readonly site: Site;
  /** All columns of the site. */
  readonly siblings: readonly Column[];
  readonly known: KnownColumn;
  readonly home: HomeMarks | null;
  readonly fetched: Fetched;
  readonly reading: ListReading | null;
}

const SIGN_IN_PATH = /\/(?:[\w-]{0,20}login|sign-?in|sso|cas|passport|oauth2?|auth|uaa)(?:[/.?_-]|$)/i;
const SIGN_IN_TITLE = /(?:用户|系统|会员|后台|管理员?)?登(?:录|陆)|统一(?:身份)?认证|\b(?:sign|log)\s?-?in\b/i;
const PASSWORD_FIELD = /<input\b[^<>]{0,300}\btype\s{0,3}=\s{0,3}["']?password/i;
/** Share of a page's rows that are the home page's, and of the home page's that are the page's, from which on both are one page. */
const SAME_ROWS = 0.6;

/**
 * Where a column's address leads now, where that is another page: the home page, a sign-in, another column, or a
 * list of which no row is known. Null where it is the column, a list that moved included. By what status, script or meta it was sent
 * there makes no difference.
 */
export function movedTo(arrived: Arrived): Sentence | null {
  const { column, site, siblings, known, fetched, reading } = arrived;
  const wanted = columnKey(column.url);
  const final = columnKey(fetched.finalUrl);
  const home = columnKey(site.url);
  if (wanted === home) return null;
  if (final === home || final === columnKey(new URL('/', site.url).href) || isHomeAgain(arrived)) {
    return { zh: '栏目地址现在打开的是网站首页', en: 'the address of the column now opens the home page' };
  }
  if (isSignIn(arrived, final !== wanted)) {
    return { zh: '栏目地址现在打开的是登录页', en: 'the address of the column now opens a sign-in' };
  }
  if (final === wanted || new URL(column.url).hash !== '') return null;
  const other = siblings.find(({ id, url }) => id !== column.id && columnKey(url) === final);
  if (other) {
    return { zh: `栏目地址现在打开的是栏目“${other.name}”`, en: `the address of the column now opens another column, ${other.name}` };
  }
  if (known.entries.size === 0 || reading === null || reading.items.length === 0 || shareKnown(reading.items, known) > 0) return null;
  return {
    zh: `栏目地址跳转到 ${fetched.finalUrl}，那里没有一条以前的信息`,
    en: `it leads to ${fetched.finalUrl}, where none of its items is listed`,
  };
}

/** The home page under the column's address. A column whose newest rows the home page shows among others is none, though all pages bear one title. */
function isHomeAgain({ home, reading, column }: Arrived): boolean {
  if (home === null || home.rows.length === 0 || reading === null) return false;
  if (home.title !== reading.title || (reading.title ?? '').includes(column.name)) return false;
  // As many as are kept of the home page: a longer one is still itself.
  const rows = new Set(
    [...reading.items, ...reading.blocks.flatMap((block) => block.items)].flatMap(({ url }) => url ?? []).slice(0, ROWS_KEPT),
  );
  const shown = new Set(home.rows);
  const both = [...rows].filter((url) => shown.has(url)).length;
  return both > 0 && both >= SAME_ROWS * Math.max(rows.size, shown.size);
}

/** A page that asks for a password and is no list of the column; many portals carry a small sign-in on every page. */
function isSignIn({ fetched, reading, known, column }: Arrived, isElsewhere: boolean): boolean {
  if (fetched.bytes === null || (reading && shareKnown(reading.items, known) > 0)) return false;
  const hasPassword = PASSWORD_FIELD.test(Buffer.from(fetched.bytes).toString('latin1'));
  const { pathname, search } = new URL(fetched.finalUrl);
  const saysSo = SIGN_IN_TITLE.test(reading?.title ?? '') && !(reading?.title ?? '').includes(column.name);
  if (isElsewhere) return hasPassword ? saysSo || SIGN_IN_PATH.test(pathname + search) || reading?.state !== 'list' : saysSo;
  return hasPassword && saysSo;
}

import type { Page } from '../page.ts';
import { type Fields, plainKey } from './fields.ts';

/** How a script puts the address of a row together: `'<a href="/detail?id=' + row.id + '">'`. */
export interface DrawnAddress {
  readonly before: string;
  /** The field of the row that stands between. */
  readonly field: string;
  readonly after: string;
}

const NAME = String.raw`(?:encodeURIComponent\(\s{0,3})?(?:[\w$]{1,30}(?:\[\w{1,20}\])?\.){1,3}([A-Za-z_]\w{0,30})\s{0,3}\)?`;
/** `href="/detail?id='+row.id+'.html"`, in either kind of quotes. */
const IN_TEXT = new RegExp(
  String.raw`href\s{0,3}=\s{0,3}\\?["']?([^"'<>\s+\\]{0,200})\\?(['"])\s{0,3}\+\s{0,3}${NAME}\s{0,3}(?:\+\s{0,3}\2([^"'<>\s\\]{0,60})[\\"'>\s])?`,
  'g',
);
/** `href="/detail?id=${row.id}"`, in a template literal. */
const IN_TEMPLATE = new RegExp(
  String.raw`href\s{0,3}=\s{0,3}["']?([^"'\`<>\s$]{0,200})\$\{\s{0,3}${NAME}\s{0,3}\}([^"'\`<>\s$]{0,60})["'>\s]`,
  'g',
);
/** `:href="'/detail?id=' + row.id"`, in markup that a framework fills. */
const IN_MARKUP = new RegExp(
  String.raw`:(?:href|to)="\s{0,3}'([^'"]{0,200})'\s{0,3}\+\s{0,3}${NAME}\s{0,3}(?:\+\s{0,3}'([^'"]{0,60})'\s{0,3})?"`,
  'g',
);

/** The one way in which a page's scripts and markup put the addresses of rows together from a field; null where there is none, or several. */
export function drawnAddress({ scripts, html }: Pick<Page, 'scripts' | 'html'>): DrawnAddress | null {
  const found = new Map<string, DrawnAddress>();
  const take = (before = '', field = '', after = '') => {
    if (/[/?#]/.test(before)) found.set(`${before} ${field} ${after}`, { before, field, after });
  };
  for (const script of scripts) {
    for (const [, before, , field, after] of script.matchAll(IN_TEXT)) take(before, field, after);
    for (const [, before, field, after] of script.matchAll(IN_TEMPLATE)) take(before, field, after);
  }
  if (/:(?:href|to)="/.test(html)) for (const [, before, field, after] of html.matchAll(IN_MARKUP)) take(before, field, after);
  return found.size === 1 ? [...found.values()][0]! : null;
}

/** The address of a row, or null where it does not hold the field. */
export function addressOfRow(row: Fields, { before, field, after }: DrawnAddress): string | null {
  const value = row[field] ?? Object.entries(row).find(([key]) => plainKey(key) === plainKey(field))?.[1];
  return typeof value === 'string' || typeof value === 'number' ? `${before}${value}${after}` : null;
}

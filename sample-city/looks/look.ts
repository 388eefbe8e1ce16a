import type { Day } from '../../src/model/day.ts';
import type { CityItem } from '../items.ts';
import type { ColumnPlan } from '../plan/column-plan.ts';
import type { Story } from '../words/story.ts';

/** A row of a list as it is to be drawn. */
export interface Row {
  readonly title: string;
  readonly href: string;
  readonly day: Day;
  readonly pinned: boolean;
}

export interface Link {
  readonly name: string;
  readonly href: string;
}

export interface MenuEntry extends Link {
  readonly children: readonly Link[];
}

/** What every page of a site shares. */
export interface Frame {
  readonly siteName: string;
  readonly idCode: string;
  readonly menu: readonly MenuEntry[];
  /** From the home page down to the page itself. */
  readonly crumbs: readonly Link[];
}

export interface ListView extends Frame {
  readonly column: ColumnPlan;
  readonly rows: readonly Row[];
  /** Rows of another column that stand in a box beside the list. */
  readonly beside: readonly Row[];
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export interface ItemView extends Frame {
  readonly item: CityItem;
  readonly story: Story;
  /** Whom the item says it comes from. */
  readonly source: string;
  readonly editor: string;
  readonly reviewer: string;
  readonly url: string;
}

/** A home page or a section's page: blocks of several columns and links further down. */
export interface LandingView extends Frame {
  readonly title: string;
  readonly blocks: readonly { readonly name: string; readonly href: string; readonly rows: readonly Row[] }[];
  readonly links: readonly Link[];
}

/** What a path of a site asks for. The page number is counted from the end where `fromEnd` is set. */
type Asked =
  | { readonly kind: 'list'; readonly column: ColumnPlan; readonly page: number; readonly fromEnd: boolean }
  | { readonly kind: 'item'; readonly id: number };

/** How a family of content management systems writes its addresses and draws its pages. */
export interface Look {
  readonly charset: 'utf-8' | 'gbk';
  readonly styles: string;
  listPath(column: ColumnPlan, page: number, pages: number): string;
  itemPath(item: CityItem): string;
  /** What stands at a path with its query; null where nothing of a list or item does. */
  find(path: string, columns: readonly ColumnPlan[]): Asked | null;
  list(view: ListView): string;
  item(view: ItemView): string;
  landing(view: LandingView): string;
}

/** Number of a column in systems that number theirs. */
export function columnNumber(column: ColumnPlan): number {
  return 1200 + ([...column.folder].reduce((sum, letter) => sum * 7 + letter.charCodeAt(0), 0) % 700);
}

export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;
}

/** A title as lists show it that have no room for more. */
export function cut(title: string, length: number): string {
  return title.length > length ? `${title.slice(0, length)}...` : title;
}

/** The body's table, or nothing. */
export function tableHtml(story: Story, attributes: string): string {
  if (!story.table) return '';
  const row = (cells: readonly string[], tag: string) => `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
  const [head, ...rest] = story.table;
  return `<table ${attributes}>${row(head!, 'th')}${rest.map((cells) => row(cells, 'td')).join('')}</table>`;
}

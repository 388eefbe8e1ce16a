import iconv from 'iconv-lite';
import { hash } from './chance.ts';
import type { City } from './city.ts';
import type { CityItem } from './items.ts';
import type { Frame, Link, MenuEntry, Row } from './looks/look.ts';
import type { ColumnPlan } from './plan/column-plan.ts';
import type { SitePlan } from './plan/sites.ts';
import { GOV_OFFICE, unitOf } from './plan/units.ts';

/** Rows on one list page. */
const ROWS = 20;
const BLOCK_ROWS = 7;
/** Columns whose newest items stand on the portal's home page. */
const FEATURED = ['gsyw', 'tpxw', 'tzgg', 'bmdt', 'xzdt', 'cwhy', 'szfwj', 'jdcl', 'cggg', 'zbgg'];
/** The column whose items name a placeholder as their reviewer, as the city's report for 2018 really did. */
const DEV_REVIEWED = 'gknb';
/** The column whose newest items stand in a box beside lists of others. */
const BESIDE = 'gsyw';
/** Where lists stand now that were moved. */
const NEW_PLACE = '/new';
/** What changes in addresses of items with every look at a list. */
const LOOK = /\?v=\d{1,9}$/;

/** Menus of a section with more entries than this lead to the section's page only. */
const LONGEST_MENU = 20;

/** A page that can be drawn: the mark of its state first, so that an unchanged page need not be drawn. */
export interface Page {
  /** Changes with what the page shows. */
  readonly version: string;
  /** When its newest item appeared, or null where it shows none. */
  readonly changed: Date | null;
  /** Whether its server says so of nothing that was read before. */
  readonly neverChanged?: boolean;
  draw(): Buffer;
}

/** Draws the pages of one site of the city. */
export class SitePages {
  readonly #menu: readonly MenuEntry[];
  readonly #sections: ReadonlyMap<string, readonly string[]>;
  readonly #city: City;
  readonly #site: SitePlan;
  /** Looks at lists whose addresses change with them. */
  #looks = 0;
  /** Base URL of any site, by id: items may be listed on another site's pages. */
  readonly #baseOf: (site: string) => string;

  constructor(city: City, site: SitePlan, baseOf: (site: string) => string) {
    this.#city = city;
    this.#site = site;
    this.#baseOf = baseOf;
    this.#sections = new Map(site.columns.flatMap((column) => sectionsOf(column)));
    this.#menu = this.#drawMenu();
  }

  /** What stands at a path with its query, or null. */
  find(path: string): Page | null {
    if (path === '/' || path === '/index.html') return this.#landing('/', [], this.#home());
    if (path === '/wzdt/')
      return this.#landing(
        path,
        ['网站地图'],
        [],
        this.#site.columns.map((column) => this.#columnLink(column)),
      );
    const section = this.#sections.get(path);
    if (section) return this.#section(path, section);
    const moved = path.startsWith(`${NEW_PLACE}/`);
    const asked = this.#site.look.find(moved ? path.slice(NEW_PLACE.length) : path.replace(LOOK, ''), this.#site.columns);
    if (asked?.kind === 'list')
      return moved === (asked.column.manner === 'moved') ? this.#list(asked.column, asked.page, asked.fromEnd) : null;
    const item = asked ? this.#city.item(asked.id) : null;
    return item && item.column.site === this.#site.id && this.#site.look.itemPath(item) === path.replace(LOOK, '')
      ? this.#item(item)
      : null;
  }

  /** Where a list stands now that once stood at a path; null where nothing was moved. */
  movedTo(path: string): string | null {
    const asked = this.#site.look.find(path, this.#site.columns);
    return asked?.kind === 'list' && asked.column.manner === 'moved' && !path.startsWith(`${NEW_PLACE}/`) ? `${NEW_PLACE}${path}` : null;
  }

  itemUrl(item: CityItem): string {
    return this.#baseOf(this.#site.id).slice(0, -1) + this.#site.look.itemPath(item);
  }

  #list(column: ColumnPlan, asked: number, fromEnd: boolean): Page | null {
    const items = this.#city.listed(column);
    const pages = Math.max(1, Math.ceil(items.length / ROWS));
    const page = fromEnd ? pages - asked + 1 : asked;
    if (page < 1 || page > pages) return null;
    const shown = items.slice((page - 1) * ROWS, page * ROWS);
    const beside = column.manner === 'side-box' ? this.#newestOf(this.#city.column(BESIDE)) : [];
    const changing = column.manner === 'changing-addresses';
    if (changing) this.#looks += 1;
    return {
      version: mark('list', column.id, page, pages, changing ? this.#looks : 0, ...[...shown, ...beside].map((item) => item.id)),
      changed: changing ? null : newest([...shown, ...beside]),
      neverChanged: column.manner === 'never-changed',
      draw: () =>
        this.#encode(
          this.#site.look.list({
            ...this.#frame([...sectionLinks(column), this.#columnLink(column)]),
            column,
            rows: shown.map((item) => this.#row(item, column)),
            beside: beside.map((item) => this.#row(item, null)),
            page,
            pages,
            total: items.length,
          }),
        ),
    };
  }

  #item(item: CityItem): Page {
    const unit = unitOf(item.column.unit);
    const office = unit === GOV_OFFICE;
    return {
      version: mark('item', item.id, item.title),
      changed: instant(item),
      draw: () =>
        this.#encode(
          this.#site.look.item({
            ...this.#frame([...sectionLinks(item.column), this.#columnLink(item.column), { name: '正文', href: '#' }]),
            item,
            story: item.tell(),
            source: office ? '广水市人民政府' : unit.kind === 'department' ? `广水${unit.name}` : `广水市${unit.name}`,
            editor: office ? '市政府信息中心' : `${unit.name}办公室`,
            reviewer: item.column.id === DEV_REVIEWED ? 'dev' : '政务公开办',
            url: this.itemUrl(item),
          }),
        ),
    };
  }

  #section(path: string, names: readonly string[]): Page {
    const inside = this.#site.columns.filter((column) => column.folder.startsWith(path));
    const here = inside.filter((column) => column.path.length === names.length + 1);
    const below = new Map(
      inside.filter((column) => !here.includes(column)).map((column) => [column.path[names.length]!, folderTo(column, names.length + 1)]),
    );
    return this.#landing(
      path,
      names,
      here,
      [...below].map(([name, href]) => ({ name, href })),
    );
  }

  #landing(path: string, names: readonly string[], columns: readonly ColumnPlan[], links: readonly Link[] = []): Page {
    const blocks = columns.map((column) => ({ column, items: this.#newestOf(column) }));
    const items = blocks.flatMap((block) => block.items);
    return {
      version: mark('landing', path, ...items.map((item) => item.id)),
      changed: newest(items),
      draw: () =>
        this.#encode(
          this.#site.look.landing({
            ...this.#frame(columns[0] ? sectionLinks(columns[0]).slice(0, names.length) : []),
            title: names.at(-1) ?? '首页',
            blocks: blocks.map(({ column, items: shown }) => ({
              ...this.#columnLink(column),
              rows: shown.map((item) => this.#row(item, null)),
            })),
            links,
          }),
        ),
    };
  }

  /** What a block shows of a column: its newest items, without those that are only pinned on top of the list. */
  #newestOf(column: ColumnPlan): readonly CityItem[] {
    return this.#city
      .listed(column)
      .slice(0, BLOCK_ROWS + column.pinned)
      .filter((item) => !item.pinned)
      .slice(0, BLOCK_ROWS);
  }

  #home(): readonly ColumnPlan[] {
    return this.#site.id === 'portal' ? FEATURED.map((id) => this.#city.column(id)) : this.#site.columns;
  }

  #row(item: CityItem, list: ColumnPlan | null): Row {
    const path = this.#site.look.itemPath(item);
    const beneath = list !== null && item.column === list && list.manner !== 'moved' && path.startsWith(list.folder);
    const near = beneath ? `./${path.slice(list.folder.length)}` : path;
    const href = item.column.site === this.#site.id ? near : this.#foreignUrl(item);
    const look = list?.manner === 'changing-addresses' ? `?v=${this.#looks}` : '';
    return { title: item.title, href: `${href}${look}`, day: item.day, pinned: item.pinned && item.column === list };
  }

  #foreignUrl(item: CityItem): string {
    const look = this.#city.sites.find((site) => site.id === item.column.site)!.look;
    return this.#baseOf(item.column.site).slice(0, -1) + look.itemPath(item);
  }

  #columnLink(column: ColumnPlan): Link {
    return { name: column.path.at(-1)!, href: this.#site.look.listPath(column, 1, 1) };
  }

  #frame(crumbs: readonly Link[]): Frame {
    return { siteName: this.#site.name, idCode: this.#site.idCode, menu: this.#menu, crumbs: [{ name: '首页', href: '/' }, ...crumbs] };
  }

  #drawMenu(): MenuEntry[] {
    const entries = new Map<string, { href: string; children: Map<string, string> }>();
    for (const column of this.#site.columns) {
      const [top, second] = column.path;
      const href = second === undefined ? this.#columnLink(column).href : folderTo(column, 1);
      const entry = entries.get(top!) ?? { href, children: new Map<string, string>() };
      entries.set(top!, entry);
      if (second !== undefined) entry.children.set(second, column.path.length === 2 ? this.#columnLink(column).href : folderTo(column, 2));
    }
    return [...entries].map(([name, { href, children }]) => ({
      name,
      href,
      children: children.size > LONGEST_MENU ? [] : [...children].map(([child, to]) => ({ name: child, href: to })),
    }));
  }

  #encode(html: string): Buffer {
    return this.#site.look.charset === 'gbk' ? iconv.encode(html, 'gb18030') : Buffer.from(html);
  }
}

/** The sections above a column, as the folder of each with its menu path. */
function sectionsOf(column: ColumnPlan): [string, string[]][] {
  return column.path.slice(0, -1).map((_, index) => [folderTo(column, index + 1), column.path.slice(0, index + 1)]);
}

function sectionLinks(column: ColumnPlan): Link[] {
  return column.path.slice(0, -1).map((name, index) => ({ name, href: folderTo(column, index + 1) }));
}

/** The first segments of a column's folder: `/zwgk/` of `/zwgk/tzgg/`. */
function folderTo(column: ColumnPlan, depth: number): string {
  return `${column.folder.split('/', depth + 1).join('/')}/`;
}

function newest(items: readonly CityItem[]): Date | null {
  const last = items.reduce<CityItem | null>((best, item) => (best === null || item.appears > best.appears ? item : best), null);
  return last && instant(last);
}

function instant(item: CityItem): Date {
  return new Date(`${item.appears}T${item.time}:00+08:00`);
}

function mark(...parts: readonly (string | number)[]): string {
  return hash(parts.join(' ')).toString(36);
}

import { addDays } from '../../../src/model/day.ts';
import type { ColumnStatus } from '../../../src/model/records.ts';
import { LOOKS } from './looks.ts';
import { freshNumber, type PlannedColumn, SECOND } from './plan.ts';
import type { Drawing } from './site.ts';

/** What an audit must say of a column, and what it may say besides without being wrong. */
export interface Wanted {
  readonly items: number;
  readonly last: string | null;
  readonly status: ColumnStatus;
  /** Its rows cannot be had: anything but unknown would be made up. */
  readonly unreadable?: boolean;
}

/** What is done to a site between two nights. */
export interface Change {
  readonly name: string;
  /** Makes the change in one column of the site; false where it cannot be made there. */
  plant(drawing: Drawing, column: PlannedColumn): boolean;
  /** What the column comes to instead of what its items say. */
  readonly wanted?: Partial<Wanted>;
  /** Whether it touches all columns of the site. */
  readonly whole?: true;
}

const isListed = ({ items }: PlannedColumn, least: number) => items.length >= least;

function add(column: PlannedColumn, day: string, at: number): void {
  const n = freshNumber(column);
  column.items.splice(at, 0, { n, title: `关于补充公布第${n}号有关事项的公告`, day });
}

/** Changes that one column shows, the most telling first. */
export const COLUMN_CHANGES: readonly Change[] = [
  {
    name: 'a new item',
    plant(_, column) {
      if (!isListed(column, 1)) return false;
      add(column, addDays(SECOND, -1), 0);
      return true;
    },
  },
  {
    name: 'an item dated back, where it belongs by its day',
    plant({ look }, column) {
      if (!isListed(column, 8)) return false;
      // On a further page nothing tells of it but a count of records.
      const at = Math.min(column.items.length, look.counts ? Number.POSITIVE_INFINITY : look.perPage) - 3;
      add(column, column.items[at - 1]!.day, at);
      return true;
    },
  },
  {
    name: 'an item withdrawn',
    plant(drawing, column) {
      if (!isListed(column, 4)) return false;
      const [item] = column.items.splice(1, 1);
      drawing.gone.add(item!.n);
      return true;
    },
  },
  {
    name: 'an item with another title',
    plant(_, column) {
      if (!isListed(column, 2)) return false;
      column.items[1]!.title = `${column.items[1]!.title}（更正）`;
      return true;
    },
  },
  {
    name: 'a silent column that speaks again, and a server that says that nothing changed',
    plant(drawing, column) {
      if (column.kind !== 'silent') return false;
      add(column, addDays(SECOND, -1), 0);
      drawing.answers.set(column, { kind: 'not-modified' });
      return true;
    },
  },
  {
    name: 'its address leads to the home page',
    plant(drawing, column) {
      if (column.items.length === 0) return false;
      drawing.answers.set(column, { kind: 'redirect', to: '/' });
      return true;
    },
    wanted: { status: 'unknown', unreadable: true },
  },
  {
    name: 'a script fills its list',
    plant(drawing, column) {
      if (drawing.look.more || column.items.length === 0) return false;
      drawing.answers.set(column, { kind: 'empty', filled: '<script src="/js/lanmu.js"></script>' });
      return true;
    },
    wanted: { status: 'unknown', unreadable: true },
  },
  {
    name: 'all its items are withdrawn',
    plant(drawing, column) {
      if (drawing.look.readable === false || !isListed(column, 2)) return false;
      for (const { n } of column.items.splice(0)) drawing.gone.add(n);
      return true;
    },
    // One night's page does not tell it from a redesign that broke the list: a person is asked before the unit is.
    wanted: { status: 'unknown', unreadable: true },
  },
  {
    name: 'its list stands at a new address, and the old one leads there',
    plant(drawing, column) {
      if (!isListed(column, 2)) return false;
      drawing.answers.set(column, { kind: 'moved', to: `/2024/${column.folder}/list.html` });
      return true;
    },
  },
  {
    name: 'its pager is gone',
    plant(drawing, column) {
      if (column.items.length <= drawing.look.perPage || !drawing.look.pager) return false;
      drawing.cut.add(column);
      return true;
    },
  },
];

/** Changes of a whole site. */
export const SITE_CHANGES: readonly Change[] = [
  {
    name: 'a side box that was not there',
    whole: true,
    plant(drawing) {
      if (drawing.side !== 'none') return false;
      drawing.side = 'before';
      return true;
    },
  },
  {
    name: 'another make-up that can be read',
    whole: true,
    plant(drawing, column) {
      const readable = LOOKS.filter(
        (look) => look.readable !== false && look.column === drawing.look.column && look.item === drawing.look.item,
      );
      const other = readable.find((look) => look !== drawing.look);
      if (!other) return false;
      drawing.look = { ...other, column: drawing.look.column, item: drawing.look.item };
      if (column.items.length > 0) add(column, addDays(SECOND, -1), 0);
      return true;
    },
  },
  {
    name: 'another make-up that only a browser can read',
    whole: true,
    plant(drawing) {
      const shell = LOOKS.find((look) => look.readable === false)!;
      drawing.look = { ...shell, column: drawing.look.column, item: drawing.look.item };
      drawing.side = 'after';
      return true;
    },
    wanted: { status: 'unknown', unreadable: true },
  },
];

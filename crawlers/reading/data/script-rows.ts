import type { Entry } from '../../../src/model/reading.ts';
import type { Page } from '../page.ts';
import { findRows } from './json-list.ts';
import { jsonAt } from './script-json.ts';

const LONGEST_SCRIPT = 500_000;
/** Values of one script that are looked at, so that the time stays linear. */
const MOST_VALUES = 8;
/** Rows that one script assigns at most. */
const MOST_ROWS = 2_000;
const TITLED = /["']?\w{0,20}title\w{0,10}["']?\s{0,5}[:[]|headers?\[/i;
const VALUE = /=\s{0,5}(?=[[{]\s{0,20}["{[])|^\s{0,50}(?=[[{]\s{0,20}["{[])/g;
/** `urls[i]='./a.html';headers[i]="…";year[i]='2018'`: one row in arrays of its own. */
const ASSIGNED = /\b([A-Za-z_]\w{0,30})\[\w{1,10}\]\s{0,5}=\s{0,5}(?:'([^'\n]{0,500})'|"([^"\n]{0,500})")/g;

/**
 * The rows of a list that a script of the page holds as data and draws itself: a JSON value with titles (`window.__DATA__ = {"list":[…]}`), or arrays
 * that are filled row by row. Empty where no script holds several rows with titles, most of them with
 * days: slides and menus have none. Nothing is run.
 */
export function rowsInScripts(page: Page): readonly Entry[] {
  for (const script of page.scripts) {
    if (script.length > LONGEST_SCRIPT || !TITLED.test(script)) continue;
    const values = [...jsonValues(script), assignedRows(script)];
    for (const value of values) {
      const { items } = findRows(value, page.base);
      const dated = items.filter((entry) => entry.publishedOn !== null).length;
      if (dated > 1 && dated * 2 >= items.length) return items;
    }
  }
  return [];
}

function jsonValues(script: string): unknown[] {
  const found: unknown[] = [];
  let looked = 0;
  for (const { index, 0: sign } of script.matchAll(VALUE)) {
    if (++looked > MOST_VALUES) break;
    const value = jsonAt(script, index + sign.length);
    if (value !== undefined) found.push(value);
  }
  return found;
}

/** Assignments put together to rows: a name that comes again begins the next one. */
function assignedRows(script: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let row: Record<string, string> = {};
  for (const [, name, one, two] of script.matchAll(ASSIGNED)) {
    const key = FIELD[name!.toLowerCase().replace(/s$/, '')];
    if (key === undefined) continue;
    if (key in row) {
      rows.push(row);
      row = {};
    }
    row[key] = one ?? two ?? '';
    if (rows.length > MOST_ROWS) break;
  }
  if ('title' in row) rows.push(row);
  return rows.map(({ year, month, day, ...rest }) => (year && month && day ? { ...rest, date: `${year}-${month}-${day}` } : rest));
}

const FIELD: Readonly<Record<string, string>> = {
  url: 'url',
  link: 'url',
  href: 'url',
  header: 'title',
  title: 'title',
  date: 'date',
  time: 'date',
  year: 'year',
  month: 'month',
  day: 'day',
};

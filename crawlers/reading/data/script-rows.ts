import type { Entry } from '../../../src/model/reading.ts';
import { elementsOf, type Page, rawText } from '../page.ts';
import { drawnAddress } from './drawn-address.ts';
import { findRows } from './json-list.ts';
import { literalAt } from './literal.ts';
import { valuesIn } from './script-values.ts';

const LONGEST_SCRIPT = 500_000;
/** Rows that one script assigns at most. */
const MOST_ROWS = 2_000;
/** A row has a day: spares most scripts the work. */
const HOLDS_DAYS = /[12]\d{3}\D{1,3}\d{1,2}\D|[12]\d{7}|\d{10}|year\s{0,3}\[/i;
/** `urls[i]='./a.html';headers[i]="…";year[i]='2018'`: one row in arrays of its own; `row.title="…";row.url="…"`: one in an object's members. */
const ASSIGNED = /(?:\b([A-Za-z_]\w{0,30})\[[\w.]{1,20}\]|\.([A-Za-z_]\w{0,30}))\s{0,5}=\s{0,5}(?:'([^'\n]{0,500})'|"([^"\n]{0,500})")/g;

/**
 * The rows of a list that a script of the page holds as data and draws itself: a value with titles (`window.__DATA__ = {"list":[…]}`), records that are
 * added one by one, or arrays that are filled row by row. Empty where no script holds several rows with titles, most of them with days: slides and
 * menus have none. Nothing is run.
 */
export function rowsInScripts(page: Page): readonly Entry[] {
  let best: readonly Entry[] = [];
  const drawn = drawnAddress(page);
  for (const script of page.scripts) {
    if (script.length > LONGEST_SCRIPT || !HOLDS_DAYS.test(script)) continue;
    for (const value of [...valuesIn(script), assignedRows(script)]) {
      const { items } = findRows(value, page.base, drawn);
      const dated = items.filter(isDated).length;
      if (dated > 1 && dated * 2 >= items.length && items.length > best.length) best = items;
    }
  }
  if (best.length === 0 && HOLDS_JSON.test(page.html)) best = rowsInAttributes(page);
  return best;
}

/** `<news-list :list='[{"title":…}]'>`, `<textarea>[{"title":…}]`: what is handed to a component, or kept for a script. */
const HOLDS_JSON = /(?:=\s{0,3}["']|<textarea\b[^<>]{0,200}>)\s{0,20}[[{]\s{0,20}(?:[{"']|&quot;)/;

function rowsInAttributes(page: Page): readonly Entry[] {
  let best: readonly Entry[] = [];
  for (const element of elementsOf(page.document)) {
    for (const value of [...Object.values(element.attribs), ...(element.name === 'textarea' ? [rawText(element)] : [])]) {
      if (!HOLDS_DAYS.test(value) || !/^\s{0,20}[[{]/.test(value)) continue;
      const { items } = findRows(literalAt(value, value.search(/[[{]/))?.value, page.base);
      if (items.filter(isDated).length > 1 && items.length > best.length) best = items;
    }
  }
  return best;
}

const isDated = ({ publishedOn, shown }: Entry) => publishedOn !== null || shown !== undefined;

/** Assignments put together to rows: a name that comes again begins the next one. */
function assignedRows(script: string): Record<string, string>[] {
  const rows: Record<string, string>[] = [];
  let row: Record<string, string> = {};
  for (const [, name, member, one, two] of script.matchAll(ASSIGNED)) {
    const key = FIELD[(name ?? member!).toLowerCase().replace(/s$/, '')];
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

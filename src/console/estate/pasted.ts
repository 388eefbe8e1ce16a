import type { Estate } from '../../model/estate.ts';

/** A line of a pasted list of sites, with what keeps it from being added. */
export interface PastedSite {
  /** From 1. */
  readonly line: number;
  readonly name: string;
  readonly url: string;
  /** Name of its unit; where none is named, the site's own. */
  readonly unit: string;
  readonly idCode: string;
  readonly fault: 'short' | 'address' | 'known' | 'twice' | null;
}

/**
 * Reads lines with tabs between their cells as from a table, or commas as from CSV: name, address, unit and site code, or whatever order
 * a line of heads says.
 */
export function readPasted(list: string, { sites }: Pick<Estate, 'sites'>): PastedSite[] {
  const known = new Set(sites.map(({ url }) => url));
  const seen = new Set<string>();
  let places = PLACES;
  return list.split(/\r?\n/).flatMap((text, index): PastedSite[] => {
    const cells = cellsOf(text);
    const heads = placesOf(cells);
    if (heads !== null) places = heads;
    if (heads !== null || cells.every((cell) => cell === '')) return [];
    const [name = '', given = '', unit = '', idCode = ''] = places.map((place) => cells[place]);
    const url = addressOf(given);
    const fault =
      name === '' || given === '' ? 'short' : url === null ? 'address' : known.has(url) ? 'known' : seen.has(url) ? 'twice' : null;
    if (url !== null) seen.add(url);
    return [{ line: index + 1, name, url: url ?? given, unit: unit || name, idCode, fault }];
  });
}

/** The rows of a table file as such lines. */
export function asLines(rows: readonly (readonly unknown[])[]): string {
  const cell = (value: unknown) =>
    String(value ?? '')
      .replace(/\s+/g, ' ')
      .trim();
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

/** Where name, address, unit and code stand in a line without heads. */
const PLACES: readonly number[] = [0, 1, 2, 3];
const HEADS = [/^(?!.*单位).*(?:名称|name)|^网站$|^site$/i, /网址|地址|域名|url|address/i, /单位|unit/i, /标识码|code/i];

/** Where they stand by a line of heads; null where it is none. */
function placesOf(cells: readonly string[]): readonly number[] | null {
  if (cells.some((cell) => cell.includes('.') || cell.includes('/'))) return null;
  const places = HEADS.map((head) => cells.findIndex((cell) => head.test(cell)));
  return places[0]! >= 0 && places[1]! >= 0 ? places : null;
}

function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  const cells = line.match(/"(?:[^"]|"")*"|[^,，]+|^(?=[,，])|(?<=[,，])(?=[,，]|$)/g) ?? [];
  return cells.map((cell) => cell.trim().replace(/^"|"$/g, '').replace(/""/g, '"').trim());
}

function addressOf(given: string): string | null {
  const text = /^[a-z]+:\/\//i.test(given) ? given : `http://${given}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSite = url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.hostname.includes('.');
  return isSite ? url.href : null;
}

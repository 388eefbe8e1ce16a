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

/** Reads lines of name, address, unit and site code, with tabs as from a table or commas as from CSV; a line of heads is left out. */
export function readPasted(list: string, { sites }: Pick<Estate, 'sites'>): PastedSite[] {
  const known = new Set(sites.map(({ url }) => url));
  const seen = new Set<string>();
  return list.split(/\r?\n/).flatMap((text, index): PastedSite[] => {
    const cells = cellsOf(text);
    if (cells.every((cell) => cell === '') || isHead(cells)) return [];
    const [name = '', given = '', unit = '', idCode = ''] = cells;
    const url = addressOf(given);
    const fault =
      name === '' || given === '' ? 'short' : url === null ? 'address' : known.has(url) ? 'known' : seen.has(url) ? 'twice' : null;
    if (url !== null) seen.add(url);
    return [{ line: index + 1, name, url: url ?? given, unit: unit || name, idCode, fault }];
  });
}

const isHead = ([name = '', url = '']: readonly string[]): boolean => /名称|^网站$|name/i.test(name) && /网址|地址|url|address/i.test(url);

function cellsOf(line: string): string[] {
  if (line.includes('\t')) return line.split('\t').map((cell) => cell.trim());
  const cells = line.match(/"(?:[^"]|"")*"|[^,，]+|(?<=[,，])(?=[,，]|$)/g) ?? [];
  return cells.map((cell) => cell.trim().replace(/^"|"$/g, '').replace(/""/g, '"').trim());
}

function addressOf(given: string): string | null {
  const text = /^[a-z]+:\/\//i.test(given) ? given : `http://${given}`;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isSite = url !== null && ['http:', 'https:'].includes(url.protocol) && url.username === '' && url.hostname.includes('.');
  return isSite ? url.href : null;
}

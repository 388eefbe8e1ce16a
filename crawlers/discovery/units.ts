import type { Unit } from '../../src/model/estate.ts';

/** Prefixes and endings by which pages shorten a unit's name: 市水利局 is also 水利局 or 广水市水利局. */
const PREFIX = /^(?:[\u4e00-\u9fff]{2,4}(?:市|县|区)|市|县|区)(?=[\u4e00-\u9fff]{2,})/;

/** What menus leave out of a township's name: 应山街道办事处 is also 应山. */
const TOWNSHIP = /(?:镇|乡|街道|街道办事处|办事处)$/;

/** The unit that the names along a menu path name, or null; a whole name goes before a shortened one, the longest that fits wins, the deepest first. */
export function unitNamed(path: readonly string[], units: readonly Unit[]): Unit | null {
  const byLength = units
    .map((unit) => ({ unit, short: withoutCity(unit.name) }))
    .sort((one, other) => other.short.length - one.short.length);
  for (const name of [...path].reverse()) {
    const named =
      byLength.find(({ unit }) => name.includes(unit.name)) ?? byLength.find(({ short }) => isShortened(withoutCity(name), short));
    if (named) return named.unit;
  }
  return null;
}

function isShortened(name: string, unit: string): boolean {
  if (name.length < 2 || unit.length < 2) return false;
  return name.startsWith(unit) || (TOWNSHIP.test(unit) && name.replace(TOWNSHIP, '') === unit.replace(TOWNSHIP, ''));
}

function withoutCity(name: string): string {
  return name.replace(PREFIX, '');
}

import type { Unit } from '../../src/model/estate.ts';

/** Prefixes and endings by which pages shorten a unit's name: 市水利局 is also 水利局 or 广水市水利局. */
const PREFIX = /^(?:[\u4e00-\u9fff]{2,4}(?:市|县|区)|市|县|区)(?=[\u4e00-\u9fff]{2,})/;

/** What menus leave out of a township's name: 应山街道办事处 is also 应山. */
const TOWNSHIP = /(?:镇|乡|街道|街道办事处|办事处)$/;

/** The unit that the names along a menu path name, or null; the longest name that fits wins, the deepest first. */
export function unitNamed(path: readonly string[], units: readonly Unit[]): Unit | null {
  const byLength = units.map((unit) => ({ unit, core: core(unit.name) })).sort((one, other) => other.core.length - one.core.length);
  for (const name of [...path].reverse()) {
    const short = core(name);
    const named = byLength.find(
      ({ core: part }) =>
        part.length >= 2 && short.length >= 2 && (short.startsWith(part) || (TOWNSHIP.test(part) && part.replace(TOWNSHIP, '') === short)),
    );
    if (named) return named.unit;
  }
  return null;
}

function core(name: string): string {
  return name.replace(PREFIX, '');
}

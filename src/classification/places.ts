import { createRequire } from 'node:module';

/** By code of the division above it, the names of divisions by their codes. */
type Divisions = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** What a division's name ends with, and people leave out: 霍山县 is called 霍山. */
const KIND_OF_PLACE = /(?:特别行政区|(?:[\u4e00-\u9fa5]{1,3}族){0,4}(?:自治区|自治州|自治县|自治旗)|地区|林区|省|市|县|区|州|旗|盟)$/;

let known: ReadonlySet<string> | null = null;

/** Whether a name is that of a province, city, county or district, in full or as people call it. */
export function isPlace(name: string): boolean {
  known ??= readPlaces();
  return known.has(name);
}

function readPlaces(): ReadonlySet<string> {
  const divisions = createRequire(import.meta.url)('china-area-data') as Divisions;
  const names = Object.values(divisions).flatMap((one) => Object.values(one));
  return new Set(names.flatMap((name) => [name, name.replace(KIND_OF_PLACE, '')]).filter((name) => name.length >= 2 && name !== '市辖区'));
}

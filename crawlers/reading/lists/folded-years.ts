import { elementsOf, isHidden, type Page } from '../page.ts';
import type { Group } from './groups.ts';
import type { Outline } from './outline.ts';

/** Years stand so near before the first row of the first one. In runs. */
const NEAR = 12;
const YEAR = /^\D{0,2}(?:19|20)\d{2}\s?年?度?\D{0,2}$/;

/** Whether a page hides a block that holds several links, and shows a year somewhere. */
export function holdsFolded(page: Page): boolean {
  if (!/(?:19|20)\d{2}\s?年/.test(page.html) || !/display\s{0,3}:\s{0,3}none/i.test(page.html)) return false;
  return elementsOf(page.document).some(
    (element) => isHidden(element) && elementsOf(element).filter(({ name }) => name === 'a').length > 1,
  );
}

/** Whether a list was put together from pieces, one a year: each stands under its year, or several years to choose from stand before them. */
export function isCutByYears({ runs }: Outline, { rows, seams }: Group): boolean {
  const isYear = (run: number) => YEAR.test(runs[run]!.text);
  const between = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at).filter(isYear).length;
  const first = rows[0]!.runFrom;
  const chosen = between(Math.max(0, first - NEAR), first);
  return seams.length > 0 && (chosen > seams.length || seams.every((seam) => between(rows[seam - 1]!.runTo, rows[seam]!.runFrom) > 0));
}

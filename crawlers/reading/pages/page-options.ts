import { elementsOf, type Page, visibleText } from '../page.ts';
import type { Sequence } from './sequence.ts';

const NUMBER = /^第?\s?(\d{1,5})\s?页?$/;
/** What an option's value looks like where it is an address and no number of a page. */
const ADDRESS = /[./?=]/;
/** Options of a page that are looked at; other selects list years, offices or friends. */
const MOST = 2_000;

/** The pages that a select box jumps to (`<option value="index_1.html">2</option>`), for pagers without links; null where there is none. */
export function optionSequence(page: Page): Sequence | null {
  if (!/<option/i.test(page.html)) return null;
  const addresses = new Map<number, string>();
  let current = 1;
  const options = elementsOf(page.document).filter(({ name }) => name === 'option');
  for (const option of options.slice(0, MOST)) {
    const { value } = option.attribs;
    const number = Number(NUMBER.exec(visibleText(option, 40))?.[1] ?? Number.NaN);
    if (value === undefined || Number.isNaN(number) || !ADDRESS.test(value)) continue;
    addresses.set(number, value);
    if (option.attribs.selected !== undefined) current = number;
  }
  if (addresses.size < 2) return null;
  return { current, last: Math.max(...addresses.keys()), addressOf: (number) => addresses.get(number) ?? null };
}

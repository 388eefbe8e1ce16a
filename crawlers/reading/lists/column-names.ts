import type { Page } from '../page.ts';
import { plainName } from './headings.ts';

/** Longer ones are titles of articles. */
const LONGEST_NAME = 16;

/** The names that a page gives its column: meta ColumnName, the last step of its trail, the first part of its title. */
export function columnNames(page: Page, trail: readonly string[]): Set<string> {
  const named = [page.meta.get('columnname'), page.title?.split(/[-_|—–>·]/)[0], trail.at(-1)];
  return new Set(named.map((name) => plainName(name ?? '')).filter((plain) => plain.length >= 2 && plain.length <= LONGEST_NAME));
}

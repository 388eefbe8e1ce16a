import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { LabelledTitle } from '../../src/classification/labelled-title.ts';
import type { MinedTitle } from '../../src/classification/mining.ts';
import type { CategoryId } from '../../src/model/estate.ts';

/** A line of the labelled reference titles. */
export interface Row {
  readonly title: string;
  readonly column: string | null;
  readonly url?: string | null;
  readonly unit?: string | null;
  readonly category: CategoryId;
  readonly specific: CategoryId | null;
  readonly real: boolean;
  readonly origin: string;
  /** Whether it is of the set that people read while they wrote the rules. */
  readonly read?: boolean;
}

/** Where the labelled titles lie: beside the repository, never in it. */
const SETS = fileURLToPath(new URL('../../../shared/titles/', import.meta.url));
export const LABELLED = `${SETS}labelled.jsonl`;
export const LABELLED_2 = `${SETS}labelled-2.jsonl`;

/** The labelled titles of a file with its digest, or null where it is not there. */
export function readLabelled(file: string = LABELLED): { rows: Row[]; digest: string } | null {
  if (!existsSync(file)) return null;
  const text = readFileSync(file, 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ ...(JSON.parse(line) as Row), read: file === LABELLED }));
  return { rows, digest: createHash('sha256').update(text).digest('hex') };
}

/** The label to measure by. */
export const gold = (row: Row): CategoryId => row.specific ?? row.category;

/** A row as training takes it: what a list page shows beside the title. */
export function toLabelled(row: Row): LabelledTitle {
  return { title: row.title, ...placeOf(row), category: gold(row), also: row.category, read: row.read ?? false, site: siteOf(row) };
}

/** A row as phrases are mined from it. */
export function toMined(row: Row): MinedTitle {
  return { title: row.title, category: gold(row), site: siteOf(row) };
}

/** Where a title stood. */
export function placeOf(row: Row) {
  return { column: row.column, url: row.url ? `http://${row.url}` : null, unit: row.unit };
}

/**
 * The fold of each row, from 0. No site is in two: sites are dealt out, the biggest first, each to the fold with the fewest titles.
 * The sites of one office are one site, and all written titles, being of one hand, are one.
 */
export function foldsOf(rows: readonly Row[], folds: number): number[] {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(siteOf(row), (sizes.get(siteOf(row)) ?? 0) + 1);
  const loads = new Array<number>(folds).fill(0);
  const dealt = new Map<string, number>();
  for (const [site, size] of [...sizes].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))) {
    const fold = loads.indexOf(Math.min(...loads));
    dealt.set(site, fold);
    loads[fold] = (loads[fold] as number) + size;
  }
  return rows.map((row) => dealt.get(siteOf(row)) as number);
}

/** The site that a row was found on. */
export function siteOf(row: Row): string {
  if (!row.real) return 'written titles';
  const [source, site] = row.origin.split(' | ');
  return site?.startsWith('广东省科技') ? '广东省科技厅' : (site ?? source ?? row.origin);
}

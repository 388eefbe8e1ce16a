import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
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
}

/** Where the labelled titles lie: beside the repository, never in it. */
export const LABELLED = fileURLToPath(new URL('../../../shared/titles/labelled.jsonl', import.meta.url));

/** Sites with fewer titles than this share folds with others of their kind. */
const OWN_FOLD = 60;
const SHARED_FOLDS = 3;

/** The labelled titles with the digest of their file, or null where they are not there. */
export function readLabelled(): { rows: Row[]; digest: string } | null {
  if (!existsSync(LABELLED)) return null;
  const text = readFileSync(LABELLED, 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  return { rows, digest: createHash('sha256').update(text).digest('hex') };
}

/** The label to measure by. */
export const gold = (row: Row): CategoryId => row.specific ?? row.category;

/**
 * The fold of each row. No site is in two folds: a big site is a fold of its own, the sites of one office are one,
 * small sites are dealt out by their name, and all written titles, being of one hand, are one fold.
 */
export function foldsOf(rows: readonly Row[]): string[] {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(siteOf(row), (sizes.get(siteOf(row)) ?? 0) + 1);
  return rows.map((row) => {
    const site = siteOf(row);
    if (!row.real || (sizes.get(site) as number) >= OWN_FOLD) return site;
    return `small sites ${createHash('sha256').update(site).digest().readUInt8(0) % SHARED_FOLDS}`;
  });
}

function siteOf(row: Row): string {
  if (!row.real) return 'written titles';
  const [source, site] = row.origin.split(' | ');
  return site?.startsWith('广东省科技') ? '广东省科技厅' : (site ?? source ?? row.origin);
}

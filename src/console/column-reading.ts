import { type Choice, choicesOf } from '../../crawlers/reading/choices.ts';
import type { ColumnRow } from '../audit/audit-result.ts';
import { readField } from '../config/read-field.ts';
import type { ListReading } from '../model/reading.ts';
import type { ToldReading } from '../model/told-reading.ts';
import type { ConsoleServices } from './services.ts';

/** The keys of a told reading, in the order of a form. */
export const TOLD_KEYS = ['rows', 'title', 'day', 'url', 'next', 'api', 'page'] as const;

/** A column's stored page, read as its column is read or as somebody would have it read. */
export interface ColumnReading {
  /** Null where the page is no list that could be read. */
  readonly reading: ListReading | null;
  readonly choices: readonly Choice[];
  /** Markup with the rows marked, as `choicesOf` gives it. */
  readonly html: string;
  readonly url: string;
  readonly contentType: string | null;
  readonly fetchedAt: Date;
}

/** What a person told of a column: of itself, or of its whole site. */
export function toldOf({ config }: ConsoleServices, { site, id }: Pick<ColumnRow, 'site' | 'id'>): ToldReading | null {
  const watched = config.estate.sites.find((one) => one.id === site);
  return watched?.columns?.find((one) => one.id === id)?.read ?? watched?.read ?? null;
}

/** What a form or an address says of reading: null where it says nothing, a problem's key where it cannot be used. */
export function askedTold(given: Readonly<Record<string, unknown>>): { readonly told: ToldReading | null; readonly wrong: string | null } {
  const filled = Object.fromEntries(
    TOLD_KEYS.flatMap((key) => {
      const value = given[key];
      return typeof value === 'string' && value.trim() !== '' ? [[key, value.trim()]] : [];
    }),
  );
  if (Object.keys(filled).length === 0) return { told: null, wrong: null };
  const read = readField.safeParse(filled);
  return read.success ? { told: read.data, wrong: null } : { told: null, wrong: String(read.error.issues[0]?.path[0] ?? '') };
}

/** Reads a column's page as it was kept last; null where none is kept. `told`: how, null: by itself. */
export async function readStored(
  { store }: ConsoleServices,
  column: Pick<ColumnRow, 'site' | 'evidence'>,
  told: ToldReading | null,
): Promise<ColumnReading | null> {
  const [kept, profile] = await Promise.all([column.evidence && store.evidence.get(column.evidence), store.profiles.get(column.site)]);
  if (!kept) return null;
  const { url, contentType, fetchedAt } = kept;
  // A picture is kept of what a browser drew.
  const source = { url, bytes: kept.bytes, contentType, kind: 'list' as const, drawn: kept.screenshot !== null };
  return { ...choicesOf({ ...source, ...(profile && { knowledge: profile }), ...(told && { told }) }), url, contentType, fetchedAt };
}

/** What the site's other columns would be read as if they were told the same. */
export interface Follower {
  readonly column: ColumnRow;
  readonly before: ListReading | null;
  readonly after: ListReading;
  /** It would be read with rows, and otherwise than now. */
  readonly changes: boolean;
}

/** Columns of a site that are looked at; more are told of one by one. */
const MOST_FOLLOWERS = 40;

export async function followersOf(
  services: ConsoleServices,
  column: ColumnRow,
  columns: readonly ColumnRow[],
  told: ToldReading,
): Promise<Follower[]> {
  const others = columns.filter(({ site, id, evidence }) => site === column.site && id !== column.id && evidence !== null);
  const found: Follower[] = [];
  for (const other of others.slice(0, MOST_FOLLOWERS)) {
    const before = (await readStored(services, other, toldOf(services, other)))?.reading ?? null;
    const after = (await readStored(services, other, told))?.reading;
    if (!after || after.items.length === 0) continue;
    found.push({ column: other, before, after, changes: titlesOf(before) !== titlesOf(after) || before?.why.certainty !== 'sure' });
  }
  return found;
}

const titlesOf = (reading: ListReading | null): string =>
  JSON.stringify(reading?.items.map(({ title, publishedOn }) => [title, publishedOn]));

/** The newest day of what was read, or null. */
export function newestOf(reading: ListReading | null): string | null {
  return (
    reading?.items
      .flatMap(({ publishedOn }) => publishedOn ?? [])
      .toSorted()
      .at(-1) ?? null
  );
}

import type { Config } from '../../config/load.ts';
import type { EstateChange } from '../../estate/changes.ts';
import { clickPath } from '../../model/click-path.ts';
import type { Names } from '../../rows/names.ts';
import type { Words } from '../words/words.ts';

export interface ChangeReading {
  /** In which a thing is looked up by its id: what holds after the change first, then what held before. */
  readonly configs: readonly Config[];
  readonly names: Names;
  readonly words: Words;
}

/** What was changed, as people call it; an id only where it has no name. */
export function thingWords({ kind, id }: EstateChange, { configs, names, words }: ChangeReading): string {
  const kinds: Readonly<Record<string, string>> = { ...words.estate.kinds, ...words.estate.otherKinds };
  return `${kinds[kind] ?? kind} ${nameOf(kind, id, configs, names)}`.trim();
}

function nameOf(kind: string, id: string, configs: readonly Config[], names: Names): string {
  if (kind === 'units') return names.unit(id);
  if (kind === 'sites') return names.site(id);
  if (kind === 'categories') return names.category(id);
  if (kind !== 'columns') return id;
  const columns = configs.flatMap(({ estate }) => estate.sites.flatMap((site) => site.columns ?? []));
  const column = columns.find((one) => `${one.site}/${one.id}` === id);
  return column ? clickPath(column) : id;
}

/** A key of a thing by what its form calls it. */
export function keyWords(key: string, { words }: ChangeReading): string {
  const keys: Readonly<Record<string, string>> = words.estate.keys;
  return keys[key] ?? key;
}

/** A value as it is shown elsewhere; what has no words stands as it is written. */
export function valueWords(key: string, value: unknown, { names, words }: ChangeReading): string {
  if (value === null || value === '') return words.none;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (key === 'period') return value === 'none' ? words.estate.noPeriod : periodOf(value, words);
  if (typeof value !== 'string') return JSON.stringify(value);
  if (key === 'unit' || key === 'mergedInto') return names.unit(value);
  return key === 'category' ? names.category(value) : value;
}

function periodOf(value: unknown, words: Words): string {
  const { years = 0, months = 0, days = 0 } = value as { years?: number; months?: number; days?: number };
  return words.period(years, months, days);
}

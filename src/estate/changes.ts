import type { Config } from '../config/load.ts';

/** What differs between two configurations in one thing that is watched or judged by. */
export interface EstateChange {
  /** `units`, `sites`, `columns`, `contacts`, `channels`, `rules` …, or `estate`, `schedule`, `alerts` for single settings. */
  readonly kind: string;
  /** Its id within the kind: for a column `site/column`. */
  readonly id: string;
  readonly change: 'added' | 'left-out' | 'changed';
  /** Each key that differs with what it was and what it is; empty where the whole is new or gone. */
  readonly keys: Readonly<Record<string, readonly [unknown, unknown]>>;
}

/** Everything that changed from one configuration to the next, by kind and id. */
export function changesBetween(before: Config, after: Config): EstateChange[] {
  const [old, young] = [thingsOf(before), thingsOf(after)];
  const places = [...new Set([...old.keys(), ...young.keys()])].sort();
  return places.flatMap((place): EstateChange[] => {
    const [kind = '', id = ''] = JSON.parse(place) as string[];
    const [was, is] = [old.get(place), young.get(place)];
    if (was === undefined) return [{ kind, id, change: 'added', keys: {} }];
    if (is === undefined) return [{ kind, id, change: 'left-out', keys: {} }];
    const keys = differing(was, is);
    return Object.keys(keys).length === 0 ? [] : [{ kind, id, change: 'changed', keys }];
  });
}

type Thing = Readonly<Record<string, unknown>>;

function thingsOf({ estate, alerts, schedule, pack, taxonomy, calendar }: Config): Map<string, Thing> {
  const found = new Map<string, Thing>();
  const put = (kind: string, id: string, thing: object) => void found.set(JSON.stringify([kind, id]), thing as Thing);
  const { sites, ...rest } = estate;
  for (const { columns, ...site } of sites) {
    put('sites', site.id, { ...site, discovered: columns === null });
    for (const { site: _, ...column } of columns ?? []) put('columns', `${site.id}/${column.id}`, column);
  }
  putParts('estate', rest, put);
  putParts('alerts', alerts, put);
  put('schedule', '', schedule);
  for (const rule of pack.rules) put('rules', rule.id, rule);
  for (const rule of pack.off ?? []) put('rules off', rule.id, rule);
  for (const category of taxonomy.categories) put('categories', category.id, category);
  for (const year of calendar) put('calendar', String(year.year), year);
  return found;
}

/** Lists of things become things of their own, what is left is one. */
function putParts(kind: string, whole: object, put: (kind: string, id: string, thing: object) => void): void {
  const single: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(whole)) {
    if (!isList(value)) single[key] = value;
    else for (const [index, thing] of value.entries()) put(key, idOf(thing) ?? String(index), thing);
  }
  put(kind, '', single);
}

const isList = (value: unknown): value is readonly object[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'object' && one !== null);

function idOf(thing: object): string | null {
  const { id, name, role, unit } = thing as Readonly<Record<string, unknown>>;
  if (typeof id === 'string') return id;
  return typeof name === 'string' ? [name, role, unit].filter((part) => typeof part === 'string').join(' ') : null;
}

function differing(was: Thing, is: Thing): Record<string, [unknown, unknown]> {
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])];
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(was[key]) !== JSON.stringify(is[key])).map((key) => [key, [was[key] ?? null, is[key] ?? null]]),
  );
}

import type { AddressHabits, IgnoredPart } from '../../src/model/site-profile.ts';

/*
 * Some sites give an item another address with each visit: `view.jsp?id=7&t=1583…&k=9f…`. Which parameters change and matter nothing is
 * found by comparing two addresses of the same row, never by their names: what tells items apart matters.
 */

/** Two addresses under which the same row was met. */
export interface SameRow {
  readonly one: string;
  readonly other: string;
}

/** Pairs that must agree before a parameter is left out. */
const PAIRS = 2;

/** A parameter's value that may be a time, a session, a key or a version: worth a second look at the page. */
const PASSING = /^(?:\d{10,17}|0?\.\d{6,}|(?=[^&]*\d)(?=[^&]*[a-z])[0-9a-z_-]{8,}|[0-9a-f]{16,})$/i;

/** An address without what does not matter on its site. */
export function withoutIgnored(url: string, { ignored }: AddressHabits): string {
  if (ignored.length === 0 || !url.includes('?')) return url;
  const parameters = ignoredIn(url, ignored);
  return parameters.length > 0 ? without(url, new Set(parameters)) : url;
}

/** Whether an address has parts that change from visit to visit, so that asking for it later says nothing of its item. */
export function isPassing(url: string, { ignored }: AddressHabits): boolean {
  return ignoredIn(url, ignored).length > 0;
}

/** Paths of a host on which a parameter must matter nothing before it does nowhere on that host. */
const PATHS = 2;

/** Parameters of an address that matter nothing: on its own path, or, as a session that stands behind all addresses, on several others. */
function ignoredIn(url: string, ignored: AddressHabits['ignored']): readonly string[] {
  if (ignored.length === 0) return [];
  const own = ignored.find(({ path }) => path === pathPattern(url));
  if (own) return own.parameters;
  const host = `${new URL(url).host}/`;
  const counts = new Map<string, number>();
  for (const { path, parameters } of ignored)
    if (path.startsWith(host)) for (const name of parameters) counts.set(name, (counts.get(name) ?? 0) + 1);
  return parametersOf(url).flatMap(([name]) => ((counts.get(name) ?? 0) >= PATHS ? [name] : []));
}

/** A value that may be counted up with each visit. */
const COUNTED = /\d/;
/** What numbers stand between. */
const NUMBERS = /\D+/;

/**
 * Whether rows have addresses of which a part may change with each visit: its value looks like it, or is the same down the whole list,
 * so that it tells no row from another, and is not from the list's own address.
 */
export function mayChange(urls: readonly string[], list: string): boolean {
  const suspicious = urls.filter((url) => parametersOf(url).some(([, value]) => PASSING.test(value)));
  return (suspicious.length >= PAIRS && suspicious.length * 2 >= urls.length) || isCountedUp(urls, list);
}

function isCountedUp(urls: readonly string[], list: string): boolean {
  const [first, ...others] = [...new Set(urls)];
  if (first === undefined || others.length + 1 < PAIRS) return false;
  const { pathname, search } = new URL(list);
  const ofList = new Set([...(pathname + search).split(NUMBERS), ...parametersOf(list).map(([, value]) => value)]);
  return parametersOf(first).some(
    ([name, value]) =>
      COUNTED.test(value) &&
      !ofList.has(value) &&
      others.every((url) => parametersOf(url).some(([key, same]) => key === name && same === value)),
  );
}

/**
 * The parameters in which addresses of the same rows differ, path by path, where nothing else differs and the rows stay apart without
 * them. `met` are all addresses of the list: a parameter without which two of them become one is no matter of the visit.
 */
export function ignoredParts(pairs: readonly SameRow[], met: readonly string[]): IgnoredPart[] {
  const byPath = new Map<string, SameRow[]>();
  for (const pair of pairs) {
    const path = pathPattern(pair.one);
    if (path === pathPattern(pair.other)) byPath.set(path, [...(byPath.get(path) ?? []), pair]);
  }
  return [...byPath].flatMap(([path, of]) => {
    const names = new Set(of.flatMap(({ one, other }) => differing(one, other)));
    if (of.length < Math.min(PAIRS, met.length) || names.size === 0) return [];
    if (!of.every(({ one, other }) => without(one, names) === without(other, names))) return [];
    const own = [...new Set(met)].filter((url) => pathPattern(url) === path);
    const apart = new Set(own.map((url) => without(url, names))).size;
    return apart === own.length ? [{ path, parameters: [...names].sort() }] : [];
  });
}

/** Habits with more of them. */
export function addIgnored({ ignored }: AddressHabits, more: readonly IgnoredPart[]): AddressHabits {
  const paths = new Map(ignored.map(({ path, parameters }) => [path, new Set(parameters)]));
  for (const { path, parameters } of more) paths.set(path, new Set([...(paths.get(path) ?? []), ...parameters]));
  return { ignored: [...paths].map(([path, parameters]) => ({ path, parameters: [...parameters].sort() })) };
}

/** Host and path with numbers as `#`: addresses of one make. */
function pathPattern(url: string): string {
  const { host, pathname } = new URL(url);
  return host + pathname.replace(/\d+/g, '#');
}

function parametersOf(url: string): (readonly [name: string, value: string])[] {
  const { search } = new URL(url);
  if (search === '') return [];
  return search
    .slice(1)
    .split('&')
    .map((pair) => {
      const at = pair.indexOf('=');
      return at < 0 ? ([pair, ''] as const) : ([pair.slice(0, at), pair.slice(at + 1)] as const);
    });
}

/** Parameters that one address has otherwise than the other, or has alone. */
function differing(one: string, other: string): string[] {
  const [a, b] = [parametersOf(one), parametersOf(other)];
  const values = (of: typeof a, name: string) => of.flatMap(([key, value]) => (key === name ? [value] : [])).join('&');
  return [...new Set([...a, ...b].map(([name]) => name))].filter((name) => values(a, name) !== values(b, name));
}

function without(url: string, names: ReadonlySet<string>): string {
  const { search } = new URL(url);
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !names.has(pair.split('=', 1)[0]!));
  const bare = search === '' ? url : url.slice(0, url.length - search.length);
  return kept.length > 0 ? `${bare}?${kept.join('&')}` : bare;
}

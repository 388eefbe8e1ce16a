import { type Day, dayIn } from '../model/day.ts';
import type { MediaAccount, PostDelivery } from '../model/media.ts';
import { bareName } from './bare-name.ts';

/** One reading of what an account is called. */
export interface NameReading {
  readonly name: string;
  readonly on: Day;
  /** File name or address. */
  readonly source: string;
}

/** A name that an account got without a word in the estate: the last reading of the earlier one, and the last of the new. */
export interface Renamed {
  readonly before: NameReading;
  readonly after: NameReading;
  /** Days on which it was read: once may be a file of another account. */
  readonly days: number;
}

/**
 * Whether feeds or exports call an account otherwise than before and nobody wrote the change down, as of a day. What they call it is held
 * against what the same way called it earlier, never against the estate: a name there may be the office's own short form.
 */
export function renamed(
  account: Pick<MediaAccount, 'name' | 'formerNames'>,
  deliveries: readonly PostDelivery[],
  { today, zone }: { readonly today: Day; readonly zone: string },
): Renamed | null {
  const readings = deliveries.flatMap(({ fault, named, via, source, at, from }) =>
    fault !== null || from === null || named === null || dayIn(zone, at) > today
      ? []
      : [{ name: named, on: dayIn(zone, at), source, way: wayOf(via, source) }],
  );
  const [after] = readings.slice(-1);
  if (after === undefined) return null;
  const same = readings.filter(({ way }) => way === after.way);
  const at = same.findLastIndex(({ name }) => bareName(name) !== bareName(after.name));
  const before = same[at];
  if (before === undefined || bareName(after.name) === bareName(account.name)) return null;
  if (account.formerNames.some(({ name }) => bareName(name) === bareName(before.name))) return null;
  const told = ({ name, on, source }: NameReading): NameReading => ({ name, on, source });
  return { before: told(before), after: told(after), days: new Set(same.slice(at + 1).map(({ on }) => on)).size };
}

/** Files have a name of their own each; feeds are told apart by their address. */
function wayOf(via: PostDelivery['via'], source: string): string {
  return via === 'feed' ? source : via;
}

import { type Day, dayIn } from '../model/day.ts';
import type { MediaAccount, PostDelivery } from '../model/media.ts';

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

/** What servers of feeds and back ends hang on to a name. */
const DECORATION =
  /微信公众(?:号|平台)|公众号|订阅号|服务号|微信|新浪微博|微博|抖音号?|快手号?|今日头条|头条号?|视频号|官方|账号|帐号|的|最新|文章|动态|rss|feed|atom/g;

/** How many, or of when: it changes each day. */
const COUNTED = /\d+(?:篇|条|期|年|月|日|天|小时|分钟)?/g;

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
  const at = same.findLastIndex(({ name }) => bare(name) !== bare(after.name));
  const before = same[at];
  if (before === undefined || bare(after.name) === bare(account.name)) return null;
  if (account.formerNames.some(({ name }) => bare(name) === bare(before.name))) return null;
  const told = ({ name, on, source }: NameReading): NameReading => ({ name, on, source });
  return { before: told(before), after: told(after), days: new Set(same.slice(at + 1).map(({ on }) => on)).size };
}

/** Files have a name of their own each; feeds are told apart by their address. */
function wayOf(via: PostDelivery['via'], source: string): string {
  return via === 'feed' ? source : via;
}

function bare(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
  return plain.replace(COUNTED, '').replace(DECORATION, '') || plain;
}

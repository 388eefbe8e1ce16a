import { daysBetween } from '../../model/day.ts';
import type { Span } from '../../model/estate.ts';
import type { MediaAccount, Platform, PostDelivery } from '../../model/media.ts';
import type { CheckedReport } from './check-reports.ts';

/** An account that ran in a year, on some of its days at least. */
export interface AccountCounted extends Pick<MediaAccount, 'platform' | 'closed'> {
  /** Posts of the year; null where not all of it is known. */
  readonly posts: number | null;
}

/** What we counted, the list behind it, and what else the same words may mean. */
interface Counted {
  readonly counted: number;
  readonly list: string;
}

type Claims = CheckedReport['claims'];

/** Platforms as reports name them. Kinds of public accounts (订阅号、服务号) and microblogs of one company are parts of a platform, so they are not here. */
const NAMES: readonly (readonly [platform: Platform | 'all', name: string])[] = [
  ['all', '新媒体'],
  ['channels', '(?:微信)?视频号'],
  ['miniprogram', '(?:微信)?小程序'],
  ['wechat', '微信(?:公众号|公众平台)?'],
  ['weibo', '微博'],
  ['app', '(?:手机|移动)?客户端|APP'],
  ['douyin', '抖音(?:号|短视频)?'],
  ['kuaishou', '快手(?:号|短视频)?'],
  ['toutiao', '(?:今日)?头条号?'],
];
/** What may stand before a platform's name without making it a part. */
const BEFORE =
  '(?:全[市县区]|本机关|[我本][市县区局镇乡]|全年|本年度?|\\d{4}年度?|累计|共计?|现有|已|在册|开设|开通|运营|建有|通过|利用|依托|政务|官方)*';
const POSTS =
  '(?:上|平台|账号|共计?|累计|全年|推送|发布|更新|公开|各类|政府|政务)*(?:信息|内容|帖文|稿件|文章)?(?:发布|推送|更新)?(?:总?量|总?数|条数|数量)?';
/** Posts that are told right after how many accounts of a platform there are: 微博4个，发布信息1089条. */
const BARE_POSTS =
  /^(?:全年|共计?|累计)*(?:发布|推送)(?:各类|政府|政务)*(?:信息|内容|帖文|稿件|文章)?(?:总?量|总?数)?$|^信息发布(?:总?量|总?数)$/;

const patterns = NAMES.map(([platform, name]) => ({
  platform,
  accounts: new RegExp(`^${BEFORE}(?:${name})(?:账号|帐号)?(?:数量?|总数)?$`, 'i'),
  posts: new RegExp(`^${BEFORE}(?:${name})${POSTS}$`, 'i'),
}));

/** What we counted of the new media that the claim at a place among others is of; empty where it is of none, or not all is known of them. */
export function mediaCounted(
  claims: Claims,
  at: number,
  accounts: readonly AccountCounted[],
  link: Readonly<Record<string, string>>,
): Counted[] {
  const { measure, unit } = claims[at]!;
  const own = (platform: Platform | 'all') => accounts.filter((account) => platform === 'all' || account.platform === platform);
  const list = (platform: Platform | 'all') => `/media?${new URLSearchParams({ ...(platform === 'all' ? {} : { platform }), ...link })}`;
  if (unit === '个' || unit === '家') {
    const platform = accountsOf(measure);
    const running = platform === null ? [] : own(platform);
    if (platform === null || running.length === 0) return [];
    // One that was closed in the year may be counted or not.
    return [running.filter(({ closed }) => closed === null), running].map(({ length }) => ({ counted: length, list: list(platform) }));
  }
  const platform = unit === '条' || unit === '篇' ? postsOf(claims, at) : null;
  const posts = platform === null ? [] : own(platform).map(({ posts }) => posts);
  if (platform === null || posts.length === 0 || posts.includes(null)) return [];
  return [{ counted: posts.reduce<number>((sum, some) => sum + (some ?? 0), 0), list: list(platform) }];
}

function accountsOf(measure: string): Platform | 'all' | null {
  return patterns.find(({ accounts }) => accounts.test(measure))?.platform ?? null;
}

function postsOf(claims: Claims, at: number): Platform | 'all' | null {
  const { measure } = claims[at]!;
  const named = patterns.find(({ posts }) => posts.test(measure));
  if (named !== undefined) return named.platform;
  const before = claims[at - 1];
  return before?.unit === '个' && BARE_POSTS.test(measure) ? accountsOf(before.measure) : null;
}

/** Silence in what was handed in that may be one of the account itself, in days. */
const MONTH = 31;

/**
 * Whether what was delivered of an account tells of a whole year, as far as one can see: no month of it is without a delivery that speaks
 * of it. `silent`: the account is known to have posted nothing more after its last delivery.
 */
export function isWhollyTold(
  deliveries: readonly Pick<PostDelivery, 'fault' | 'from' | 'until'>[],
  { from, to }: Span,
  silent: boolean,
): boolean {
  const told = deliveries
    .flatMap(({ fault, from, until }) => (fault !== null || from === null ? [] : [{ from, until }]))
    .toSorted((one, other) => (one.from < other.from ? -1 : 1));
  let reach = from;
  for (const one of told) {
    if (daysBetween(reach, one.from) > MONTH) return false;
    if (one.until > reach) reach = one.until;
  }
  return told.length > 0 && (silent || daysBetween(reach, to) <= MONTH);
}

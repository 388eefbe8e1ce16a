import type { Day } from '../../src/model/day.ts';
import { share } from '../chance.ts';

/** How an account's posts reach the office: a feed that the portal serves, or the platform's own export. */
type Delivered = 'rss' | 'atom' | 'json' | 'file';

/** An account of new media as it is drawn up. */
export interface AccountPlan {
  readonly id: string;
  readonly unit: string;
  readonly name: string;
  readonly platform: 'weibo' | 'wechat' | 'app';
  readonly delivered: Delivered;
  /** Posts of 2018. */
  readonly posts: number;
  /** Day of its last post. */
  readonly to: Day;
  /** Day of the last export that anybody handed in; null: that of the city. */
  readonly exported: Day | null;
  /** Whether the national register holds it. */
  readonly filed: boolean;
}

/** The ten units that keep accounts, with the name that theirs have. */
const KEEPERS: readonly (readonly [unit: string, name: string])[] = [
  ['gov-office', '广水发布'],
  ['police', '平安广水'],
  ['education', '广水教育'],
  ['health', '健康广水'],
  ['tourism', '广水旅游'],
  ['services', '广水政务服务'],
  ['environment', '广水环保'],
  ['justice', '广水司法'],
  ['culture', '云上广水'],
  ['town-wushengguan', '武胜关镇'],
];
/** Units among them that keep a microblog, too. */
const MICROBLOGS = ['gov-office', 'police', 'education', 'tourism'];
/** What the city's report counts: 1,089 posts of four microblogs, 2,136 of ten public accounts and 4,762 of one app. */
const POSTS = { weibo: 1_089, wechat: 2_136, app: 4_762 };
/**
 * Planted: two that fell asleep, one by its export and one by a feed whose server goes on with others, one that only looks like it, since
 * nobody handed in an export after October, and one that the office knows to be in no register.
 */
const ASLEEP: Readonly<Record<string, Day>> = { 'wx-justice': '2018-09-28', 'wb-tourism': '2018-11-20', 'wx-environment': '2018-10-12' };
const HANDED_IN: Readonly<Record<string, Day>> = { 'wx-environment': '2018-10-15' };
const UNFILED = 'wx-town-wushengguan';

const nameOf = new Map(KEEPERS);
const microblogs = share(POSTS.weibo, MICROBLOGS.length);
const letters = share(POSTS.wechat, KEEPERS.length);

const drawn: readonly Pick<AccountPlan, 'id' | 'unit' | 'name' | 'platform' | 'delivered' | 'posts'>[] = [
  ...MICROBLOGS.map((unit, at) => ({
    id: `wb-${unit}`,
    unit,
    name: nameOf.get(unit)!,
    platform: 'weibo' as const,
    delivered: at % 2 === 0 ? ('rss' as const) : ('atom' as const),
    posts: microblogs[at]!,
  })),
  ...KEEPERS.map(([unit, name], at) => ({
    id: `wx-${unit}`,
    unit,
    name,
    platform: 'wechat' as const,
    delivered: 'file' as const,
    posts: letters[at]!,
  })),
  { id: 'app-culture', unit: 'culture', name: nameOf.get('culture')!, platform: 'app', delivered: 'json', posts: POSTS.app },
];

/** The city's accounts of 2018: four microblogs, ten public accounts and one app of ten units. */
export const ACCOUNTS: readonly AccountPlan[] = drawn.map((account) => ({
  ...account,
  to: ASLEEP[account.id] ?? '2018-12-30',
  exported: HANDED_IN[account.id] ?? null,
  filed: account.id !== UNFILED,
}));

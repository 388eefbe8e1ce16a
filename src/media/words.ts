import type { AccountReason, AccountStatus, Platform } from '../model/media.ts';
import type { Sentence } from '../model/sentence.ts';
import type { ForwardingState } from './forwarding.ts';

const PLATFORM_NAMES: Readonly<Record<Platform, Sentence>> = {
  wechat: { zh: '微信公众号', en: 'WeChat' },
  weibo: { zh: '微博', en: 'Weibo' },
  app: { zh: '客户端', en: 'App' },
  douyin: { zh: '抖音', en: 'Douyin' },
  kuaishou: { zh: '快手', en: 'Kuaishou' },
  toutiao: { zh: '今日头条', en: 'Toutiao' },
  channels: { zh: '视频号', en: 'WeChat Channels' },
  miniprogram: { zh: '小程序', en: 'Mini program' },
  other: { zh: '其他', en: 'Other' },
};

const STATUS_WORDS: Readonly<Record<AccountStatus, Sentence>> = {
  fresh: { zh: '正常', en: 'In time' },
  due: { zh: '即将超期', en: 'Soon due' },
  silent: { zh: '超期未更新', en: 'Silent' },
  unknown: { zh: '无法判断', en: 'Unknown' },
  closed: { zh: '已注销', en: 'Closed' },
};

const REASON_WORDS: Readonly<Record<AccountReason, Sentence>> = {
  'not-delivered': { zh: '还没有导入过帖文', en: 'nothing was delivered yet' },
  'not-delivered-since': { zh: '之后没有再导入帖文', en: 'nothing was delivered since' },
  'not-covered': { zh: '导入的帖文都在这一天之后', en: 'what was delivered begins later' },
  'feed-down': { zh: '订阅源读不到', en: 'its feed cannot be read' },
  'feed-still': { zh: '订阅源没有新内容，看不出它是否还在更新', en: 'its feed shows nothing new, and nothing says that the feed is kept' },
  'not-registered': { zh: '当时还没有开设', en: 'it was not registered yet' },
};

const FORWARDING_WORDS: Readonly<Record<ForwardingState, Sentence>> = {
  carried: { zh: '已转发', en: 'Carried' },
  late: { zh: '逾期转发', en: 'Late' },
  missing: { zh: '未转发', en: 'Missing' },
  pending: { zh: '未到时限', en: 'Still time' },
  unknown: { zh: '无法判断', en: 'Unknown' },
};

/** A platform as offices name it. */
export function platformNames(platform: Platform): Sentence {
  return PLATFORM_NAMES[platform];
}

/** How an account stands, in words. */
export function accountStatusWords(status: AccountStatus): Sentence {
  return STATUS_WORDS[status];
}

/** Whether an account carried what it must, in words. */
export function forwardingWords(state: ForwardingState): Sentence {
  return FORWARDING_WORDS[state];
}

/** Why an account's state is unknown, in words. */
export function accountReasonWords(reason: AccountReason): Sentence {
  return REASON_WORDS[reason];
}

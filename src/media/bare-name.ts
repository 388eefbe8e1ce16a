/** What servers of feeds and back ends hang on to a name. */
const DECORATION =
  /微信公众(?:号|平台)|公众号|订阅号|服务号|微信|新浪微博|微博|抖音号?|快手号?|今日头条|头条号?|视频号|官方|账号|帐号|的|最新|文章|动态|rss|feed|atom/g;

/** How many, or of when: it changes each day. */
const COUNTED = /\d+(?:篇|条|期|年|月|日|天|小时|分钟)?/g;

/** A name of an account without what only surrounds it, for comparing. */
export function bareName(name: string): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '');
  return plain.replace(COUNTED, '').replace(DECORATION, '') || plain;
}

import { type Page, visibleText } from '../reading/page.ts';

/** Words of betting and pornography as such pages advertise themselves. State lotteries (福彩、体彩) use none of them. */
const ADVERTISED = [
  ...['百家乐', '真人荷官', '老虎机', '六合彩', '时时彩', '博彩', '娱乐城', '新葡京', '葡京', '电子游艺', '捕鱼游戏', '龙虎斗', '炸金花'],
  ...[
    '体育投注',
    '在线投注',
    '投注平台',
    '彩票平台',
    '棋牌平台',
    '棋牌游戏',
    '注册送',
    '彩金',
    '返水',
    'bet365',
    '足球外围',
    '赌球',
    '赌场',
  ],
  ...['裸聊', '约炮', '成人视频', '激情视频', '无码', '情色', '一夜情'],
];
/** Who warns of such pages names them, too. */
const WARNS =
  /打击|整治|查处|严禁|取缔|举报|公安|警方|民警|法院|检察|诈骗|防范|专项行动|涉赌|禁赌|反诈|违法|犯罪|拒绝|远离|警惕|骗局|危害|协会|学会|体彩|福彩|体育彩票|福利彩票/;
/** The same in a text, where marks of police records and disclaimers stand, too. */
const WARNS_IN_TEXT =
  /骗局|(?:警方|民警|公安(?:局|机关|部))[^。]{0,20}(?:提示|提醒|通报|抓获|查处|侦破)|(?:拒绝|远离|抵制|警惕)[^。]{0,8}(?:赌|博彩|色情)|反诈|禁赌|扫黄|判处/;
const PARKED =
  /域名[^。]{0,8}(?:已[^。]{0,4}(?:到期|过期)|停放|出售|转让)|(?:该|此|本)域名[^。]{0,8}(?:到期|过期)|(?:出售|转让)[^。]{0,6}域名|domain[^.]{0,20}(?:is|may be|has)[^.]{0,10}(?:for sale|expired)|buy this domain|parked (?:free|domain)/i;
/** The owner of a domain that is given up says where the site is now. */
const MOVED = /迁移|搬迁|新(?:网址|域名|网站|版)|更换为|请访问|moved to/i;
/** A title of an office's own text about domains. */
const WRITES_OF_DOMAINS = /通知|公告|通报|办法|规定|意见|管理|提醒|指南|说明|注册/;
/** In a longer text somebody only writes about domains. */
const PARKED_TEXT = 1_500;
/** Different words on a page that advertises. */
const LEAST_WORDS = 3;

/** What a page shows where its host has fallen to somebody else, in its own words; null where it does not. */
export function hijackedBy(page: Page): string | null {
  const head = [page.title ?? '', page.meta.get('keywords') ?? '', page.meta.get('description') ?? ''].join(' ');
  const text = visibleText(page.document, 20_000);
  const isParked = PARKED.test(page.title ?? '') || (text.length < PARKED_TEXT && PARKED.test(text));
  if (isParked && WRITES_OF_DOMAINS.test(page.title ?? '')) return null;
  if (isParked && MOVED.test(text)) return null;
  if (isParked) return PARKED.exec(`${page.title ?? ''} ${text}`)![0];
  if (WARNS.test(head) || WARNS_IN_TEXT.test(text) || !ADVERTISED.some((word) => head.toLowerCase().includes(word))) return null;
  const whole = `${head} ${text}`.toLowerCase();
  const words = ADVERTISED.filter((word) => whole.includes(word));
  return words.length >= LEAST_WORDS ? words.slice(0, LEAST_WORDS).join('、') : null;
}

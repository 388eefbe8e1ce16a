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
const WARNS = /打击|整治|查处|严禁|取缔|举报|公安|警方|民警|法院|检察|诈骗|防范|专项行动|涉赌|禁赌|反诈|违法|犯罪/;
const PARKED =
  /域名[^。]{0,8}(?:到期|过期|停放|出售|转让)|(?:出售|转让)[^。]{0,6}域名|domain[^.]{0,20}(?:is|may be|has)[^.]{0,10}(?:for sale|expired)|buy this domain|parked (?:free|domain)/i;
/** The owner of a domain that is given up says where the site is now. */
const MOVED = /迁移|搬迁|新(?:网址|域名|网站|版)|更换为|请访问|moved to/i;
/** In a longer text somebody only writes about domains. */
const PARKED_TEXT = 1_500;
/** Different words on a page that advertises. */
const LEAST_WORDS = 3;

/** What a page shows where its host has fallen to somebody else, in its own words; null where it does not. */
export function hijackedBy(page: Page): string | null {
  const head = [page.title ?? '', page.meta.get('keywords') ?? '', page.meta.get('description') ?? ''].join(' ');
  const text = visibleText(page.document, 20_000);
  const isParked = PARKED.test(page.title ?? '') || (text.length < PARKED_TEXT && PARKED.test(text));
  if (isParked && MOVED.test(text)) return null;
  if (isParked) return PARKED.exec(`${page.title ?? ''} ${text}`)![0];
  if (WARNS.test(head) || !ADVERTISED.some((word) => head.toLowerCase().includes(word))) return null;
  const whole = `${head} ${text}`.toLowerCase();
  const words = ADVERTISED.filter((word) => whole.includes(word));
  return words.length >= LEAST_WORDS ? words.slice(0, LEAST_WORDS).join('、') : null;
}

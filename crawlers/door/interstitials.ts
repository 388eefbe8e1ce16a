import type { Outcome } from '../../src/model/outcome.ts';
import { type Answer, single } from './exchange.ts';
import { peekLines, peekTitles } from './peek-text.ts';

/** A page that stands in for the one asked for. */
export interface Interstitial {
  readonly outcome: Extract<Outcome, 'blocked' | 'soft-404' | 'rate-limited'>;
  readonly zh: string;
  readonly en: string;
}

const BLOCKED: Interstitial = { outcome: 'blocked', zh: '网站防护的验证或拦截页面', en: 'a page of its protection' };
const MISSING: Interstitial = { outcome: 'soft-404', zh: '“页面不存在”的提示', en: 'a notice that the page does not exist' };
const HURRIED: Interstitial = { outcome: 'rate-limited', zh: '“访问过于频繁”的提示', en: 'a notice that it is asked too often' };

/** Bytes up to which a page may be no more than a challenge, a notice in the site's frame, or a bare notice. */
const CHALLENGE_BYTES = 64 * 1024;
const FRAMED_BYTES = 32 * 1024;
const BARE_BYTES = 8 * 1024;

/** Characters that such a page shows: bare ones hardly any, framed ones the site's menus. */
const BARE_TEXT = 300;
const FRAMED_TEXT = 2500;
const NOTICE_LINE = 40;

const BLOCKED_TITLE =
  /^(?:浏览器(?:安全)?检查中?|(?:安全|访问|人机|滑动|身份)(?:验证|校验|检查)(?:中|页面)?|访问(?:已?被|受)(?:拦截|阻断|拒绝|禁止|限制)|(?:请求|安全)(?:已?被)?拦截|网站防火墙|waf拦截页?|just a moment\.{0,3}|attention required!?|access denied|403 forbidden|请稍候[.…]{0,6})$/i;
const MISSING_TITLE =
  /^(?:(?:http\s?)?(?:错误\s?)?404(?:\s?[-–—:：]?\s?(?:错误|出错|页面|找不到页面|页面不存在|页面未找到|not found|error|file not found))?(?:页面?)?|(?:page |file |object )?not found|error 404|(?:抱歉|对不起)?[，,！!]?(?:您|你)?(?:所?(?:要|想)?(?:访问|查看|浏览|请求|查找|寻找)的)?(?:该?页面|网页|该?文章|该?信息|资源|内容|文件|栏目|地址)(?:不存在|未找到|没有找到|找不到(?:了)?|已?被?删除|已经?被?删除|不存在或已?被?删除|走丢了|丢失了?)|(?:找不到|无法找到|未找到)(?:该|此|您要的|您访问的)?(?:页面?|网页|文件|文章|内容))$/i;
const TITLE_PARTS = /\s{0,20}[-_|–—·]+\s{0,20}/;

const BLOCKED_TEXT =
  /人机验证|安全验证|访问验证|浏览器(?:安全)?检查|正在检查(?:您|你)的浏览器|(?:输入|填写)(?:图[中片形]的?)?验证码|(?:拖动|滑动)(?:滑块|完成)|(?:访问|请求)[^。]{0,20}(?:已?被|疑似)[^。]{0,20}(?:拦截|阻断|禁止|攻击)|(?:拦截|阻断)[^。]{0,10}(?:访问|请求)|(?:防火墙|安全策略|防护系统)[^。]{0,20}(?:拦截|阻断)|checking your browser|request (?:was )?blocked|access denied|captcha/i;
const HURRIED_TEXT = /(?:访问|请求|操作|刷新)(?:的?频率)?(?:过于|太|过)(?:频繁|快|高)|too many requests/i;
const MISSING_TEXT =
  /(?:页面?|网页|网址|链接|文件|文章|信息|内容|资源|栏目|地址)[^。，,;；]{0,8}(?:不存在|未找到|没有找到|无法找到|找不到|已?被删除|已经?删除|已下线|走丢|丢失)|(?:找不到|无法找到|未找到|没有找到)[^。，,;；]{0,12}(?:页|文件|文章|信息|内容|资源|栏目)|404 (?:-|–|—)?\s?(?:file )?(?:not found|error)|(?:page|file|resource|url)[^.]{0,40}(?:not found|not exist|be found)/i;

/** Words of which a notice holds at least one, with their GBK bytes; looked for before anything is decoded. */
const NOTICE_MARKS = (
  [
    ['不存在', 'b2bbb4e6d4da'],
    ['找到', 'd5d2b5bd'],
    ['找不到', 'd5d2b2bbb5bd'],
    ['被删除', 'b1bbc9beb3fd'],
    ['验证', 'd1e9d6a4'],
    ['频繁', 'c6b5b7b1'],
    ['拦截', 'c0b9bdd8'],
  ] as const
).flatMap(([word, gbk]) => [Buffer.from(word), Buffer.from(gbk, 'hex')]);

/** Scripts of challenges: Ruishu's `$_ts`, Jiasule's cookies. Both also stand on pages that show their content. */
const CHALLENGE_MARKS = ['$_ts', '__jsl', 'acw_sc__v2', '/cdn-cgi/challenge-platform/'].map((mark) => Buffer.from(mark));

/** The page that an answer holds in place of the one asked for, or null. Ordinary pages cost a look at their title and a few byte searches. */
export function recogniseInterstitial(answer: Answer): Interstitial | null {
  const { bytes } = answer;
  const contentType = single(answer.headers['content-type']);
  if (bytes.length === 0 || !isHtml(bytes, contentType)) return null;
  for (const title of peekTitles(bytes)) {
    const parts = title.length <= 120 ? [title, ...title.split(TITLE_PARTS)] : [];
    if (parts.some((part) => MISSING_TITLE.test(part))) return MISSING;
    if (bytes.length <= CHALLENGE_BYTES && parts.some((part) => BLOCKED_TITLE.test(part))) return BLOCKED;
  }
  return isSuspicious(bytes) ? recogniseText(bytes, contentType) : null;
}

function recogniseText(bytes: Buffer, contentType: string | null): Interstitial | null {
  const lines = peekLines(bytes, contentType);
  const text = lines.join('\n');
  if (text.length <= BARE_TEXT) {
    if (CHALLENGE_MARKS.some((mark) => bytes.includes(mark)) || setsCookieAndReloads(bytes, text)) return BLOCKED;
    if (HURRIED_TEXT.test(text)) return HURRIED;
    if (BLOCKED_TEXT.test(text)) return BLOCKED;
    return MISSING_TEXT.test(text) && isNoticeAlone(lines) ? MISSING : null;
  }
  const isFramedNotice = text.length <= FRAMED_TEXT && lines.some((line) => line.length <= NOTICE_LINE && saysMissing(line));
  return isFramedNotice ? MISSING : null;
}

/** What an article says of itself, and no notice does. */
const ARTICLE = /发布(?:时间|日期|机构)|信息来源|来源\s?[:：]|作者\s?[:：]|索引号|发文字号/;
/** What the notices speak of. */
const THING = '(?:页面?|网页|网址|链接|文件|文章|信息|内容|资源|栏目|地址|记录|数据)';
const ASKED_FOR =
  '(?:(?:您|你)(?:所|要|想|正在|当前|需要|刚才|试图){0,3}(?:访问|查看|浏览|请求|查找|寻找|打开|输入|点击|搜索)的?|该|此|当前|本|指定的?|所?(?:请求|访问|查找|浏览)的?)';
const POLITELY = '(?:(?:系统)?(?:提示|错误)(?:信息)?|(?:非常|很|十分)?(?:抱歉|对不起|遗憾)|sorry|oops|啊?哦|404|error)';
/** A sentence that says of what was asked for that it is not there, and nothing else. What is written about such pages, letters or disputes goes on. */
const MISSING_SENTENCE = new RegExp(
  `^(?:${POLITELY}){0,2}(?:${ASKED_FOR}){0,2}(?:相关)?${THING}{1,2}(?:可能|已经?|并|暂时?){0,2}(?:不存在|未找到|没有找到|没找到|无法找到|找不到|被?删除|下线|走丢|丢失|失效|不见)(?:了|啦)?(?:或者?.{1,14}|、.{1,14})?$|` +
    `^(?:${POLITELY}){0,2}(?:系统)?(?:找不到|无法找到|未找到|没有找到|没找到)(?:${ASKED_FOR}){0,2}(?:的)?${THING}{1,2}(?:了|哦)?$`,
  'i',
);

/** Whether a short page holds the notice as a sentence of its own, or in a line of English, and is no short article that says the like of something else. */
function isNoticeAlone(lines: readonly string[]): boolean {
  const isNotice = (line: string) => (CHINESE.test(line) ? saysMissing(line) : MISSING_TEXT.test(line));
  return lines.some(isNotice) && !lines.some((line) => ARTICLE.test(line));
}

function saysMissing(line: string): boolean {
  return line.split(/[，。！!；;？?…~\s|,.：:]+/).some((sentence) => MISSING_SENTENCE.test(sentence));
}

const CHINESE = /\p{Script=Han}/u;

/** A page that goes to where it is already. One that sends on to another address is a signpost, and no challenge. */
const RELOADS =
  /\blocation(?:\.href)?\s{0,4}=\s{0,4}(?:\w{1,10}\.)?location\b|\blocation\.(?:reload\(|replace\(\s{0,4}(?:\w{1,10}\.)?location\b)/;

/** An empty page that sets a cookie by script and loads itself again: a challenge, whoever's it is. */
function setsCookieAndReloads(bytes: Buffer, text: string): boolean {
  if (text !== '' || bytes.length > BARE_BYTES) return false;
  const script = bytes.toString('latin1');
  return script.includes('document.cookie') && RELOADS.test(script);
}

function isSuspicious(bytes: Buffer): boolean {
  const hasOneOf = (marks: readonly Buffer[]) => marks.some((mark) => bytes.includes(mark));
  if (bytes.length <= BARE_BYTES) return true;
  if (bytes.length <= FRAMED_BYTES && hasOneOf(NOTICE_MARKS)) return true;
  return bytes.length <= CHALLENGE_BYTES && hasOneOf(CHALLENGE_MARKS);
}

function isHtml(bytes: Buffer, contentType: string | null): boolean {
  if (contentType !== null) return /html/i.test(contentType);
  return /^\s*</.test(bytes.subarray(0, 200).toString('latin1'));
}

import { createHash } from 'node:crypto';
import type { Sentence } from '../../../src/model/sentence.ts';
import type { Page } from '../page.ts';
import { framePages } from '../pages/frame-pages.ts';
import { listApis } from '../pages/list-apis.ts';
import type { PageFacts } from './evidence.ts';
import type { Outline } from './outline.ts';

/** Scripts that fetch rows, or that draw into the page. */
export const FETCHES =
  /\$\.(?:ajax|get|post|getJSON|getScript)\s{0,3}\(|\baxios\b|\bfetch\s{0,3}\(|XMLHttpRequest|ActiveXObject|new\s{1,5}Vue\b|createApp\s{0,3}\(|ReactDOM|\.jpage\s{0,3}\(|queryData|__NUXT__|__INITIAL_STATE__|createElement\(\s{0,3}['"]script|\bimport\s{0,3}[("'{]|\bimport\s[^;\n]{1,100}\sfrom\s/;
const DRAWS =
  /\bJSON\.parse\s{0,3}\(|\batob\s{0,3}\(|\beval\s{0,3}\(|\.innerHTML\s{0,3}\+?=|\.(?:append|prepend|html|load|after|before|replaceWith|appendTo)\s{0,3}\(\s{0,3}[^)\s]|appendChild|insertAdjacentHTML|insertBefore/;
/** Markup that waits for a script, and includes that the server did not put in. */
const TEMPLATE =
  /\{\{[^{}]{1,80}\}\}|v-(?:for|if|show)=|ng-(?:repeat|app|controller)=|<script[^>]{1,200}text\/(?:template|x-template|html|x-handlebars|ng-template)/i;
const INCLUDE = /<!--\s{0,5}#\s{0,3}include\b|<esi:include\b|<%[@=]?\s{0,5}(?:include|jsp)|<jsp:include\b|<cms:|<ssi:/i;
/** What runs when the page is there, and what is no markup. */
const RUNS = /<body\b[^<>]{0,500}\sonload\s{0,3}=|<(?:object|embed|applet)\b/i;
/** What stands where a list's rows could not be had: the page says nothing of the column then. */
const FAILED =
  /OLE ?DB|\bODBC\b|8000\d{4}|mysqli?_|PDOException|\bORA-\d{4,5}|SQLSTATE|SQLException|java\.(?:lang|sql)\.|Stack ?trace|Fatal error|Runtime Error|Server Error|数据库(?:连接)?(?:出错|失败|错误|异常|超时)|连接字串|(?:系统|程序|服务器?|网络|内部|未知)(?:内部)?(?:错误|异常|出错|繁忙)|(?:加载|载入|读取|获取|查询|请求|连接)(?:数据|列表|内容|信息)?(?:失败|出错|异常|超时)/i;
const LOADING =
  /^[\s\p{P}]*(?:(?:数据|内容|列表|正在|努力|拼命|玩命)*(?:加载|载入|读取)中?(?:[，,、\s]{0,3}请(?:稍候|稍后|等待))?|loading)[\s\p{P}]*$/iu;

/**
 * Scripts beside a page that draw its frame or count its visits: libraries, sliders, sharing, search boxes, pagers that lead to pages. Any other may be the
 * one that fills the list.
 */
const HARMLESS =
  /^(?:jquery(?:[-.]?\d[\d.]*)?(?:[-.](?:min|slim|pack|migrate|easing|cookie|superslide|flexslider|qrcode|placeholder|nicescroll|lazyload|colorbox|marquee|scroll)[\w.-]{0,20}){0,3}|jq|zepto|bootstrap[\w.-]*|swiper[\w.-]*|superslide[\w.-]*|html5[\w.-]*|respond|modernizr[\w.-]*|layer|laydate|wow|slick|nicescroll|lazyload|placeholder|qrcode|share\w*|iconfont|polyfill[\w.-]*|es5-\w+|pngfix|dd_belatedpng\w*|createpage\w*|ta-\d+|s-\d+|hm|tongji\w*|_?gwa\w*|wza\w*|slh\w*|canyou\w*|backtop|scroll\w*|slide\w*|focus\w*|banner\w*|marquee\w*|menu\w*|nav\w*|head(?:er)?|foot(?:er)?|top|date|calendar|weather|font\w*|zoom|cookies?|md5|base64|uaredirect|print|jia|conac\w*|wwwconac\w*|dcs\.conac\S*|jiucuo\w*|span)(?:[-.](?:min|pack|\d[\d.]*))*\.js$/i;

/**
 * What could put rows into an empty list after the page was fetched; empty where nothing could. A page that a browser drew has run
 * its scripts. `said` where the page itself says in words or numbers that there is nothing: then only what fetches rows for sure speaks against it.
 */
export function fillersOf(facts: PageFacts, place: number | null, said: boolean): Sentence[] {
  const { page, outline } = facts;
  const found: Sentence[] = [];
  if (outline.runs.some((run) => LOADING.test(run.text))) found.push({ zh: '页面显示“加载中”', en: 'the page says that it is loading' });
  if (outline.runs.some((run) => run.text.length <= LONGEST_FAILURE && FAILED.test(run.text)))
    found.push({ zh: '页面报告出错', en: 'the page reports an error' });
  if (INCLUDE.test(page.html)) found.push({ zh: '有未展开的包含指令', en: 'an include that the server did not put in' });
  if (page.drawn) return found;
  if (TEMPLATE.test(page.html)) found.push({ zh: '有待脚本填写的模板', en: 'a template that a script fills' });
  if (listApis(page).length > 0) found.push({ zh: '脚本会请求列表数据', en: 'a script asks for the rows of a list' });
  if (said) return found;
  // A script that fills no list where the others have theirs may fill one that stands elsewhere.
  const known = place !== null && facts.isListPlace(place) ? facts.knownScripts : null;
  const inline = page.scripts.filter((script) => !known?.has(digestOf(script)));
  if (inline.some((script) => FETCHES.test(script))) found.push({ zh: '脚本会请求数据', en: 'a script fetches data' });
  else if (inline.some(draws)) found.push({ zh: '脚本会写入页面', en: 'a script draws into the page' });
  const beside = unknownScripts(page).filter((name) => !known?.has(name));
  found.push(
    ...beside.slice(0, MOST_NAMED).map((name) => ({ zh: `脚本可能填入列表：${name}`, en: `a script may fill the list: ${name}` })),
  );
  if (place !== null && waitsForData(outline, place))
    found.push({ zh: '列表带有数据属性', en: 'the list carries attributes for a script' });
  if (RUNS.test(page.html)) found.push({ zh: '页面载入时另有程序运行', en: 'the page runs something when it is there' });
  if (framePages(page).length > 0) found.push({ zh: '内容可能在内嵌页面里', en: 'what it shows may stand in a page within the page' });
  return found;
}

/** Pagers are drawn by scripts on pages whose rows are not. */
function draws(script: string): boolean {
  return DRAWS.test(script) && !/function\s+create\w{0,10}Page/i.test(script);
}

/** File names of the scripts beside the page that may do anything; modules are programs. */
function unknownScripts(page: Page): string[] {
  const names = page.scriptSources.map((source) =>
    source
      .trim()
      .replace(/[?#].*$/s, '')
      .split('/')
      .at(-1)!
      .slice(0, LONGEST_NAME),
  );
  return names.filter((name) => !HARMLESS.test(name));
}
/** Longer texts that speak of errors are about something. */
const LONGEST_FAILURE = 200;
const MOST_NAMED = 5;
const LONGEST_NAME = 80;

/** What on a page may do anything, as other pages of the site are compared by: file names of scripts beside it, digests of those in it. */
export function scriptsOf(page: Page): string[] {
  const inline = page.scripts.filter((script) => FETCHES.test(script) || draws(script));
  return [...unknownScripts(page), ...inline.map(digestOf)].slice(0, MOST_COMPARED);
}
const MOST_COMPARED = 40;

function digestOf(script: string): string {
  return createHash('sha1').update(script).digest('hex');
}

function waitsForData({ elements, parent }: Outline, place: number): boolean {
  for (let at = place, up = 0; at > 0 && up < 2; at = parent[at]!, up++) {
    const names = Object.keys(elements[at]!.attribs);
    if (names.some((name) => /^(?:data-|v-|ng-|:|@|x-|querydata|dataurl|url$|channel|columnid)/i.test(name))) return true;
  }
  return false;
}

import { createPageCall } from '../pages/create-page.ts';
import { type PageFacts, plainName } from './evidence.ts';
import { dayHeads } from './row-days.ts';

/** What systems print where a list has no rows. */
const NOTHING_HERE =
  /^[\s\p{P}]*(?:对不起|抱歉|很抱歉|sorry)?[\s\p{P}]*(?:(?:该|本|此|当前)(?:栏目|分类|目录|页面)?(?:下)?)?(?:暂时?|目前|尚)?(?:没有|无|未)(?:找到|查到|查询到|检索到|发布|添加|更新|任何|相关|符合条件的?|您要的|的){0,3}(?:数据|内容|信息|记录|文章|公告|资料|结果|新闻|文件)(?:[\s\p{P}]{0,5}(?:敬请期待|敬请关注|请稍后(?:再试|访问|查看)?|谢谢))?[\s\p{P}！。]*$|^[\s\p{P}]*(?:该|本)?(?:栏目|内容|信息|数据)(?:正在)?(?:建设|更新|整理|完善|筹备)(?:之?中)?(?:[\s\p{P}]{0,5}(?:敬请期待|敬请关注|谢谢))?[\s\p{P}]*$|^no (?:data|records?|results?)/iu;
const NO_RECORDS = /共\s{0,3}0\s{0,3}(?:条|篇|个|页)|(?:总记录数|总条数|总数|记录数)\s{0,3}[:：]?\s{0,3}0(?!\d)/;
/** Scripts that fetch rows, or markup that waits for them: an empty list then says nothing about the column. */
const FETCHES =
  /\$\.(?:ajax|get|post|getJSON)\s{0,3}\(|\baxios\b|\bfetch\s{0,3}\(|XMLHttpRequest|new\s+Vue\b|createApp\s{0,3}\(|\.jpage\s{0,3}\(|ng-app|queryData|__NUXT__|__INITIAL_STATE__/;
const LOADING = /^[\s\p{P}]*(?:(?:数据|内容|正在|努力|拼命|玩命)*加载中?|loading)[\s\p{P}]*$/iu;
const TEMPLATE = /\{\{[^{}]{1,80}\}\}|v-(?:for|if|show)=|ng-repeat=|<script[^>]{1,200}text\/(?:template|x-template|html|x-handlebars)/i;

/**
 * The container of a list that is there and holds nothing, or null. A page that cannot be told from one whose rows a script would fetch is not blank:
 * that is a page we could not read.
 */
export function blankPlace(facts: PageFacts): number | null {
  const { outline, page } = facts;
  if (facts.prose || TEMPLATE.test(page.html) || outline.runs.some((run) => LOADING.test(run.text))) return null;
  const said = outline.runs.find(
    (run) => run.link < 0 && run.text.length <= 40 && (NOTHING_HERE.test(run.text) || NO_RECORDS.test(run.text)),
  );
  if (said) return said.element;
  const empty = emptyContainers(facts);
  const call = createPageCall(page);
  if (call && call.last <= 1)
    return empty[0] ?? outline.scripts.find((script) => /create\w{0,10}Page|countPage/i.test(script.code))?.parent ?? null;
  if (page.scripts.some((script) => FETCHES.test(script))) return null;
  return empty[0] ?? null;
}

/** Empty ul, table body and the like in the page's middle: behind the column's name or before its pager. */
function emptyContainers(facts: PageFacts): number[] {
  const { outline } = facts;
  const found: number[] = [];
  for (const [index, element] of outline.elements.entries()) {
    if (!/^(?:ul|ol|dl|tbody|table)$/.test(element.name)) continue;
    const runs = outline.runTo[index]! - outline.runFrom[index]!;
    const hollow = runs === 0 || (element.name === 'table' && dayHeads(outline, index));
    if (hollow && !facts.inFrame(index) && (isHeaded(facts, index) || isPaged(facts, index))) found.push(index);
  }
  return found;
}

/** Whether the nearest text before an element is the column's name. */
function isHeaded({ outline, columnNames }: PageFacts, element: number): boolean {
  const from = outline.runFrom[element]!;
  for (let run = from - 1; run >= Math.max(0, from - 3); run--) if (columnNames.has(plainName(outline.runs[run]!.text))) return true;
  return false;
}

function isPaged({ outline, pagers }: PageFacts, element: number): boolean {
  const to = outline.runTo[element]!;
  return pagers.some((place) => place >= to && place <= to + 2);
}

import type { Sentence } from '../../../src/model/sentence.ts';
import { createPageCall } from '../pages/create-page.ts';
import type { Claims } from '../pages/totals.ts';
import type { PageFacts } from './evidence.ts';
import { fillersOf } from './fillers.ts';
import { inFrame } from './frame.ts';
import { isHeadedOtherwise, MORE, plainName } from './headings.ts';
import { otherMatter } from './matter.ts';
import type { Outline } from './outline.ts';
import { dayHeads } from './row-days.ts';

/** What systems print where a list has no rows. */
export const NOTHING_HERE =
  /^[\s\p{P}]*(?:对不起|抱歉|很抱歉|sorry)?[\s\p{P}]*(?:(?:该|本|此|当前)?(?:栏目|分类|目录|页面|板块|版块)?(?:下)?)?(?:暂时?|目前|尚)?(?:没有|无|未)(?:找到|查到|查询到|检索到|发布|添加|更新|任何|相关|符合条件的?|您要的|的){0,3}(?:数据|内容|信息|记录|文章|公告|资料|结果|新闻|文件)(?:[\s\p{P}]{0,5}(?:敬请期待|敬请关注|请稍后(?:再试|访问|查看)?|谢谢))?[\s\p{P}！。]*$|^[\s\p{P}]*(?:该|本|此)?(?:(?:栏目|页面|板块|版块)(?:的|之)?)?(?:栏目|页面|内容|信息|数据)(?:正在|尚在|还在)?(?:建设|更新|整理|完善|筹备|充实)(?:之?中)?(?:[\s\p{P}]{0,5}(?:敬请期待|敬请关注|谢谢))?[\s\p{P}]*$|^no (?:data|records?|results?)/iu;
const NO_RECORDS = /共\s{0,3}0\s{0,3}(?:条|篇|个|页)|(?:总记录数|总条数|总数|记录数)\s{0,3}[:：]?\s{0,3}0(?!\d)/;

/** The place of a list that holds nothing, and what keeps it from being a blank column for sure. */
export interface Emptiness {
  /** The element that holds no rows, or that says so. */
  readonly place: number;
  /** It stands right under the column's name. */
  readonly named: boolean;
  /** Whether that is where other columns of the site have their lists. */
  readonly atListPlace: boolean;
  /** Empty where the column is blank beyond doubt. */
  readonly doubts: readonly Sentence[];
}

/** What a page's pager and its dialect say of the number of records. */
type Counts = Pick<Claims, 'records' | 'pages'>;

/**
 * The container of a list that is there and holds nothing, or null. It is blank for sure only where the page says that there is nothing, or where nothing
 * could fill it, no pager or total speaks of records, and the page shows no other matter (a text, a table of staff, a form, pictures).
 */
export function emptinessOf(facts: PageFacts, counts: Counts): Emptiness | null {
  const { outline, page } = facts;
  // Side boxes say so of themselves.
  const told = outline.runs.find(
    (run, at) => run.link < 0 && run.text.length <= 40 && NOTHING_HERE.test(run.text) && !isHeadedOtherwise(facts, run.element, at),
  );
  const counted = outline.runs.find((run) => run.link < 0 && run.text.length <= 40 && NO_RECORDS.test(run.text));
  const empty = emptyContainers(facts);
  const call = createPageCall(page);
  const ends = call !== null && call.last <= 1 && (call.rows ?? 0) === 0;
  const scripted = ends || counts.records === 0 ? (outline.scripts.find(({ code }) => SAYS_COUNT.test(code))?.parent ?? null) : null;
  const place = told?.element ?? counted?.element ?? empty[0] ?? scripted;
  if (place === null) return null;
  const said = told !== undefined || counted !== undefined || scripted !== null;
  const doubts = fillersOf(facts, empty[0] ?? null, said);
  if (!(counts.records === 0 || counted) && ((counts.records ?? 0) > 0 || (counts.pages ?? 0) > 1))
    doubts.push({ zh: '页面称还有信息', en: 'the page speaks of records' });
  const matter = facts.prose ? { zh: '页面有正文', en: 'the page holds a text' } : told ? null : otherMatter(facts, place);
  const named = place === empty[0] && isHeaded(facts, place);
  return { place, named, atListPlace: facts.isListPlace(place), doubts: matter === null ? doubts : [...doubts, matter] };
}

/** Calls of pagers, and settings that count records. */
const SAYS_COUNT = /create\w{0,10}Page|countPage|PageNav|totalRecord|recordCount|totalCount|<recordset>/i;

/** What is empty where other columns of the site have their lists; else empty ul, table body and the like in the page's middle: behind the column's name or before its pager. */
function emptyContainers(facts: PageFacts): number[] {
  const { outline } = facts;
  const atPlace = outline.elements.findIndex((_, index) => outline.runTo[index] === outline.runFrom[index] && facts.isListPlace(index));
  return atPlace >= 0 ? [atPlace] : facts.emptyLists.filter((index) => isHeaded(facts, index) || isPaged(facts, index));
}

/** Elements made for rows that hold none, the frame's left out. */
export function emptyLists(outline: Outline): number[] {
  const found: number[] = [];
  for (const [index, { name }] of outline.elements.entries()) {
    if (!/^(?:ul|ol|dl|tbody|table)$/.test(name)) continue;
    const hollow = outline.runTo[index] === outline.runFrom[index] || (name === 'table' && dayHeads(outline, index));
    if (hollow && !inFrame(outline, index)) found.push(index);
  }
  return found;
}

/** Whether the nearest text before an element is the column's name, or the words that head the cells of its table. */
function isHeaded({ outline, columnNames }: PageFacts, element: number): boolean {
  const from = outline.runFrom[element]!;
  for (let run = from - 1; run >= Math.max(0, from - 3); run--) {
    const { text, link } = outline.runs[run]!;
    // What has more elsewhere is a teaser of another column.
    if (link >= 0 && MORE.test(text)) return false;
    if (columnNames.has(plainName(text))) return true;
  }
  return false;
}

function isPaged({ outline, pagers }: PageFacts, element: number): boolean {
  const to = outline.runTo[element]!;
  return pagers.some((place) => place >= to && place <= to + 2);
}

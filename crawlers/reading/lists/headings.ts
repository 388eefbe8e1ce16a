import { publishedRank } from '../dates/labels.ts';
import type { Page } from '../page.ts';
import type { Group } from './groups.ts';
import type { Marks } from './marks.ts';
import type { Outline } from './outline.ts';

/** A column's name as it is compared: without signs, "current place" words and white space. */
export function plainName(name: string): string {
  return name.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** Words of a link to more of what stands beside it. */
export const MORE = /^[\s>»›+…[(（]*(?:更多|more|查看更多|查看全部|全部)[\s>»›+….\])）]*$/i;

/** What of a page tells which heading belongs to which of its blocks. */
export interface Headed {
  readonly outline: Outline;
  readonly marks: Marks;
  /** Elements of lists that hold nothing, the frame's left out. */
  readonly emptyLists: readonly number[];
  /** Names that the page gives its column: meta ColumnName, the last step of the breadcrumb, the begin of the title. */
  readonly columnNames: ReadonlySet<string>;
  /** The run behind the way to the page (`当前位置：`), or 0. */
  readonly trailTo: number;
  /** Whether the page says somewhere what its column is called: in its trail, its meta tags, or a heading that its title agrees with. */
  readonly saysName: boolean;
}

/** What stands before a block. */
interface Head {
  /** The nearest words that head it, or null. */
  readonly heading: string | null;
  /** The run of the heading. */
  readonly headedAt: number;
  /** Where a link to "more" of it leads, or null. */
  readonly more: string | null;
}

/** Whether a page says by what name its column goes: names in its title alone may be the site's. */
export function saysName(outline: Outline, trailTo: number, page: Page, names: ReadonlySet<string>): boolean {
  return (
    trailTo > 0 ||
    page.meta.has('columnname') ||
    outline.runs.some(({ text, link }) => link < 0 && text.length <= 30 && names.has(plainName(text)))
  );
}

/** What heads a group: the runs before it back to the list before, and the "more" link among them. */
export function headOf({ outline, marks, emptyLists }: Headed, group: Group): Head {
  const first = group.rows[0]!;
  let more: string | null = null;
  const said: string[] = [];
  let headedAt = first.runFrom;
  for (let run = first.runFrom - 1; run >= 0 && run >= first.runFrom - 6 && said.length < 2; run--) {
    const { text, link, element } = outline.runs[run]!;
    if (MORE.test(text)) {
      const href = link >= 0 ? outline.links[link]!.href : null;
      more ??= href ?? '';
    } else if (marks.dates[run] !== null || text.length > 30) break;
    else if (said.length === 0 && emptyLists.some((empty) => empty > element && isApart(outline, empty, group))) break;
    else if (/[\p{L}]/u.test(text) && said.push(text) === 1) headedAt = run;
  }
  const chosen = said.length > 0 ? chosenTab(outline, headedAt) : null;
  return chosen === null ? { heading: said[0] ?? null, more, headedAt } : { heading: outline.runs[chosen]!.text, more, headedAt: chosen };
}

const CHOSEN = /(?:^|[\s_-])(?:on|cur|curr|current|act|active|sel|selected|checked|hover|this)(?:$|[\s_-])/i;
const MOST_TABS = 12;

/** The run of the tab that is marked as the chosen one, where the nearest words before a block are the last of several tabs; null where they are not. */
function chosenTab({ runs, elements, parent, runFrom, runTo }: Outline, last: number): number | null {
  for (let tab = runs[last]!.element, up = 0; tab > 0 && up < 2; tab = parent[tab]!, up++) {
    const row = parent[tab]!;
    if (runTo[tab] !== last + 1 || runFrom[tab] !== last || runTo[row] !== last + 1) continue;
    const isTab = (run: number) => runs[run]!.text.length <= LONGEST_LINKED + 2;
    const marked: number[] = [];
    for (let run = runFrom[row]!; run <= last; run++) {
      if (!isTab(run) || last - runFrom[row]! >= MOST_TABS) return null;
      let at = runs[run]!.element;
      while (parent[at] !== row && at > row) at = parent[at]!;
      if (CHOSEN.test(elements[at]?.attribs.class ?? '') || CHOSEN.test(elements[runs[run]!.element]?.attribs.class ?? ''))
        marked.push(run);
    }
    if (runFrom[row]! < last) return marked.length === 1 ? marked[0]! : null;
  }
  return null;
}

/** Whether an empty list stands before a group, and in another box: then what is said before both heads the empty one. */
function isApart({ parent, end }: Outline, empty: number, { container, rows }: Group): boolean {
  const box = parent[empty] ?? -1;
  return empty < rows[0]!.elementFrom && (box < 0 || container < box || container >= end[box]!);
}

/** A heading has so many runs at most; more of them are a menu, or rows. */
const HEADING_RUNS = 3;
/** Names of columns are as long at most where they are links. In characters. */
const LONGEST_LINKED = 10;
const PERIOD = /^\D{0,3}(?:(?:19|20)\d{2}\D{0,3})?(?:\d{1,2}\s?月?份?|第?[一二三四1-4]季度|[上下]半年)?\D{0,2}$/;
const isPeriod = (text: string) => PERIOD.test(text) && /\d|季度|半年/.test(text);
/** What heads the cells of a table, besides days. */
const CELL =
  /^(?:共|第|当前|每页|排序|按|请|全部|查询|搜索|检索|关键|序号|编号|标题|名称|文件|信息|公文|内容|主题|状态|索引|文号|发文|发布|点击|浏览|类[别型]|单位|机构|部门|来源|操作)/;

/**
 * Whether what stands in a box before a run heads it by another name than the page gives its column in its trail or its meta tags: `要闻` over six
 * links on the page of `通知公告`. Labels of table cells, years and steps of the trail head nothing of the kind.
 */
export function isHeadedOtherwise({ outline, columnNames, trailTo, saysName }: Headed, element: number, first: number): boolean {
  if (!saysName) return false;
  let box = element;
  while (box >= 0 && outline.runFrom[box]! >= first) box = outline.parent[box]!;
  if (box < 0) return false;
  const before = MORE.test(outline.runs[first - 1]?.text ?? '') ? first - 2 : first - 1;
  const nearest = outline.runs[before];
  // A heading by its element heads what follows it, whatever stands before; a headline does not.
  const isHeading =
    nearest !== undefined &&
    (nearest.link < 0 || nearest.text.length <= LONGEST_LINKED) &&
    [nearest.element, outline.parent[nearest.element]!].some((at) => /^h[1-6]$/.test(outline.elements[at]?.name ?? ''));
  const from = isHeading ? before : Math.max(outline.runFrom[box]!, trailTo);
  const said = outline.runs.slice(from, first).filter(({ text }) => /\p{L}/u.test(text) && !MORE.test(text));
  if (said.length === 0 || said.length > HEADING_RUNS || first - from > 2 * HEADING_RUNS) return false;
  const isNamed = (name: string) => [...columnNames].some((column) => column.includes(name) || name.includes(column));
  return said.every(({ text }) => {
    const name = plainName(text);
    return (
      name.length >= 2 &&
      text.length <= 30 &&
      !/[:：]/.test(text) &&
      !isNamed(name) &&
      !isPeriod(text) &&
      !CELL.test(name) &&
      publishedRank(name) === null
    );
  });
}

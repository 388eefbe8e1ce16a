import type { CategoryId } from '../model/estate.ts';
import type { Classified } from './classifier.ts';

/** Marks of an item that are no categories. */
export const FLAGS = {
  reprint: '转载：来源不是本单位',
  'outbound-link': '外链：链接指向别的网站',
  'attachment-only': '只有附件，没有正文',
  'empty-body': '正文为空',
  duplicate: '与其他单位的信息内容重复',
  misfiled: '疑似放错栏目',
  review: '分类把握不足，待人工复核',
} as const;
export type Flag = keyof typeof FLAGS;

/** What is known of an item when it is marked. */
export interface FlagInput {
  readonly url: string;
  readonly siteUrl: string;
  /** Name of the unit that answers for the item, and names by which its sources may call it too. */
  readonly unitNames: readonly string[];
  /** 来源 as the page prints it. */
  readonly source: string | null;
  /** Body text; null where the page was not read, so that nothing is said of its body. */
  readonly text: string | null;
  readonly attachments: number;
  readonly classified: Classified;
  /** Category of the column that lists it, or null. */
  readonly columnCategory: CategoryId | null;
  /** Whether another unit published nearly the same text before. */
  readonly duplicate: boolean;
}

/** A body with fewer letters holds nothing to read. */
const SHORTEST_BODY = 10;

/** Body text that only points at attachments, and the site's own furniture. */
const FURNITURE =
  /(?:附件|点击|下载|查看|打印|关闭|详见|见附件|扫一扫|在手机打开当前页|[\s:：。，,.、（）()《》\d]|\.?(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar))+/gi;

/** Length of its longest phrase. */
const LONGEST_FURNITURE = 8;

/** How much of a text tells whether there is anything to read, in characters. */
const BEGIN = 300;

/** The confidence from which a title speaks plainly against its column. */
const PLAINLY = 0.85;

/** The marks of an item, in the order of {@link FLAGS}. */
export function itemFlags(item: FlagInput): Flag[] {
  const empty = item.text !== null && saysNothing(item.text);
  const marks: Record<Flag, boolean> = {
    reprint: item.source !== null && isReprint(item.source, item.unitNames),
    'outbound-link': isOutbound(item.url, item.siteUrl),
    'attachment-only': empty && item.attachments > 0,
    'empty-body': empty && item.attachments === 0,
    duplicate: item.duplicate,
    misfiled: item.columnCategory !== null && item.classified.category !== item.columnCategory && item.classified.confidence >= PLAINLY,
    review: item.classified.review,
  };
  return (Object.keys(FLAGS) as Flag[]).filter((flag) => marks[flag]);
}

/** Whether a body holds nothing to read. The begin of a text nearly always tells already. */
function saysNothing(text: string): boolean {
  const lettersIn = (part: string) => part.replace(FURNITURE, '').length;
  // Where the begin ends in the midst of a phrase of furniture, the phrase's first signs are counted, and do not matter by this margin.
  if (text.length > BEGIN && lettersIn(text.slice(0, BEGIN)) >= SHORTEST_BODY + LONGEST_FURNITURE) return false;
  return lettersIn(text) < SHORTEST_BODY;
}

/** Whether a printed source is somebody other than the unit; what says nothing (本站, 原创) is nobody else. */
function isReprint(source: string, unitNames: readonly string[]): boolean {
  const printed = bareName(source);
  if (printed === '' || /^(?:本站|本网|本站原创|原创|本局|本单位|管理员|网站管理员|未知|互联网|内部)$/.test(printed)) return false;
  return !unitNames.map(bareName).some((own) => own !== '' && (printed.includes(own) || own.includes(printed)));
}

/** A name without places' endings, white space and what stands for the whole: 广水市水利局 and 市水利局 share 水利局. */
function bareName(name: string): string {
  return name
    .replace(/\s+/g, '')
    .replace(/^(?:信息来源|文章来源|来源|稿源)[:：]/, '')
    .replace(/^[\u4e00-\u9fa5]{0,6}?(?:自治区|自治州|自治县|[省市县区州])(?=[\u4e00-\u9fa5]{2})/, '');
}

function isOutbound(url: string, siteUrl: string): boolean {
  const host = hostOf(url);
  const own = hostOf(siteUrl);
  return host !== null && own !== null && host !== own && !host.endsWith(`.${own}`) && !own.endsWith(`.${host}`);
}

function hostOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}

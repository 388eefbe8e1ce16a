import { plainDigits, type WrittenDay, writtenDays } from './written.ts';

/** Words before a colon that say when a page was published. The surer ones first: 发布日期 outranks a bare 日期. */
const PUBLISHED_LABELS = [
  /(?:发布|发表|公布|刊发|刊登|上传|上载|登载|信息发布|公开发布|网站发布|推送|上网|挂网|信息公开|信息提供)(?:日期|时间|日|于)$/,
  /(?:公开|录入|添加|加入|发稿|更新|入库|创建)(?:日期|时间)$|^(?:信息|新闻|文章|公告|公示|通告|通知|本文)(?:日期|时间)$/,
  /^(?:日期|时间|发布|发表|发布于|发表于|更新|更新于|date|pubdate|publishdate|time|published|updated|posted(?:on)?)$/i,
];

/** How sure a label says "published": 0 is surest, null where it says something else. `label` is without colon; inner white space does not count. */
export function publishedRank(label: string): number | null {
  const bare = label.replace(/[\s\u3000\u200b-\u200d\ufeff]+/g, '').replace(/^[【[（(「|·•*-]+|[】\])）」]{1,20}$/g, '');
  if (bare.length > 14) return null;
  const rank = PUBLISHED_LABELS.findIndex((pattern) => pattern.test(bare));
  return rank < 0 ? null : rank;
}

/** A label and a colon at the end of the text that stands before a date. */
const LABEL_BEFORE = /([\u4e00-\u9fffA-Za-z][\u4e00-\u9fffA-Za-z \t\u3000\u00a0]{0,24})(?:】|[\])）]?\s{0,20}:)[\s[（(【〔:]{0,40}$/;

/** The label right before a place in a text (without its colon), or null. */
export function labelBefore(text: string, place: number): string | null {
  return LABEL_BEFORE.exec(plainDigits(text.slice(Math.max(0, place - 100), place)))?.[1]?.trim() ?? null;
}

/** Words that stand right before a day, without a colon, where it is not the day of publication: `报名截止 12月2日`, `有效期至 2027-01-01`. */
const OTHER_DAY_BEFORE =
  /(?:截止|截至|截标|开标|投标|评标|竞价|拍卖|挂牌|开庭|听证|报名|缴费|考试|面试|体检|施行|实施|生效|失效|废止|有效|成文|印发|签发|到期|举办|举行|召开|演出|起止|开始|结束)(?:日期|时间|日|期限?)?(?:至|到|为|于|自)?\s{0,5}$/;

/** Whether words without a colon right before a place in a text say that the day there is another matter's. */
export function isOtherDay(text: string, place: number): boolean {
  return OTHER_DAY_BEFORE.test(text.slice(Math.max(0, place - 30), place));
}

/** A labelled day of publication. */
export interface LabelledDay extends WrittenDay {
  /** 0 is surest. */
  readonly rank: number;
}

/**
 * The day of publication in a line such as `发布时间：2018-12-03 14:31 来源：… 浏览：12`: the one with the surest label, the first of equals;
 * null where no day carries such a label. A label with nothing behind it gives nothing.
 */
export function labelledDay(line: string): LabelledDay | null {
  let best: LabelledDay | null = null;
  for (const written of writtenDays(line)) {
    const label = labelBefore(line, written.start);
    const rank = label === null ? null : publishedRankAtEnd(label);
    if (rank !== null && (best === null || rank < best.rank)) best = { ...written, rank };
  }
  return best;
}

/** Words that make 日期 or 时间 say something else when they stand before it with a space between. */
const OTHER_MATTER =
  /(?:成文|生成|发文|印发|签发|制发|实施|施行|生效|失效|废止|有效|截止|截至|开始|结束|起始|起止|开标|投标|招标|采购|报名|考试|面试|会议|活动|公示|出生|成立|登记|来信|留言|提问|回复|答复|受理|办结|办理|提交|服务|办公|上班)$/;

/** What a row of letters, talks or consultations is dated by where it says nothing of publication; closing days and days of documents are none of it. */
const EVENT = /(?:来信|写信|提问|留言|咨询|提交|受理|答复|回复|办结|办复|访谈|直播|活动|播出)(?:日期|时间)$/;

/** Whether a label names the day of the letter, the answer or the talk that a row stands for. */
export function isEventLabel(label: string): boolean {
  return EVENT.test(label.replace(/\s/g, ''));
}

/** Labels are spaced out by design (`发 布 时 间`) and stand behind other words (`小 中 大 发布时间`): how sure the words at the end say "published". */
export function publishedRankAtEnd(label: string): number | null {
  const parts = label.split(/[\s\u3000\u00a0]+/);
  const ranks = parts.map((_, from) =>
    OTHER_MATTER.test(parts.slice(0, from).join('')) ? null : publishedRank(parts.slice(from).join('')),
  );
  const sure = ranks.filter((rank) => rank !== null);
  return sure.length > 0 ? Math.min(...sure) : null;
}

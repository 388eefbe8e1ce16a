/** What frames the subject of a title: who asks what of whom in which form. */
const FRAMES =
  /关于|对|就|向社会|网上|在线|再次|公开|广泛|征求|征集|意见|建议|采纳|反馈|结果|情况|汇总|统计|分析|报告|说明|解读|图解|图文|一图(?:读懂|看懂)|政策|问答|答记者问|新闻发布会|网民|市民|群众|来信|留言|咨询|投诉|答复|回复|问卷|民意|满意度|调查|访谈|预告|实录|专访|印发|发布|公布|转发|征求意见稿|草案|送审稿|试行|暂行|修订|的?(?:公告|通告|启事|公示|通知|函)|[市县区]?(?:人民)?政府(?:办公室|办)?/gu;
const SIGNS = /[\s《》“”"'‘’「」（）()【】[\]〔〕：:，,。.、；;！!？?—–\-_|｜]/gu;

/** Shorter subjects (调查, 方案) say too little to tell one thing from another. */
const SHORTEST = 4;
/** Of the pairs of signs of two subjects, the share that must be the same. */
const ALIKE = 0.75;
/** From here on it may be the same: for a person to look at. */
const MAYBE = 0.5;

/** The document that a title names in 《》, of several the longest; null where it names none. */
export function quotedIn(title: string): string | null {
  return [...title.matchAll(/《([^《》]{4,})》/gu)].map(([, name]) => name ?? '').sort((a, b) => b.length - a.length)[0] ?? null;
}

/** What a title is about, without what it says of it: what stands in 《》, else the title without its frames. */
export function subjectIn(title: string): string {
  return (quotedIn(title) ?? title)
    .replace(/[（(][^（）()]{0,20}[）)]/gu, '')
    .replace(FRAMES, '')
    .replace(SIGNS, '');
}

/**
 * How alike two subjects are: 1 where one holds the other, else the share of neighbouring signs that they have in common; 0 where they are
 * too short. `common`: how many they have in common, of `one` and `other` many.
 */
export function likeness(subject: string, another: string, common: number, one: number, other: number): number {
  if (subject.length < SHORTEST || another.length < SHORTEST) return 0;
  // What holds another has all of its neighbours in common with it.
  if (common >= Math.min(one, other) && (subject.includes(another) || another.includes(subject))) return 1;
  return (2 * common) / (one + other);
}

export function isSame(likeness: number): boolean {
  return likeness >= ALIKE;
}

export function mayBeSame(likeness: number): boolean {
  return likeness >= MAYBE;
}

/** The document number that a title names, its brackets made alike: 广政办发〔2018〕12号. Null where it names none or several. */
export function numberIn(title: string): string | null {
  const named = [...title.matchAll(/([\u4e00-\u9fa5]{2,10})\s*[〔[【（(]\s*(20\d{2})\s*[〕\]】）)]\s*第?\s*(\d{1,4})\s*号/gu)];
  const [only] = named;
  return named.length === 1 && only ? `${only[1]}〔${only[2]}〕${Number(only[3])}号` : null;
}

/** Whether two numbers are one: what stands before the office's sign in a title belongs to the title. */
export function isSameNumber(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}

/** The pairs of neighbouring signs of a subject. */
export function bigramsOf(subject: string): Set<string> {
  return new Set(Array.from({ length: Math.max(0, subject.length - 1) }, (_, index) => subject.slice(index, index + 2)));
}

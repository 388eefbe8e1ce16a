/** What says that a whole text is about how words are written: what it lists as wrong is no fault of its own. */
const ABOUT_WRITING =
  /错别字|错字|别字|错词|易错|易混|勘误|正误|咬文嚼字|用字规范|规范用[字语词]|(?:错误|不规范)(?:的)?(?:写法|用法|表述|词语|用词)|错误[\s|｜、/：:]{1,5}正确|[误错][\s|｜、/：:]{1,5}正(?![\u4e00-\u9fff])/;

/** Between a wrong form and its right one: only marks, or words that set one against the other. */
const SETS_AGAINST =
  /^[^\u4e00-\u9fff]{0,6}$|应[为作写是改该]|[误错](?:[为作写成]|印|植)|[写印]成|写作|改[为成]|更正|正确|而[不非]是?|不[是能应要]|混[同用淆]|区别|区分/;
/** How far a wrong form and its right one stand apart where a text explains it. */
const APART = 16;

/** Whether a text, such as a list of common mistakes, tells how words are to be written. */
export function isAboutWriting(text: string): boolean {
  return ABOUT_WRITING.test(text);
}

/** Whether a wrong form stands beside its right one and is set against it: `布署（应为部署）`. */
export function isExplained(text: string, at: number, wrong: string, right: string): boolean {
  const behind = text.slice(at + wrong.length, at + wrong.length + APART + right.length);
  const before = text.slice(Math.max(0, at - APART - right.length), at);
  const next = behind.indexOf(right);
  const last = before.lastIndexOf(right);
  return (next >= 0 && SETS_AGAINST.test(behind.slice(0, next))) || (last >= 0 && SETS_AGAINST.test(before.slice(last + right.length)));
}

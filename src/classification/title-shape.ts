import { headEnd } from './text.ts';

/** What kind of text a title says it is, and of what. */
export interface TitleShape {
  /** What it is: 通知 of 关于印发…办法的通知; its last two characters where it names no kind. */
  readonly kind: string;
  /** What that is about or brings: 办法 of 关于印发…办法的通知; empty where the title is its kind. */
  readonly inner: string;
  /** What is done: 印发 of 关于印发…办法的通知; empty where nothing follows 关于. */
  readonly act: string;
}

/** Kinds of text, longer ones first. */
const KINDS =
  '紧急通知 补充通知 通知书 通知单 通知 公告 公示 通告 通报 公报 批复 决定 意见 方案 办法 规定 细则 条例 答复 报告 名单 结果 清单 说明 解读 函 令'.split(
    ' ',
  );

/** Closing marks, which are no text. */
const CLOSING = '"\'》>)]';

/** The shape of a normalised title. Brackets at its end are not heard: （试行） is no kind of text. */
export function shapeOf(title: string): TitleShape {
  const head = withoutMarks(title.slice(0, headEnd(title)));
  const kind = KINDS.find((one) => head.endsWith(one));
  const about = title.indexOf('关于');
  const act = about < 0 ? '' : title.slice(about + 2, about + 4);
  if (kind === undefined) return { kind: head.slice(-2), inner: '', act };
  const rest = head.slice(0, -kind.length);
  return { kind, inner: withoutMarks(rest.endsWith('的') ? rest.slice(0, -1) : rest).slice(-2), act };
}

function withoutMarks(text: string): string {
  let end = text.length;
  while (end > 0 && CLOSING.includes(text[end - 1] as string)) end -= 1;
  return text.slice(0, end);
}

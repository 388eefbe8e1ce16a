import type { WrittenDay } from '../dates/written.ts';

const NAME = '[\\u4e00-\\u9fff·]{1,25}(?:网|报|社|台|局|委|厅|办|办公室|政府|中心|在线|新闻|杂志|部|院|处|融媒体?|发布|广播|频道)';
const FIRST = new RegExp(`^[\\s|｜/]{1,20}(${NAME})(?=[\\s|｜/]|$)`);
/** A number behind it counts visits. */
const ALONE = new RegExp(`^[\\s|｜]{0,20}(${NAME})(?:\\s{1,10}\\d{1,7}\\s?次?)?[\\s|｜]{0,20}$`);

/** The publisher behind a day: `2018-12-03 14:31 中国政府网 …`, or the one word behind a day without its time; null where none is named. */
export function publisherBehind(text: string, { at, start, end }: WrittenDay): string | null {
  const after = text.slice(end);
  const found = (at.length > 10 ? FIRST.exec(after) : null) ?? (text.slice(0, start).trim() === '' ? ALONE.exec(after) : null);
  return found?.[1] ?? null;
}

/** The publisher that is all that stands before a day at the end of a line. */
export function publisherBefore(text: string, { start, end }: WrittenDay): string | null {
  return text.slice(end).trim() === '' ? (ALONE.exec(text.slice(0, start))?.[1] ?? null) : null;
}

import { writtenDays } from '../dates/written.ts';
import type { Page } from '../page.ts';
import type { Particular } from './labels.ts';
import type { Line } from './lines.ts';
import type { Zones } from './zones.ts';

const META_SOURCES = ['contentsource', 'source', 'article:source', 'og:source', 'mediaid'];
/** Longer values are sentences. In characters. */
const LONGEST = 80;

/** 信息来源 as labelled near (`beside`) the title, else unlabelled beside the date, else labelled behind the body (`behind`), else in the meta tags; null where none is named. */
export function readSource(
  page: Page,
  lines: readonly Line[],
  { title, head }: Zones,
  beside: readonly Particular[],
  behind: readonly Particular[],
): string | null {
  return labelled(beside) ?? besideDate(lines.slice(title.to, head.to)) ?? labelled(behind) ?? inMeta(page);
}

/** `2018-12-03 14:31 中国政府网`: one word behind day and time that is the name of a publisher, or nothing else beside the day on either side of it. */
function besideDate(lines: readonly Line[]): string | null {
  for (const { text, length } of lines) {
    const [written, ...more] = length < 80 ? writtenDays(text) : [];
    if (!written || more.length > 0) continue;
    const [before, after] = [text.slice(0, written.start), text.slice(written.end)];
    const publisher =
      (written.at.length > 10 ? PUBLISHER.exec(after) : null) ??
      (before.trim() === '' ? ALONE.exec(after) : after.trim() === '' ? ALONE.exec(before) : null);
    if (publisher) return publisher[1]!;
  }
  return null;
}
const NAME = '[\\u4e00-\\u9fff·]{1,25}(?:网|报|社|台|局|委|厅|办|办公室|政府|中心|在线|新闻|杂志|部|院|处)';
const PUBLISHER = new RegExp(`^\\s{1,20}(${NAME})(?=\\s|$)`);
const ALONE = new RegExp(`^[\\s|]{0,20}(${NAME})[\\s|]{0,20}$`);

function labelled(particulars: readonly Particular[]): string | null {
  for (const { field, value } of particulars) {
    if (field !== 'source') continue;
    const source = withoutTail(value);
    if (source !== '' && source.length <= LONGEST) return source;
  }
  return null;
}

function inMeta(page: Page): string | null {
  for (const name of META_SOURCES) {
    const source = withoutTail((page.meta.get(name) ?? '').replace(/^(?:信息|文章|稿件)?来源[:：]\s*/, ''));
    if (source !== '' && source.length <= LONGEST && !/^\d+$/.test(source)) return source;
  }
  return null;
}

/** A date or a time behind the source is no part of it. */
function withoutTail(value: string): string {
  return value
    .replace(/\s*[(（【[|]?\s*(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月].*$/s, '')
    .replace(/\s+原创稿?$/, '')
    .trim();
}

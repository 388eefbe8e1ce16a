import { writtenDays } from '../dates/written.ts';
import type { Page } from '../page.ts';
import type { Line, Particular } from './line.ts';
import { publisherBefore, publisherBehind } from './publisher.ts';
import type { Zones } from './zones.ts';

const META_SOURCES = ['contentsource', 'source', 'article:source', 'og:source', 'mediaid'];
/** Longer values are sentences. In characters. */
const LONGEST = 80;

/** Where an article's particulars stand: near its title, in a table further up, behind its body. */
export interface Places {
  readonly beside: readonly Particular[];
  readonly above: readonly Particular[];
  readonly behind: readonly Particular[];
}

/** 信息来源 as labelled near the title, else unlabelled beside the date, else labelled behind the body or in a table above, else in the meta tags; null where none is named. */
export function readSource(page: Page, lines: readonly Line[], { title, head }: Zones, { beside, above, behind }: Places): string | null {
  return labelled(beside) ?? besideDate(lines.slice(title.to, head.to)) ?? labelled(behind) ?? labelled(above) ?? inMeta(page);
}

/** `2018-12-03 14:31 中国政府网`: one word behind day and time that is the name of a publisher, or nothing else beside the day on either side of it. */
function besideDate(lines: readonly Line[]): string | null {
  for (const { text, length } of lines) {
    const [written, ...more] = length < 80 ? writtenDays(text) : [];
    if (!written || more.length > 0) continue;
    const publisher = publisherBehind(text, written) ?? publisherBefore(text, written);
    if (publisher) return publisher;
  }
  return null;
}

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
    .replace(/\s{0,20}[(（【[|]?\s{0,20}(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月].*$/s, '')
    .replace(/\s{1,20}原创稿?$/, '')
    .trim();
}

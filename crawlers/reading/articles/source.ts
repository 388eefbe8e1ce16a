import type { Page } from '../page.ts';
import type { Particular } from './labels.ts';

const META_SOURCES = ['contentsource', 'source', 'article:source', 'og:source', 'mediaid'];
/** Longer values are sentences. In characters. */
const LONGEST = 80;

/** 信息来源 as labelled near the title, else behind the body, else in the meta tags; null where none is named. */
export function readSource(page: Page, head: readonly Particular[], tail: readonly Particular[]): string | null {
  return labelled(head) ?? labelled(tail) ?? inMeta(page);
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
    .replace(/\s*[(（【[|]?\s*(?:19|20)\d{2}\s?[-/.年]\s?\d{1,2}\s?[-/.月].*$/s, '')
    .replace(/\s+原创稿?$/, '')
    .trim();
}

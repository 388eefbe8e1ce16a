import type { PageRequest } from '../../../src/model/reading.ts';
import { standsInFrame } from '../lists/frame.ts';
import type { Page } from '../page.ts';
import { canonicalUrl } from '../urls.ts';

/** What a page shows in frames that is no list: maps, players, counters, weather, sign-in. */
const OTHER = /map|video|player|weather|tianqi|count|stat|login|share|comment|\.(?:swf|mp4|jpe?g|png|gif)(?:\?|$)/i;
const MOST = 3;

/** The pages of the same site that a page shows in frames of some size in its middle: old sites keep their lists there. */
export function framePages(page: Page): PageRequest[] {
  const found = new Set<string>();
  const here = canonicalUrl(page.url, page.url);
  for (const frame of page.frames) {
    const { src, width = '', height = '' } = frame.attribs;
    const url = canonicalUrl(src, page.base);
    if (url === null || url === here || OTHER.test(new URL(url).pathname)) continue;
    if (/^[01](?:px)?$/.test(width) || /^[01](?:px)?$/.test(height) || standsInFrame(frame)) continue;
    if (new URL(url).host === new URL(page.url).host) found.add(url);
  }
  return [...found].slice(0, MOST).map((url) => ({ url }));
}

import type { PageRequest } from '../../../src/model/reading.ts';
import type { Outline } from '../lists/outline.ts';
import type { Page } from '../page.ts';
import { listApis } from './list-apis.ts';

/** `加载更多` that leads nowhere by itself: a script asks for the rows that follow. */
const GROWS = /^[\s+↓∨>»]*(?:点击|点此)?(?:加载|载入|查看|显示)更多(?:信息|内容|数据|公告)?[\s+↓∨>»….]*$/;

/** The second page of a list that grows by a script, as the script asks for it; empty where the list does not grow, or that is not known. */
export function loadedMore(page: Page, outline: Outline): PageRequest[] {
  return growsByScript(outline) ? listApis(page).flatMap(secondPage) : [];
}

function growsByScript({ runs, links }: Outline): boolean {
  return runs.some(({ text, link }) => text.length <= 12 && GROWS.test(text) && (link < 0 || links[link]!.href === null));
}

/** The number of the first page in a query or in JSON. */
const FIRST = /([?&](?:page\w{0,10}|p|pn|cur\w{0,10}|index)=|"(?:page\w{0,10}|p|pn|cur\w{0,10}|index)":"?)1(?=[&",}]|$)/i;

/** What asks for the first page asks for the second; the first is what the page shows. Empty where it counts no pages. */
function secondPage(request: PageRequest): PageRequest[] {
  const body = request.body?.startsWith('{') ? request.body : request.body && `?${request.body}`;
  if (FIRST.test(request.url)) return [{ ...request, url: request.url.replace(FIRST, (_, name: string) => `${name}2`) }];
  return body && FIRST.test(body) ? [{ ...request, body: body.replace(FIRST, (_, name: string) => `${name}2`).replace(/^\?/, '') }] : [];
}

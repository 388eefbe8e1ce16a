import type { PageRequest } from '../../../src/model/reading.ts';
import type { Outline } from '../lists/outline.ts';
import { type Page, selectorsOf } from '../page.ts';
import { canonicalUrl } from '../urls.ts';
import { isNextLink } from './number-links.ts';

const CALL = /__doPostBack\(\s{0,3}['"]([^'"]{1,200})['"]\s{0,3},\s{0,3}['"]([^'"]{0,100})['"]\s{0,3}\)/;

/**
 * The next page of an ASP.NET Web Forms list: `javascript:__doPostBack('Pager','2')` sends the page's form again with the names of the control and its
 * argument (Microsoft, Page.GetPostBackEventReference). Each page carries its own state, so no page but the next is known; null where there is none.
 */
export function postBack(page: Page, outline: Outline, current: number): PageRequest | null {
  let call: RegExpExecArray | null = null;
  for (const link of outline.links) {
    const { href, onclick } = outline.elements[link.element]!.attribs;
    const found = CALL.exec(href ?? '') ?? CALL.exec(onclick ?? '');
    if (found && (isNextLink(outline, link) || link.text === String(current + 1))) call ??= found;
  }
  if (!call) return null;
  const form = selectorsOf(page)('form').has('[name="__VIEWSTATE"]').first();
  if (form.length === 0) return null;
  const url = canonicalUrl(form.attr('action') || page.url, page.base);
  if (url === null) return null;
  const fields = new URLSearchParams();
  for (const input of form.find('input[type="hidden"][name]').toArray()) fields.set(input.attribs.name!, input.attribs.value ?? '');
  fields.set('__EVENTTARGET', call[1]!);
  fields.set('__EVENTARGUMENT', call[2]!);
  return { url, method: 'POST', body: fields.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' } };
}

import type { PageRequest } from '../../../src/model/reading.ts';
import type { Page } from '../page.ts';
import { canonicalUrl } from '../urls.ts';

/** Requests that a page without rows may name at most. */
const MOST = 3;

/** `$.ajax({ url: '…', type: 'post', data: {…} })` and its likes: the braces of one call, without nested functions. */
const AJAX =
  /(?:\$|jQuery|axios)\s{0,3}\.?(?:ajax|request)?\s{0,3}\(\s{0,5}\{([\s\S]{1,1500}?)(?:success|done|then|error|complete|beforeSend|\}\s{0,5}\)\s{0,5}[;.,\n])/g;
/** `$.getJSON('…', {…})`, `$.post('…', {…})`, `axios.get('…')`, `fetch('…')`. */
const SHORT =
  /(?:(?:\$|jQuery|axios)\s{0,3}\.\s{0,3}(getJSON|get|post)|\b(fetch))\s{0,3}\(\s{0,5}(['"])([^'"\s]{1,400})\3\s{0,5}(?:,\s{0,5}\{([^{}]{0,800})\})?/g;

/** What the address of a list's rows speaks of; other requests count visits or fetch the weather. */
const LIST_ADDRESS = /list|query|search|article|news|page|info|content|doc|data|manuscript|getdocuments|channel/i;
const OTHER_ADDRESS = /count|click|hits?\b|visit|weather|login|captcha|\.js\b|\.css\b|vote|comment|statist|token|user/i;
const PAIR =
  /['"]?([A-Za-z_]\w{0,40})['"]?\s{0,5}:\s{0,5}(?:'([^'\n]{0,200})'|"([^"\n]{0,200})"|(-?\d{1,15})|(true|false))\s{0,5}(?=,|$|\})/g;

/**
 * The requests by which a page's own script asks for the rows of its list, where address and form stand there in full. Nothing is run: a request
 * that is put together from variables is not known.
 */
export function listApis(page: Page): PageRequest[] {
  const found = new Map<string, PageRequest>();
  const take = (address: string, post: boolean, form: string) => {
    const url = LIST_ADDRESS.test(address) && !OTHER_ADDRESS.test(address) ? canonicalUrl(address, page.base) : null;
    if (url === null || found.size >= MOST) return;
    const pairs = pairsOf(form);
    const request = post
      ? posted(url, pairs)
      : { url: withQuery(url, pairs), headers: { accept: 'application/json, text/html;q=0.9, */*;q=0.8' } };
    found.set(`${request.url} ${post ? pairs : ''}`, request);
  };
  for (const script of page.scripts) {
    for (const [, call = ''] of script.matchAll(AJAX)) {
      const address = /\burl\s{0,5}:\s{0,5}(['"])([^'"\s]{1,400})\1\s{0,5}(?:,|$)/.exec(call)?.[2];
      const form = /\b(?:data|params)\s{0,5}:\s{0,5}\{([^{}]{0,800})\}/.exec(call)?.[1] ?? '';
      if (address) take(address, /\b(?:type|method)\s{0,5}:\s{0,5}['"]post['"]/i.test(call), form);
    }
    for (const [, verb, , , address = '', form = ''] of script.matchAll(SHORT)) take(address, verb === 'post', form);
  }
  return [...found.values()];
}

function pairsOf(form: string): URLSearchParams {
  return new URLSearchParams(
    [...form.matchAll(PAIR)].map(([, key, one, two, digits, flag]) => [key!, one ?? two ?? digits ?? flag ?? ''] as [string, string]),
  );
}

function posted(url: string, pairs: URLSearchParams): PageRequest {
  return { url, method: 'POST', body: pairs.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' } };
}

function withQuery(url: string, pairs: URLSearchParams): string {
  if (pairs.size === 0) return url;
  return `${url}${url.includes('?') ? '&' : '?'}${pairs}`;
}

import type { Element } from 'domhandler';
import type { PageRequest } from '../../../src/model/reading.ts';
import { argumentEnd } from '../brackets.ts';
import { definitionIn } from '../clicks.ts';
import { textOfExpression } from '../expressions.ts';
import type { Outline } from '../lists/outline.ts';
import { elementsOf, type Page, rawText } from '../page.ts';
import { canonicalUrl } from '../urls.ts';
import { isNextLink } from './number-links.ts';

/** A field that is given a number: `pg.pageNum.value='2'`, `getElementById('page').value = n`, `$('#page').val(n)`. */
const GIVEN =
  /(?:\.\s{0,3}([\w$]{1,40})|getElementById\(\s{0,3}['"]([\w$-]{1,40})['"]\s{0,3}\)|\[['"]([\w$-]{1,40})['"]\])\s{0,3}\.\s{0,3}value\s{0,3}=(?!=)|\$\(\s{0,3}['"](?:#|[^'"]{0,20}\[name=["']?)([\w$-]{1,40})["']?\]?['"]\s{0,3}\)\s{0,3}\.\s{0,3}val\(/;
const SENDS = /\.\s{0,3}submit\s{0,3}\(|__doSubmit/;
const CALL = /(?<![\w$.])([A-Za-z_$][\w$]{0,60})\s{0,3}\(/;
/** Pages that one form is asked for at most. */
const MOST_PAGES = 200;

/**
 * The pages of a list whose pager writes the page's number into a field of a form and sends it, in the handler itself or in a function of the page's own
 * scripts. Empty where there is none of the kind. Nothing is run.
 */
export function formPages(page: Page, outline: Outline, current: number, pages: number | null): PageRequest[] {
  for (const link of outline.links) {
    const { href = '', onclick = '' } = outline.elements[link.element]!.attribs;
    if (!isNextLink(outline, link) && link.text !== String(current + 1)) continue;
    const given = givenNumber(onclick, page) ?? (/^javascript:/i.test(href) ? givenNumber(href.slice('javascript:'.length), page) : null);
    const form = given && formWith(page, given.field);
    if (!form) continue;
    const last = Math.min(Math.max(pages ?? 0, current + 1), current + MOST_PAGES);
    const requests = Array.from({ length: last - current }, (_, index) => sent(page, form, given.field, given.number + index));
    return requests.filter((request) => request !== null);
  }
  return [];
}

/** The field that a handler gives a number and the number, where it then sends a form. */
function givenNumber(handler: string, { scripts }: Page): { readonly field: string; readonly number: number } | null {
  const called = CALL.exec(handler);
  const direct = GIVEN.test(handler);
  const definition = direct || called === null ? null : definitionIn(scripts, called[1]!);
  const code = direct ? handler : (definition?.body ?? '');
  const match = GIVEN.exec(code);
  if (match === null || !SENDS.test(code)) return null;
  const known = new Map<string, string>();
  if (definition && called) {
    for (let at = called.index + called[0].length, index = 0; index < definition.parameters.length; index++) {
      const end = argumentEnd(handler, at);
      const value = textOfExpression(handler, at, () => null);
      if (value !== null) known.set(definition.parameters[index]!, value);
      if (handler[end] !== ',') break;
      at = end + 1;
    }
  }
  const number = textOfExpression(code, match.index + match[0].length, (name) => known.get(name) ?? null);
  const field = match.slice(1).find((name) => name !== undefined);
  return number !== null && /^\d{1,6}$/.test(number) && field !== undefined ? { field, number: Number(number) } : null;
}

/** The form that holds a field, and what it sends. */
interface Form {
  readonly element: Element;
  readonly fields: readonly Element[];
}

function formWith({ document }: Page, field: string): Form | null {
  for (const element of elementsOf(document).filter(({ name }) => name === 'form')) {
    const fields = elementsOf(element).filter(({ name }) => /^(?:input|select|textarea)$/.test(name));
    if (fields.some(({ attribs }) => attribs.name === field || attribs.id === field)) return { element, fields };
  }
  return null;
}

function sent(page: Page, { element, fields }: Form, field: string, number: number): PageRequest | null {
  const url = canonicalUrl(element.attribs.action?.trim() || page.url, page.base);
  if (url === null) return null;
  const values = new URLSearchParams();
  for (const { name: tag, attribs, children } of fields) {
    const { name, id, type = 'text', value = '' } = attribs;
    if (name === undefined || !/^(?:text|hidden|search|number)$/i.test(type)) continue;
    const chosen = tag === 'select' ? elementsOf({ children } as Element).find(({ attribs: of }) => of.selected !== undefined) : null;
    const written = tag === 'textarea' ? rawText({ children } as Element) : (chosen?.attribs.value ?? value);
    values.set(name, name === field || id === field ? String(number) : written);
  }
  if (/^post$/i.test(element.attribs.method ?? ''))
    return {
      url,
      method: 'POST',
      body: values.toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded; charset=UTF-8' },
    };
  const bare = new URL(url);
  bare.search = values.toString();
  return { url: bare.href };
}

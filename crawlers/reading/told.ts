import type { CheerioAPI } from 'cheerio/slim';
import type { AnyNode, Element } from 'domhandler';
import type { Entry, ListReading, PageRequest } from '../../src/model/reading.ts';
import type { ToldReading } from '../../src/model/told-reading.ts';
import { Clicks } from './clicks.ts';
import { valuesOfAnswer } from './data/answers.ts';
import { type Fields, isFields } from './data/fields.ts';
import { dayOfValue } from './data/instants.ts';
import { findRows, plainTitle } from './data/json-list.ts';
import { dayInRow } from './dates/rows.ts';
import { entriesOf } from './lists/entries.ts';
import type { ListFindings } from './lists/list.ts';
import { markOutline, type Span, spanOf } from './lists/marks.ts';
import { outlineOf } from './lists/outline.ts';
import { isElement, type Page, selectorsOf, visibleText } from './page.ts';
import { cleanText } from './text.ts';
import { canonicalUrl } from './urls.ts';

/** Rows that are read of one page. */
const MOST_ROWS = 2_000;

/**
 * What is read of a page where a person said how: their rows, with what the selectors name in each; what they leave out is what `found` found by itself.
 * Rows that are not there say nothing: the page is then none that the telling fits. A page whose rows an API gives names the request for them.
 */
export function readAsTold(page: Page, told: ToldReading, found: ListFindings): ListReading {
  if (told.api !== undefined) return askApi(page, told, found.reading);
  const $ = selectorsOf(page);
  const entries = told.rows === undefined ? null : rowsOf(page, $, told);
  const items = entries ?? found.reading.items;
  const dated = items.filter(({ publishedOn }) => publishedOn !== null).length / Math.max(1, items.length);
  const state = items.length > 0 ? 'list' : entries === null ? found.reading.state : 'none';
  return {
    ...found.reading,
    state,
    items,
    blocks: [],
    next: told.next === undefined ? found.reading.next : nextOf(page, $, told.next),
    fingerprint: items.length > 0 ? { place: told.rows ?? found.reading.fingerprint?.place ?? 'told', rows: items.length, dated } : null,
    why: entries === null ? found.reading.why : whyTold(items.length),
  };
}

/** The rows of the answer of an API at the path that a person gave; null where the text is no such answer. */
export function readAnswerAsTold(text: string, url: string, told: ToldReading): ListReading | null {
  const values = told.api === undefined ? [] : valuesOfAnswer(text);
  if (values.length === 0) return null;
  const rows = told.rows === undefined ? values[0] : values.map((value) => at(value, told.rows!)).find((value) => value !== undefined);
  const { items: known, total } = findRows(rows, url);
  const isTold = told.title !== undefined || told.day !== undefined || told.url !== undefined;
  const items = Array.isArray(rows) && isTold ? rows.filter(isFields).map((row) => entryAt(row, told, url)) : known;
  const all = items.slice(0, MOST_ROWS).filter(({ title }) => title !== '');
  const dated = all.filter(({ publishedOn }) => publishedOn !== null).length / Math.max(1, all.length);
  return {
    kind: 'list',
    url,
    title: null,
    items: all,
    next: furtherOf(url, told, all.length),
    total: total ?? findRows(values[0], url).total,
    dialect: 'generic',
    blocks: [],
    state: all.length > 0 ? 'list' : 'none',
    fingerprint: all.length > 0 ? { place: `api ${told.rows ?? ''}`.trim(), rows: all.length, dated } : null,
    columnName: null,
    columnType: null,
    why: whyTold(all.length),
  };
}

function whyTold(rows: number): ListReading['why'] {
  const nothing = { zh: '按人工规则没有读到一行', en: 'not a row was read as a person told' };
  return { certainty: rows > 0 ? 'sure' : 'unsure', blocks: [], doubts: rows > 0 ? [] : [nothing], emptyPlace: null, scripts: [] };
}

function askApi(page: Page, told: ToldReading, reading: ListReading): ListReading {
  const url = canonicalUrl(told.api, page.url);
  const first = url === null || told.page === undefined ? url : withPage(url, told.page, pageOf(url, told.page) ?? 1);
  const next = first === null ? [] : [{ url: first, headers: { accept: 'application/json, */*;q=0.8' } }];
  return { ...reading, state: 'none', items: [], blocks: [], next, fingerprint: null, why: whyTold(0) };
}

function rowsOf(page: Page, $: CheerioAPI, told: ToldReading): Entry[] {
  const outline = outlineOf(page, true);
  const places = new Map<AnyNode, number>(outline.elements.map((element, index) => [element, index]));
  const rows = $(told.rows).toArray().filter(isElement).slice(0, MOST_ROWS);
  const clicks = new Clicks(page);
  const marks = markOutline(outline);
  return rows.flatMap((row) => {
    const place = places.get(row);
    const spans: Span[] = place === undefined ? [] : [spanOf(outline, place)];
    const [byItself] =
      spans.length === 0 ? [] : entriesOf(outline, marks, { container: place!, rows: spans, seams: [], dated: 0, shape: '' }, page.base);
    const entry = toldEntry($, row, told, byItself ?? { title: '', url: null, publishedOn: null }, (element) =>
      canonicalUrl(clicks.target(element), page.base),
    );
    return entry.title === '' ? [] : [entry];
  });
}

function toldEntry($: CheerioAPI, row: Element, told: ToldReading, byItself: Entry, leadsTo: (element: Element) => string | null): Entry {
  const one = (selector: string | undefined) => (selector === undefined ? undefined : $(row).find(selector).toArray().find(isElement));
  const [title, day, link] = [one(told.title), one(told.day), one(told.url)];
  const { shown, ...rest } = byItself;
  const publishedOn = told.day === undefined ? rest.publishedOn : day ? dayInRow(visibleText(day, 200)) : null;
  return {
    title: title ? cleanText(title.attribs.title || visibleText(title, 1000)) : rest.title,
    url: link ? leadsTo(link) : (rest.url ?? (isElement(row) ? leadsTo(row) : null)),
    publishedOn,
    ...(publishedOn === null && told.day === undefined && shown !== undefined ? { shown } : {}),
  };
}

function nextOf(page: Page, $: CheerioAPI, selector: string): PageRequest[] {
  const link = $(selector).toArray().find(isElement);
  const url = link ? canonicalUrl(new Clicks(page).target(link), page.base) : null;
  return url === null || url === canonicalUrl(page.url, page.url) ? [] : [{ url }];
}

/** The next page of an API, as long as its pages hold rows. */
function furtherOf(url: string, { page }: ToldReading, rows: number): PageRequest[] {
  const current = page === undefined ? null : pageOf(url, page);
  return page === undefined || current === null || rows === 0 ? [] : [{ url: withPage(url, page, current + 1) }];
}

function pageOf(url: string, name: string): number | null {
  const value = new URL(url).searchParams.get(name);
  return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null;
}

function withPage(url: string, name: string, page: number): string {
  const counted = new URL(url);
  counted.searchParams.set(name, String(page));
  return counted.href;
}

function entryAt(row: Fields, told: ToldReading, base: string): Entry {
  const [byItself] = findRows([row], base).items;
  const reference = told.url === undefined ? undefined : at(row, told.url);
  return {
    title: told.title === undefined ? (byItself?.title ?? '') : plainTitle(String(at(row, told.title) ?? '')),
    url: told.url === undefined ? (byItself?.url ?? null) : canonicalUrl(reference === undefined ? null : String(reference), base),
    publishedOn: told.day === undefined ? (byItself?.publishedOn ?? null) : dayOfValue(at(row, told.day)),
  };
}

/** What stands at a path of keys. */
function at(value: unknown, path: string): unknown {
  let held = value;
  for (const key of path.split('.')) {
    if (typeof held !== 'object' || held === null || !Object.hasOwn(held, key)) return undefined;
    held = (held as Fields)[key];
  }
  return held;
}

import { load } from 'cheerio/slim';
import type { Entry, ListReading } from '../../../src/model/reading.ts';
import { recordsIn } from '../lists/islands.ts';
import { findList } from '../lists/list.ts';
import { parsePage } from '../page.ts';
import { cleanText } from '../text.ts';
import { canonicalUrl } from '../urls.ts';
import { valuesOfAnswer } from './answers.ts';
import { furtherRequests } from './further-requests.ts';
import { dayOfValue } from './instants.ts';
import { findRows } from './json-list.ts';
import { xmlValue } from './xml-value.ts';

/**
 * Reads the answer of a list API or a feed as a list page: JSON with rows or with markup inside, Hanweb's XML of records, RSS and Atom.
 * Null where the text is none of these, so that it is read as a page.
 */
export function readDataList(text: string, url: string): ListReading | null {
  const head = text.slice(0, 2000).trimStart();
  if (/^(?:<\?xml[^>]{0,200}>\s*)?<datastore/i.test(head)) return fromRecords(text, url);
  if (/^<\?xml|^<(?:rss|feed|rdf:RDF)\b/i.test(head) && /<(?:rss|feed|rdf:RDF|item|entry)\b/i.test(head)) return fromFeed(text, url);
  return fromValues(/^<\?xml/i.test(head) && !/<(?:!doctype\s{1,9}html|html)\b/i.test(head) ? [xmlValue(text)] : valuesOfAnswer(text), url);
}

function fromValues(values: readonly unknown[], url: string): ListReading | null {
  if (values.length === 0) return null;
  const all = values.map((value) => findRows(value, url));
  const { items, total, markup, failed } = all.reduce((best, next) => (next.items.length > best.items.length ? next : best));
  if (markup !== null) {
    const inner = findList(parsePage(markup, url)).reading;
    const count = inner.total ?? total;
    return {
      ...inner,
      state: inner.state === 'landing' ? 'none' : inner.state,
      total: count,
      next: inner.next.length > 0 ? inner.next : furtherRequests({ url }, { items: inner.items, total: count }),
    };
  }
  return reading(url, items, failed && items.length === 0 ? null : total, furtherRequests({ url }, { items, total }));
}

function fromRecords(text: string, url: string): ListReading {
  const total = /<totalrecord>\s{0,20}(?:<!\[CDATA\[)?\s{0,20}(\d{1,8})/i.exec(text);
  const inner = findList(parsePage(recordsIn(text), url)).reading;
  return reading(
    url,
    inner.items.length > 0 ? inner.items : inner.blocks.flatMap((block) => block.items),
    total ? Number(total[1]) : null,
    [],
  );
}

/** Days of publication before the day of the last change. */
const DAYS = ['pubDate', 'published', 'issued', 'dc\\:date', 'updated', 'modified'];

function fromFeed(text: string, url: string): ListReading {
  const $ = load(text, { xml: true });
  const items: Entry[] = [];
  for (const element of $('item, entry').toArray().slice(0, 2000)) {
    const item = $(element);
    const link = item.children('link').first();
    const date = DAYS.map((name) => item.children(name).first().text()).find((text) => text !== '') ?? '';
    const title = cleanText(item.children('title').first().text()).slice(0, 1000);
    if (title !== '') items.push({ title, url: canonicalUrl(link.attr('href') ?? link.text(), url), publishedOn: dayOfValue(date) });
  }
  return reading(url, items, null, []);
}

function reading(url: string, items: readonly Entry[], total: number | null, next: ListReading['next']): ListReading {
  const dated = items.filter((item) => item.publishedOn !== null).length;
  return {
    kind: 'list',
    url,
    title: null,
    items,
    next,
    total,
    dialect: 'generic',
    blocks: [],
    state: items.length > 0 ? 'list' : total === 0 ? 'blank' : 'none',
    fingerprint: items.length > 0 || total === 0 ? { place: 'data', rows: items.length, dated: dated / Math.max(1, items.length) } : null,
    columnName: null,
    columnType: null,
    why: { certainty: items.length > 0 || total === 0 ? 'sure' : 'unsure', blocks: [], doubts: [], emptyPlace: null, scripts: [] },
  };
}

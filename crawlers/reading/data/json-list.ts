import { type Day, dayIn } from '../../../src/model/day.ts';
import type { Entry } from '../../../src/model/reading.ts';
import { dayInRow } from '../dates/rows.ts';
import { cleanText } from '../text.ts';
import { canonicalUrl } from '../urls.ts';

/** Names of fields, surest first, compared in lower case without separators. */
const TITLE = [
  'title',
  'doctitle',
  'articletitle',
  'infotitle',
  'newstitle',
  'contenttitle',
  'showtitle',
  'maintitle',
  'titlename',
  'bt',
  'headline',
  'subject',
  'name',
];
const ADDRESS = [
  'url',
  'posturl',
  'puburl',
  'docpuburl',
  'articleurl',
  'infourl',
  'detailurl',
  'linkurl',
  'weburl',
  'htmlurl',
  'pageurl',
  'visiturl',
  'link',
  'href',
  'path',
  'domainurl',
];
const PUBLISHED = [
  'displaypublishtime',
  'publishtime',
  'publishdate',
  'publishedtime',
  'firstpublishtime',
  'published',
  'publishedat',
  'publishedon',
  'pubtime',
  'pubdate',
  'releasetime',
  'releasedate',
  'docreltime',
  'displaydate',
  'showdate',
  'infodate',
  'newsdate',
  'fbsj',
  'fbrq',
  'date',
  'time',
  'createdat',
  'createtime',
  'createdate',
  'crtime',
  'cretime',
];
const RECORDS = [
  'total',
  'totalcount',
  'totalrecord',
  'totalrecords',
  'totalelements',
  'totalnum',
  'recordcount',
  'recordstotal',
  'rowcount',
  'count',
  'totalrows',
  'hits',
];

const DEEPEST = 8;
const MOST_NODES = 50_000;
const ZONE = 'Asia/Shanghai';

type Fields = Readonly<Record<string, unknown>>;

/** What the answer of a list API holds: its rows, or the markup that it wraps. */
export interface JsonFindings {
  readonly items: readonly Entry[];
  readonly total: number | null;
  /** HTML inside the answer (JPAAS: `data.html`), where it holds no rows as data. */
  readonly markup: string | null;
}

/** Finds the rows in a JSON value: the array of objects with titles that has most of them. */
export function findRows(value: unknown, base: string): JsonFindings {
  let best: { rows: readonly Fields[]; around: Fields | null } = { rows: [], around: null };
  let markup: string | null = null;
  let total: number | null = null;
  const waiting: { value: unknown; depth: number; around: Fields | null }[] = [{ value, depth: 0, around: null }];
  for (let index = 0; index < waiting.length && index < MOST_NODES; index++) {
    const at = waiting[index]!;
    if (Array.isArray(at.value)) {
      const rows = at.value.filter((row): row is Fields => isFields(row) && field(row, TITLE) !== undefined);
      if (rows.length > best.rows.length) best = { rows, around: at.around };
    }
    if (typeof at.value === 'string' && /<(?:li|a|tr|dd)\b/i.test(at.value) && at.value.length > (markup?.length ?? 0)) markup = at.value;
    if (isFields(at.value)) total ??= countIn(at.value);
    if (typeof at.value === 'object' && at.value !== null && at.depth < DEEPEST) {
      const around = isFields(at.value) ? at.value : at.around;
      for (const inner of Object.values(at.value)) waiting.push({ value: inner, depth: at.depth + 1, around });
    }
  }
  const items = best.rows.map((row) => entryOf(row, base)).filter((entry) => entry.title !== '');
  return { items, total: (best.around && countIn(best.around)) ?? total, markup: items.length === 0 ? markup : null };
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function field(row: Fields, names: readonly string[]): unknown {
  const byName = new Map(Object.entries(row).map(([key, value]) => [plainKey(key), value]));
  for (const name of names) {
    const value = byName.get(name);
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return value;
  }
  return undefined;
}

/** `publishedTimeStr` is written beside `publishedTime` and means the same. */
function plainKey(key: string): string {
  return key
    .toLowerCase()
    .replace(/[_-]/g, '')
    .replace(/str(?:ing)?$/, '');
}

function entryOf(row: Fields, base: string): Entry {
  const address = field(row, ADDRESS);
  return {
    title: cleanText(String(field(row, TITLE)).replace(/<[^>]{0,200}>/g, '')).slice(0, 1000),
    url: typeof address === 'string' ? canonicalUrl(address, base) : null,
    publishedOn: dayOf(row),
  };
}

function dayOf(row: Fields): Day | null {
  for (const name of PUBLISHED) {
    const value = field(row, [name]);
    const day = value === undefined ? null : dayFrom(value);
    if (day) return day;
  }
  return null;
}

/** Days come as text or as seconds or milliseconds since 1970. */
function dayFrom(value: unknown): Day | null {
  const text = String(value).trim();
  if (/^\d{10}$|^\d{13}$/.test(text)) return dayIn(ZONE, new Date(text.length === 10 ? Number(text) * 1000 : Number(text)));
  if (/^\d{4}-\d{2}-\d{2}T[\d:.]{5,15}Z$/.test(text)) return dayIn(ZONE, new Date(text));
  return dayInRow(text);
}

function countIn(fields: Fields): number | null {
  const value = field(fields, RECORDS);
  const count = Number(value);
  return value !== undefined && Number.isInteger(count) && count >= 0 ? count : null;
}

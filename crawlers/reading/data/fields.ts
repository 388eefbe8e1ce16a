import { publishedRank } from '../dates/labels.ts';

/** One record of an answer, or of a script. */
export type Fields = Readonly<Record<string, unknown>>;

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names of fields, surest first, compared in lower case without separators. */
export const TITLE = [
  'title',
  'doctitle',
  'articletitle',
  'infotitle',
  'newstitle',
  'contenttitle',
  'showtitle',
  'maintitle',
  'titlename',
  'noticetitle',
  '标题',
  'biaoti',
  'bt',
  'headline',
  'subject',
  'name',
  '名称',
];
export const ADDRESS = [
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
  '链接',
];
export const RECORDS = [
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

/** Names of days of publication, surest first. */
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
  'docpubtime',
  'publictime',
  'publicdate',
  'webdate',
  'displaydate',
  'showdate',
  'infodate',
  'newsdate',
  'fbsj',
  'fbrq',
  'date',
  'time',
];
/** Words in names that mean publication, in names that nobody listed. */
const SPEAKS_OF_PUBLICATION =
  /publi|pub(?:date|time|day|at|on|sj|rq)|releas?e?(?:d|date|time)|issued?(?:date|time|at|on)|post(?:ed|date|time)|send(?:date|time)|^p(?:date|time)$|fabu|show(?:date|time)|display/;
/** The day of the entry into a database, which is the day of publication only where no other is told. */
const ENTERED = /^cr(?:e|t|d|time|date)|creat|insert|input|entry|adddate|addtime|addedat|lrsj|cjsj|record(?:date|time)/;
/** The day of the last change, which is less sure still. */
const CHANGED = /update|modif|edit|oper|gxsj|xgsj|last/;
/** Days of other things: ends, openings, meetings, decisions, signatures. */
const OTHER_DAY =
  /(?<!s)end|expir|deadline|clos|stop|valid|overdue|bid|tender|^open|start|begin|effect|abolish|abolit|(?<!as)sign|writ|doc?date$|docdate|cwrq|yfrq|del|sync|crawl|fetch|birth|meet|hear|audit|review|approv|accept|reply|answer|^top|jz(?:sj|rq)|kb(?:sj|rq)|sx(?:sj|rq)|截止|结束|开标|成文|失效|生效|有效|开始|会议/;

/** `publishedTimeStr` is written beside `publishedTime` and means the same. */
export function plainKey(key: string): string {
  return key
    .toLowerCase()
    .replace(/[_-]/g, '')
    .replace(/(?<=.)str(?:ing)?$/, '');
}

/** The value of the first of several names that is a text or a number. */
export function field(row: Fields, names: readonly string[]): unknown {
  const byName = new Map(Object.entries(row).map(([key, value]) => [plainKey(key), value]));
  for (const name of names) {
    const value = byName.get(name);
    if ((typeof value === 'string' && value.trim() !== '') || typeof value === 'number') return value;
  }
  return undefined;
}

/** How sure a field's name says "published": 0 is surest; 1000 is a name that says nothing, null one that says something else. */
export function dayRank(key: string): number | null {
  const plain = plainKey(key);
  const listed = PUBLISHED.indexOf(plain);
  if (listed >= 0) return listed;
  const label = publishedRank(plain);
  if (label !== null) return 100 + label;
  if (OTHER_DAY.test(plain)) return null;
  if (SPEAKS_OF_PUBLICATION.test(plain)) return 200;
  if (CHANGED.test(plain)) return UNNAMED + 200;
  return ENTERED.test(plain) ? UNNAMED + 100 : UNNAMED;
}
/** The rank of names that say nothing: what they hold has to. */
export const UNNAMED = 1000;

/** Whether a field is named for the day of publication. */
export function namesPublication(key: string): boolean {
  return (dayRank(key) ?? UNNAMED) < UNNAMED;
}

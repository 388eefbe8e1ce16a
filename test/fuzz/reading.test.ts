import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../crawlers/door/decode.ts';
import { readDataList } from '../../crawlers/reading/data/data-list.ts';
import { dayOfValue } from '../../crawlers/reading/data/instants.ts';
import { findRows } from '../../crawlers/reading/data/json-list.ts';
import { labelledDay } from '../../crawlers/reading/dates/labels.ts';
import { dayInRow, eventDayInRow, monthDayInRow } from '../../crawlers/reading/dates/rows.ts';
import { dayInUrl } from '../../crawlers/reading/dates/url.ts';
import { writtenDays } from '../../crawlers/reading/dates/written.ts';
import { readPage } from '../../crawlers/reading/read.ts';
import { isDay } from '../../src/model/day.ts';
import { pieced, survives } from './fuzzed.ts';

const BASE = 'http://www.example.gov.cn/zwgk/tzgg/';
const DATES = [
  '2024',
  '年',
  '13',
  '月',
  '31',
  '日',
  '-',
  '/',
  '.',
  '〇',
  '二',
  '十',
  '2024-02-30',
  '［',
  '05-06',
  '发布时间：',
  '至',
  '12:61',
  '\u00a0',
];
const MARKUP = [
  '<ul>',
  '</ul>',
  '<li>',
  '</li>',
  '<a href="t1.html" title="',
  '">',
  '</a>',
  '<table><tr><td>',
  '</td></tr>',
  '<div class="list">',
  '</div>',
  '<!--',
  '-->',
  '<script>',
  '</script>',
  'var data=[{"title":"通知","url":"/a.html","time":"2024-01-05"},',
  '];',
  'createPageHTML(50,0,"index","html");',
  '<iframe src="',
  '<base href="//',
  '<meta charset=gbk>',
  '<title>',
  '<h1>关于开展检查工作的通知</h1>',
  '<span>2024-01-05</span>',
  '发布日期：2024年1月5日 来源：市水利局',
  '&#x',
  '&nbsp;',
  '<![CDATA[',
  '<datastore><record>',
  '<?xml version="1.0"?><rss><item>',
  '\u0000',
  '\u202e',
];
const KEYS = ['title', 'url', 'time', 'rows', 'data', 'list', 'total', 'publishTime', '__proto__', 'constructor', 'length', 'html'];

const aDay = (day: string | null | undefined) => day === null || day === undefined || isDay(day);

describe('whatever a site sends, there is an answer before long', () => {
  it('about its charset', () => {
    const bytes = fc.oneof(
      fc.uint8Array({ maxLength: 5_000 }),
      pieced([...MARKUP, '通知公告']).map((text) => Buffer.from(text)),
    );
    const type = fc.option(pieced(['text/html', ';', 'charset=', 'gbk', 'utf-16le', '"', 'x-user-defined', ' ']));
    return survives(fc.tuple(bytes, type), ([page, contentType]) => {
      expect(typeof decodePage(page, contentType).text).toBe('string');
    });
  });

  it('about days in a text, and each is one of the calendar', () =>
    survives(pieced(DATES), (text) => {
      const found = [
        ...writtenDays(text).map(({ day }) => day),
        labelledDay(text)?.day,
        dayInRow(text),
        eventDayInRow(text),
        dayInUrl(BASE + text),
        dayOfValue(text),
      ];
      expect(found.filter((day) => !aDay(day))).toEqual([]);
      expect(monthDayInRow(text) ?? '01-01').toMatch(/^\d\d-\d\d$/);
    }));

  it.each(['list', 'article', 'auto'] as const)('about a page that is read as %s', (kind) =>
    survives(pieced([...MARKUP, ...DATES]), (text) => {
      const reading = readPage({ url: BASE, text, kind });
      if (reading.kind === 'error') throw new Error(reading.error.en);
      const days =
        reading.kind === 'list'
          ? reading.items.map(({ publishedOn }) => publishedOn)
          : [reading.publishedAt?.slice(0, 10), reading.documentDate];
      expect(days.filter((day) => !aDay(day))).toEqual([]);
    }),
  );

  it('about rows in JSON, whole or broken', () => {
    const value = fc.letrec<{ any: unknown }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 5 },
        fc.constantFrom<unknown>(
          '2024-01-05',
          '关于开展检查的通知',
          '/a.html',
          'javascript:1',
          null,
          1_704_412_800_000,
          -1,
          1e308,
          true,
          '<li><a href=x>',
        ),
        fc.array(tie('any'), { maxLength: 6 }),
        fc.array(fc.tuple(fc.constantFrom(...KEYS), tie('any')), { maxLength: 6 }).map((fields) => Object.fromEntries(fields)),
      ),
    })).any;
    return survives(fc.tuple(value, fc.nat(400)), ([rows, end]) => {
      const text = JSON.stringify(rows) ?? '';
      findRows(rows, BASE);
      readDataList(text, BASE);
      readDataList(text.slice(0, end), BASE);
      expect(aDay(dayOfValue(rows))).toBe(true);
    });
  });
});

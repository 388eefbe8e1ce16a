import { describe, expect, it } from 'vitest';
import { readDataList } from '../../../crawlers/reading/data/data-list.ts';

const URL_HERE = 'http://sw.qinghe.example/api/list?channel=7';
const LISTED = [
  { title: '关于城区供水管网改造的公告', url: 'http://sw.qinghe.example/a/1.html', publishedOn: '2023-12-28' },
  { title: '第三批节水型单位名单公示', url: 'http://sw.qinghe.example/a/2.html', publishedOn: '2023-12-25' },
];
const ROWS = LISTED.map(({ title, url, publishedOn }) => ({ title, url: new URL(url).pathname, pubDate: publishedOn }));
const JSON_ROWS = JSON.stringify(ROWS);
const loose = `[{title:'${LISTED[0]!.title}',url:'/a/1.html',pubDate:'2023-12-28',},{title:"${LISTED[1]!.title}",url:"/a/2.html",pubDate:"2023-12-25"},]`;
const read = (answer: string) => readDataList(answer, URL_HERE)?.items ?? null;

describe('answers that are nearly JSON are read as the JSON they mean', () => {
  it.each([
    ['a comma too many', `{"rows":${JSON_ROWS.slice(0, -1)},],}`],
    ['line breaks in texts', `{"rows":${JSON_ROWS.replace('"title"', '"content":"第一行\n\t第二行","title"')}}`],
    ['single quotes and bare keys', `{rows:${loose}}`],
    ['comments', `/* list */ {"rows": /* two */ ${JSON_ROWS} // end\n}`],
    ['quotes inside a text that nobody escaped', `{"rows":${JSON_ROWS.replace('"title"', '"note":"关于"十四五"规划","title"')}}`],
    ['a byte order mark', `\ufeff${JSON_ROWS}`],
    ['a guard before it', `)]}',\n${JSON_ROWS}`],
    ['another guard', `while(1);${JSON_ROWS}`],
    ['a call', `jQuery1910_158(${JSON_ROWS});`],
    ['a call with a comment before it', `/**/cb && cb({"data":${JSON_ROWS}})`],
    ['a call in try', `try{window.parent.show({"data":${JSON_ROWS}})}catch(e){}`],
    ['a call that is given a text', `callback(${JSON.stringify(JSON_ROWS)})`],
    ['an assignment', `var list = ${loose};`],
    ['an assignment to a member', `window.data["list"]=${JSON_ROWS}`],
    ['two assignments', `var menu=[{"name":"首页","url":"/"}];\nvar newsList=${JSON_ROWS};`],
    ['parentheses', `(${loose})`],
    ['a pre element', `<html><head><meta charset="utf-8"></head><body><pre style="x">${JSON_ROWS}</pre></body></html>`],
    ['a pre element with entities', `<pre>${JSON_ROWS.replaceAll('"', '&quot;')}</pre>`],
    [
      'a web service of .NET',
      `<?xml version="1.0" encoding="utf-8"?>\n<string xmlns="http://tempuri.org/">${JSON_ROWS.replaceAll('"', '&quot;')}</string>`,
    ],
    ['a string of JSON', JSON.stringify(JSON_ROWS)],
    ['a string of JSON within JSON', JSON.stringify({ code: 0, data: JSON_ROWS })],
    ['a string within a string', JSON.stringify(JSON.stringify({ data: JSON_ROWS }))],
    [
      'hits of Elasticsearch',
      JSON.stringify({ hits: { total: { value: 2 }, hits: ROWS.map((row, n) => ({ _id: `x${n}`, _source: row })) } }),
    ],
    ['records in records', JSON.stringify({ list: ROWS.map((row) => ({ article: row, columnName: '通知公告' })) })],
    ['an object of numbered records', JSON.stringify({ data: { 0: ROWS[0], 1: ROWS[1] } })],
    ['arrays for records', JSON.stringify({ data: ROWS.map((row) => [7, row.title, row.url, row.pubDate]) })],
    [
      'columns side by side',
      JSON.stringify({ title: ROWS.map((r) => r.title), url: ROWS.map((r) => r.url), date: ROWS.map((r) => r.pubDate) }),
    ],
    ['names that nobody knows', JSON.stringify(ROWS.map((row, n) => ({ f1: n, f2: row.title, f3: row.url, f4: row.pubDate })))],
    [
      'a row added by a function each',
      ROWS.map((row) => `addNews("${row.title}", "${row.url}", '${row.pubDate}');`)
        .join('\n')
        .replace(/^/, 'var n=0;\n'),
    ],
    ['a row pushed at a time', `var rows = new Array();${ROWS.map((row) => `rows.push(${JSON.stringify(row)});`).join('')}`],
    ['titles with marks and entities', JSON.stringify(ROWS).replaceAll('公', '<em>公</em>').replace('示', '&#31034;')],
  ])('%s', (_, answer) => {
    expect(read(answer)).toEqual(LISTED);
  });

  it.each([
    ['a page', '<!DOCTYPE html><html><head><title>a</title></head><body><p>{}</p></body></html>'],
    ['a text that breaks off', `{"rows":${JSON_ROWS.slice(0, 40)}`],
    ['prose', '服务器繁忙（错误代码：{500}），请稍后再试'],
    ['nothing', ''],
  ])('%s is none of them', (_, answer) => {
    expect(read(answer)).toBeNull();
  });

  it('an answer to a request that failed says nothing of the column, whatever it counts', () => {
    for (const answer of ['{"code":500,"total":0,"rows":[]}', '{"success":false,"data":{"total":0,"list":[]}}'])
      expect(readDataList(answer, URL_HERE)!.state).toBe('none');
    expect(readDataList('{"code":200,"success":true,"total":0,"rows":[]}', URL_HERE)!.state).toBe('blank');
  });
});

describe('the day of a row', () => {
  const day = (row: Record<string, unknown>) =>
    read(JSON.stringify([1, 2, 3].map((n) => ({ title: `第${n}号公告`, ...row }))))![0]!.publishedOn;

  it.each([
    ['2020.03.06 10:20'],
    ['2020-03-05T18:00:00.000Z'],
    ['2020-03-06T00:00:00+08:00'],
    ['2020年3月6日'],
    ['20200306101500'],
    ['20200306101500123'],
    [20200306],
    [1583424000],
    ['1583424000000'],
    ['/Date(1583424000000+0800)/'],
    ['Fri Mar 06 10:00:00 CST 2020'],
    ['Mar 6, 2020 10:00:00 AM'],
    ['Thu, 05 Mar 2020 18:00:00 GMT'],
    [{ time: 1583424000000, year: 120, month: 2, date: 6 }],
    [{ year: 120, month: 2, date: 6 }],
    [{ year: 2020, monthValue: 3, dayOfMonth: 6, month: 'MARCH' }],
    [{ $date: '2020-03-05T18:00:00Z' }],
    [{ date: '2020-03-06 10:00:00.000000', timezone_type: 3 }],
    [[2020, 3, 6, 10, 0]],
  ])('is understood in the writing %j', (written) => {
    expect([day({ publishTime: written }), day({ TM: written })]).toEqual(['2020-03-06', '2020-03-06']);
  });

  it.each([
    [{ CRTIME: '2020-03-09', DOCPUBTIME: '2020-03-06' }],
    [{ createTime: '2020-03-09', webdate: '2020-03-06' }],
    [{ createDate: '2020-03-09', publicDate: '2020-03-06' }],
    [{ addTime: '2020-03-09', infoPubDate: '2020-03-06' }],
    [{ updateTime: '2020-03-09', createTime: '2020-03-06' }],
    [{ endTime: '2020-12-31', createTime: '2020-03-06' }],
    [{ bidOpenTime: '2020-05-10', noticeSendTime: '2020-03-06' }],
    [{ expireDate: '2030-01-01', ptime: '2020-03-06' }],
    [{ CWRQ: '2020-02-01', 发布日期: '2020-03-06' }],
    [{ signDate: '2020-02-01', gksj: '2020-03-06' }],
  ])('is that of publication in %j', (row) => {
    expect(day(row)).toBe('2020-03-06');
  });

  it('is none where only other things have days', () => {
    expect(day({ endTime: '2020-12-31', kbsj: '2020-05-10' })).toBeNull();
    expect(day({ docDate: '2020-12-31', meetingTime: '2020-05-10' })).toBeNull();
  });
});

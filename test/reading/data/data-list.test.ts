import { describe, expect, it } from 'vitest';
import { readDataList } from '../../../crawlers/reading/data/data-list.ts';

const URL_HERE = 'http://sw.qinghe.example/api/list?channel=7&pageNo=1&pageSize=2';

describe('answers of list APIs', () => {
  it('rows of an array deep inside, with text and numbers for days', () => {
    const answer = {
      code: 0,
      data: {
        total: 5,
        list: [
          { docTitle: '甲<em>公告</em>', url: '/a/1.html', pubDate: '2023-12-28 09:00:00' },
          { docTitle: '乙公告', url: '/a/2.html', pubDate: 1703692800000 },
        ],
      },
    };
    const reading = readDataList(JSON.stringify(answer), URL_HERE)!;
    expect(reading.items).toEqual([
      { title: '甲公告', url: 'http://sw.qinghe.example/a/1.html', publishedOn: '2023-12-28' },
      { title: '乙公告', url: 'http://sw.qinghe.example/a/2.html', publishedOn: '2023-12-28' },
    ]);
    expect(reading.total).toBe(5);
    expect(reading.next.map((request) => request.url)).toEqual(
      [2, 3].map((page) => `http://sw.qinghe.example/api/list?channel=7&pageNo=${page}&pageSize=2`),
    );
  });

  it('days whose name says that they are printed', () => {
    const results = [{ title: '甲公告', url: '/a/1.html', publishedTime: 1703692800000, publishedTimeStr: '2023-12-28 00:00:00' }];
    expect(readDataList(JSON.stringify({ data: { results } }), URL_HERE)!.items[0]!.publishedOn).toBe('2023-12-28');
  });

  it('an empty array with a count of nought is a blank column, anything else is none', () => {
    expect(readDataList('{"total":0,"rows":[]}', URL_HERE)!.state).toBe('blank');
    expect(readDataList('{"code":500,"msg":"error"}', URL_HERE)!.state).toBe('none');
  });

  it('markup inside JSON', () => {
    const html = `<ul>${[1, 2, 3, 4].map((n) => `<li><a href="/art/2023/12/${n}/art_1_${n}.html">关于某项工作的第${n}号通知</a><span>2023-12-0${n}</span></li>`).join('')}</ul><div class="pagination" rows="4" count="11"></div>`;
    const reading = readDataList(
      JSON.stringify({ success: true, data: { html } }),
      'http://sw.qinghe.example/unit?paramJson=%7B%22pageNo%22%3A1%2C%22pageSize%22%3A4%7D',
    )!;
    expect(reading.items).toHaveLength(4);
    expect(reading.total).toBe(11);
    expect(reading.next.map((request) => new URL(request.url).searchParams.get('paramJson'))).toEqual([
      '{"pageNo":2,"pageSize":4}',
      '{"pageNo":3,"pageSize":4}',
    ]);
  });

  it('records of Hanweb', () => {
    const record = (n: number) =>
      `<record><![CDATA[<li><a href="/art/2023/12/${n}/art_1_${n}.html">关于某项工作的第${n}号通知</a><b>2023-12-0${n}</b></li>]]></record>`;
    const reading = readDataList(
      `<?xml version="1.0"?><datastore><totalrecord>31</totalrecord><recordset>${[1, 2, 3].map(record).join('')}</recordset></datastore>`,
      URL_HERE,
    )!;
    expect(reading.items.map((item) => item.publishedOn)).toEqual(['2023-12-01', '2023-12-02', '2023-12-03']);
    expect(reading.total).toBe(31);
  });

  it('feeds', () => {
    const rss =
      '<?xml version="1.0"?><rss><channel><title>x</title><item><title>甲公告</title><link>http://sw.qinghe.example/a/1.html</link><pubDate>Thu, 28 Dec 2023 09:00:00 +0800</pubDate></item></channel></rss>';
    expect(readDataList(rss, URL_HERE)!.items).toEqual([
      { title: '甲公告', url: 'http://sw.qinghe.example/a/1.html', publishedOn: '2023-12-28' },
    ]);
  });

  it('a page is no data', () => {
    expect(readDataList('<!DOCTYPE html><html></html>', URL_HERE)).toBeNull();
    expect(readDataList('{broken', URL_HERE)).toBeNull();
  });
});

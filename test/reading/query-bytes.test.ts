import fc from 'fast-check';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { withQueryBytes } from '../../crawlers/reading/query-bytes.ts';
import { readPage } from '../../crawlers/reading/read.ts';

const URL_OF_PAGE = 'http://a.test/list.asp';
const rows = (href: (number: number) => string) =>
  [1, 2, 3, 4, 5, 6].map((number) => `<li><a href="${href(number)}">关于第${number}个事项的公告</a><span>2024-03-0${number}</span></li>`);
const addresses = (charset: string, href: (number: number) => string) => {
  const html = `<html><head><meta charset="${charset}"><title>公告</title></head><body><ul>${rows(href).join('')}</ul></body></html>`;
  const reading = readPage({ bytes: iconv.encode(html, charset), url: URL_OF_PAGE, kind: 'list' });
  return reading.kind === 'list' ? reading.items.map(({ url }) => url) : [];
};

it('an address on a page in GBK asks in GBK, as browsers do; its path is UTF-8', () => {
  expect(addresses('gb2312', (number) => `公告/show.asp?class=公告&amp;id=${number}#正文`)[0]).toBe(
    'http://a.test/%E5%85%AC%E5%91%8A/show.asp?class=%B9%AB%B8%E6&id=1',
  );
});

it('one on a page in UTF-8, or encoded by the page itself, is as it was', () => {
  expect(addresses('utf-8', (number) => `show.asp?class=公告&amp;id=${number}`)[0]).toBe(
    'http://a.test/show.asp?class=%E5%85%AC%E5%91%8A&id=1',
  );
  expect(addresses('gbk', (number) => `show.asp?class=%B9%AB%B8%E6&amp;id=${number}`)[0]).toBe(
    'http://a.test/show.asp?class=%B9%AB%B8%E6&id=1',
  );
});

it.each([
  `<a href='x.asp?类别=公告'>`,
  '<a href=x.asp?k=公告>',
  `<a onclick="location.href='x.asp?k=公告'">`,
  '<script>var next = "x.asp?page=2&k=公告";</script>',
])('%s likewise', (source) => {
  expect(withQueryBytes(source, 'gb18030')).toContain('%B9%AB%B8%E6');
});

it.each(['<p>网址：x.asp?k=公告</p>', '<a title="公告?是">公告</a>', '<a href="公告.htm">', 'alert("确定删除吗?")'])(
  '%s is left alone',
  (source) => {
    expect(withQueryBytes(source, 'gb18030')).toBe(source);
  },
);

it('what is sent decodes to what was written, whatever it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[\u4e00-\u9fa5a-z0-9]{1,12}$/), (words) => {
      const [, query] = /\?k=([^"]*)"/.exec(withQueryBytes(`<a href="x.asp?k=${words}">`, 'gb18030'))!;
      const bytes = Uint8Array.from(
        (query!.match(/%..|./gs) ?? []).map((one) => (one.length === 3 ? Number.parseInt(one.slice(1), 16) : one.charCodeAt(0))),
      );
      expect(iconv.decode(Buffer.from(bytes), 'gbk')).toBe(words);
    }),
  );
});

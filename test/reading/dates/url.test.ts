import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInUrl } from '../../../crawlers/reading/dates/url.ts';

describe('the day in an address', () => {
  it('is read in every family', () => {
    const addresses = [
      '/zwgk/201812/t20181203_693227.html',
      '/zwgk/201812/t20181203_693227_1.shtml',
      '/art/2018/12/3/art_1229_77.html',
      '/2018-12/03/content_5345.htm',
      '/2018-12-03/1234.html',
      '/2018/12-03/8691.shtml',
      '/2018/1203/c213a7262/page.htm',
      '/columns/aa11/201812/03/bb22.html',
      '/2018/12/3/4f2a4f2a.shtml',
      '/20181203/4f2a4f2a.html',
      '/a/20181203.html',
      '/zw/20181203143122553.shtml',
      '/news/content_20181203_12.html',
      '/show.aspx?id=4&date=2018-12-03',
    ];
    for (const address of addresses) expect(dayInUrl(`http://www.example.gov.cn${address}`), address).toBe('2018-12-03');
  });

  it('is not read from record numbers, months, hosts or fragments', () => {
    const addresses = [
      '/201812/4f2a4f2a4f2a4f2a.shtml',
      '/info/1044/100065.htm',
      '/public/29621/49738857.html',
      '/content/post_20181345.html',
      '/c100004/index.shtml',
      '/gkmlpt/content/0/508/post_508890.html',
      '/201813/t20181332_1.html',
      '/x.html#/2018/12/03/',
      '',
    ];
    for (const address of addresses) expect(dayInUrl(`http://20181203.example.gov.cn${address}`), address).toBeNull();
  });

  it('takes no time on hostile addresses', () => {
    fc.assert(
      fc.property(fc.constantFrom('/2018', '/20181203', 't2018_', '1'), (piece) => {
        const started = performance.now();
        dayInUrl(`http://a.example/${piece.repeat(200_000)}`);
        expect(performance.now() - started).toBeLessThan(200);
      }),
    );
  });
});

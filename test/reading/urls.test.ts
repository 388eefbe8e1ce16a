import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressInScript, canonicalUrl } from '../../crawlers/reading/urls.ts';

const BASE = 'http://www.qinghe.example/zwgk/tzgg/index.html';

describe('the canonical address', () => {
  it.each([
    ['./202312/t20231228_1.html', 'http://www.qinghe.example/zwgk/tzgg/202312/t20231228_1.html'],
    ['../../a/./b/../c.html#top', 'http://www.qinghe.example/a/c.html'],
    ['//www.qinghe.example:80/a.html', 'http://www.qinghe.example/a.html'],
    ['HTTPS://WWW.Qinghe.Example:443/A.html', 'https://www.qinghe.example/A.html'],
    ['/a.jsp;jsessionid=0A1B2C3D?id=7', 'http://www.qinghe.example/a.jsp?id=7'],
    ['/a.php?PHPSESSID=abc&id=7&utm_source=wx&spm=1.2', 'http://www.qinghe.example/a.php?id=7'],
    ['/(S(k2v1abcdefgh0123456789))/a.aspx?id=7', 'http://www.qinghe.example/a.aspx?id=7'],
    ['/a?id=7&from=singlemessage&isappinstalled=0', 'http://www.qinghe.example/a?id=7'],
    ['/a?from=2023-01-01&sid=3', 'http://www.qinghe.example/a?from=2023-01-01&sid=3'],
    ['/a?sid=0123456789abcdef0123', 'http://www.qinghe.example/a'],
    ['/%B9%AB%B8%E6/1.html?k=%C7%E0', 'http://www.qinghe.example/%B9%AB%B8%E6/1.html?k=%C7%E0'],
    ['http://user:secret@www.qinghe.example/a', 'http://www.qinghe.example/a'],
    ['#/detail/4100', 'http://www.qinghe.example/zwgk/tzgg/index.html#/detail/4100'],
    ['/app.html?a=1#!/news/7', 'http://www.qinghe.example/app.html?a=1#!/news/7'],
    ['\n  /a b.html ', 'http://www.qinghe.example/a%20b.html'],
  ])('%s', (reference, expected) => expect(canonicalUrl(reference, BASE)).toBe(expected));

  it.each([
    '',
    '  ',
    '#',
    '#a',
    'javascript:;',
    'JavaScript:void(0)',
    'mailto:a@b.example',
    'tel:110',
    'http://',
    'ftp://x.example/a',
    null,
  ])('%s leads nowhere', (reference) => expect(canonicalUrl(reference, BASE)).toBeNull());

  it('made twice is the same', () => {
    const piece = fc.constantFrom(
      '..',
      '.',
      'a',
      ';jsessionid=x',
      '%B9%AB',
      '(S(abcdefgh12))',
      '',
      'b.html',
      '?id=1',
      '&utm_a=1',
      '&sid=abcdefabcdefabcdef',
      '#f',
      '：',
      ' ',
      '\\',
      '@',
      ':80',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.constantFrom('/', '', 'http://a.example/', '//b.example./'), (pieces, start) => {
        const once = canonicalUrl(start + pieces.join('/'), BASE);
        return once === null || canonicalUrl(once, BASE) === once;
      }),
      { numRuns: 2000 },
    );
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const isRoute = /#!?\//.test(url);
        const once = canonicalUrl(url, BASE);
        return once !== null && canonicalUrl(once, 'http://other.example/') === once && (isRoute || !once.includes('#'));
      }),
    );
  });
});

describe('addresses in scripts', () => {
  it.each([
    ["window.open('../a/1.html','_blank')", '../a/1.html'],
    ["go(12,'info?id=7')", 'info?id=7'],
    ["location.href='?id=7'", '?id=7'],
    ["show('标题')", null],
    ["checkUser('174019.htm','$article.user')", '174019.htm'],
  ])('%s', (script, expected) => expect(addressInScript(script)).toBe(expected));
});

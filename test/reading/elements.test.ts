import { describe, expect, test } from 'vitest';
import { readPage } from '../../crawlers/reading/read.ts';

const HEAD =
  '<title>某市</title><meta name="SiteName" content="某市"><meta name="SiteDomain" content="x.gov.cn"><meta name="SiteIDCode" content="4213810001"><meta name="viewport" content="width=device-width">';
const FOOTER = `<div class="footer">主办：某市人民政府办公室 联系电话：0722-6231234 网站标识码：4213810001
<a href="https://beian.miit.gov.cn/">鄂ICP备05012345号</a> <a href="http://www.beian.gov.cn/">鄂公网安备 42138102000001号</a>
<script src="http://dcs.conac.cn/js/18/sites.js"></script><a href="https://zfwzgl.www.gov.cn/exposure/jiucuo.html"><img alt="我为政府网站找错"></a></div>`;
const ROWS = [1, 2, 3, 4, 5, 6]
  .map((day) => `<li><a href="/a/${day}.html">某市召开第${day}次工作会议</a><span>2018-05-0${day}</span></li>`)
  .join('');

function home(head: string, footer: string) {
  const text = `<html><head>${head}</head><body><ul>${ROWS}</ul>${footer}</body></html>`;
  const reading = readPage({ text, url: 'http://x.test/', kind: 'list', home: true });
  return reading.kind === 'list' ? new Set(reading.elements) : null;
}

describe('page elements', () => {
  test('of a whole home page are all seen, those in pictures and scripts too', () => {
    expect(home(HEAD, FOOTER)).toEqual(
      new Set([
        'title',
        'site-name-tag',
        'site-domain-tag',
        'site-code-tag',
        'mobile-view',
        'organizer',
        'contact',
        'site-code',
        'icp',
        'police-record',
        'party-mark',
        'report-errors',
      ]),
    );
  });

  test('a site of its own for phones is a view for phones', () => {
    expect(home('<title>某市</title>', '<a href="http://m.x.test/">手机版</a>')?.has('mobile-view')).toBe(true);
    expect(home('<title>某市</title>', '')?.has('mobile-view')).toBe(false);
  });

  test('a tag without a content, and a code that is none, are not seen', () => {
    const seen = home(
      '<title>某市</title><meta name="viewport" content=""><meta name="SiteIDCode" content="">',
      '<p>主办：某办 网站标识码：待定</p>',
    );
    expect(seen).toEqual(new Set(['title', 'organizer']));
  });

  test('tags are known in any letters, and are not looked for on pages nobody asked about', () => {
    const text = `<html><head><meta name="columnName" content="公示"><META NAME="COLUMNTYPE" CONTENT="工作动态"></head><body><ul>${ROWS}</ul></body></html>`;
    const reading = readPage({ text, url: 'http://x.test/gs/', kind: 'list' });
    expect(reading).toMatchObject({ kind: 'list', tags: ['columnname', 'columntype'] });
    expect(reading).not.toHaveProperty('elements');
  });
});

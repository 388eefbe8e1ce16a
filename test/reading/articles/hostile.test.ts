import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../crawlers/reading/articles/article.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';

const URL_OF_PAGE = 'http://www.example.gov.cn/zw/1.html';
const PROSE = '为做好汛期安全工作，各单位要加强值班值守，及时报告险情。';
const read = (html: string) => readArticle(parsePage(html, URL_OF_PAGE));

/** Reading alone, without the parser, in milliseconds. */
function timed(html: string) {
  const page = parsePage(html, URL_OF_PAGE);
  const started = performance.now();
  const reading = readArticle(page);
  return { reading, elapsed: performance.now() - started };
}

describe('a hostile page', () => {
  const bombs: Record<string, string> = {
    'nested 20,000 deep': `${'<div>'.repeat(20_000)}${PROSE.repeat(20)}${'</div>'.repeat(20_000)}`,
    'of tables that never close': `${'<table><tr><td>'.repeat(5_000)}来源：`,
    'of endless info lines': '<p>发布时间：2018-12-03 来源：某局</p>'.repeat(100_000),
    'of one endless line of labels': `<div>${'来源：'.repeat(1_000_000)}</div>`,
    'of endless cells': `<table>${'<tr><td>来源：</td><td>2018-12-03</td></tr>'.repeat(50_000)}</table>`,
    'of endless headings': '<h1>关于停水的通知通知</h1>'.repeat(50_000),
    'of endless printing scripts': '<script>var a="1";document.write(a+a+a)</script>'.repeat(30_000),
    'of spaces': `<p>${'\u3000'.repeat(2_000_000)}来源：${' '.repeat(2_000_000)}</p>`,
    'of digits': `<p>${'2018-'.repeat(1_000_000)}</p>`,
    'of eight megabytes of prose': `<h1>标题</h1><p>${PROSE.repeat(290_000)}</p>`,
  };
  for (const [name, html] of Object.entries(bombs)) {
    it(`${name} is read in bounded time`, { timeout: 60_000 }, () => {
      // Generous, because test machines are shared; quadratic work would take minutes.
      expect(timed(html).elapsed).toBeLessThan(5_000);
    });
  }

  it('has a heading of bounded length', () => {
    const reading = read(`<title>${'题'.repeat(10_000)}</title><h1>${'题'.repeat(10_000)}</h1><p>${PROSE}</p>`);
    expect(reading.title!.length).toBeLessThanOrEqual(500);
  });

  it('loses its unseen characters', () => {
    const reading = read(
      `<h1>关于\u202e停\0水的\u200b通知</h1><div>来\u200b源：水\u2066务局 发布时间：2018\u200b-12-03</div><p>${PROSE}</p>`,
    );
    expect([reading.title, reading.source, reading.publishedAt]).toEqual(['关于停水的通知', '水务局', '2018-12-03']);
  });

  it('gets none of its scripts into the text', () => {
    const reading = read(
      `<body><h1>关于停水的通知</h1><p>${PROSE}</p><script>alert("来源：假的")</script><style>.a{}</style><p>${PROSE}</p>`,
    );
    expect(reading.text).toBe(`${PROSE}\n${PROSE}`);
    expect(reading.source).toBeNull();
  });

  it('without anything has nothing', () => {
    for (const html of ['', '<', '<html></html>', '\0\0\0', '<p></p>']) {
      const { title, publishedAt, publishedSource, source, text, attachments } = read(html);
      expect([title, publishedAt, publishedSource, source, text, attachments]).toEqual([null, null, null, null, '', []]);
    }
  });
});

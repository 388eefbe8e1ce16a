import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { postInstant } from '../../crawlers/media/post-instant.ts';
import { UnreadablePosts } from '../../crawlers/media/posts-read.ts';
import { readFeed } from '../../crawlers/media/read-feed.ts';
import { readPostsFile } from '../../crawlers/media/read-posts-file.ts';
import { ToldError } from '../../src/model/told-error.ts';
import { buildSheet } from '../../src/reports/sheet.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
/** 标题,发布时间 / 你好,2024-03-05 in GBK. */
const GBK = Uint8Array.from([
  0xb1,
  0xea,
  0xcc,
  0xe2,
  0x2c,
  0xb7,
  0xa2,
  0xb2,
  0xbc,
  0xca,
  0xb1,
  0xbc,
  0xe4,
  0x0a,
  0xc4,
  0xe3,
  0xba,
  0xc3,
  0x2c,
  ...utf8('2024-03-05\n'),
]);

describe('the moment of a post', () => {
  it.each([
    ['2024-03-05 08:30:00', '2024-03-05T08:30:00+08:00'],
    ['2024年3月5日 8:30', '2024-03-05T08:30:00+08:00'],
    ['2024/3/5', '2024-03-05'],
    ['20240305', '2024-03-05'],
    ['2024-03-04T20:30:00Z', '2024-03-05T04:30:00+08:00'],
    ['Mon, 04 Mar 2024 20:30:00 GMT', '2024-03-05T04:30:00+08:00'],
    ['Tue, 05 Mar 2024 08:30:00 +0800', '2024-03-05T08:30:00+08:00'],
    [1_709_598_600, '2024-03-05T08:30:00+08:00'],
    ['1709598600000', '2024-03-05T08:30:00+08:00'],
    [45_356, '2024-03-05'],
    [45_356.5, '2024-03-05T12:00:00+08:00'],
    [new Date('2024-03-05T00:00:00Z'), '2024-03-05'],
  ])('%s is read', (written, publishedAt) => {
    expect(postInstant(written)).toEqual({ publishedOn: publishedAt.slice(0, 10), publishedAt });
  });

  it.each(['', ' ', '3天前', '03-05', '2024-13-01', 'Mon, 31 Feb 2024 20:30:00 GMT', '12', null, undefined, true, new Date('x')])(
    '%s is none, and never today',
    (written) => expect(postInstant(written)).toBeNull(),
  );
});

describe('a file that a platform exported', () => {
  const wanted = [
    {
      title: '县里下雪了',
      publishedOn: '2024-03-05',
      publishedAt: '2024-03-05T08:30:00+08:00',
      url: 'https://mp.example/s/1',
      original: true,
    },
    { title: '=放假通知', publishedOn: '2024-03-01', publishedAt: '2024-03-01', url: null, original: false },
  ];

  it('is read as CSV with a title above its head, other columns, and a row that is none told by its line', async () => {
    const csv =
      '示例发布 2024年3月数据\n\n序号,内容标题,阅读,发表时间,内容url,原创\n1,县里下雪了,"1,200",2024-03-05 08:30:00,https://mp.example/s/1,原创\n2,=放假通知,3,2024/3/1,,转载\n3,没有日子,3,昨天,,\n';
    expect(await readPostsFile(utf8(`\ufeff${csv}`))).toEqual({
      posts: wanted,
      skipped: [{ line: 6, why: { zh: '发布时间看不懂：昨天', en: 'not a time: 昨天' } }],
      madeAt: null,
      names: [],
      named: null,
    });
    expect((await readPostsFile(utf8(csv.replaceAll('"1,200"', '1200').replaceAll(',', '\t')))).posts).toEqual(wanted);
  });

  it.each([
    ['导出时间：2024-03-20 09:10:00,,\n', '2024-03-20'],
    ['账号,示例发布\n导出日期,2024/3/20\n', '2024-03-20'],
    ['统计时间：2024-03-01 至 2024-03-31\n', undefined],
    ['统计时间：2024-03-01 至 2024-03-12\n导出时间：2024-03-20 09:10:00\n', '2024-03-12'],
    ['导出时间：2024-03-20 09:10:00,数据范围：2024/3/1-2024/3/9\n', '2024-03-09'],
    ['开始日期,2024-03-01,结束日期,2024-03-15\n导出日期,2024-03-20\n', '2024-03-15'],
    ['统计时间：2024-03-01 至 2024-03-31\n导出时间：2024-03-20 09:10:00\n', '2024-03-20'],
    ['导出时间：上周\n', undefined],
  ])('says when it was exported, which the days that somebody asked for do not: %s', async (above, day) => {
    expect((await readPostsFile(utf8(`${above}标题,发布时间\n甲,2024-03-05\n`))).madeAt?.publishedOn).toBe(day);
  });

  it('is read in GBK as in UTF-8', async () => {
    expect((await readPostsFile(GBK)).posts).toMatchObject([{ title: '你好', publishedOn: '2024-03-05' }]);
  });

  it('is read as a workbook', async () => {
    const sheet = await buildSheet(
      '帖文',
      ['作品名称', '发布时间', '作品链接'],
      [
        ['春耕', '2024-03-05 08:30', 'https://a.example/1'],
        ['夏收', 45_356, ''],
      ],
    );
    expect((await readPostsFile(sheet)).posts).toMatchObject([
      { title: '春耕', publishedAt: '2024-03-05T08:30:00+08:00', url: 'https://a.example/1' },
      { title: '夏收', publishedAt: '2024-03-05' },
    ]);
  });

  it('is read as JSON, however deep, with the time of the message around its articles', async () => {
    const json = {
      item: [
        {
          content: {
            news_item: [
              { title: '甲', url: 'https://a.example/1' },
              { title: '乙', url: 'https://a.example/2' },
            ],
          },
          update_time: 1_709_598_600,
        },
      ],
    };
    expect((await readPostsFile(utf8(JSON.stringify(json)))).posts).toMatchObject([
      { title: '甲', publishedOn: '2024-03-05' },
      { title: '乙', publishedOn: '2024-03-05' },
    ]);
    const lines = '{"text":"早安","created_at":"Tue, 05 Mar 2024 08:30:00 +0800"}\n{"text":"晚安","created_at":"2024-03-05 20:00"}\n';
    expect((await readPostsFile(utf8(lines))).posts.map(({ title }) => title)).toEqual(['早安', '晚安']);
  });

  it.each([
    ['文章ID,标题,发布时间\n2247483650_1,甲,2024-03-05\n', '2247483650_1'],
    ['msgid,标题,发布时间\n2247483650,甲,2024-03-05\n', '2247483650'],
    ['id,标题,发布时间\n17,甲,2024-03-05\n', undefined],
    ['{"list":[{"aid":"2247483650_1","appmsgid":2247483650,"title":"甲","create_time":1709598600}]}', '2247483650_1'],
    ['{"list":[{"idstr":"4998877665544332","id":4998877665544332,"text":"甲","created_at":"2024-03-05"}]}', '4998877665544332'],
  ])('gives a post its id, which the number of a row is not: %s', async (text, id) => {
    expect((await readPostsFile(utf8(text))).posts[0]!.id).toBe(id);
  });

  it.each([
    ['above its head', '公众号名称：示例发布\n标题,发布时间\n甲,2024-03-05\n', '示例发布'],
    ['above its head in two cells', '账号名称,示例发布\n标题,发布时间\n甲,2024-03-05\n', '示例发布'],
    ['in a column', '账号昵称,标题,发布时间\n示例发布,甲,2024-03-05\n示例发布,乙,2024-03-06\n', '示例发布'],
    ['in JSON', '{"nickname":"示例发布","list":[{"title":"甲","time":"2024-03-05"}]}', '示例发布'],
    ['by a login, which is no name,', '账号：office@example.cn\n标题,发布时间\n甲,2024-03-05\n', null],
    ['nowhere', '标题,发布时间\n甲,2024-03-05\n', null],
    ['in two ways', '账号,标题,发布时间\n甲城发布,甲,2024-03-05\n乙城发布,乙,2024-03-06\n', null],
  ])('says %s what the account is called', async (_, text, named) => {
    expect((await readPostsFile(utf8(text))).named).toBe(named);
  });

  it.each(['', '  \n', 'a,b\n1,2\n', '{"a":1}', '{"a":', '<html></html>', '\u00d0\u00cf\u0011\u00e0'])(
    '%j is refused with a sentence',
    async (text) => {
      const bytes = text.startsWith('\u00d0') ? Uint8Array.from([...text].map((c) => c.charCodeAt(0))) : utf8(text);
      await expect(readPostsFile(bytes)).rejects.toBeInstanceOf(ToldError);
    },
  );

  it('of any bytes is either read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 300 }).map(utf8)), async (bytes) => {
        await readPostsFile(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(ToldError));
      }),
    );
  });
});

describe('a feed', () => {
  const at = 'https://feeds.example/wx.xml';
  it.each([
    [
      'RSS',
      '<rss version="2.0"><channel><title>示例发布</title><item><title>甲</title><link>/1</link><pubDate>Tue, 05 Mar 2024 08:30:00 +0800</pubDate></item></channel></rss>',
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>示例发布</title><entry><title>甲</title><link href="/1"/><published>2024-03-05T00:30:00Z</published></entry></feed>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"示例发布","items":[{"id":"1","url":"/1","title":"甲","date_published":"2024-03-05T08:30:00+08:00"}]}',
    ],
    [
      'RSS 1.0',
      '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"><item><title>甲</title><link>/1</link><dc:date>2024-03-05T08:30:00+08:00</dc:date></item></rdf:RDF>',
    ],
  ])('in %s is read', (_, text) => {
    const post = {
      title: '甲',
      publishedOn: '2024-03-05',
      publishedAt: '2024-03-05T08:30:00+08:00',
      url: 'https://feeds.example/1',
      original: null,
    };
    expect(readFeed(utf8(text), null, at)).toEqual({
      posts: [post],
      skipped: [],
      madeAt: null,
      names: text.includes('<rdf') ? [] : ['示例发布'],
      named: text.includes('<rdf') ? null : '示例发布',
    });
  });

  it.each([
    [
      'RSS',
      '<rss version="2.0"><channel><item><title>甲</title><guid isPermaLink="false">wx-200311</guid><pubDate>2024-03-05</pubDate></item></channel></rss>',
    ],
    [
      'Atom',
      '<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>wx-200311</id><title>甲</title><updated>2024-03-05T00:30:00Z</updated></entry></feed>',
    ],
    [
      'JSON Feed',
      '{"version":"https://jsonfeed.org/version/1.1","title":"示例","items":[{"id":"wx-200311","title":"甲","date_published":"2024-03-05"}]}',
    ],
  ])('in %s gives its entries their ids', (_, text) => {
    expect(readFeed(utf8(text), null, at).posts).toMatchObject([{ title: '甲', id: 'wx-200311' }]);
  });

  it.each([
    ['<rss version="2.0"><channel><title>示例发布</title><lastBuildDate>Tue, 05 Mar 2024 06:00:00 +0800</lastBuildDate></channel></rss>'],
    ['<feed xmlns="http://www.w3.org/2005/Atom"><title>示例发布</title><updated>2024-03-04T22:00:00Z</updated></feed>'],
  ])('that says when it was made says nothing of what it holds: %s', (text) => {
    expect(readFeed(utf8(text), null, at)).toEqual({ posts: [], skipped: [], madeAt: null, names: ['示例发布'], named: '示例发布' });
  });

  it('that is a page of a web site is refused', () => {
    expect(() => readFeed(utf8('<!doctype html><html><body>登录</body></html>'), 'text/html', at)).toThrow(UnreadablePosts);
  });
});

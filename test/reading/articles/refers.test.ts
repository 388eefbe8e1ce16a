import { describe, expect, test } from 'vitest';
import { readPage } from '../../../crawlers/reading/read.ts';

const prose = '为加强农村饮水安全工程运行管理，保障农村居民用水，根据有关法律法规，结合本市实际，制定本办法，请遵照执行。';

function refers(body: string, below = ''): readonly string[] {
  const text = `<html><body><div class="nav"><a href="/">首页</a><a href="/zcjd/">政策解读</a></div><h1>关于印发农村饮水办法的通知</h1>
    <p>发布时间：2018-06-01 来源：市水利局</p><div class="content"><p>${prose}</p><p>${prose}</p>${body}</div>${below}
    <div class="foot"><a href="/about.html">关于我们</a></div></body></html>`;
  const reading = readPage({ text, url: 'http://x.test/zc/a.html', kind: 'article' });
  if (reading.kind !== 'article') throw new Error('no article');
  return reading.refers.map((url) => url.replace('http://x.test', ''));
}

describe('what an article refers to', () => {
  test('is what its text links to, without files, itself and what stands around it', () => {
    expect(
      refers(`<p>详见<a href="../zcjd/b.html#1">《办法》政策解读</a>、<a href="a.html">本页</a>和<a href="b.pdf">附件</a>。</p>`),
    ).toEqual(['/zcjd/b.html']);
    expect(refers('')).toEqual([]);
  });

  test('is what stands in a box of what belongs to it, never of what is new or near', () => {
    const box = (head: string) =>
      `<div class="box"><h3>${head}</h3><ul><li><a href="/zcjd/1.html">一图读懂农村饮水办法</a></li></ul></div>`;
    for (const head of ['相关解读', '【相关文件】', '政策原文', '解读链接：', '关联解读', '相关政策解读']) {
      expect(refers('', box(head)), head).toEqual(['/zcjd/1.html']);
    }
    for (const head of ['相关新闻', '最新解读', '热点推荐', '政策解读']) expect(refers('', box(head)), head).toEqual([]);
    expect(refers('', `${box('相关解读')}<h3>最新信息</h3><ul><li><a href="/xw/9.html">全市工作会议召开</a></li></ul>`)).toEqual([
      '/zcjd/1.html',
    ]);
  });

  test('is not the page before and behind it', () => {
    expect(
      refers('', '<p>上一篇：<a href="/zc/0.html">关于防汛的通知</a></p><p>下一篇：<a href="/zc/2.html">关于抗旱的通知</a></p>'),
    ).toEqual([]);
  });

  test('is nothing where a text is a list itself', () => {
    const many = Array.from({ length: 30 }, (_, at) => `<p>${prose}<a href="/${at}.html">第${at}件</a></p>`).join('');
    expect(refers(many)).toEqual([]);
  });
});

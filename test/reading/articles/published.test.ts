import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../crawlers/reading/articles/article.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';

const PROSE =
  '<p>为做好今年的工作，市统计局近日召开会议，研究部署全市经济普查的各项任务，并对登记工作提出要求。</p><p>会议强调，各地要落实责任，确保普查按时完成。</p>';
const SIDE =
  '<div class="side"><h3>热门信息</h3><ul><li><a href="1.html">某某通知一二三四</a> 发布时间：2018-05-05</li><li><a href="2.html">某某公告五六七八</a> 发布时间：2018-05-06</li></ul></div>';

function read(info: string, { head = '', lead = '', url = 'http://www.example.gov.cn/tjj/1.html' } = {}) {
  const html = `<html><head><title>市统计局部署经济普查登记工作</title>${head}</head><body><div>今天是2026年11月23日 星期一</div><h1>市统计局部署经济普查登记工作</h1>${info}<div class="txt">${lead}${PROSE}</div>${SIDE}</body></html>`;
  return readArticle(parsePage(html, url));
}
const PUB_DATE = (content: string) => `<meta name="PubDate" content="${content}">`;

describe('the day of publication', () => {
  it('is read from info lines as sites write them', () => {
    const lines: [string, string][] = [
      ['<div>发布日期: 2019/1/2  来源:市统计局  阅读: 12 次 【字体: 大 中 小】</div>', '2019-01-02'],
      ['<p>日期：[2019-01-02]　点击数：12　作者：　来源：</p>', '2019-01-02'],
      ['<div>【发布日期】2019-01-02 【来源】市统计局</div>', '2019-01-02'],
      ['<div><b>发布日期</b><i>2019-01-02</i></div>', '2019-01-02'],
      ['<table><tr><td>发布时间</td><td>2019-01-02</td><td>来源</td><td></td></tr></table>', '2019-01-02'],
      ['<div>【信息时间：2019-1-2　阅读次数：】</div>', '2019-01-02'],
      ['<div>浏览次数：12 更新时间：2019-01-05 发布时间：2019-01-02</div>', '2019-01-02'],
      ['<div>Updated: January 2, 2019 Source: Statistics Daily</div>', '2019-01-02'],
      ['<div>发布时间：<publishtime>2019-01-02 10:11</publishtime></div>', '2019-01-02T10:11:00+08:00'],
      ['<div><time datetime="2019-01-02T09:00:00+08:00">1月2日</time> <span>市统计局</span></div>', '2019-01-02T09:00:00+08:00'],
    ];
    for (const [line, at] of lines) expect([line, read(line).publishedAt]).toEqual([line, at]);
  });

  it('may stand without a label under the title', () => {
    for (const line of [
      '<div>2019.01.02</div>',
      '<div>（2019年1月2日）</div>',
      '<div>2019-01-02 星期三</div>',
      '<div>（2019-01-02 阅读 345 次）</div>',
      '<div>2019-01-02 10:00 来源：本站</div>',
    ]) {
      expect(read(line).publishedAt?.slice(0, 10)).toBe('2019-01-02');
    }
  });

  it('is what is shown before what meta tags say, and the other day is kept as evidence', () => {
    const reading = read('<div>发布时间：2019-01-02</div>', {
      head: PUB_DATE('2019-03-04 08:00:00'),
      url: 'http://www.example.gov.cn/tjj/201903/t20190304_1.html',
    });
    expect(reading.publishedAt).toBe('2019-01-02');
    expect(reading.publishedSource).toBe('label');
    expect(reading.conflicts).toEqual([
      { source: 'meta', day: '2019-03-04' },
      { source: 'url', day: '2019-03-04' },
    ]);
  });

  it('comes from the meta tag, a script or the address where none is shown', () => {
    expect(read('', { head: PUB_DATE('2019-03-04 08:52:25') })).toMatchObject({
      publishedAt: '2019-03-04T08:52:25+08:00',
      publishedSource: 'meta',
    });
    expect(read('<script>var pubDate = "2019-03-04";</script>')).toMatchObject({ publishedAt: '2019-03-04', publishedSource: 'script' });
    expect(read('', { url: 'http://www.example.gov.cn/art/2019/3/4/art_1_2.html' })).toMatchObject({
      publishedAt: '2019-03-04',
      publishedSource: 'url',
    });
  });

  it('is never today, a list of other articles or an empty label', () => {
    for (const info of [
      '',
      '<div>发行日期：2001-12-14</div>',
      '<div>发布时间： 来源：</div>',
      `<div>发布时间：<script>document.write(new Date().toLocaleDateString())</script></div>`,
    ]) {
      expect(read(info, { head: PUB_DATE('') })).toMatchObject({ publishedAt: null, publishedSource: null, conflicts: [] });
    }
  });

  it('is what a simple inline script prints', () => {
    const printed = `<div>发布时间：<script>var d='2019-01-02 10:30:00'; if(d!=''){document.write(d.substring(0,10));}</script></div>`;
    expect(read(printed)).toMatchObject({ publishedAt: '2019-01-02', publishedSource: 'script' });
  });

  it('may stand behind the body beside source or editor', () => {
    const page = (line: string) => `<body><h1>市统计局部署经济普查登记工作</h1><div>${PROSE}</div><div>${line}</div></body>`;
    const published = (line: string) => readArticle(parsePage(page(line), 'http://www.example.gov.cn/tjj/1.html')).publishedAt;
    expect(published('（来源：统计日报　发布：2019-01-02　编辑：张三）')).toBe('2019-01-02');
    expect(published('时间：2019-01-09　地点：三楼会议室')).toBeNull();
  });

  it('is not the day in the cell of another label', () => {
    const cells = (...pairs: string[]) => `<table>${pairs.map((cell) => `<td>${cell}</td>`).join('')}</table>`;
    expect(read(cells('开始时间：', '2019-03-01', '发布时间：', '2019-01-02', '信息来源：', '市统计局'))).toMatchObject({
      publishedAt: '2019-01-02',
      source: '市统计局',
    });
    expect(read(cells('成文日期：', '2019-01-02')).publishedAt).toBeNull();
  });

  it('is not the time of the meeting that the article announces', () => {
    const reading = read('<div>2019-01-02 来源：办公室</div>', { lead: '<p>时间：2019年1月9日下午14：30</p><p>地点：三楼会议室</p>' });
    expect(reading.publishedAt).toBe('2019-01-02');
    expect(reading.text.startsWith('时间：2019年1月9日')).toBe(true);
  });
});

describe('the source', () => {
  it('ends before the next word of the info line', () => {
    const lines: [string, string | null][] = [
      ['<div>来源：市统计局 作者：张三</div>', '市统计局'],
      ['<div>信息来源：市统计局办公室 信息提供日期：2019-01-02</div>', '市统计局办公室'],
      ['<div>来源：市统计局 [ 大 中 小 ]  2019-01-02</div>', '市统计局'],
      ['<div>来源：<a href="http://x.example">统计日报</a>(广州)</div>', '统计日报'],
      ['<div>稿源：市统计局【打印】【关闭】</div>', '市统计局'],
      ['<div>来源：《统计日报》（2019年01月02日 01 版）</div>', '《统计日报》'],
      ['<div>2019-01-02 10:20:11 统计新闻网</div>', '统计新闻网'],
      ['<div>2019-01-02　市统计局</div>', '市统计局'],
      ['<div><span>统计融媒体中心</span> <span>2019-01-02 10:20</span></div>', '统计融媒体中心'],
      ['<div>2019-01-02 张三</div>', null],
      ['<div>2019-01-02 10:20 | 市统计局 | 阅读 33</div>', '市统计局'],
      ['<div>[发布日期]：2019-01-02　[浏览次数]：3　[来源]：市统计局</div>', '市统计局'],
      ['<div><em>来源：统计新闻网站</em><em>发布时间：2019-01-02 10:20</em></div>', '统计新闻网站'],
      ['<div>发布日期:2019-01-02 类别:公告 来源:市统计局 阅读人数：12</div>', '市统计局'],
      ['<div class="source"><span>发布时间：<br>2019-01-02</span> <span>来源：<br>规划信息司</span></div>', '规划信息司'],
      ['<div>2019-01-02 <i></i>卫健委 <i></i>231</div>', '卫健委'],
      ['<div>时间：2019-01-02　　稿源：统计日报　　记者 张三　　编辑：李四</div>', '统计日报'],
      ['<div>2019-01-02 10:20 来源：市统计局 评论：<a href="#c">0</a> 点击：</div>', '市统计局'],
      ['<div>Updated: January 2, 2019 Source: Statistics Daily</div>', 'Statistics Daily'],
      ['<div>来源： 字号：[大 中 小]</div>', null],
      ['<div>来源：无 点击：12</div>', null],
      ['<div>图片来源：张三</div>', null],
    ];
    for (const [line, source] of lines) expect([line, read(line).source]).toEqual([line, source]);
  });
});

describe('the document number', () => {
  const body = (number: string) => read(`<div>发布时间：2019-01-02</div><p>${number}</p><p>各县（市、区）统计局：</p>`).documentNumber;

  it('is a line of its own at the head of the body, in any brackets', () => {
    expect(body('川统〔2019〕12号')).toBe('川统〔2019〕12号');
    expect(body('（川统办函[2019]3号）')).toBe('川统办函[2019]3号');
    expect(body('川统【2019】第4号　　签发人：张三')).toBe('川统【2019】第4号');
    expect(body('川中省统计局公告2019年第4号')).toBe('川中省统计局公告2019年第4号');
    expect(body('川中市人民政府令第十二号')).toBe('川中市人民政府令第十二号');
  });

  it('is not one that a sentence cites', () => {
    expect(body('根据川统〔2019〕12号文件要求，现通知如下。')).toBeNull();
    expect(body('转发川统〔2019〕12号文件')).toBeNull();
  });
});

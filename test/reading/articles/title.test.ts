import { describe, expect, it } from 'vitest';
import { readArticle } from '../../../crawlers/reading/articles/article.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';

const PROSE =
  '<p>为做好今年的工作，市民政局近日召开会议，研究部署全市养老服务的各项任务，并对安全管理提出要求。</p><p>会议强调，各地要落实责任，确保工作按时完成。</p>';

const titleOf = (body: string, title: string) =>
  readArticle(
    parsePage(`<html><head><title>${title}</title></head><body>${body}${PROSE}</body></html>`, 'http://www.example.gov.cn/mzj/1.html'),
  ).title;

describe('the title', () => {
  it('is not the heading of the column, whatever the page calls itself', () => {
    const article = '<p align="center"><strong>关于城区燃放烟花爆竹的通告</strong></p><p align="center">2019-01-02 来源：市民政局</p>';
    expect(titleOf(`<h2>通知公告</h2>${article}`, '通知公告-青石市民政局')).toBe('关于城区燃放烟花爆竹的通告');
  });

  it('is not the heading over the way to the page', () => {
    const banner = '<h1>青石市民政局政府信息公开</h1><div>当前位置：<a href="/">首页</a> &gt; <a href="/gk/">公开</a></div>';
    const table = '<p><b>索引号：</b>12-3</p><p><b>发布日期：</b>2019-01-02</p>';
    expect(titleOf(`${banner}${table}<h4>关于调整养老服务补贴标准的通知</h4>`, '政府信息公开')).toBe('关于调整养老服务补贴标准的通知');
  });

  it('stands over the name of who put the text online', () => {
    const cells =
      '<tr><td colspan="2">关于调整养老服务补贴标准的通知</td></tr><tr><td>发布人：admin</td><td>发布时间：2019-01-02</td></tr>';
    expect(titleOf(`<table>${cells}</table>`, '青石市民政局')).toBe('关于调整养老服务补贴标准的通知');
  });

  it('does without a mark before it that the page leaves out where it names itself', () => {
    const heading = '<h1><span>转载</span>关于调整养老服务补贴标准的通知</h1><p>2019-01-02 来源：市民政局</p>';
    expect(titleOf(heading, '关于调整养老服务补贴标准的通知')).toBe('关于调整养老服务补贴标准的通知');
  });

  it('may be named like a column', () => {
    expect(titleOf('<h1>招聘公告</h1><p>2019-01-02 来源：市民政局</p>', '招聘公告_青石市民政局')).toBe('招聘公告');
  });

  it('is no info line, be it set as a heading', () => {
    expect(titleOf('<p class="bt">招聘公告</p><h4>发布时间：2019-01-02 来源：青石市民政局</h4>', '青石市民政局')).toBe('招聘公告');
  });

  it('stands over a line of nothing but day and publisher', () => {
    const article = '<div class="hd"><h2>新闻动态</h2></div><div><p>青石市养老服务中心揭牌</p></div><div>2019-01-02 | 青石日报</div>';
    expect(titleOf(article, '新闻动态')).toBe('青石市养老服务中心揭牌');
  });

  it('stands over the info line even with an empty line between', () => {
    const table =
      '<table><tr><td align="center"><b>《青石市养老服务条例》政策解读</b></td></tr><tr><td>&nbsp;</td></tr><tr><td>发表时间：2019-01-02　点击率：</td></tr></table>';
    expect(titleOf(table, '青石市民政局')).toBe('《青石市养老服务条例》政策解读');
  });

  it('is what the table of particulars names where nothing heads the text', () => {
    const table =
      '<table><tr><th>标题</th><td>关于调整最低生活保障标准的通知</td></tr><tr><th>索引号</th><td>01-2019</td></tr><tr><th>发布日期</th><td>2019-01-02</td></tr></table>';
    expect(titleOf(table, '政府信息公开')).toBe('关于调整最低生活保障标准的通知');
  });
});

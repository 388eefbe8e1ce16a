import { expect, it } from 'vitest';
import { readArticle } from '../../../crawlers/reading/articles/article.ts';
import { parsePage } from '../../../crawlers/reading/page.ts';

const PROSE =
  '<p>各乡镇人民政府，县政府各部门：</p><p>为做好春季农田水利设施检查工作，确保安全度汛，现将有关事项通知如下。一、检查范围包括全县小型水库、塘坝、沟渠和泵站。二、检查时间自即日起至月底。</p>';
const tr = (...rows: [string, string][]) =>
  `<table>${rows.map(([label, day]) => `<tr><td>${label}</td><td>${day}</td></tr>`).join('')}</table>`;
const P = '2020-03-06';
const CASES: [string, string, string | null][] = [
  ['open after', tr(['发布时间', P], ['开标时间', '2020-05-10 09:30']), P],
  ['open before', tr(['开标时间', '2020-05-10 09:30'], ['发布日期', P]), P],
  ['meeting alone', tr(['会议时间', '2020-05-10 09:30']), null],
  ['meeting line', '<p>会议时间 2020-05-10 09:30</p>', null],
  ['meeting colon', '<p>会议时间：2020年5月10日上午9:30</p>', null],
  ['deadline+source', '<div>来源：县水务局 报名截止：2020-05-10</div>', null],
  ['validity', tr(['有效期至', '2025-05-10'], ['公开日期', P]), P],
  ['decision', tr(['决定日期', '2020-02-20'], ['公示日期', P]), P],
  [
    'head row',
    `<table><tr><th>项目</th><th>开标时间</th><th>发布时间</th></tr><tr><td>供水</td><td>2020-05-10</td><td>${P}</td></tr></table>`,
    P,
  ],
  [
    'head row2',
    `<table><tr><th>项目</th><th>发布时间</th><th>开标时间</th></tr><tr><td>供水</td><td>${P}</td><td>2020-05-10</td></tr></table>`,
    P,
  ],
  ['dl', '<dl><dt>拍卖时间</dt><dd>2020-05-10</dd><dt>公告时间</dt><dd>' + P + '</dd></dl>', P],
  ['hearing', '<p>听证时间：2020-05-10</p><p>公告发布时间：' + P + '</p>', P],
  ['by whom', '<p>县水务局 发布于 ' + P + '</p>', P],
  ['by whom2', '<div>[' + '水务局] ' + P + ' 发布</div>', P],
  ['pub w/o colon', '<div>发布时间 ' + P + ' 浏览 12</div>', P],
  [
    'links',
    '<div><a href="/">[青禾水务网]</a> <a href="javascript:;">[打印]</a> <a href="javascript:;">[关闭]</a> 发布日期：' + P + '</div>',
    P,
  ],
  ['bid then colon', '<div>投标截止时间：2020-05-10 发布时间：' + P + '</div>', P],
  ['start-end', '<div>征集时间：2020-03-06 至 2020-04-06</div>', null],
  ['effective', tr(['施行日期', '2020-05-01'], ['成文日期', '2020-02-20'], ['发布日期', P]), P],
  ['auction span', '<div><span>拍卖时间</span><span>2020-05-10</span></div>', null],
  ['plain', '<div>' + P + '</div>', P],
  ['plain src', '<div>' + P + ' 10:20 来源：县水务局</div>', P],
  ['reply', tr(['来信时间', '2020-02-20'], ['答复时间', '2020-03-06']), null],
  ['en', '<div>Published: March 6, 2020</div>', P],
];

it.each(CASES)('the day of publication is told from days of other things: %s', (_, head, day) => {
  const html = `<html><head><title>关于城东供水改造项目的公告 - 青禾市</title></head><body><h1>关于城东供水改造项目的公告</h1>${head}${PROSE}<p>特此公告。</p></body></html>`;
  expect(readArticle(parsePage(html, 'http://sw.qinghe.example/x/1.html')).publishedAt?.slice(0, 10) ?? null).toBe(day);
});

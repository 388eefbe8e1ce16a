import { expect, test } from 'vitest';
import { readPage } from '../../crawlers/reading/read.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';

const NUMBER = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const prose = '根据有关规定，经本人申请、村民评议、镇人民政府审核，现将拟发放对象的名单予以公示，公示期为七个工作日。';

test('an article leaves the reader masked, in title, text and names of attachments, and says what it held', () => {
  const html = `<html><head><title>公示</title></head><body><h1>关于王某身份证号${NUMBER}的公示</h1><p>发布时间：2018-05-06 来源：城关镇</p>
    <div class="content"><p>${prose}</p><p>${prose}</p>
    <table><tr><td>姓名</td><td>身份证号</td><td>手机</td></tr><tr><td>王小明</td><td>${NUMBER}</td><td>13812345678</td></tr></table>
    <p>联系人：李主任，联系电话：13987654321。</p><p><a href="a.docx">身份证${NUMBER}复印件.docx</a></p></div></body></html>`;
  const reading = readPage({ text: html, url: 'http://x.test/a.html', kind: 'article' });
  if (reading.kind !== 'article') throw new Error('no article');
  expect(JSON.stringify(reading)).not.toContain(NUMBER);
  expect(JSON.stringify(reading)).not.toContain('13812345678');
  expect(reading.text).toContain('13987654321');
  expect(reading.personalData.map(({ kind, certainty, count }) => [kind, certainty, count])).toEqual([
    ['id-number', 'sure', 1],
    ['mobile', 'sure', 1],
  ]);
});

test('titles of a list leave the reader masked', () => {
  const row = (title: string, day: number) => `<li><a href="/a/${day}.html">${title}</a><span>2018-05-0${day}</span></li>`;
  const html = `<html><body><h2>公示公告</h2><ul class="list">${row(`王某身份证${NUMBER}遗失公告`, 6)}${row('关于防汛工作的通知', 5)}${row('关于春耕生产的通知', 4)}</ul></body></html>`;
  const reading = readPage({ text: html, url: 'http://x.test/gs/', kind: 'list' });
  expect(JSON.stringify(reading)).not.toContain(NUMBER);
  expect(JSON.stringify(reading)).toContain('关于防汛工作的通知');
});

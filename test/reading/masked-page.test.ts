import { expect, it } from 'vitest';
import { maskedPage } from '../../crawlers/reading/masked-page.ts';
import { harmlessPage } from '../../src/console/view/harmless-page.ts';
import { plainText } from '../../src/console/view/plain-text.ts';
import { hasLuhnDigit } from '../../src/privacy/bank-cards.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';

const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const CARD = [...'0123456789'].map((digit) => `621799123456789012${digit}`).find(hasLuhnDigit)!;
const PHONE = '13812345678';
const ROSTER = `<html><body><h1>补贴发放花名册</h1><table><tr><td>户主姓名</td><td>身份证号</td><td>联系电话</td><td>银行卡号</td></tr>
<tr><td>王小明</td><td>${ID}</td><td>${PHONE}</td><td>${CARD}</td></tr><tr><td>李大海</td><td>${ID}</td><td>${PHONE}</td><td>${CARD}</td></tr></table></body></html>`;

it('a list page is kept and shown masked as its tables say, and its picture is for nobody', () => {
  const { text, holdsPersonalData } = maskedPage(ROSTER);
  expect(holdsPersonalData).toBe(true);
  for (const number of [ID, CARD, PHONE]) expect(harmlessPage(text, 'text/html')).not.toContain(number);
});

it.each([
  ['a title that a pointer shows', `<li><a href="/1.html" title="王某身份证${ID}遗失声明">遗失声明</a></li>`],
  ['a script', `<script>var rows=[["王某身份证${ID}遗失声明","/1.html"]]</script>`],
  ['a comment', `<!-- 身份证号${ID} -->`],
  ['tags within a number', `<p>身份证号：${ID.slice(0, 6)}<b>${ID.slice(6, 14)}</b>${ID.slice(14)}</p>`],
  ['references to characters', `<p>身份证号：${[...ID].map((sign) => `&#${sign.charCodeAt(0)};`).join('')}</p>`],
])('a number does not stay in %s', (_, body) => {
  const { text, holdsPersonalData } = maskedPage(`<html><body><ul>${body}</ul></body></html>`);
  expect(holdsPersonalData).toBe(true);
  expect(text).not.toContain(ID);
  expect(plainText(text)).not.toContain(ID);
});

it('numbers of offices stay, and so does the picture', () => {
  const page = '<html><body><p>联系人：张科长，电话：13987654321，统一社会信用代码 91420000MA48ABCD1X</p></body></html>';
  expect(maskedPage(page)).toEqual({ text: page, holdsPersonalData: false });
});

import { expect, it } from 'vitest';
import { harmlessPage } from '../../src/console/view/harmless-page.ts';
import { maskedPage } from '../../src/console/view/masked-page.ts';
import { hasLuhnDigit } from '../../src/privacy/bank-cards.ts';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';

const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const CARD = [...'0123456789'].map((digit) => `621799123456789012${digit}`).find(hasLuhnDigit)!;
const PHONE = '13812345678';
const ROSTER = `<html><body><h1>补贴发放花名册</h1><table><tr><td>户主姓名</td><td>身份证号</td><td>联系电话</td><td>银行卡号</td></tr>
<tr><td>王小明</td><td>${ID}</td><td>${PHONE}</td><td>${CARD}</td></tr><tr><td>李大海</td><td>${ID}</td><td>${PHONE}</td><td>${CARD}</td></tr></table></body></html>`;

it('a stored list page is shown masked as its tables say, and its picture to nobody', () => {
  const { text, holdsPersonalData } = maskedPage(ROSTER);
  expect(holdsPersonalData).toBe(true);
  for (const number of [ID, CARD, PHONE]) expect(harmlessPage(text, 'text/html')).not.toContain(number);
});

it('numbers of offices stay, and so does the picture', () => {
  const page = '<html><body><p>联系人：张科长，电话：13987654321，统一社会信用代码 91420000MA48ABCD1X</p></body></html>';
  expect(maskedPage(page)).toEqual({ text: page, holdsPersonalData: false });
});

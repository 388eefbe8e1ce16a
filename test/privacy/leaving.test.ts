import { expect, test } from 'vitest';
import { isIdNumber } from '../../src/privacy/id-numbers.ts';
import { maskAddress, maskAddresses } from '../../src/privacy/leaving.ts';

const ID = [...'0123456789X'].map((digit) => `42011119870312447${digit}`).find(isIdNumber)!;
const bytes = (text: string) => [...text].map((sign) => `%${sign.charCodeAt(0).toString(16)}`).join('');

test.each([
  ['the name of a file', `http://a.test/f/王小明${ID}.docx`],
  ['after an encoded name', `http://a.test/f/${encodeURIComponent('王')}${ID}.docx`],
  ['after letters', `http://a.test/gs/user${ID}.html`],
  ['a parameter', `http://a.test/q?sfz=${ID}&x=1`],
  ['parted', `http://a.test/q?id=${ID.slice(0, 6)}-${ID.slice(6, 14)}-${ID.slice(14)}`],
  ['digits as bytes', `http://a.test/q?id=${bytes(ID)}`],
  ['encoded twice', `http://a.test/q?id=${encodeURIComponent(bytes(ID))}`],
  [
    'in full width',
    `http://a.test/q?id=${encodeURIComponent([...ID].map((digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join(''))}`,
  ],
  ['a mobile', 'http://a.test/q?tel=13812345678'],
  ['a mobile with its country', 'http://a.test/q?tel=%2B86-138-1234-5678'],
])('a number in an address is masked: %s', (_where, address) => {
  const shown = maskAddress(address);
  expect(shown).toContain('****');
  expect(shown).toHaveLength(address.length);
  expect(maskAddresses(`见 ${address}，《名单》`)).toBe(`见 ${shown}，《名单》`);
  expect(maskAddress(shown)).toBe(shown);
});

test.each([
  'http://a.test/art/2026/11/30/art_15013_1234567.html',
  `http://a.test/q?id=${ID.slice(0, 17)}${ID.endsWith('1') ? 2 : 1}`,
  `http://a.test/content/9${ID}.html`,
  'http://a.test/t?time=1612345678901',
  'http://a.test/f/0a13812345678bcdef0123456789abcd.pdf',
  'http://a.test/f/8d1f0c7e-1111-4222-8333-a13812345678',
])('an address without one stays as it is: %s', (address) => {
  expect(maskAddress(address)).toBe(address);
  expect(maskAddresses(`见 ${address}`)).toBe(`见 ${address}`);
});

test('numbers outside of addresses are left to who knows what stands beside them', () => {
  expect(maskAddresses('联系电话：0722-6231234/13812345678')).toContain('13812345678');
});

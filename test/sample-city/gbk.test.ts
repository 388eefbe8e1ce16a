import fc from 'fast-check';
import { expect, it } from 'vitest';
import { encodeGbk } from '../../sample-city/gbk.ts';

const decoder = new TextDecoder('gbk');

it('writes GBK that decodes to what was written', () => {
  expect([...encodeGbk('广水a')]).toEqual([0xb9, 0xe3, 0xcb, 0xae, 0x61]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0x4e00, max: 0x9fa5 })), (points) => {
      const text = String.fromCodePoint(...points);
      expect(decoder.decode(encodeGbk(text))).toBe(text);
    }),
  );
});

it('writes a character that GBK lacks as a reference', () => {
  expect(encodeGbk('𠮷é').toString('latin1')).toMatch(/^&#134071;/);
});

import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodePage } from '../../crawlers/door/decode.ts';

const gbk = (text: string) => iconv.encode(text, 'gbk');

const WORDS = '市水利局关于印发《防汛工作方案》的通知，各镇人民政府：现予公开。';
const html = (declaration: string, text: string = WORDS) =>
  `<html><head>${declaration}<title>${text}</title></head><body>${text.repeat(3)}</body></html>`;
const utf8 = (text: string) => new TextEncoder().encode(text);

describe('decoding a page', () => {
  it.each([
    ['a GBK page that names its charset in a meta tag only', gbk(html('<meta charset="gb2312">')), 'text/html'],
    ['a GBK page with the old form of the meta tag', gbk(html('<META http-equiv=Content-Type content="text/html; charset=GBK">')), null],
    ['a GBK page that names no charset at all', gbk(html('')), 'text/html'],
    ['a GBK page whose header says UTF-8', gbk(html('<meta charset="gbk">')), 'text/html; charset=utf-8'],
    ['a GBK page that says UTF-8 in header and meta tag', gbk(html('<meta charset="utf-8">')), 'text/html; charset=UTF-8'],
    ['a GBK page whose header says Latin-1', gbk(html('')), 'text/html; charset=ISO-8859-1'],
    ['a GBK page with an XML declaration', gbk(`<?xml version="1.0" encoding="GB18030"?>${html('')}`), 'text/html'],
    ['a GBK page with a label that nobody knows', gbk(html('<meta charset="gb-2313">')), 'text/html'],
    ['a GBK page with another declaration in a comment', gbk(html('<!-- <meta charset="utf-8"> --><meta charset="gbk">')), null],
  ])('reads %s', (_name, bytes, contentType) => {
    const { text, charset } = decodePage(bytes, contentType);
    expect(text).toContain(WORDS);
    expect(charset).toBe('gb18030');
  });

  it.each([
    ['a UTF-8 page that says so', utf8(html('<meta charset="utf-8">')), 'text/html; charset=utf-8'],
    ['a UTF-8 page that says GBK in its meta tag', utf8(html('<meta charset="gbk">')), 'text/html'],
    ['a UTF-8 page whose header says GB2312', utf8(html('')), 'text/html; charset=gb2312'],
    ['a UTF-8 page with a byte order mark', utf8(`\ufeff${html('<meta charset="gbk">')}`), 'text/html; charset=gbk'],
    ['a UTF-8 page that says Big5', utf8(html('<meta charset="big5">')), null],
  ])('reads %s', (_name, bytes, contentType) => {
    const { text, charset } = decodePage(bytes, contentType);
    expect(text).toContain(WORDS);
    expect(text.startsWith('<')).toBe(true);
    expect(charset).toBe('utf-8');
  });

  it('keeps to UTF-8 where a few bytes of a long page are broken', () => {
    const bytes = utf8(html('<meta charset="utf-8">'));
    bytes[60] = 0xff;
    expect(decodePage(bytes, null)).toMatchObject({ charset: 'utf-8' });
    expect(decodePage(bytes.subarray(0, bytes.length - 16), null).text).toContain(WORDS);
  });

  it('keeps to GB18030 where a few bytes of a page are broken', () => {
    const bytes = gbk(html('<meta charset="gbk">'));
    bytes[bytes.length - 30] = 0xff;
    expect(decodePage(bytes, null)).toMatchObject({ charset: 'gb18030' });
    expect(decodePage(bytes, null).text).toContain(WORDS);
  });

  it('reads a page in Big5 and in Latin-1 as declared', () => {
    expect(decodePage(Uint8Array.from([0xa4, 0xa4, 0xa4, 0xe5, 0xf9, 0xd6, 0xc7, 0xa1]), 'text/html; charset=big5').charset).toBe('big5');
    expect(decodePage(Buffer.from('un caf\xe9 noir', 'latin1'), 'text/html; charset=iso-8859-1').text).toBe('un café noir');
  });

  it('reads UTF-16 by its byte order mark or header', () => {
    const bytes = Buffer.from(WORDS, 'utf16le');
    expect(decodePage(Buffer.concat([Buffer.from([0xff, 0xfe]), bytes]), null)).toEqual({ text: WORDS, charset: 'utf-16le' });
    expect(decodePage(Buffer.from('<p>a</p>', 'utf16le'), 'text/html; charset=utf-16le').text).toBe('<p>a</p>');
  });

  it('leaves NULs out', () => {
    expect(decodePage(utf8('通\0知\0'), null).text).toBe('通知');
  });

  it('reads an empty page as empty text', () => {
    expect(decodePage(new Uint8Array(), null)).toEqual({ text: '', charset: 'utf-8' });
  });

  it('gives any UTF-8 text back, whatever is claimed of it', () => {
    const claim = fc.constantFrom(null, 'text/html', 'text/html; charset=utf-8', 'text/html; charset=gbk', 'text/html;charset=iso-8859-1');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), claim, (text, contentType) => {
        const page = `${WORDS}${text.replaceAll('\0', '')}`;
        expect(decodePage(utf8(page), contentType).text).toBe(page);
      }),
    );
  });

  it('gives any Chinese text in GBK back, whatever is claimed of it', () => {
    const ideograph = fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((point) => String.fromCharCode(point));
    const claim = fc.constantFrom(null, 'text/html; charset=utf-8', 'text/html; charset=gbk', 'text/html;charset=iso-8859-1');
    fc.assert(
      fc.property(fc.string({ unit: ideograph, minLength: 12, maxLength: 200 }), claim, (text, contentType) => {
        expect(decodePage(gbk(`<p>${text}</p>`), contentType).text).toBe(`<p>${text}</p>`);
      }),
    );
  });

  it('never fails, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), fc.option(fc.string()), (bytes, contentType) => {
        expect(decodePage(bytes, contentType).text).not.toContain('\0');
      }),
    );
  });

  it('reads a page of 100 KB in about a millisecond', () => {
    const bytes = gbk(html('<meta charset="gbk">').repeat(300));
    for (let i = 0; i < 20; i += 1) decodePage(bytes, null);
    const times = Array.from({ length: 40 }, () => {
      const start = performance.now();
      decodePage(bytes, null);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    expect(times[20]! / (bytes.length / 100_000)).toBeLessThan(3);
  });
});

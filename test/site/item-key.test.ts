import { describe, expect, it } from 'vitest';
import { itemKey, urlKey } from '../../crawlers/site/item-key.ts';

describe('the key of an item', () => {
  it('is its address without the scheme, or for a row without link its day and title', () => {
    expect(urlKey('https://a.example/b')).toBe(urlKey('http://a.example/b'));
    expect(itemKey({ url: null, title: '无链接', publishedOn: null })).toBe('row::无链接');
  });

  it('is never longer than an index can hold, and still tells long addresses and titles apart', () => {
    const long = (end: string) => itemKey({ url: `http://a.example/?q=${'x'.repeat(5000)}${end}`, title: '', publishedOn: null });
    const row = itemKey({ url: null, title: '长'.repeat(5000), publishedOn: '2024-01-01' });
    expect(long('1')).not.toBe(long('2'));
    expect(long('1')).toBe(long('1'));
    for (const key of [long('1'), row]) expect(Buffer.byteLength(key)).toBeLessThan(2000);
  });
});

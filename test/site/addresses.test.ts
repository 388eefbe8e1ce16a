import { describe, expect, it } from 'vitest';
import { mayChange } from '../../crawlers/site/addresses.ts';

const rows = (query: (row: number) => string) => [1, 2, 3].map((row) => `http://www.a.example/art/2018/art_12_${row}.html?${query(row)}`);
const LIST = 'http://www.a.example/col/col12/index.html?lm=4';

describe('addresses of rows are looked at a second time', () => {
  it.each([
    ['a time', () => 't=1545380000123'],
    ['a session', () => 'sid=9f3c2a77be01'],
    ['a look that is counted', () => 'v=17'],
    ['a look that is counted beside the column', () => 'lm=4&v=1'],
  ])('where %s may be in them', (_, query) => {
    expect(mayChange(rows(query), LIST)).toBe(true);
  });

  it.each([
    ['what tells rows apart', (row: number) => `id=${row}`],
    ['the column, as its own address names it', () => 'lm=4'],
    ['the column, as its own path names it', () => 'channel=12'],
    ['a word', () => 'from=list'],
  ])('never for %s', (_, query) => {
    expect(mayChange(rows(query), LIST)).toBe(false);
  });

  it('never for one row, of which nobody can say what is the same in all', () => {
    expect(mayChange(rows(() => 'v=17').slice(0, 1), LIST)).toBe(false);
  });
});

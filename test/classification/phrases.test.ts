import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPhraseBook } from '../../src/classification/phrases.ts';
import { normaliseTitle } from '../../src/classification/text.ts';

const finds = (phrase: string, title: string) =>
  createPhraseBook([{ text: phrase, category: 0, weight: 1 }]).find(normaliseTitle(title)).length === 1;

describe('phrases', () => {
  it('are found anywhere unless they are bound', () => {
    expect(finds('预算', '2023年部门预算公开')).toBe(true);
    expect(finds('^预算', '2023年部门预算公开')).toBe(false);
    expect(finds('^图解', '图解：政策')).toBe(true);
  });

  it('bound to the end also end before closing brackets', () => {
    expect(finds('办法$', '养犬管理办法（试行）')).toBe(true);
    expect(finds('办法$', '养犬管理办法解读')).toBe(false);
    expect(finds('(试行)$', '养犬管理办法（试行）')).toBe(true);
  });

  it('skip any text at …, in order', () => {
    expect(finds('关于…任职的通知', '关于王某等同志任职的通知')).toBe(true);
    expect(finds('任职…关于', '关于王某等同志任职的通知')).toBe(false);
    expect(finds('关于…通知$', '关于通知的通知(2)')).toBe(true);
  });

  it('are found exactly where a plain search finds them', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙'), maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(text, { minLength: 1, maxLength: 6 }), text, (phrases, title) => {
        const wanted = phrases.filter((phrase) => phrase !== '');
        const book = createPhraseBook(wanted.map((phrase) => ({ text: phrase, category: 0, weight: 1 })));
        const found = book.find(title).map((index) => wanted[index]);
        expect(found.sort()).toEqual(wanted.filter((phrase) => title.includes(phrase)).sort());
      }),
    );
  });
});

describe('a normalised title', () => {
  it('writes numbers, widths, quotes and white space in one way', () => {
    expect(normaliseTitle('  关于　２０２３年“双随机”抽查〔2023〕12号 ')).toBe('关于 0年"双随机"抽查[0]0号');
  });
});

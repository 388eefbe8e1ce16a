import { expect, test } from 'vitest';
import { inLanguage } from '../../src/model/bilingual.ts';
import { OUTCOMES } from '../../src/model/outcome.ts';

test('of what is told in two languages each reader gets one', () => {
  const answered = 'a.example:80 答复 412（网站防护的页面）。 a.example:80 answered 412 (a page of its protection).';
  expect(inLanguage(answered, 'zh')).toBe('a.example:80 答复 412（网站防护的页面）。');
  expect(inLanguage(answered, 'en')).toBe('a.example:80 answered 412 (a page of its protection).');
  for (const { zh, en } of Object.values(OUTCOMES)) {
    expect([inLanguage(`${zh} · ${en}`, 'zh'), inLanguage(`${zh} · ${en}`, 'en')]).toEqual([zh, en]);
  }
});

test('what was told once stays whole, also where a Chinese sentence quotes an English one', () => {
  for (const text of ['邮件服务器拒收：550 no such mailbox', '没有读到。', 'HTTP 500', '', '答复 500', '超时（15 s）。 ']) {
    expect([inLanguage(text, 'zh'), inLanguage(text, 'en')]).toEqual([text, text]);
  }
});

import { expect, test } from 'vitest';
import { OUTCOMES } from '../../src/model/outcome.ts';
import { inBoth } from '../../src/model/sentence.ts';
import { readFacts, readSentence } from '../../src/store/joined-text.ts';

test('of what an older version told in two languages each reader gets one', () => {
  const answered = 'a.example:80 答复 412（网站防护的页面）。 a.example:80 answered 412 (a page of its protection).';
  expect(readSentence(answered)).toEqual({
    zh: 'a.example:80 答复 412（网站防护的页面）。',
    en: 'a.example:80 answered 412 (a page of its protection).',
  });
  for (const { zh, en } of Object.values(OUTCOMES)) expect(readSentence(inBoth({ zh, en }))).toEqual({ zh, en });
});

test('what was told once stays whole, also where a Chinese sentence quotes an English one', () => {
  for (const text of [
    '邮件服务器拒收：550 no such mailbox',
    '没有读到。',
    'HTTP 500',
    '',
    '答复 500',
    '超时（15 s）。 ',
    '{"a":1}',
    '{"zh"',
  ]) {
    expect(readSentence(text)).toEqual({ zh: text, en: text });
  }
});

test('what is kept as JSON is read as it is, dots and all', () => {
  const told = { zh: '“甲 · 乙”没有读到', en: 'a · b was not read' };
  expect(readSentence(JSON.stringify(told))).toEqual(told);
});

test('facts that an older version told as one text are sentences, all others stay as they are', () => {
  const facts = { column: '通知 · notices', detail: '答复 500 · answered 500', pages: 3, reason: null };
  expect(readFacts(facts)).toEqual({ ...facts, detail: { zh: '答复 500', en: 'answered 500' } });
  expect(readFacts({ told: '旧句子' })).toEqual({ told: '旧句子' });
});

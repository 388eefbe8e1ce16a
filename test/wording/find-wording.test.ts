import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Leader, WrongWord } from '../../src/model/wording.ts';
import { findLeaders, findWrongWords, wordingPattern } from '../../src/wording/find-wording.ts';

const SHIPPED = (
  parse(readFileSync(new URL('../../config/rules/common.yaml', import.meta.url), 'utf8')) as {
    rules: { id: string; words?: WrongWord[] }[];
  }
).rules.find(({ id }) => id === 'wording')!.words!;
const written = (text: string, words: readonly WrongWord[] = SHIPPED) => findWrongWords(text, words).map((hit) => hit.written);

describe('plainly wrong forms', () => {
  it('are found with the words around them', () => {
    expect(findWrongWords('会议要求，各镇要认真布署春耕生产工作。', SHIPPED)).toEqual([
      { fault: 'wrong-word', written: '布署', right: '部署', context: '会议要求，各镇要认真布署春耕生产工作。' },
    ]);
    expect(written('全市上下再接再励，责无旁代。')).toEqual(['再接再励', '责无旁代']);
  });

  it.each([
    ['a quotation', '他在信里写道：“我们已经布署完了。”'],
    ['a title of another work', '读《按步就班的一天》有感'],
    ['an explanation of the fault', '“部署”不能写成“布署”'],
    ['straight marks', '原文为"布署"，予以更正'],
    ['the right form', '部署、按部就班、再接再厉、在所难免'],
    ['words that meet by chance', '预防犯罪，公布署名文章的作者'],
  ])('are not in %s', (_what, text) => {
    expect(
      written(text, [...SHIPPED.filter(({ wrong }) => wrong !== '布署'), { wrong: '布署', right: '部署', unless: ['公布署名'] }]),
    ).toEqual([]);
  });

  it('of the list that ships are no part of their right forms, nor listed twice', () => {
    expect(new Set(SHIPPED.map(({ wrong }) => wrong)).size).toBe(SHIPPED.length);
    for (const { wrong, right } of SHIPPED) expect(right).not.toContain(wrong);
  });
});

describe('offices and names of leaders', () => {
  const leaders: Leader[] = [
    { name: '王建国', title: '市长', from: '2016-01-01', to: '2018-06-30' },
    { name: '李明华', title: '市长', from: '2018-07-01' },
  ];
  const found = (text: string, on: string) => findLeaders(text, leaders, on).map(({ fault, written: one }) => `${fault} ${one}`);

  it('are told where somebody else held the office that day, or the name is all but right', () => {
    expect(found('市长王建国主持会议', '2018-12-01')).toEqual(['wrong-term 市长王建国']);
    expect(found('市长李明花主持会议', '2018-12-01')).toEqual(['wrong-name 市长李明花']);
  });

  it.each([
    ['the right one', '市长李明华主持会议', '2018-12-01'],
    ['the one of that day', '市长王建国主持会议', '2018-06-30'],
    ['a deputy', '副市长王建国主持会议', '2018-12-01'],
    ['a former one', '原市长王建国、时任市长王建国', '2018-12-01'],
    ['a quotation', '“市长王建国来了”', '2018-12-01'],
    ['another person', '市长张三丰主持会议', '2018-12-01'],
    ['a day of which nobody wrote down who held it', '市长王建国主持会议', '2015-12-01'],
    ['no name behind it', '市长热线12345', '2018-12-01'],
  ])('are not where it is %s', (_what, text, on) => {
    expect(found(text, on)).toEqual([]);
  });
});

it('texts are searched for what is looked for and nothing else', () => {
  expect(wordingPattern([], [])).toBeNull();
  expect(wordingPattern([{ wrong: 'a.b', right: 'c' }], [])).toBe('a\\.b');
});

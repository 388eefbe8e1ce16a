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
    ['an explanation without marks', '布署（应为部署）'],
    ['an arrow', '松驰→松弛，修茸→修葺'],
    ['a sentence that sets them against each other', '材料中部署误写为布署，已经改过'],
    ['a list of common mistakes', '常见错别字\n布署、松驰、幅射、追朔'],
    ['a table of wrong and right', '错误　正确\n再接再励　再接再厉\n一愁莫展　一筹莫展'],
    ['a correction', '勘误：第3页第2行布署'],
  ])('are not in %s', (_what, text) => {
    expect(written(text)).toEqual([]);
  });

  it.each([
    ...['省长发布署名文章', '公布署名作者', '海关总署发布署令第5号', '教育部暑期安排', '全部暑假作业', '铁路部暑运方案', '俱乐部暑训开营'],
    ...[
      '战果出奇不意外',
      '获得金榜提名奖',
      '大幅射击比赛海报',
      '高振幅射频信号',
      '逆风追朔风',
      '地震憾事',
      '体弱不经风霜',
      '存款不变本加利息',
    ],
    ...[
      '只收入不付出',
      '只投入不付出',
      '他伸出左手屈一指',
      '洁白无暇顾及',
      '史通辑录',
      '联通辑要',
      '武松驰骋',
      '青松驰援队',
      '定义不容词语',
    ],
    ...['直接了当事人家里', '妖怪原形必露', '悬梁刺骨的寒风', '工人采修茸角'],
  ])('are not where two words meet: %s', (text) => {
    expect(written(text)).toEqual([]);
  });

  it('are found though another word of the kind stands beside them', () => {
    expect(written('发布署名文章，布署防汛；教育部暑期会议部暑工作；抗震，深感震憾。')).toEqual(['布署', '部暑', '震憾']);
  });

  it('keep being found, each of the list, in a plain sentence', () => {
    for (const { wrong } of SHIPPED) expect(written(`会议指出，要${wrong}，各镇照办。`), wrong).toEqual([wrong]);
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
    expect(found('12月1日上午，市委副书记、市长王建国到镇里调研', '2018-12-01')).toEqual(['wrong-term 市长王建国']);
    expect(found('会议由市长王建国主持', '2018-12-01')).toEqual(['wrong-term 市长王建国']);
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
    ['a neighbouring place’s', '邻市市长王建国来访', '2018-12-01'],
    ['another city’s by name', '陪同东河市市长王建国考察', '2018-12-01'],
    ['another city’s by its short name', '会上，东河市长王建国介绍经验', '2018-12-01'],
    ['another city’s behind another office', '东河市委副书记、市长王建国介绍经验', '2018-12-01'],
    ['another city’s government’s', '东河市人民政府市长王建国介绍经验', '2018-12-01'],
    ['a visitor’s', '市长王建国率队来我市考察', '2018-12-01'],
    ['told of last year', '去年8月，市长王建国来此调研', '2018-12-01'],
    ['told of a year past', '2017年，在市长王建国推动下，大桥开工', '2018-12-01'],
    ['told of a month past', '今年3月，市长王建国到镇里调研', '2018-12-01'],
    ['told in looking back', '回顾三年历程，市长王建国多次到场', '2018-12-01'],
    ['no name behind it', '市长热线12345', '2018-12-01'],
  ])('are not where it is %s', (_what, text, on) => {
    expect(found(text, on)).toEqual([]);
  });
});

it('texts are searched for what is looked for and nothing else', () => {
  expect(wordingPattern([], [])).toBeNull();
  expect(wordingPattern([{ wrong: 'a.b', right: 'c' }], [])).toBe('a\\.b');
});

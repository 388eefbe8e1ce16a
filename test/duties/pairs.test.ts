import { describe, expect, test } from 'vitest';
import { loadRulebook } from '../../src/config/load.ts';
import { bigramsOf, isSame, likeness, subjectIn } from '../../src/duties/pairs/subject.ts';
import type { PairDecision } from '../../src/model/pair-decision.ts';
import type { PairRule } from '../../src/model/rules.ts';
import type { Reference } from '../../src/store/store.ts';
import { audit, column, item, pack } from '../timeliness/estate.ts';

const ON = '2018-12-31';
const rules = loadRulebook('config')
  .packs.find(({ id }) => id === 'duties')!
  .rules.filter((rule): rule is PairRule => rule.kind === 'pair');
const columns = [column('zcwj', { category: 'policies-regulations' }), column('zcjd'), column('yjzj'), column('zxft')];

function pairs(
  listed: readonly (readonly [string, string, string])[],
  severity: PairRule['severity'] = 'notice',
  pairDecisions: readonly PairDecision[] = [],
  references: readonly Reference[] = [],
) {
  const sightings = listed.map(([at, title, day], place) =>
    item(day, {
      column: at,
      item: `${at}/${place}`,
      title,
      category: at === 'zcwj' ? 'policies-regulations' : 'notices',
      seen: day,
    }),
  );
  return audit({ on: ON, columns, sightings, pairDecisions, references, pack: pack(rules.map((rule) => ({ ...rule, severity }))) }).duties;
}

describe('what a person says of a pair', () => {
  const listed = [
    ['yjzj', '关于广水市公共停车场专项规划公开征求意见的公告', '2018-07-02'],
    ['yjzj', '公共停车场规划意见采纳情况', '2018-08-06'],
    ['yjzj', '《广水市节水条例》意见采纳情况的反馈', '2018-08-10'],
  ] as const;
  const say = (answer: string, accepted: boolean): PairDecision => {
    return { rule: 'consultation-answer', call: 'http://yjzj/0', answer, accepted, by: '张三', at: new Date(0) };
  };

  test('makes it one: what was proposed is the answer, and is proposed no more', () => {
    expect(pairs(listed)).toMatchObject([{ counterpart: null, proposal: 'http://yjzj/1', decidedBy: null }]);
    expect(pairs(listed, 'notice', [say('http://yjzj/1', true)])).toMatchObject([
      { state: 'done', counterpart: 'http://yjzj/1', publishedOn: '2018-08-06', proposal: null, decidedBy: '张三' },
    ]);
  });

  test('makes it none, also where the program found it', () => {
    expect(pairs(listed, 'notice', [say('http://yjzj/1', false)])).toMatchObject([{ counterpart: null, proposal: null }]);
    const found = [listed[0], ['yjzj', '关于公共停车场专项规划征求意见采纳情况的反馈', '2018-08-10']] as const;
    expect(pairs(found)).toMatchObject([{ counterpart: 'http://yjzj/1', decidedBy: null }]);
    expect(pairs(found, 'notice', [say('http://yjzj/1', false)])).toMatchObject([{ counterpart: null, proposal: null }]);
  });

  test('holds for what is not listed any more as little as for nothing', () => {
    expect(pairs(listed, 'notice', [say('http://yjzj/9', true)])).toMatchObject([{ counterpart: null, proposal: 'http://yjzj/1' }]);
  });
});

test('a letter and its reply are a pair where they stand apart, late only where a law says by when', () => {
  const listed = [
    ['yjzj', '网民来信：城南新区公交线路调整时间', '2018-09-03'],
    ['yjzj', '关于城南新区公交线路调整时间来信的回复', '2018-09-12'],
  ] as const;
  expect(pairs(listed)).toMatchObject([{ state: 'done', since: null, counterpart: 'http://yjzj/1', dueOn: '2018-09-10' }]);
  expect(pairs(listed, 'minor')).toMatchObject([{ name: '来信与答复', state: 'late', counterpart: 'http://yjzj/1', dueOn: '2018-09-10' }]);
});

describe('links between pages', () => {
  const file = ['zcwj', '市人民政府办公室关于印发《广水市养老服务补贴办法》的通知', '2018-06-01'] as const;
  const picture = ['zcjd', '一图读懂我市养老新政', '2018-06-05'] as const;
  const [call, answer] = ['zcwj/0', 'zcjd/1'];
  const linked = (listed: Parameters<typeof pairs>[0], ...ways: readonly (readonly [string, string])[]) =>
    pairs(
      listed,
      'notice',
      [],
      ways.map(([from, to]) => ({ from, to })),
    );

  test('tell a file and what interprets it, whatever both are called, whichever links to the other', () => {
    expect(pairs([file, picture])).toMatchObject([{ counterpart: null, proposal: null, linked: false }]);
    for (const way of [
      [answer, call],
      [call, answer],
    ] as const) {
      expect(linked([file, picture], way)).toMatchObject([
        { counterpart: 'http://zcjd/1', state: 'done', linked: true, proposal: null, decidedBy: null },
      ]);
    }
  });

  test('tell a draft and its answer, a letter and its reply, an announcement and its record', () => {
    for (const [at, asks, answers] of [
      ['yjzj', '关于广水市停车管理公开征求意见的公告', '意见采纳情况反馈'],
      ['yjzj', '网民来信：公交线路', '来信答复：回复网友'],
      ['zxft', '访谈预告：第三期', '在线访谈实录：林业生态'],
    ] as const) {
      const listed = [[at, asks, '2018-06-01'] as const, [at, answers, '2018-06-04'] as const];
      expect(linked(listed, [`${at}/1`, `${at}/0`])).toMatchObject([{ counterpart: `http://${at}/1`, linked: true }]);
    }
  });

  test('one way only are a hint where the titles name two documents, or the answer links to several', () => {
    const other = ['zcjd', '《广水市节水条例》政策解读', '2018-06-05'] as const;
    expect(linked([file, other], [answer, call])).toMatchObject([{ counterpart: null, proposal: 'http://zcjd/1', linked: true }]);
    expect(linked([file, other], [answer, call], [call, answer])).toMatchObject([{ counterpart: 'http://zcjd/1', linked: true }]);
    const second = ['zcwj', '关于印发《广水市医养结合实施方案》的通知', '2018-06-02'] as const;
    const both = linked([file, picture, second], [answer, call], [answer, 'zcwj/2']);
    expect(both).toMatchObject([
      { counterpart: null, proposal: 'http://zcjd/1' },
      { counterpart: null, proposal: 'http://zcjd/1' },
    ]);
  });

  test('make no pair of what stood there long before, nor of what a person refused', () => {
    expect(linked([file, ['zcjd', picture[1], '2018-05-01']], [answer, call])).toMatchObject([{ counterpart: null, proposal: null }]);
    const no: PairDecision = {
      rule: 'policy-interpretation-pair',
      call: 'http://zcwj/0',
      answer: 'http://zcjd/1',
      accepted: false,
      by: '张三',
      at: new Date(0),
    };
    expect(pairs([file, picture], 'notice', [no], [{ from: answer, to: call }])).toMatchObject([{ counterpart: null, proposal: null }]);
  });

  test('keep what they prove from going to another by its title', () => {
    const earlier = ['zcwj', '关于印发《广水市养老服务补贴办法（试行）》的通知', '2018-05-30'] as const;
    const reading = ['zcjd', '《广水市养老服务补贴办法》政策解读', '2018-06-05'] as const;
    const both = linked([file, reading, earlier], [answer, call]);
    expect(both).toMatchObject([
      { url: 'http://zcwj/2', counterpart: null },
      { url: 'http://zcwj/0', counterpart: 'http://zcjd/1' },
    ]);
  });
});

describe('a pair', () => {
  test('is a file and its interpretation, in working days', () => {
    expect(
      pairs([
        ['zcwj', '市人民政府办公室关于印发《广水市养老服务补贴办法》的通知', '2018-06-01'],
        ['zcjd', '《广水市养老服务补贴办法》政策解读', '2018-06-06'],
        ['zcjd', '图解：广水市城乡医疗救助实施细则', '2018-06-04'],
        ['zcwj', '关于印发广水市城乡医疗救助实施细则的通知', '2018-05-02'],
      ]),
    ).toMatchObject([
      { name: '政策文件与解读', url: 'http://zcwj/3', counterpart: 'http://zcjd/2', state: 'done', dueOn: '2018-05-07' },
      { url: 'http://zcwj/0', counterpart: 'http://zcjd/1', state: 'done', publishedOn: '2018-06-06', dueOn: '2018-06-06' },
    ]);
  });

  test('is a draft and the answer to comments, an announcement and the record of an interview', () => {
    expect(
      pairs([
        ['yjzj', '关于《广水市城市养犬管理办法（征求意见稿）》公开征集意见的公告', '2018-07-02'],
        ['yjzj', '《广水市城市养犬管理办法》征求意见采纳情况反馈', '2018-08-10'],
        ['zxft', '访谈预告：市林业局谈加强林业生态建设', '2018-09-03'],
        ['zxft', '访谈实录：市林业局谈加强林业生态建设', '2018-09-06'],
      ]),
    ).toMatchObject([
      { name: '意见征集与结果反馈', url: 'http://yjzj/0', counterpart: 'http://yjzj/1', state: 'done' },
      { name: '访谈预告与实录', url: 'http://zxft/2', counterpart: 'http://zxft/3', state: 'done' },
    ]);
  });

  test('without an answer is missing only where a law asks for one and such answers are known to stand, and pending before its day', () => {
    const call = ['yjzj', '关于广水市公共停车场规划公开征求意见的公告', '2018-07-02'] as const;
    expect(pairs([call])).toMatchObject([{ state: 'not-watched', counterpart: null }]);
    const other = ['yjzj', '关于《广水市节水条例》意见采纳情况的反馈', '2018-08-10'] as const;
    const sight = [call, other];
    expect(pairs(sight)).toMatchObject([{ state: 'not-watched', lacking: { why: 'none-seen' }, counterpart: null, since: null }]);
    expect(pairs(sight, 'minor')).toMatchObject([{ state: 'missing', counterpart: null }]);
    expect(pairs([['yjzj', '关于广水市公共停车场规划公开征求意见的公告', '2018-12-02'], other])).toMatchObject([{ state: 'pending' }]);
  });

  test('is told by its subject, not by words that frame it', () => {
    const same = (one: string, other: string) => {
      const [first, second] = [subjectIn(one), subjectIn(other)];
      const [pairs, others] = [bigramsOf(first), bigramsOf(second)];
      const common = [...pairs].filter((pair) => others.has(pair)).length;
      return isSame(likeness(first, second, common, pairs.size, others.size));
    };
    expect(same('关于印发《广水市防汛应急预案》的通知', '一图读懂：广水市防汛应急预案')).toBe(true);
    expect(same('关于印发《广水市防汛应急预案》的通知', '《广水市森林防火应急预案》解读')).toBe(false);
    expect(same('网上调查', '调查结果')).toBe(false);
  });

  test('is told by the number of the document where both titles name one', () => {
    const file = ['zcwj', '关于印发广水市小微企业扶持若干措施的通知（广政办发〔2018〕12号）', '2018-06-01'] as const;
    const own = ['zcjd', '广政办发[2018]012号政策解读', '2018-06-05'] as const;
    const others = ['zcjd', '关于印发广水市小微企业扶持若干措施的通知（广政发〔2018〕12号）解读', '2018-06-04'] as const;
    expect(pairs([file, own, others])).toMatchObject([{ counterpart: 'http://zcjd/1', state: 'done' }]);
    expect(pairs([file, others])).toMatchObject([{ counterpart: null, proposal: null }]);
  });

  test('of which nobody can be sure is proposed to a person, and counts as none', () => {
    const file = ['zcwj', '关于印发《广水市农村饮水安全工程运行管理办法》的通知', '2018-06-01'] as const;
    const like = ['zcjd', '《广水市农村饮水安全管护办法》政策解读', '2018-06-04'] as const;
    expect(pairs([file, like])).toMatchObject([{ counterpart: null, proposal: 'http://zcjd/1', state: 'not-watched' }]);
  });
});

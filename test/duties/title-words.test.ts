import { expect, test } from 'vitest';
import { loadRulebook } from '../../src/config/load.ts';
import { hooksOf, openTitleGroups, openTitleWords } from '../../src/duties/title-words.ts';

test.each([
  ['部门预算', ['部门']],
  ['(?:部门|单位)预算(?!调整)', ['预算']],
  ['(?:行政执法|执法).{0,12}(?:数据|统计)', ['行政', '执法']],
  ['(?:行政|执法|处罚).{0,12}(?:数据|统计)', ['数据', '统计']],
  ['收费.{0,10}(?:目录|清单)', ['收费']],
  ['[市县区]\\d{4}年(?:度)?预算', ['预算']],
  ['解读?本', null],
  ['建{0,2}议', null],
  ['(?:预算)?公', null],
  ['预算|[公示]', null],
  ['(?<!中标)候选人', ['候选']],
  ['^来信', ['来信']],
  ['\\u9884\\u7b97公开', null],
  ['(?<what>预算)公开', null],
  ['(预|决)算\\1公开', null],
])('what %s matches holds one of %j', (pattern, hooks) => {
  const found = hooksOf(pattern);
  expect(found && [...found]).toEqual(hooks);
});

test('whatever title is shown, the answer is that of the patterns themselves', () => {
  const written = loadRulebook('config').packs.flatMap(({ rules }) =>
    rules.flatMap((rule) => {
      if (rule.kind === 'pair') return [...rule.calls, ...rule.answers];
      return rule.kind === 'duty' || rule.kind === 'clock' ? rule.titleWords : [];
    }),
  );
  const patterns = [...new Set(written)];
  const all = new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), 'u');
  const words = openTitleWords(patterns);
  const parts = patterns.flatMap((pattern) => pattern.match(/[\u4e00-\u9fa5]+/gu) ?? []);
  for (let place = 0; place < 200; place++) {
    const pick = (step: number) => parts[(place * step + step * step) % parts.length] ?? '';
    const title = `${pick(7)}${place % 3 ? '2026年' : '的'}${pick(13)}${pick(29)}${place % 2 ? '' : '（一季度）'}`;
    expect(words(title), title).toBe(all.test(title));
  }
});

test('a title is told to fit each group of patterns that has one for it, white space within it or not', () => {
  const groupsOf = openTitleGroups([['部门预算'], ['决算', '.算'], []]);
  const titles = ['2018年部门预算', '2018年决算', '部门 预算', '通知', ''];
  expect(titles.map(groupsOf)).toEqual([3, 2, 3, 0, 0]);
});

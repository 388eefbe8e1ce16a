import { describe, expect, it } from 'vitest';
import { loadRulebook } from '../../src/config/load.ts';
import { ownersOf } from '../../src/duties/roster.ts';
import { formatPeriod } from '../../src/model/day.ts';
import type { ColumnRule, DutyRule, Rule, RulePack } from '../../src/model/rules.ts';
import { estateWith, load, problemsOf } from './scratch.ts';

const book = loadRulebook('config');
const pack = (id: string) => book.packs.find((one) => one.id === id)!;
const rule = (of: RulePack, id: string) => of.rules.find((one) => one.id === id)!;
const period = (one: Rule) => {
  const { limit } = one as ColumnRule;
  return limit === null ? 'none' : 'period' in limit ? formatPeriod(limit.period) : limit.workingDays;
};

describe('the bundled packs', () => {
  it.each(['national-2019', 'national-2015'])('%s says for every category how long its columns may be silent', (id) => {
    for (const category of book.taxonomy.categories) {
      expect(
        pack(id)
          .rules.filter((one) => one.kind === 'column' && one.categories.includes(category.id))
          .map((one) => one.id),
      ).toEqual([category.id]);
    }
  });

  it('name duties and pairs in English, too', () => {
    const owed = book.packs.flatMap(({ rules }) => rules).filter((one) => one.kind === 'duty' || one.kind === 'pair');
    expect(owed.length).toBeGreaterThan(20);
    for (const one of owed) expect((one as DutyRule).nameEn, one.id).toMatch(/^[A-Z][\w :,()-]+$/);
  });

  it.each(['national-2019', 'national-2015'])('%s leaves no kind of unit without what it owes', (id) => {
    const units = (['office', 'department', 'township', 'street'] as const).map((kind) => ({ id: kind, name: `某${kind}`, kind }));
    const owedBy = (kind: string) =>
      pack(id)
        .rules.filter((one): one is DutyRule => one.kind === 'duty')
        .filter((one) => ownersOf(one, { units, sites: [] }).some(({ unit }) => unit.kind === kind))
        .map((one) => one.id.replace(/-(?:government|department|township)$/, ''));
    for (const { kind } of units) expect(owedBy(kind), kind).toEqual(expect.arrayContaining(['annual-report']));
    expect(owedBy('street')).toEqual(expect.arrayContaining(['budget-unit', 'accounts-unit']));
    expect(owedBy('street')).not.toEqual(expect.arrayContaining(['budget']));
    expect(owedBy('township')).toEqual(expect.arrayContaining(['budget', 'accounts', 'rule-of-law']));
    expect(owedBy('township')).not.toEqual(expect.arrayContaining(['budget-unit']));
  });

  it('agree with the periods of the taxonomy', () => {
    for (const category of book.taxonomy.categories) {
      const own = category.period === null ? 'none' : formatPeriod(category.period);
      expect([category.id, period(rule(pack('national-2019'), category.id))]).toEqual([category.id, own]);
    }
  });

  it('hold the thresholds of 国办秘函〔2019〕19号', () => {
    const national = pack('national-2019');
    expect(['local-news', 'video-news', 'work-updates'].map((id) => period(rule(national, id)))).toEqual(['P14D', 'P14D', 'P14D']);
    expect(['notices', 'policies-regulations'].map((id) => period(rule(national, id)))).toEqual(['P6M', 'P6M']);
    expect(rule(national, 'reachability')).toMatchObject({
      days: 7,
      visitsPerDay: 20,
      seconds: 15,
      failedShare: 0.05,
      severity: 'veto',
      verified: true,
    });
    expect(rule(national, 'silent-columns')).toMatchObject({ atLeast: 5, verified: true });
    expect(rule(national, 'overdue-columns')).toMatchObject({ atLeast: 10, verified: true });
    expect(rule(national, 'blank-columns')).toMatchObject({ atLeast: 5, verified: true });
    expect(rule(national, 'disclosure')).toMatchObject({
      limit: { workingDays: 20 },
      source: { document: '国务院令第711号', article: '第二十六条', validFrom: '2019-05-15' },
    });
  });

  it('count only first-level notices and policies in 2019, and all of them in 2015', () => {
    const levels = (id: string) => {
      const { groups } = rule(pack(id), 'silent-columns') as Rule & { groups: readonly { topLevelOnly: boolean }[] };
      return groups.map((group) => group.topLevelOnly);
    };
    expect(levels('national-2019')).toEqual([false, true]);
    expect(levels('national-2015')).toEqual([false, false]);
  });

  it('name issuer, document, article and day for every rule, and call none of our own defaults verified', () => {
    for (const one of book.packs.flatMap((each) => each.rules)) {
      expect(Object.values(one.source).filter((value) => value === '')).toEqual([]);
      expect(one.source.validFrom).toMatch(/^\d{4}-\d\d-\d\d$/);
      if (one.source.issuer === '本工具') expect([one.id, one.verified]).toEqual([one.id, false]);
    }
  });

  it('judge 2018 by the law of 2008 in national-2015, which was not seen in the original', () => {
    expect(rule(pack('national-2015'), 'disclosure')).toMatchObject({
      verified: false,
      source: { document: '国务院令第492号', article: '第十八条' },
    });
    expect(rule(pack('national-2015'), 'annual-report')).toMatchObject({ by: '03-31' });
    expect(
      ['annual-report-department', 'annual-report-government'].map((id) => (rule(pack('national-2019'), id) as { by?: string }).by),
    ).toEqual(['01-31', '03-31']);
  });

  it('know a year’s budget from what only tells how one was changed or carried out', () => {
    const speaks = (words: readonly string[], title: string) => words.some((word) => new RegExp(word, 'u').test(title));
    const is = (id: string, title: string) => {
      const { titleWords, notTitleWords = [] } = rule(pack('national-2019'), id) as DutyRule;
      return speaks(titleWords, title) && !speaks(notTitleWords, title);
    };
    for (const title of ['市水利局2018年部门预算公开', '某镇2018年度预算', '某单位2018年财政预算及“三公”经费预算说明'])
      expect(is('budget-unit', title), title).toBe(true);
    for (const title of ['2018年预算调整方案公开', '市水利局2018年4月部门预算执行情况', '2018年度预算绩效评价报告'])
      expect(is('budget-unit', title), title).toBe(false);
    expect(is('budget-government', '关于2017年财政预算执行情况和2018年财政预算草案的报告')).toBe(true);
    expect(is('budget-government', '2018年上半年一般公共预算执行情况')).toBe(false);
  });
});

describe('a pack of one’s own', () => {
  const local = (rules: string, head = 'extends: national-2019') => ({
    'rules/local.yaml': `id: local\nname: 本地\n${head}\ndocuments: { doc: { issuer: 市政府办, document: 某政办〔2021〕1号, validFrom: 2021-01-01 } }\nrules:\n${rules}\n`,
  });
  const estate = `rulePack: local\n${estateWith()}`;
  const source = 'document: doc, article: 一, verified: false';

  it('changes a rule by its id and keeps the rest of it', () => {
    const { pack: own } = load(estate, local(`  - { id: notices, limit: P3M, ${source} }`));
    expect(rule(own, 'notices')).toMatchObject({
      pack: 'local',
      name: '通知公告六个月',
      severity: 'veto',
      verified: false,
      source: { issuer: '市政府办', article: '一' },
    });
    expect(period(rule(own, 'notices'))).toBe('P3M');
    expect(rule(own, 'work-updates')).toMatchObject({ pack: 'national-2019' });
    expect(own.lineage).toEqual(['national-2019', 'common', 'duties']);
  });

  it('must say anew where a changed rule comes from', () => {
    expect(problemsOf(() => load(estate, local('  - { id: notices, limit: P3M }'))).map((problem) => problem.key)).toEqual([
      'rules[0].document',
      'rules[0].article',
      'rules[0].verified',
    ]);
  });

  it('adds a rule', () => {
    const { pack: own } = load(
      estate,
      local(`  - { id: extra, kind: blank-columns, atLeast: 3, name: 三个空白, severity: minor, ${source} }`),
    );
    expect(rule(own, 'extra')).toMatchObject({ kind: 'check', check: 'blank-columns', atLeast: 3 });
  });

  it('switches a rule off, with the reason on record', () => {
    const { pack: own } = load(estate, local('  - { id: home-page, off: true, reason: 首页只作导航 }'));
    expect(rule(own, 'home-page')).toBeUndefined();
    expect(own.off).toEqual([{ id: 'home-page', pack: 'local', reason: '首页只作导航' }]);
    expect(problemsOf(() => load(estate, local('  - { id: home-page, off: true }'))).map((problem) => problem.key)).toEqual([
      'rules[0].reason',
    ]);
  });

  it.each([
    ['a rule that is not there to be changed', `  - { id: notcies, limit: P3M, ${source} }`, 'rules[0].id', 'notices'],
    ['a kind nobody knows', `  - { id: x, kind: colum, ${source} }`, 'rules[0].kind', 'column'],
    ['a key that this kind of rule does not have', `  - { id: notices, atLeast: 3, ${source} }`, 'rules[0].atLeast', 'limit'],
    [
      'a document that is not listed',
      '  - { id: notices, limit: P3M, document: dcc, article: 一, verified: false }',
      'rules[0].document',
      'doc',
    ],
    ['a category that does not exist', `  - { id: notices, categories: [notice], ${source} }`, 'rules[0].categories[0]', 'notices'],
    ['a limit that is none', `  - { id: notices, limit: 6M, ${source} }`, 'rules[0].limit', ''],
    ['one id twice', `  - { id: notices, limit: P3M, ${source} }\n  - { id: notices, limit: P4M, ${source} }`, 'rules[1].id', ''],
    ['no severity of ours', `  - { id: notices, severity: grave, ${source} }`, 'rules[0].severity', 'veto'],
  ])('is told of %s', (_what, rules, key, hint) => {
    const problems = problemsOf(() => load(estate, local(rules)));
    expect(problems.map((problem) => problem.key)).toEqual([key]);
    expect(problems[0]!.mend).toContain(hint);
  });

  it('is told of a base that does not exist, and of a circle', () => {
    expect(problemsOf(() => load(estate, local('  []', 'extends: national-2109')))[0]).toMatchObject({
      key: 'extends',
      mend: expect.stringContaining('national-2019'),
    });
    const circle = {
      'rules/a.yaml': 'id: a\nname: 甲\nextends: b\nrules: []\n',
      'rules/b.yaml': 'id: b\nname: 乙\nextends: a\nrules: []\n',
    };
    const problems = problemsOf(() => load(estateWith(), circle));
    expect(problems.map((problem) => problem.key)).toEqual(['extends']);
    expect(problems[0]!.mend).toMatch(/a → b → a|b → a → b/);
  });

  it('that is broken is told once, not again where the estate names it', () => {
    expect(problemsOf(() => load(estate, local(`  - { id: notices, limit: nonsense, ${source} }`))).map((problem) => problem.key)).toEqual([
      'rules[0].limit',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { checkOf, isMendable, QUALITY_CHECKS, REVIEW_CHECKS } from '../../src/checks/checks.ts';
import { findingOf, findingRow, isUnsure, nameOf, raised, ruleBehind, sentenceOf } from '../../src/checks/finding.ts';
import { inBrackets, percent, readOn, within } from '../../src/checks/parts/phrases.ts';
import { pack, ruleFor } from '../timeliness/estate.ts';
import { FACTS } from './facts.ts';

/** What findings say of facts that are out of the ordinary, in both languages. */
const said = (kind: string, facts: object, form = 0) => checkOf(kind)!.sentence({ ...(FACTS[kind]![form] as object), ...facts });
const period = (years: number, months: number, days: number) => ({ period: { years, months, days } });

describe('a sentence', () => {
  it('gives titles and names as they are written, whatever stands in them', () => {
    for (const title of ['关于《条例》的“解读”', '=HYPERLINK("x")', '<b>$&</b>', 'A · B', '$1 {title}', '一'.repeat(300)]) {
      for (const kind of ['removed', 'back-dated', 'future-date', 'reissued', 'day-changed', 'several-days', 'published-unwritten']) {
        const { zh, en } = said(kind, { title });
        expect(zh).toContain(`《${title}》`);
        expect(en).toContain(`"${title}"`);
      }
    }
  });

  it('of a column whose newest item has no title still says its day', () => {
    const { zh, en } = said('column-overdue', { title: '' });
    expect(zh).toContain('最近一次更新是 2018-03-04（《》）');
    expect(en).toContain('last updated on 2018-03-04');
  });

  it('of a limit in working days counts the days over it in working days, too', () => {
    expect(said('column-overdue', { limit: { workingDays: 20 }, overdueDays: 3 })).toMatchObject({
      zh: expect.stringContaining('要求每20个工作日至少更新一次，应在 2018-09-04 之前更新，已超期 3 个工作日'),
      en: expect.stringContaining('it is 3 working days overdue'),
    });
    expect(said('column-overdue', { limit: period(0, 0, 14), overdueDays: 3 }).zh).toContain('已超期 3 天');
  });

  it('of a list whose reading nobody knows gives no day of reading', () => {
    expect(said('column-blank', { readOn: null })).toEqual({
      zh: '栏目“通知公告”的列表打开正常，但没有任何信息，是空白栏目。',
      en: 'The list of column "通知公告" opens well but holds nothing at all.',
    });
  });

  it('of a site that was not read says that nothing is held against its columns', () => {
    for (const kind of ['site-unreachable', 'site-unread', 'site-blocked']) {
      const { zh, en } = said(kind, { columns: 0, reason: { zh: '连接被重置。', en: 'the connection was reset.' } });
      expect(zh).toContain('（连接被重置），所属 0 个栏目本次无法判定，不作为未更新处理。');
      expect(en).toContain(' (the connection was reset); its 0 columns could not be measured, which is no verdict on them.');
    }
  });

  it('of a limit that mixes several groups names each', () => {
    const { zh, en } = said('silent-columns', { limits: [period(0, 0, 14), period(1, 0, 0), { workingDays: 7 }] });
    expect(zh).toContain('（14天、1年、7个工作日）');
    expect(en).toContain('(14 days, 1 year, 7 working days)');
  });

  it('of a duty that is due names a day that may still move, and only then', () => {
    expect(said('duty-due', { certain: false }).zh).toContain('前公开（当年放假调休安排尚未收录，日期可能变动），还有');
    expect(said('duty-due', { certain: true }).zh).not.toContain('（');
    const moved = said('duty-due', { certain: false, dueOn: '2027-02-01', movedFrom: '2027-01-31' });
    expect(moved.zh).toContain('应在 2027-02-01 前公开（法定 2027-01-31，遇休息日顺延；当年放假');
    expect(moved.en).toContain('by 2027-02-01 (by law 2027-01-31, a day off; the year’s holidays');
  });

  it('of a document without a day says that it has none', () => {
    expect(said('duty-wrong', { publishedOn: null, fault: 'other-year' })).toMatchObject({
      zh: expect.stringContaining('没有注明日期发布的那一条写的是别的年份'),
      en: expect.stringContaining('what came without a day names another year'),
    });
  });

  it('of a column that falls due today says today', () => {
    expect(said('column-due', { inDays: 0, last: null })).toEqual({
      zh: '栏目“通知公告”应在 2018-03-06 前更新，今天到期。',
      en: 'Column "通知公告" must be updated by 2018-03-06: today.',
    });
  });

  it('of a reachability that is just enough gives both shares to a tenth', () => {
    const { zh, en } = said('reachability', { visits: 168, failed: 9, share: 0.055 });
    expect(zh).toContain('占 5.4%，达到 5.5% 即单项否决');
    expect(en).toContain('(5.4%); 5.5% fail the site');
  });

  it('of a date whose source has no name of its own gives the source', () => {
    expect(said('date-conflict', { source: 'json-ld' }).zh).toContain('而json-ld给出的是');
  });

  it('of items beyond the twentieth counts them', () => {
    for (const kind of ['removed', 'back-dated', 'future-date', 'day-changed', 'several-days']) {
      expect(checkOf(kind)!.sentence({ column: '公示', more: 1234 }).zh).toBe('栏目“公示”另有 1234 条信息有同样的问题。');
    }
  });
});

describe('parts of sentences', () => {
  it('say a limit without its empty parts', () => {
    expect(within(period(0, 1, 0))).toEqual({ zh: '1个月', en: '1 month' });
    expect(within(period(2, 0, 1))).toEqual({ zh: '2年1天', en: '2 years 1 day' });
  });

  it('drop one full stop of a reason, and brackets where there is no reason', () => {
    expect(inBrackets({ zh: '超时。', en: 'timed out.' })).toEqual({ zh: '（超时）', en: ' (timed out)' });
    expect(inBrackets({ zh: '见 3.5', en: 'see 3.5' })).toEqual({ zh: '（见 3.5）', en: ' (see 3.5)' });
    expect(inBrackets(null)).toEqual({ zh: '', en: '' });
    expect(readOn(null)).toEqual({ zh: '', en: '' });
  });

  it('give shares to a tenth of a hundredth', () => {
    expect([percent(1, 3), percent(0, 7), percent(7, 7), percent(1, 2000)]).toEqual(['33.3%', '0%', '100%', '0.1%']);
  });
});

describe('a finding', () => {
  const check = checkOf('undated-items')!;
  const facts = FACTS['undated-items']![0];
  const subject = { unit: 'water', site: 'portal', column: 'tzgg', url: null };
  const found = { subject, facts, since: null, evidence: ['一', '二'] };

  it('takes severity and citation from the pack, where that has a rule for it', () => {
    expect(findingOf(check, found, pack())).toMatchObject({ severity: 'minor', basis: null, evidence: ['一', '二'] });
    const ruled = findingOf(check, found, pack([ruleFor('undated-items', { severity: 'major' })]));
    expect(ruled).toMatchObject({ severity: 'major', basis: { rule: 'national-2019/undated-items' } });
    expect(ruled.evidence).toEqual(['一', '二', '某办公厅 某函〔2019〕19号 第一条']);
  });

  it('that is unsure is a notice, however severe the pack makes it', () => {
    const unsure = checkOf('personal-data')!;
    const strict = pack([ruleFor('personal-data', { severity: 'veto' })]);
    const [sure, maybe] = FACTS['personal-data']!.map((facts) => findingOf(unsure, { ...found, facts }, strict));
    expect([sure!.severity, isUnsure(sure!)]).toEqual(['veto', false]);
    expect([maybe!.severity, isUnsure(maybe!)]).toEqual(['notice', true]);
    expect(findingRow(maybe!, 'en').certainty).toBe('unsure');
    expect(findingRow(findingOf(check, found, pack()), 'en')).not.toHaveProperty('certainty');
  });

  it('on a standard whose wording nobody checked says so in both languages, one on a check of honesty does not', () => {
    const blank = checkOf('blank-columns')!;
    const of = (one: typeof check, rule: string) => {
      const ruled = pack([ruleFor(rule, { verified: false, atLeast: 5 })]);
      return sentenceOf(findingOf(one, { ...found, facts: FACTS[rule]![0], rule: ruled.rules.at(-1)! }, ruled));
    };
    expect(of(blank, 'blank-columns')).toMatchObject({
      zh: expect.stringContaining('尚未与原文核对'),
      en: expect.stringContaining('has not been checked yet'),
    });
    expect(of(check, 'undated-items').zh).not.toContain('尚未与原文核对');
  });

  it('names the rule as the pack has it now, and none where the pack dropped it', () => {
    const ruled = pack([ruleFor('undated-items', { name: '新名称' })]);
    const finding = findingOf(check, found, ruled);
    expect(ruleBehind(finding, ruled)?.name).toBe('新名称');
    expect(ruleBehind(finding, pack())).toBeNull();
  });

  it('that an older version wrote down stays as it was written, and is never unsure', () => {
    const old = { ...raised(check, facts, subject), facts: { told: '有 2 条没有日期。' } };
    expect(sentenceOf(old)).toEqual({ zh: '有 2 条没有日期。', en: '有 2 条没有日期。' });
    expect(isUnsure({ ...old, kind: 'reissued' })).toBe(false);
  });

  it('of a kind that a later version makes keeps its id, and may be mended for all we know', () => {
    const later = { ...raised(check, facts, subject), kind: 'of-a-later-version' };
    expect(sentenceOf(later)).toEqual({ zh: 'of-a-later-version', en: 'of-a-later-version' });
    expect(nameOf('of-a-later-version').zh).toBe('of-a-later-version');
    expect(isMendable('of-a-later-version')).toBe(true);
  });
});

describe('what can never be mended', () => {
  it('is only what came too late', () => {
    expect(['duty-late', 'disclosure-late'].map(isMendable)).toEqual([false, false]);
    expect(['duty-missing', 'duty-wrong', 'column-overdue', 'removed'].map(isMendable)).toEqual([true, true, true, true]);
  });
});

describe('hints', () => {
  it('of quality and of review accuse nobody of a fault that would fail a site', () => {
    expect([...QUALITY_CHECKS, ...REVIEW_CHECKS].filter(({ severity }) => severity === 'veto')).toEqual([]);
  });
});

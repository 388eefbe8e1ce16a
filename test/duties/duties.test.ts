import { describe, expect, test } from 'vitest';
import { cellText } from '../../src/duties/cell-text.ts';
import { countStandings, dutyMatrix } from '../../src/duties/matrix.ts';
import type { Approval, Estate, Unit } from '../../src/model/estate.ts';
import type { DutyRule } from '../../src/model/rules.ts';
import type { FileContents, SightedItem, StoredColumn } from '../../src/store/store.ts';
import { audit, column, estate, item, pack, reading, rule, site, source } from '../timeliness/estate.ts';

const annual: DutyRule = {
  ...rule,
  source: { ...source, validFrom: '2008-05-01' },
  severity: 'major',
  kind: 'duty',
  id: 'annual-report',
  name: '政府信息公开年度报告',
  unitKinds: ['department', 'township', 'street'],
  categories: ['oversight'],
  titleWords: ['信息公开.{0,6}年度报告'],
  by: '03-31',
};
const budget: DutyRule = {
  ...annual,
  id: 'budget',
  name: '部门预算',
  alsoAt: ['财政局$'],
  categories: ['budgets'],
  titleWords: ['部门预算'],
  by: null,
  after: { approval: 'budget', days: 40 },
  dueIn: 'same-year',
};

interface Given {
  readonly on?: string;
  readonly rules?: readonly DutyRule[];
  readonly columns?: readonly StoredColumn[];
  /** Title, day and column of what is listed. */
  readonly listed?: readonly (readonly [string, string, string?, Partial<SightedItem>?])[];
  readonly units?: readonly Unit[];
  readonly approvals?: readonly Approval[];
  readonly more?: object;
}

const UNITS: readonly Unit[] = [
  { id: 'office', name: '市政府办公室', kind: 'office' },
  { id: 'water', name: '市水利局', kind: 'department' },
  { id: 'finance', name: '市财政局', kind: 'department' },
  { id: 'town', name: '城关镇', kind: 'township' },
  { id: 'street', name: '应山街道办事处', kind: 'street' },
];
const COLUMNS = [column('nb', { category: 'oversight' })];

function judge({ on = '2018-12-31', rules = [annual], columns = COLUMNS, listed = [], units = UNITS, approvals = [], more = {} }: Given) {
  const of: Estate = { ...estate([site(columns)]), units, approvals };
  return audit({
    on,
    estate: of,
    columns,
    sightings: listed.map(([title, day, at = 'nb', rest = {}], place) =>
      item(day, { column: at, item: `${at}/${place}`, title, category: 'oversight', seen: day, ...rest }),
    ),
    pack: pack(rules),
    ...more,
  });
}
const stateOf = (judged: ReturnType<typeof judge>, unit = 'water', year = 2017) =>
  judged.duties.find((one) => one.unit === unit && one.year === year);

describe('a duty with a fixed day', () => {
  test('is pending, due, done, late or missing as its day comes and goes', () => {
    expect(stateOf(judge({ on: '2018-03-01' }))).toMatchObject({ state: 'pending', dueOn: '2018-04-02' });
    expect(stateOf(judge({ on: '2018-03-30' }))?.state).toBe('due');
    expect(stateOf(judge({ on: '2018-04-02' }))?.state).toBe('due');
    expect(stateOf(judge({ on: '2018-04-03' }))).toMatchObject({ state: 'missing', since: '2018-04-03', url: null });
    const done = judge({ listed: [['2017年政府信息公开年度报告', '2018-03-02']] });
    expect(stateOf(done)).toMatchObject({ state: 'done', publishedOn: '2018-03-02', url: 'http://nb/0', since: null });
    const late = judge({ listed: [['2017年政府信息公开年度报告', '2018-05-02']] });
    expect(stateOf(late)).toMatchObject({ state: 'late', publishedOn: '2018-05-02', since: '2018-04-03' });
  });

  test('is kept by the earliest document of its year, and a year named before its reports can come is of the year before', () => {
    const listed = [
      ['2017年政府信息公开年度报告（更正）', '2018-06-02'],
      ['2017年政府信息公开年度报告', '2018-03-02'],
      ['2016年政府信息公开年度报告', '2017-03-02'],
    ] as const;
    expect(stateOf(judge({ listed }))).toMatchObject({ state: 'done', publishedOn: '2018-03-02' });
  });

  test('is told once: where its column is blank or overdue for want of it, that is the finding, and no other', () => {
    const blank = judge({});
    expect(stateOf(blank)).toMatchObject({ state: 'missing', toldBy: 'portal/nb' });
    expect(blank.findings.map(({ rule: kind, unit }) => [kind, unit])).toEqual([['column-blank', 'water']]);
    const old = judge({ listed: [['2015年政府信息公开年度报告', '2016-03-02']] });
    expect([stateOf(old)?.toldBy, old.findings.map(({ rule: kind }) => kind)]).toEqual([null, ['duty-missing']]);
  });

  test('is not kept by a notice about the report', () => {
    expect(stateOf(judge({ listed: [['关于做好2017年政府信息公开年度报告编制发布工作的通知', '2018-03-02']] }))?.state).toBe('missing');
  });

  test('what may as well be news about the report neither keeps the duty nor is its want held against anybody', () => {
    const news = ['市水利局2017年政府信息公开年度报告晒出新成绩', '2018-03-02'] as const;
    expect(stateOf(judge({ listed: [news] }))).toMatchObject({ state: 'not-watched', lacking: { why: 'doubtful' }, url: 'http://nb/0' });
    expect(stateOf(judge({ on: '2018-03-20', listed: [news] }))?.state).toBe('pending');
    const report = '市水利局2017年政府信息公开年度报告';
    expect(stateOf(judge({ listed: [news, [report, '2018-03-05']] }))).toMatchObject({ state: 'done', url: 'http://nb/1' });
    // It may have been the report, in time.
    expect(stateOf(judge({ listed: [news, [report, '2018-05-02']] }))).toMatchObject({ state: 'not-watched', url: 'http://nb/0' });
    expect(
      stateOf(
        judge({
          listed: [
            [news[0], '2018-05-10'],
            [report, '2018-05-02'],
          ],
        }),
      )?.state,
    ).toBe('late');
    // Of another year it proves nothing either.
    expect(stateOf(judge({ listed: [['市水利局2016年政府信息公开年度报告晒出新成绩', '2018-03-02']] }))?.state).toBe('missing');
  });

  test('without a year in the title it is of the year in whose time it came', () => {
    expect(stateOf(judge({ listed: [['政府信息公开年度报告', '2018-03-02']] }))?.state).toBe('done');
    expect(stateOf(judge({ listed: [['政府信息公开年度报告', '2016-03-02']] }))?.state).toBe('missing');
  });

  test('is wrong where what came is of another year, empty or dead', () => {
    expect(stateOf(judge({ listed: [['2016年政府信息公开年度报告', '2018-03-02']] }))).toMatchObject({
      state: 'wrong',
      fault: 'other-year',
      publishedOn: '2018-03-02',
      since: '2018-04-03',
    });
    expect(stateOf(judge({ listed: [['2017年政府信息公开年度报告', '2018-03-02', 'nb', { empty: true }]] }))).toMatchObject({
      state: 'wrong',
      fault: 'empty',
    });
    expect(stateOf(judge({ listed: [['2017年政府信息公开年度报告', '2018-03-02', 'nb', { outcome: 'soft-404' }]] }))).toMatchObject({
      state: 'wrong',
      fault: 'dead',
    });
  });

  test('that no law dates is never missing, wrong or late: none was seen, and nothing more is said', () => {
    const byPractice = { ...annual, severity: 'notice' } as const;
    const at = (listed: NonNullable<Given['listed']>) => stateOf(judge({ rules: [byPractice], listed }));
    expect(at([])).toMatchObject({ state: 'not-watched', lacking: { why: 'none-seen' }, since: null });
    expect(at([['2016年政府信息公开年度报告', '2018-03-02']])).toMatchObject({ state: 'not-watched', fault: null });
    expect(at([['2017年政府信息公开年度报告', '2018-11-02']])).toMatchObject({ state: 'done', since: null, publishedOn: '2018-11-02' });
  });

  test('may end on its very day where the rule says so', () => {
    expect(stateOf(judge({ rules: [{ ...annual, dayOff: 'same-day' }] }))?.dueOn).toBe('2018-03-31');
  });

  test('accuses nobody past a day that may still move, and says so', () => {
    const judged = judge({ on: '2018-05-01', more: { calendar: [] } });
    expect(stateOf(judged)).toMatchObject({ state: 'not-watched', certain: false, lacking: { why: 'holidays' } });
    expect(judged.findings.filter(({ rule: kind }) => kind.startsWith('duty-'))).toEqual([]);
    const later = judge({ on: '2018-05-01', listed: [['2017年政府信息公开年度报告', '2018-04-12']], more: { calendar: [] } });
    expect(stateOf(later)).toMatchObject({ state: 'done', certain: false, publishedOn: '2018-04-12' });
    expect(later.findings.filter(({ rule: kind }) => kind.startsWith('duty-'))).toEqual([]);
  });
});

describe('whose a document is', () => {
  const platform = [column('gknb', { unit: 'office', category: 'oversight' })];
  const all = [...COLUMNS, ...platform];

  test('a title that names a unit is that unit’s, wherever it stands, shortened names too', () => {
    const listed = [
      ['市水利局2017年政府信息公开年度报告', '2018-03-02', 'gknb'],
      ['城关镇2017年政府信息公开年度报告', '2018-03-05', 'gknb'],
      ['应山办事处2017年政府信息公开年度报告', '2018-03-06', 'gknb'],
    ] as const;
    const judged = judge({ columns: all, listed });
    expect(['water', 'town', 'street'].map((unit) => stateOf(judged, unit)?.state)).toEqual(['done', 'done', 'done']);
    expect(stateOf(judged, 'finance')?.state).toBe('missing');
  });

  test('what another place’s office or one below a unit published is nobody’s', () => {
    const of = (title: string) =>
      stateOf(judge({ listed: [[title, '2018-03-02']], more: { estate: { ...estate([site(COLUMNS)]), name: '广水市', units: UNITS } } }))
        ?.state;
    expect(of('湖北省水利厅2017年政府信息公开年度报告')).toBe('missing');
    expect(of('随州市水利局2017年政府信息公开年度报告')).toBe('missing');
    expect(of('市水利局农村饮水管理站2017年政府信息公开年度报告')).toBe('missing');
    expect(of('广水市水利局2017年政府信息公开年度报告')).toBe('done');
    expect(of('湖北省广水市水利局2017年政府信息公开年度报告')).toBe('done');
  });

  test('what the city as a whole owes is found where the office that owes it or the government’s keeps it', () => {
    const whole: DutyRule = { ...annual, unitNames: ['财政局$'], unitKinds: ['office'] };
    const judged = judge({ rules: [whole], columns: all, listed: [['某市2017年政府信息公开年度报告', '2018-03-02', 'gknb']] });
    expect(judged.duties.filter(({ year }) => year === 2017)).toMatchObject([{ unit: 'finance', state: 'done' }]);
    const none = judge({ rules: [whole], columns: all, units: UNITS.filter(({ id }) => id !== 'finance') });
    expect(none.duties.filter(({ year }) => year === 2017)).toMatchObject([{ unit: 'office', state: 'missing' }]);
  });

  test('one document for many units is for a person to open', () => {
    const judged = judge({ columns: all, listed: [['市直各部门2017年政府信息公开年度报告汇总', '2018-03-02', 'gknb']] });
    expect(stateOf(judged)).toMatchObject({ state: 'not-watched', lacking: { why: 'bundle' }, url: 'http://gknb/0' });
  });
});

describe('who owes', () => {
  test('a unit owes only while it is there, and reports on no year before it was founded', () => {
    const units = [
      ...UNITS.filter(({ id }) => id !== 'water'),
      { id: 'water', name: '市水利局', kind: 'department', to: '2018-02-28', mergedInto: 'lake' },
      { id: 'lake', name: '市湖泊局', kind: 'department', from: '2018-03-01' },
    ] as const;
    const judged = judge({ units });
    expect(stateOf(judged, 'water')).toBeUndefined();
    expect(stateOf(judged, 'lake')).toBeUndefined();
    expect(stateOf(judged, 'lake', 2018)?.state).toBe('pending');
  });

  test('who takes a column over answers for no document that had to stand there before, and who gave it keeps what it did', () => {
    const units = [
      ...UNITS.filter(({ id }) => id !== 'water'),
      { id: 'water', name: '市水利局', kind: 'department', to: '2018-05-31', mergedInto: 'finance' },
    ] as const;
    const columns = [column('nb', { unit: 'finance', category: 'oversight', takenOver: { from: 'water', on: '2018-06-01' } })];
    const on = (day: string, ...listed: NonNullable<Given['listed']>) => judge({ on: day, units, columns, listed });
    const report = ['2017年政府信息公开年度报告', '2018-03-02'] as const;
    for (const day of ['2018-04-20', '2018-06-01', '2018-12-31']) {
      expect(stateOf(on(day), 'finance')).toMatchObject({ state: 'not-watched', lacking: { why: 'no-place' } });
      expect(stateOf(on(day, report), 'finance')?.state).toBe('not-watched');
      expect(stateOf(on(day, report), 'water')).toMatchObject({ state: 'done', publishedOn: '2018-03-02' });
      expect(stateOf(on(day), 'water')?.state).toBe('missing');
    }
    const late = on('2018-06-01', ['2017年政府信息公开年度报告', '2018-05-02']);
    expect([stateOf(late, 'water')?.state, stateOf(late, 'finance')?.state]).toEqual(['late', 'not-watched']);
    const next = judge({ on: '2019-06-01', units, columns });
    expect([stateOf(next, 'finance', 2018)?.state, stateOf(next, 'water', 2018)]).toEqual(['missing', undefined]);
  });

  test('who takes a site over owes its form from then on, and who gave it what was due before', () => {
    const form: DutyRule = { ...annual, everySite: true, unitKinds: [], titleWords: ['网站.{0,4}年度报表'], by: '01-31' };
    const columns = [column('bb', { category: 'oversight' })];
    const given = { ...estate([site(columns, { unit: 'finance', takenOver: { from: 'water', on: '2018-06-01' } })]), units: UNITS };
    const { duties } = judge({ rules: [form], columns, more: { estate: given } });
    expect(duties.map(({ unit, year, state }) => [unit, year, state])).toEqual([
      ['water', 2017, 'missing'],
      ['finance', 2018, 'pending'],
    ]);
  });

  test('who is excused with a reason owes nothing', () => {
    expect(stateOf(judge({ rules: [{ ...annual, except: [{ id: 'water', reason: '垂直管理' }] }] }))).toBeUndefined();
  });

  test('each site owes what every site owes, and its unit answers for it', () => {
    const form: DutyRule = { ...annual, everySite: true, unitKinds: [], titleWords: ['网站.{0,4}年度报表'], by: '01-31' };
    const columns = [column('bb', { category: 'oversight' })];
    const owing = judge({ rules: [form], columns });
    expect(owing.duties.find(({ year }) => year === 2017)).toMatchObject({ unit: 'office', site: 'portal', state: 'missing' });
    const done = judge({ rules: [form], columns, listed: [['2017年政府网站年度报表', '2018-01-20', 'bb']] });
    expect(done.duties.find(({ year }) => year === 2017)?.state).toBe('done');
  });
});

describe('nothing is missing where the place was not read', () => {
  test('without a column of its categories', () => {
    const judged = judge({ columns: [column('tzgg')] });
    expect(stateOf(judged)).toMatchObject({ state: 'not-watched', lacking: { why: 'no-place', of: ['oversight'] } });
    expect(judged.findings.filter(({ rule: kind }) => kind.startsWith('duty-'))).toEqual([]);
  });

  test('with a column that could not be read', () => {
    const readings = [reading({ on: '2018-12-31', column: 'nb', reason: 'unreachable', outcome: 'timeout' })];
    expect(stateOf(judge({ more: { readings } }))).toMatchObject({ state: 'not-watched', lacking: { why: 'unread', of: ['portal/nb'] } });
  });

  test('with a place that nobody had read by the judged day: what stood there then may have been taken away since', () => {
    const readings = [reading({ on: '2018-12-31', column: 'nb', rows: 1 })];
    const on = '2018-06-30';
    expect(stateOf(judge({ on, more: { readings } }))).toMatchObject({
      ...{ state: 'not-watched', since: null },
      lacking: { why: 'read-later', of: ['portal/nb'] },
    });
    const otherYear = judge({ on, listed: [['2016年政府信息公开年度报告', '2018-03-02']], more: { readings } });
    expect(stateOf(otherYear)).toMatchObject({ state: 'not-watched', fault: null, lacking: { why: 'read-later' } });
    expect(otherYear.findings).toEqual([]);
    const done = judge({ on, listed: [['2017年政府信息公开年度报告', '2018-03-02']], more: { readings } });
    expect(stateOf(done)).toMatchObject({ state: 'done', publishedOn: '2018-03-02' });
    expect(stateOf(judge({ on }))?.state).toBe('missing');
  });

  test('with a reading that is no younger than its last day, or too old to say anything of the day that is judged', () => {
    const readings = [reading({ on: '2018-04-02', column: 'nb', rows: 0 })];
    for (const on of ['2018-04-03', '2018-04-20']) {
      const judged = stateOf(judge({ on, more: { readings } }));
      expect(judged).toMatchObject({ state: 'not-watched', lacking: { of: ['portal/nb'] } });
    }
  });
});

describe('a duty by the clock of an approval', () => {
  const columns = [column('ys', { category: 'budgets' }), column('bmys', { unit: 'finance', category: 'budgets' })];
  const approved = (of: Partial<Approval> = {}): Approval => ({
    what: 'budget',
    year: 2018,
    on: '2018-01-10',
    source: null,
    units: null,
    ...of,
  });
  const at = (on: string, approvals: readonly Approval[], listed: Given['listed'] = []) =>
    judge({ on, rules: [budget], columns, approvals, listed });

  test('has not begun until somebody tells of the approval', () => {
    expect(stateOf(at('2018-12-31', []), 'water', 2018)).toMatchObject({ state: 'clock-not-begun', dueOn: null });
    expect(stateOf(at('2018-12-31', [], [['市水利局2018年部门预算', '2018-05-29', 'bmys']]), 'water', 2018)?.state).toBe('done');
  });

  test('runs from the day of approval', () => {
    expect(stateOf(at('2018-01-31', [approved()]), 'water', 2018)).toMatchObject({ state: 'pending', dueOn: '2018-02-19' });
    expect(stateOf(at('2018-03-01', [approved()]), 'water', 2018)?.state).toBe('missing');
    const late = at('2018-12-31', [approved()], [['市水利局2018年部门预算公开', '2018-05-29', 'bmys']]);
    expect(stateOf(late, 'water', 2018)).toMatchObject({ state: 'late', publishedOn: '2018-05-29' });
  });

  test('of a township runs from its own congress’s approval alone', () => {
    expect(stateOf(at('2018-03-01', [approved()]), 'town', 2018)?.state).toBe('clock-not-begun');
    expect(stateOf(at('2018-03-01', [approved()]), 'street', 2018)?.dueOn).toBe('2018-02-19');
    expect(stateOf(at('2018-03-01', [approved({ units: ['town'], on: '2018-01-20' })]), 'town', 2018)?.dueOn).toBe('2018-03-01');
  });
});

describe('what a budget must hold', () => {
  const columns = [column('ys', { category: 'budgets' }), column('bmys', { unit: 'finance', category: 'budgets' })];
  const holds = ['收支总表', '财政拨款', '三公'].map((name) => ({ name, words: [name] }));
  const rules = [{ ...budget, holds }];
  const approvals: Approval[] = [{ what: 'budget', year: 2018, on: '2018-01-10', source: null, units: null }];
  const TABLES = `部门职责。${'本局负责全市的水利工作。'.repeat(20)}\n收支总表\n单位：万元\n收入总计\n100.50\n支出总计\n100.50\n财政拨款收支表\n`;
  const judged = (
    texts: readonly (readonly [string, string, number?, (readonly FileContents[])?])[],
    listed: Given['listed'] = [['市水利局2018年部门预算', '2018-01-29', 'bmys']],
  ) =>
    stateOf(
      judge({
        rules,
        columns,
        approvals,
        listed,
        more: {
          texts: texts.map(([key, text, attachments = 0, files = []]) => {
            const unread = Array.from({ length: attachments - files.length }, () => ({ text: null, whole: false }));
            return { key, text, files: [...files, ...unread].map((file, at) => ({ url: `${key}/${at}`, name: '', ...file })) };
          }),
        },
      }),
      'water',
      2018,
    );

  test('is read with its sums', () => {
    expect(judged([['bmys/0', `${TABLES}“三公”经费预算数为3.5万元`]])).toMatchObject({
      state: 'done',
      budget: { total: 100.5, threePublic: 3.5, lacking: [], whole: true },
    });
  });

  test('is wrong where its tables stand in the text and one is not among them', () => {
    expect(judged([['bmys/0', TABLES]])).toMatchObject({
      ...{ state: 'wrong', fault: 'without-tables', since: '2018-02-20', publishedOn: '2018-01-29', url: 'http://bmys/0' },
      budget: { lacking: ['三公'] },
    });
  });

  test('is not held against it where files stand beside it, the text is short, or was not read', () => {
    expect(judged([['bmys/0', TABLES, 1]])).toMatchObject({ state: 'done', budget: { lacking: ['三公'], whole: false } });
    expect(judged([['bmys/0', '收支总表见下图']])).toMatchObject({ state: 'done', budget: { whole: false } });
    expect(judged([])).toMatchObject({ state: 'done', budget: null });
  });

  test('is read in the files beside it, and held against it where all of them were read whole', () => {
    const sheet = (text: string, whole = true): FileContents => ({ text, whole });
    const page = '现将2018年部门预算予以公开。';
    expect(judged([['bmys/0', page, 1, [sheet(`${TABLES}“三公”经费\n3.50`)]]])).toMatchObject({
      ...{ state: 'done', budget: { total: 100.5, threePublic: 3.5, lacking: [], whole: true } },
    });
    expect(judged([['bmys/0', page, 1, [sheet(TABLES)]]])).toMatchObject({
      state: 'wrong',
      fault: 'without-tables',
      budget: { lacking: ['三公'] },
    });
    // A file that nobody could read, pages that are pictures: what is not seen may be there.
    expect(judged([['bmys/0', page, 2, [sheet(TABLES)]]])).toMatchObject({ state: 'done', budget: { total: 100.5, whole: false } });
    expect(judged([['bmys/0', page, 1, [sheet(TABLES, false)]]])).toMatchObject({ state: 'done', budget: { whole: false } });
    const other = sheet('单位：万元\n收入总计\n7.00\n支出总计\n7.00');
    expect(judged([['bmys/0', page, 2, [sheet(TABLES), other]]])).toMatchObject({ budget: { total: null } });
    expect(judged([['bmys/0', TABLES, 1, [other]]])).toMatchObject({ budget: { total: 100.5 } });
  });

  describe('where several pages link to one file', () => {
    const FILE = { url: 'http://files/1.xlsx', text: `${TABLES}“三公”经费\n3.50`, whole: true };
    const shared = (titles: readonly string[], name = '预算公开表.xlsx') => {
      const { duties } = judge({
        rules,
        columns,
        approvals,
        listed: titles.map((title) => [title, '2018-01-29', 'bmys']),
        more: { texts: titles.map((_, at) => ({ key: `bmys/${at}`, text: '现予公开。', files: [{ ...FILE, name }] })) },
      });
      return ['water', 'street'].map((unit) => duties.find((one) => one.unit === unit && one.year === 2018)?.budget?.total ?? null);
    };
    const [WATER, STREET] = ['市水利局2018年部门预算', '应山街道办事处2018年部门预算'];

    test('it is told of none where nobody can say whose it is, and held against none', () => {
      expect(shared([WATER])).toEqual([100.5, null]);
      expect(shared([WATER, STREET])).toEqual([null, null]);
      expect(shared([WATER, STREET, '应山街道办事处2017年部门预算'], '应山街道部门预算.xlsx')).toEqual([null, null]);
      expect(shared([WATER, '市水利局2017年部门预算'])).toEqual([null, null]);
      const lacking = { files: [{ ...FILE, name: '表', text: TABLES }], text: '现予公开。' };
      const { duties } = judge({
        ...{ rules, columns, approvals, listed: [WATER, STREET].map((title) => [title, '2018-01-29', 'bmys'] as const) },
        more: { texts: [0, 1].map((at) => ({ key: `bmys/${at}`, ...lacking })) },
      });
      expect(duties.filter(({ state }) => state === 'wrong')).toEqual([]);
    });

    test('it is told of the one that its name names, of all pages of one document, and of the unit’s own rather than of a page for many', () => {
      expect(shared([WATER, STREET], '水利局部门预算公开表.xlsx')).toEqual([100.5, null]);
      expect(shared([WATER, '市水利局2017年部门预算'], '2018年预算表.xlsx')).toEqual([100.5, null]);
      expect(shared([WATER, '市水利局2018年部门预算说明'])).toEqual([100.5, null]);
      expect(shared([STREET, '市直部门2018年部门预算汇总'])).toEqual([null, 100.5]);
    });
  });

  test('may stand in several documents', () => {
    const listed = [
      ['市水利局2018年部门预算', '2018-01-29', 'bmys'],
      ['市水利局2018年部门预算“三公”经费说明', '2018-01-30', 'bmys'],
    ] as const;
    expect(judged([['bmys/0', TABLES]], listed)).toMatchObject({ state: 'done', budget: { whole: false } });
    expect(
      judged(
        [
          ['bmys/0', TABLES],
          ['bmys/1', '三公'.repeat(150)],
        ],
        listed,
      ),
    ).toMatchObject({ state: 'done', budget: { lacking: [] } });
  });
});

describe('how a duty is told of', () => {
  const listed = [
    ['市水利局2017年政府信息公开年度报告', '2018-03-02', 'gknb', { empty: true }],
    ['市财政局2016年政府信息公开年度报告', '2018-03-02', 'gknb'],
  ] as const;
  const columns = [...COLUMNS, column('gknb', { unit: 'office', category: 'oversight' })];
  const duties = judge({ columns, listed }).duties.filter(({ year }) => year === 2017);

  test('where the document itself may be whole it is to be looked at, in the list, the matrix and the counts alike', () => {
    const said = (unit: string) => duties.filter((one) => one.unit === unit).map((one) => [cellText(one, 'zh'), cellText(one, 'en')]);
    expect(said('water')).toEqual([['2017年 需核实 2018-03-02', '2017 to be looked at 2018-03-02']]);
    expect(said('finance')).toEqual([['2017年 公开有误 2018-03-02', '2017 published wrongly 2018-03-02']]);
    expect([...countStandings(duties).values()]).toMatchObject([{ wrong: 1, 'to-check': 1, missing: 2 }]);
  });

  test('what is certain stands before what is to be looked at', () => {
    const [one, other] = ['water', 'finance'].map((unit) => ({ ...duties.find((duty) => duty.unit === unit)!, unit: 'water' }));
    const { rows } = dutyMatrix([one!, other!], UNITS);
    expect(rows[0]!.cells[0]!.map(({ fault }) => fault)).toEqual(['other-year', 'empty']);
  });
});

describe('one lapse is told once', () => {
  test('a column that is kept for a duty has no clock of its own, whatever its category', () => {
    const columns = [column('nb', { category: 'work-updates' })];
    const judged = judge({ columns, listed: [['2016年政府信息公开年度报告', '2017-03-02']], more: {} });
    expect(judged.columns[0]).toMatchObject({ status: 'fresh', dueOn: null, rule: 'national-2019/annual-report' });
    expect(judged.findings.filter(({ rule: kind }) => kind === 'column-overdue')).toEqual([]);
  });
});

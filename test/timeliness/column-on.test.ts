import { describe, expect, test } from 'vitest';
import { addDays, parsePeriod } from '../../src/model/day.ts';
import { expectationOf } from '../../src/timeliness/expectation.ts';
import { audit, column, estate, item, pack, ruleFor, site } from './estate.ts';

const columns = (of: object) => [column('tzgg', { category: 'notices', ...of })];
const statusOn = (on: string, of: object) => audit({ on, columns: columns(of), sightings: [item('2018-06-20')] }).columns[0];

test('a period of its own holds up to its last day, and from the next the pack’s rule does', () => {
  const own = { period: parsePeriod('P7D'), periodUntil: '2018-06-30' };
  expect(statusOn('2018-06-30', own)).toMatchObject({ status: 'overdue', rule: 'estate/period' });
  expect(statusOn('2018-07-01', own)).toMatchObject({ status: 'fresh' });
  expect(statusOn('2018-07-01', own)?.rule).not.toBe('estate/period');
});

test('nothing is expected of the columns of a unit before it was there and after it was closed, and no duty is held against it', () => {
  const on = (day: string, of: object) => {
    const units = [{ id: 'water', name: '市水利局', kind: 'department' as const, ...of }];
    return audit({ on: day, estate: { ...estate([site(columns({}))]), units }, columns: columns({}), sightings: [] });
  };
  const accused = (day: string, of: object) => on(day, of).findings.map(({ rule }) => rule);
  expect(accused('2018-10-31', { to: '2018-10-31' })).toEqual(['column-blank']);
  expect(accused('2018-11-01', { to: '2018-10-31', mergedInto: 'office' })).toEqual([]);
  expect(on('2018-11-01', { to: '2018-10-31' }).columns[0]).toMatchObject({ status: 'exempt' });
  expect(accused('2018-06-30', { from: '2018-07-01' })).toEqual([]);
  expect(accused('2018-07-01', { from: '2018-07-01' })).toEqual(['column-blank']);
});

test('nothing is expected of a column up to the last day of its exemption', () => {
  const excused = { exempt: '机构改革', exemptUntil: '2018-12-30' };
  expect(statusOn('2018-12-30', excused)).toMatchObject({ status: 'exempt' });
  expect(statusOn('2018-12-31', excused)?.status).not.toBe('exempt');
});

test('silence before the end of an exemption or of a longer period is held against nobody: the clock begins with its last day', () => {
  for (const of of [
    { exempt: '机构改革', exemptUntil: '2018-10-31' },
    { period: parsePeriod('P1Y'), periodUntil: '2018-10-31' },
  ]) {
    const after = { ...of, periodUntil: '2018-10-31' };
    const asked = statusOn('2018-11-01', after)!;
    expect(asked).toMatchObject({ overdueDays: 0 });
    expect(asked.dueOn! > '2018-10-31').toBe(true);
    expect(statusOn(addDays(asked.dueOn!, 1), after)).toMatchObject({ status: 'overdue', overdueDays: 1 });
  }
});

test('of the columns of a rule that was switched off nothing is expected, by no default in its place either', () => {
  const [notices] = columns({});
  const taxonomy = {
    classes: [],
    keyAreas: [],
    categories: [{ id: 'notices', name: '通知公告', class: 'news', keyArea: null, period: parsePeriod('P6M') }],
  };
  const asked = (of: object) => expectationOf(notices!, null, { ...pack(), rules: [], ...of }, taxonomy as never);
  expect(asked({})).toMatchObject({ rule: 'taxonomy/notices' });
  expect(asked({ off: [{ id: 'notices', pack: 'own', reason: '没有这项要求', categories: ['notices'] }] })).toMatchObject({
    rule: null,
    limit: null,
  });
});

test('nothing is expected of a topic before it begins, after its end, or when it was archived, and its end reminds a person until it is', () => {
  const topic = { from: '2018-03-01', until: '2018-12-30', archivedOn: null };
  const on = (day: string, of: object = {}) => {
    const { columns: rows, findings } = audit({
      on: day,
      columns: columns({ topic: { ...topic, ...of } }),
      sightings: [item('2018-02-01')],
    });
    return [rows[0]!.status, findings.filter(({ rule }) => rule === 'topic-ended').length];
  };
  expect(on('2018-02-28')).toEqual(['exempt', 0]);
  expect(on('2018-12-30')).toEqual(['overdue', 0]);
  expect(on('2018-12-31')).toEqual(['exempt', 1]);
  expect(on('2018-12-31', { archivedOn: '2018-12-31' })).toEqual(['exempt', 0]);
  expect(on('2018-10-31', { archivedOn: '2018-10-31' })).toEqual(['exempt', 0]);
  expect(on('2018-12-31', { until: null })).toEqual(['overdue', 0]);
});

describe('a column that another unit took over', () => {
  const takenOver = { from: 'forestry', on: '2018-11-01' };
  const news = (of: object = {}) => [column('tzgg', { category: 'work-updates', takenOver, ...of })];
  const on = (day: string, of: object = {}, sightings = [item('2018-03-01', { category: 'work-updates' })]) =>
    audit({ on: day, columns: news(of), sightings });

  test('is the other’s up to the day before, with all its silence', () => {
    const [row] = on('2018-10-31').columns;
    expect(row).toMatchObject({ unit: 'forestry', status: 'overdue', dueOn: '2018-03-15', overdueDays: 230 });
  });

  test('is asked of the one that takes over from that day on: silence of before is held against nobody', () => {
    expect(on('2018-11-01').columns[0]).toMatchObject({ unit: 'water', status: 'fresh', dueOn: '2018-11-14', overdueDays: 0, since: null });
    expect(on('2018-11-14').findings).toEqual([]);
    const late = on('2018-11-15');
    expect(late.columns[0]).toMatchObject({ unit: 'water', status: 'overdue', overdueDays: 1, since: '2018-11-15' });
    expect(late.findings[0]!.message).toContain('要求每14天至少更新一次，从 2018-10-31 的次日起算，应在 2018-11-14 之前更新');
    expect(on('2018-11-15').courses.get('tzgg')).toMatchObject({ lapses: [{ from: '2018-11-15', to: '2018-11-15' }] });
  });

  test('counts in no verdict on its site before that, and is empty against nobody until its limit is over', () => {
    const silent = ruleFor('silent-columns', {
      atLeast: 1,
      groups: [{ categories: ['work-updates'], limit: { period: parsePeriod('P14D')! }, topLevelOnly: false }],
    });
    const sightings = [item('2018-03-01', { category: 'work-updates' })];
    const kinds = (day: string) => audit({ on: day, columns: news(), sightings, pack: pack([silent]) }).findings.map(({ rule }) => rule);
    expect([kinds('2018-11-14'), kinds('2018-11-15')]).toEqual([[], ['silent-columns', 'column-overdue']]);
    expect(on('2018-11-14', {}, []).columns[0]).toMatchObject({ status: 'due', dueOn: '2018-11-14' });
    expect(on('2018-11-15', {}, []).columns[0]).toMatchObject({ status: 'blank', since: '2018-11-15' });
  });

  test('goes with its site where it was found by itself and says nothing of its own', () => {
    const [found] = news({ takenOver: undefined, unit: 'forestry' });
    const of = { ...estate([site([], { columns: null, unit: 'water', takenOver })]) };
    const judged = audit({ on: '2018-11-01', estate: of, columns: [found!], sightings: [item('2018-03-01')] });
    expect(judged.columns[0]).toMatchObject({ unit: 'water', status: 'fresh', dueOn: '2018-11-14' });
  });
});

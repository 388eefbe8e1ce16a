import { describe, expect, test } from 'vitest';
import { audit, column, item, noon, reading } from '../timeliness/estate.ts';

const ON = '2018-12-31';
const only = (result: ReturnType<typeof audit>, kind: string) => result.findings.filter((finding) => finding.rule === kind);

describe('days that were changed afterwards', () => {
  const redated = (before: string, after: string, of = {}) =>
    item(after, { listedBefore: before, shownUntil: noon('2018-11-01'), redatedAsOf: noon('2018-11-05'), ...of });
  const found = (sightings: ReturnType<typeof item>[]) => only(audit({ on: ON, columns: [column('tzgg')], sightings }), 'day-changed');

  test('are told with both readings', () => {
    const [one, ...more] = found([redated('2018-03-01', '2018-11-03'), item('2018-12-01')]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ severity: 'notice', since: '2018-11-05', url: 'http://portal.test/tzgg/2018-11-03' });
    expect(one?.message).toContain('在 2018-11-01 读取时显示的日期是 2018-03-01，2018-11-05 读取时变为 2018-11-03');
  });

  test('but not a day apart, nor before the span, nor what a later run saw', () => {
    expect(found([redated('2018-11-02', '2018-11-03')])).toEqual([]);
    expect(found([redated('2017-03-01', '2017-05-03', { redatedAsOf: noon('2017-11-05') })])).toEqual([]);
    expect(found([redated('2018-03-01', '2018-11-03', { redatedAsOf: noon('2019-02-05') })])).toEqual([]);
  });

  test('nor where the whole list shows other days all at once: then we read another of its days', () => {
    const rebuilt = Array.from({ length: 8 }, (_, place) => redated('2018-03-01', '2018-11-03', { item: `portal.test/tzgg/${place}` }));
    expect(found(rebuilt)).toEqual([]);
  });
});

describe('one item under several days', () => {
  const columns = [column('tzgg'), column('zcfg'), column('town', { unit: 'town' })];
  const both = (day: string, other: string, otherColumn = 'zcfg') => [
    item(day, { item: 'portal.test/a' }),
    item(other, { item: 'portal.test/a', column: otherColumn }),
  ];
  const found = (sightings: ReturnType<typeof item>[]) => only(audit({ on: ON, columns, sightings }), 'several-days');

  test('is told in the column with the later day', () => {
    expect(found(both('2018-11-20', '2018-03-01')).map(({ column, message }) => [column, message])).toEqual([
      ['tzgg', '《标题 portal.test/a》在栏目“tzgg”中的日期是 2018-11-20，在栏目“zcfg”中是 2018-03-01，请核实。'],
    ]);
  });

  test('but not days that lie near, nor the same page in a column of another unit', () => {
    expect(found(both('2018-11-20', '2018-11-01'))).toEqual([]);
    expect(found(both('2018-11-20', '2018-03-01', 'town'))).toEqual([]);
  });
});

describe('old news under a new day', () => {
  const issue = (publishedOn: string) => ({
    url: `http://portal.test/${publishedOn}`,
    site: 'portal',
    unit: 'water',
    title: '某通知',
    publishedOn,
    firstSeen: noon(publishedOn),
  });

  test('is a hint with both items as evidence', () => {
    const reissued = [{ newer: issue('2018-11-02'), older: issue('2017-03-04') }];
    const [one] = only(audit({ on: ON, columns: [column('tzgg')], reissued }), 'reissued');
    expect(one).toMatchObject({ severity: 'notice', certainty: 'unsure', url: 'http://portal.test/2018-11-02' });
    expect(one?.evidence.join(' ')).toContain('http://portal.test/2017-03-04');
  });
});

describe('a burst after a silence', () => {
  const many = (day: string, count = 12) =>
    Array.from({ length: count }, (_, place) => item(day, { item: `portal.test/tzgg/${day}-${place}`, category: 'work-updates' }));
  const found = (sightings: ReturnType<typeof item>[], category = 'work-updates') =>
    only(audit({ on: ON, columns: [column('tzgg', { category })], sightings }), 'burst');

  test('is told of a column of news', () => {
    const [one, ...more] = found([item('2018-08-01'), ...many('2018-12-03')]);
    expect(more).toEqual([]);
    expect(one).toMatchObject({ since: '2018-12-03', severity: 'notice' });
    expect(one?.message).toContain('此前 123 天没有更新，2018-12-03 一天发布了 12 条');
  });

  test('but not of the first day of a column, of a busy one, of a few items, nor of tenders, which come in heaps', () => {
    expect(found(many('2018-12-03'))).toEqual([]);
    expect(found([item('2018-11-28'), ...many('2018-12-03')])).toEqual([]);
    expect(found([item('2018-08-01'), ...many('2018-12-03', 4)])).toEqual([]);
    expect(found([item('2018-08-01'), ...many('2018-12-03')], 'procurement')).toEqual([]);
  });

  test('nor where something may have been published in the silence: rows without a day, withdrawn ones, a list of unsure reading or order', () => {
    const heap = [item('2018-08-01'), ...many('2018-12-03')];
    const read = (of: Parameters<typeof reading>[0]) =>
      only(audit({ on: ON, columns: [column('tzgg', { category: 'work-updates' })], sightings: heap, readings: [reading(of)] }), 'burst');
    expect(read({ on: ON })).toHaveLength(1);
    expect(read({ on: ON, certainty: 'unsure' })).toEqual([]);
    expect(read({ on: ON, complete: false, newestFirst: false })).toEqual([]);
    expect(found([...heap, item(null, { item: 'portal.test/tzgg/undated' })])).toEqual([]);
    expect(found([...heap, item('2018-10-08', { goneSince: noon('2018-11-01') })])).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, parsePeriod } from '../../src/model/day.ts';
import type { Column } from '../../src/model/estate.ts';
import type { ReadingRecord } from '../../src/model/records.ts';
import type { SightedItem } from '../../src/store/store.ts';
import { audit, column, item, noon, pack, reading, rule, siteRecord } from './estate.ts';

const ON = '2018-12-31';

function judge(
  sightings: readonly SightedItem[],
  { on = ON, of = {}, read = {} }: { on?: string; of?: Partial<Column>; read?: Partial<ReadingRecord> } = {},
) {
  const readings = [reading({ on, rows: sightings.length, ...read })];
  return audit({ on, columns: [column('tzgg', of)], sightings, readings }).columns[0]!;
}

describe('a column that could be read', () => {
  test('is fresh until its period is over, with the due day of the contract', () => {
    expect(judge([item('2018-12-28')])).toMatchObject({
      status: 'fresh',
      reason: null,
      lastPublished: '2018-12-28',
      rule: 'national-2019/notices',
      period: 'P6M',
      dueOn: '2019-06-28',
      overdueDays: 0,
    });
  });

  test('is not overdue on its due day, and is on the day after', () => {
    const sightings = [item('2018-12-17', { category: 'work-updates', seen: '2018-12-17' })];
    const of = { category: 'work-updates' };
    expect(judge(sightings, { of })).toMatchObject({ status: 'due', dueOn: '2018-12-31', overdueDays: 0 });
    expect(judge(sightings, { of, on: '2019-01-01' })).toMatchObject({ status: 'overdue', overdueDays: 1, since: '2019-01-01' });
  });

  test('falls due within the pack’s warning days and not before', () => {
    const of = { category: 'work-updates' };
    expect(judge([item('2018-12-24')], { of })).toMatchObject({ status: 'due', dueOn: '2019-01-07' });
    expect(judge([item('2018-12-25')], { of })).toMatchObject({ status: 'fresh', dueOn: '2019-01-08' });
  });

  test('a due day that its month does not have is the last of the month', () => {
    expect(judge([item('2018-08-31')])).toMatchObject({ dueOn: '2019-02-28' });
  });

  test('a pinned old item on top changes nothing', () => {
    const newest = item('2018-12-28', { position: 2 });
    const pinned = item('2012-03-01', { position: 1 });
    expect(judge([pinned, newest])).toEqual(judge([newest]));
  });

  test('is not overdue by its rows’ days where a page names a later one, until that is over as well', () => {
    const contradicted = item('2018-03-01', { alsoOn: '2018-11-20' });
    expect(judge([item('2018-03-01')])).toMatchObject({ status: 'overdue', doubts: [] });
    expect(judge([contradicted])).toMatchObject({
      status: 'unknown',
      reason: 'unsure',
      lastPublished: '2018-03-01',
      certainty: 'likely',
      doubts: ['days-disagree'],
    });
    const read = { at: noon('2019-06-01'), asOf: noon('2019-06-01') };
    expect(judge([contradicted], { on: '2019-06-01', read })).toMatchObject({ status: 'overdue', doubts: [] });
    expect(judge([item('2018-03-01', { alsoOn: '2019-02-01' })])).toMatchObject({ status: 'overdue' });
  });

  test('rows that lead nowhere keep it fresh though they are no items', () => {
    expect(judge([item('2018-12-28', { url: null, category: null })])).toMatchObject({ status: 'fresh', items: 0 });
  });

  test('is neither blank nor overdue on a day before anybody looked, and says what its later list tells', () => {
    const read = { at: noon('2019-03-01'), asOf: noon('2019-03-01') };
    const unknown = { status: 'unknown', reason: 'unsure', doubts: ['read-later'], dueOn: null, overdueDays: 0, since: null };
    expect(judge([], { read })).toMatchObject({ ...unknown, overdueByLater: null });
    expect(judge([item('2018-03-01')], { read })).toMatchObject({
      ...unknown,
      overdueByLater: { dueOn: '2018-09-01', overdueDays: 121, since: '2018-09-02' },
    });
    expect(judge([item('2018-12-20')], { read })).toMatchObject({ status: 'fresh', overdueByLater: null });
    expect(judge([], { read, on: '2019-03-01' })).toMatchObject({ status: 'blank', doubts: [] });
  });

  test('is judged by a list that was read later on the same day', () => {
    const read = { at: new Date('2018-12-31T15:59:59.500Z'), asOf: new Date('2018-12-31T15:59:59.500Z') };
    expect(judge([item('2018-03-01')], { read })).toMatchObject({ status: 'overdue', doubts: [] });
  });

  test('is blank when its list holds nothing', () => {
    expect(judge([])).toMatchObject({ status: 'blank', reason: null, lastPublished: null, dueOn: null, since: ON });
  });

  test('is unknown when no row bears a date', () => {
    expect(judge([item(null)])).toMatchObject({ status: 'unknown', reason: 'undated' });
  });

  test('takes dates from the items’ pages where its rows bear none', () => {
    const read = { reason: 'undated' } as const;
    expect(judge([item('2018-12-28', { listedOn: null })], { read })).toMatchObject({ status: 'fresh', reason: null });
  });
});

describe('what is expected of a column', () => {
  const old = [item('2015-05-04')];

  test('its own period goes before the rule for its category', () => {
    expect(judge([item('2018-12-01')], { of: { period: parsePeriod('P14D') } })).toMatchObject({
      status: 'overdue',
      rule: 'estate/period',
      period: 'P14D',
      dueOn: '2018-12-15',
      overdueDays: 16,
    });
  });

  test('nothing is expected of period none, of what events drive, or of an exempt column', () => {
    expect(judge(old, { of: { period: 'none' } })).toMatchObject({ status: 'fresh', dueOn: null, period: null });
    expect(judge(old, { of: { category: 'procurement' } })).toMatchObject({
      status: 'fresh',
      dueOn: null,
      rule: 'national-2019/procurement',
    });
    expect(judge(old, { of: { exempt: '已归档专题' } })).toMatchObject({ status: 'exempt', rule: null, lastPublished: '2015-05-04' });
  });

  test('an exempt column is exempt even where it is blank or could not be read', () => {
    expect(judge([], { of: { exempt: '已归档' } }).status).toBe('exempt');
    expect(judge(old, { of: { exempt: '已归档' }, read: { reason: 'unreachable', outcome: 'timeout' } }).status).toBe('exempt');
  });

  test('where the pack is silent, the taxonomy’s default holds', () => {
    expect(judge([item('2018-11-01')], { of: { category: 'prices' } })).toMatchObject({ status: 'overdue', rule: 'taxonomy/prices' });
  });

  test('a limit in working days is counted in working days, weekends left out', () => {
    const weekly = { ...rule, kind: 'column', id: 'prices', name: '价格', categories: ['prices'], limit: { workingDays: 5 } } as const;
    const judged = audit({
      on: ON,
      columns: [column('tzgg', { category: 'prices' })],
      sightings: [item('2018-12-20')],
      pack: pack([weekly]),
    });
    expect(judged.columns[0]).toMatchObject({ status: 'overdue', dueOn: '2018-12-27', overdueDays: 2, period: null, workingDays: 5 });
  });

  test('nobody is accused by working days of a year whose holidays are not known', () => {
    const weekly = { ...rule, kind: 'column', id: 'prices', name: '价格', categories: ['prices'], limit: { workingDays: 5 } } as const;
    const columns = [column('tzgg', { category: 'prices' })];
    const judged = audit({ on: ON, columns, sightings: [item('2018-12-20')], pack: pack([weekly]), calendar: [] });
    expect(judged.columns[0]).toMatchObject({ status: 'due', uncertain: true });
    // The last days of December are the next year's notice's, too.
    expect(judged.uncertainYears).toEqual([2018, 2019]);
  });
});

describe('a fault of ours or of the network is no verdict', () => {
  const old = [item('2015-05-04')];

  test.each(['unreachable', 'blocked', 'forbidden', 'unreadable'] as const)('a column that is %s is unknown, not overdue', (reason) => {
    expect(judge(old, { read: { reason, outcome: 'timeout', rows: 0 } })).toMatchObject({
      status: 'unknown',
      reason,
      dueOn: null,
      since: ON,
    });
    expect(judge([], { read: { reason, outcome: 'timeout', rows: 0 } })).toMatchObject({ status: 'unknown', reason });
  });

  test('a column that was never read is unknown, with its site’s reason', () => {
    const of = { on: ON, columns: [column('tzgg')], readings: [] };
    expect(audit(of).columns[0]).toMatchObject({ status: 'unknown', reason: 'unreadable' });
    expect(audit({ ...of, sites: [siteRecord({ on: ON, status: 'blocked' })] }).columns[0]).toMatchObject({ reason: 'blocked' });
  });

  test('a list that is not newest first and was not read to its end is not overdue but unreadable', () => {
    expect(judge(old, { read: { complete: false, newestFirst: false } })).toMatchObject({ status: 'unknown', reason: 'unreadable' });
    expect(judge(old, { read: { complete: false } }).status).toBe('overdue');
    expect(judge([item('2018-12-28')], { read: { complete: false, newestFirst: false } }).status).toBe('fresh');
  });

  test('a list of which pages are missing is not blank', () => {
    expect(judge([], { read: { unreadPages: ['http://portal.test/tzgg/index_1.html'] } }).status).toBe('unknown');
    expect(judge([], { read: { complete: false } }).status).toBe('unknown');
  });

  test('an undated item on top whose page we could not read may be the update', () => {
    const top = item(null, { position: 1, outcome: 'timeout' });
    const below = item('2015-05-04', { position: 2 });
    expect(judge([top, below])).toMatchObject({ status: 'unknown', reason: 'unreadable' });
    expect(judge([{ ...top, outcome: 'gone' }, below]).status).toBe('overdue');
    expect(judge([{ ...top, position: 3 }, below]).status).toBe('overdue');
    expect(judge([{ ...top, outcome: 'ok' }, below]).status).toBe('overdue');
  });

  test('the latest reading decides, also where an earlier one was good', () => {
    const readings = [reading({ on: '2018-12-30' }), reading({ on: '2018-12-31', reason: 'unreachable', outcome: 'timeout' })];
    expect(audit({ on: ON, columns: [column('tzgg')], sightings: old, readings }).columns[0]).toMatchObject({ status: 'unknown' });
    expect(audit({ on: '2018-12-30', columns: [column('tzgg')], sightings: old, readings }).columns[0]).toMatchObject({
      status: 'overdue',
    });
  });
});

describe('judging again under another day', () => {
  test('what a later run saw first and what is dated later is not there yet, and no finding', () => {
    const sightings = [item('2018-05-04', { seen: '2018-12-31' }), item('2018-11-01', { seen: '2018-12-31' })];
    const judged = audit({ on: '2018-06-30', columns: [column('tzgg')], sightings, readings: [reading({ on: ON, rows: 2 })] });
    expect(judged.columns[0]).toMatchObject({ lastPublished: '2018-05-04', status: 'fresh', items: 1 });
    expect(judged.findings.map((finding) => finding.rule)).not.toContain('future-date');
  });

  test('a run that saw a date beyond its own day saw a future date, which is no update', () => {
    const sightings = [item('2018-06-01'), item('2022-01-05')];
    const judged = audit({ on: ON, columns: [column('tzgg')], sightings });
    expect(judged.columns[0]).toMatchObject({ lastPublished: '2018-06-01', status: 'overdue', items: 1 });
    expect(judged.findings.find((finding) => finding.rule === 'future-date')?.url).toBe(sightings[1]!.url);
  });

  test('an item that left the list or was removed holds it fresh only for as long as it was there', () => {
    const gone = item('2018-12-01', { seen: '2018-12-01', goneSince: noon('2018-12-20') });
    const removed = item('2018-12-02', { seen: '2018-12-02', removedAt: noon('2018-12-20') });
    const old = item('2018-05-04', { seen: '2018-12-01' });
    expect(judge([gone, old], { on: '2018-12-10' }).lastPublished).toBe('2018-12-01');
    expect(judge([gone, old]).lastPublished).toBe('2018-05-04');
    expect(judge([removed, old]).lastPublished).toBe('2018-05-04');
  });

  test('what a reading found gone is gone although its run took an earlier time for now', () => {
    const late = { at: noon('2026-11-23'), asOf: noon('2018-12-31') };
    const gone = item('2018-12-01', { firstSeen: noon('2026-11-22'), goneSince: noon('2026-11-23') });
    const old = item('2018-05-04', { firstSeen: noon('2026-11-22') });
    expect(judge([gone, old], { read: late }).lastPublished).toBe('2018-05-04');
  });

  test('a list of which every item is of a later time is not blank but unreadable', () => {
    const sightings = [item('2018-11-01')];
    const judged = audit({ on: '2018-06-30', columns: [column('tzgg')], sightings, readings: [reading({ on: ON })] });
    expect(judged.columns[0]).toMatchObject({ status: 'unknown', reason: 'unreadable' });
  });
});

describe('whatever the list holds', () => {
  const days = fc.integer({ min: 0, max: 900 }).map((count) => addDays('2016-06-01', count));
  const lists = fc.uniqueArray(days, { minLength: 1, maxLength: 12 });
  const sighted = (list: readonly string[]) => list.map((day, place) => item(day, { position: place + 1 }));

  test('a newer item never makes a column more overdue', () => {
    fc.assert(
      fc.property(lists, days, (list, extra) => {
        const before = judge(sighted(list));
        const after = judge(sighted([...new Set([...list, extra])]));
        expect(after.overdueDays).toBeLessThanOrEqual(before.overdueDays);
      }),
      { numRuns: 200 },
    );
  });

  test('the order of rows and of observations changes nothing', () => {
    fc.assert(
      fc.property(lists, fc.infiniteStream(fc.nat(1000)), (list, noise) => {
        const shuffled = sighted(list)
          .map((sighting) => ({ sighting, place: noise.next().value as number }))
          .sort((a, b) => a.place - b.place)
          .map(({ sighting }, place) => ({ ...sighting, position: place + 1 }));
        expect(judge(shuffled)).toEqual(judge(sighted(list)));
      }),
      { numRuns: 200 },
    );
  });

  test('a later day of judgement never makes a column less overdue', () => {
    fc.assert(
      fc.property(lists, fc.nat(400), (list, later) => {
        const sightings = sighted(list);
        const today = '2018-12-31';
        const first = judge(sightings, { on: today });
        const second = judge(sightings, { on: addDays(today, later) });
        expect(second.overdueDays).toBeGreaterThanOrEqual(first.overdueDays);
      }),
      { numRuns: 200 },
    );
  });

  test('overdue says the same as last published plus period before today', () => {
    fc.assert(
      fc.property(lists, (list) => {
        const { status, dueOn, overdueDays } = judge(sighted(list));
        expect(status === 'overdue').toBe(dueOn !== null && dueOn < ON);
        expect(overdueDays > 0).toBe(status === 'overdue');
      }),
      { numRuns: 200 },
    );
  });
});

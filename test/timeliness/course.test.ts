import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnRow } from '../../src/audit/audit-result.ts';
import { weekChanges } from '../../src/console/week-changes.ts';
import { addDays, type Day, daysBetween } from '../../src/model/day.ts';
import type { Column } from '../../src/model/estate.ts';
import type { ReadingRecord } from '../../src/model/records.ts';
import type { SightedItem } from '../../src/store/store.ts';
import { type Course, keptOver, wasLate } from '../../src/timeliness/course.ts';
import { scoreOf } from '../../src/timeliness/score.ts';
import { trendOf } from '../../src/timeliness/trend.ts';
import { audit, column, item, noon, reading } from './estate.ts';

/** A column of news, due every 14 days, read at the end of the year. */
function courseOf(
  sightings: readonly SightedItem[],
  read: Partial<ReadingRecord> & { on?: string } = {},
  of: Partial<Column> = {},
): Course | null {
  const columns = [column('tzgg', { category: 'work-updates', ...of })];
  const readings = [reading({ on: '2018-12-31', rows: sightings.length, ...read })];
  return audit({ on: '2018-12-31', columns, sightings, readings }).courses.get('tzgg') ?? null;
}

describe('the course of a column', () => {
  it('was overdue from the day after the limit until the day before the next update', () => {
    expect(courseOf([item('2018-10-01'), item('2018-11-01'), item('2018-12-24')])).toEqual({
      from: '2018-10-01',
      to: '2018-12-31',
      lapses: [
        { from: '2018-10-16', to: '2018-10-31' },
        { from: '2018-11-16', to: '2018-12-23' },
      ],
    });
  });

  it('ends where its last sure reading ends: of later days nothing is known', () => {
    const seen = [item('2018-10-01', { seen: '2018-11-05' })];
    expect(courseOf(seen, { on: '2018-11-05' })).toMatchObject({ to: '2018-11-05', lapses: [{ from: '2018-10-16', to: '2018-11-05' }] });
    expect(courseOf(seen, { certainty: 'unsure' })).toBeNull();
    expect(courseOf(seen, { reason: 'unreachable', outcome: 'timeout' })).toBeNull();
  });

  it('counts what the site took from its list since, for it was published', () => {
    const gone = item('2018-10-20', { seen: '2018-10-25', goneSince: noon('2018-12-01') });
    expect(courseOf([item('2018-10-08'), gone, item('2018-11-01')])?.lapses).toEqual([{ from: '2018-11-16', to: '2018-12-31' }]);
  });

  it('tells of no silence that a row may have filled whose page could not be read, but of the last one', () => {
    const unread = item(null, { outcome: 'timeout', position: 3 });
    expect(courseOf([item('2018-12-01', { position: 1 }), item('2018-06-01', { position: 2 }), unread])).toEqual({
      from: '2018-12-01',
      to: '2018-12-31',
      lapses: [{ from: '2018-12-16', to: '2018-12-31' }],
    });
  });

  it('says nothing where nothing is expected, or a newer row may be hidden', () => {
    expect(courseOf([item('2018-10-01', { position: 2 }), item(null, { outcome: 'timeout', position: 1 })])).toBeNull();
    expect(courseOf([item('2018-10-01')], {}, { exempt: '已归档专题' })).toBeNull();
    expect(courseOf([item('2018-10-01')], { complete: false, newestFirst: false })).toBeNull();
  });

  it('of a blank column is late as long as it is known to be blank', () => {
    expect(courseOf([])).toEqual({
      from: '2018-12-31',
      to: '2018-12-31',
      blank: '2018-12-31',
      lapses: [{ from: '2018-12-31', to: '2018-12-31' }],
    });
  });

  it('of a column that turned blank knows how it stood before, by what its list held then', () => {
    const held = ['2018-10-01', '2018-12-20'].map((day) => item(day, { seen: day, goneSince: noon('2018-12-28') }));
    const read = audit({
      on: '2018-12-31',
      columns: [column('tzgg', { category: 'work-updates' })],
      sightings: held,
      // Of a column's readings a store tells the last one alone.
      readings: [reading({ on: '2018-12-31', rows: 0 })],
    });
    const course = read.courses.get('tzgg')!;
    expect(course).toEqual({
      from: '2018-10-01',
      to: '2018-12-31',
      blank: '2018-12-28',
      lapses: [
        { from: '2018-10-16', to: '2018-12-19' },
        { from: '2018-12-28', to: '2018-12-31' },
      ],
    });
    const changes = weekChanges({ today: '2018-12-31', courses: new Map([['site/tzgg', course]]) });
    expect(changes({ site: 'site', id: 'tzgg', status: 'blank' } as ColumnRow)).toBe('silent');
  });

  it('any two periods that meet have the days of both, and a day is late where it lies in a lapse', () => {
    const start = '2018-01-01';
    const course: Course = {
      from: '2018-02-01',
      to: '2018-11-30',
      lapses: [
        { from: '2018-03-05', to: '2018-04-02' },
        { from: '2018-08-01', to: '2018-08-01' },
      ],
    };
    fc.assert(
      fc.property(fc.nat(200), fc.nat(150), fc.nat(150), (offset, one, other) => {
        const [a, b, c] = [addDays(start, offset), addDays(start, offset + one), addDays(start, offset + one + 1 + other)] as [
          Day,
          Day,
          Day,
        ];
        const [first, second, both] = [
          { from: a, to: b },
          { from: addDays(b, 1), to: c },
          { from: a, to: c },
        ].map((span) => keptOver([course], span));
        expect(first!.owed + second!.owed).toBe(both!.owed);
        expect(first!.inTime + second!.inTime).toBe(both!.inTime);
        let late = 0;
        for (let day = a; day <= c; day = addDays(day, 1)) late += wasLate(course, day) ? 1 : 0;
        expect(both!.owed - both!.inTime).toBe(late);
        expect(both!.owed).toBeLessThanOrEqual(daysBetween(a, c) + 1);
      }),
    );
  });
});

describe('a score', () => {
  it('is days in time ÷ days owed, and says how sure it is: two of three columns say less than eight of twelve', () => {
    const few = scoreOf({ owed: 90, inTime: 60, columns: 3 })!;
    const many = scoreOf({ owed: 360, inTime: 240, columns: 12 })!;
    expect([few.score, many.score]).toEqual([67, 67]);
    expect(few.low).toBeLessThan(many.low);
    expect(few.high).toBeGreaterThan(many.high);
    expect(scoreOf({ owed: 0, inTime: 0, columns: 0 })).toBeNull();
  });

  it('stays between its bounds and those between 0 and 100', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.nat(400), fc.integer({ min: 1, max: 400 }), (columns, part, owed) => {
        const { score, low, high } = scoreOf({ owed, inTime: Math.min(part, owed), columns })!;
        expect(0 <= low && low <= score && score <= high && high <= 100).toBe(true);
      }),
    );
  });
});

it('a trend tells week by week what was published, who was late at the week’s end, and what was read then', () => {
  const columns = [
    { site: 's', id: 'a', course: { from: '2018-01-01', to: '2018-01-17', lapses: [{ from: '2018-01-10', to: '2018-01-16' }] } },
    { site: 't', id: 'b', course: { from: '2018-01-08', to: '2018-01-17', lapses: [] } },
    { site: 't', id: 'c', course: null },
  ];
  const blank = {
    site: 'u',
    id: 'd',
    course: { from: '2018-01-17', to: '2018-01-17', blank: '2018-01-17', lapses: [{ from: '2018-01-17', to: '2018-01-17' }] },
  } as const;
  const last = trendOf({ from: '2018-01-15', to: '2018-01-17' }, [...columns, blank], new Map(), []);
  expect(last).toMatchObject([{ judged: 3, overdue: 0, inTime: 2, passRate: 66.67 }]);
  const items = new Map([
    ['2018-01-07', 2],
    ['2018-01-08', 1],
  ]);
  const readings = [
    { week: '2018-01-08', site: 's', column: 'a', read: true, rows: 0 },
    { week: '2018-01-08', site: 't', column: 'c', read: false, rows: 0 },
    { week: '2018-01-08', site: 'elsewhere', column: 'a', read: false, rows: 0 },
  ];
  expect(trendOf({ from: '2018-01-01', to: '2018-01-17' }, columns, items, readings)).toMatchObject([
    { from: '2018-01-01', to: '2018-01-07', items: 2, judged: 1, overdue: 0, passRate: 100, blank: null, unknown: null },
    { from: '2018-01-08', to: '2018-01-14', items: 1, judged: 2, overdue: 1, passRate: 50, blank: 1, unknown: 1, score: { score: 64 } },
    { from: '2018-01-15', to: '2018-01-17', items: 0, judged: 2, overdue: 0, passRate: 100, score: { score: 67, columns: 2 } },
  ]);
});

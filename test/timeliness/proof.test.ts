import { describe, expect, test } from 'vitest';
import type { Certainty, Doubt } from '../../src/model/certainty.ts';
import type { ReadingRecord } from '../../src/model/records.ts';
import type { Rule } from '../../src/model/rules.ts';
import { audit, column, item, noon, pack, reading, rule, siteRecord } from './estate.ts';

const ON = '2018-12-31';
const old = [item('2018-01-05', { seen: '2018-01-05' })];

function judge(
  sightings: typeof old,
  { on = ON, read = {}, more = [] }: { on?: string; read?: Partial<ReadingRecord>; more?: ReadingRecord[] } = {},
) {
  const readings = [...more, reading({ on: ON, rows: sightings.length, ...read })];
  return audit({ on, columns: [column('tzgg')], sightings, readings }).columns[0]!;
}

describe('only a sure reading speaks against a unit', () => {
  const doubtful: [Certainty, Doubt][] = [
    ['likely', 'said-unchanged'],
    ['unsure', 'script-may-fill'],
  ];

  test.each(doubtful)('a column read %s is neither overdue nor blank', (certainty, doubt) => {
    const read = { certainty, doubts: [doubt] };
    for (const sightings of [old, []]) {
      expect(judge(sightings, { read })).toMatchObject({ status: 'unknown', reason: 'unsure', certainty, doubts: [doubt] });
    }
    expect(judge(old)).toMatchObject({ status: 'overdue', certainty: 'sure', doubts: [] });
    expect(judge([])).toMatchObject({ status: 'blank' });
  });

  test('a likely reading is enough to be fresh, an unsure one is not', () => {
    const fresh = [item('2018-12-20')];
    expect(judge(fresh, { read: { certainty: 'likely' } }).status).toBe('fresh');
    expect(judge(fresh, { read: { certainty: 'unsure' } })).toMatchObject({ status: 'unknown', reason: 'unsure' });
  });

  test('a row tells when its list was last read for sure', () => {
    const more = [reading({ on: '2018-12-30' })];
    expect(judge(old, { more, read: { certainty: 'likely' } }).readAt).toBe('2018-12-30T12:00:00+08:00');
    expect(judge(old, { more }).readAt).toBe('2018-12-31T12:00:00+08:00');
  });
});

describe('a verdict reaches no day beyond its reading', () => {
  test.each(['2019-01-01', '2019-06-30'])('on %s nothing is known of a column that was last read the year before', (on) => {
    for (const sightings of [old, [], [item('2018-12-30')]]) {
      expect(judge(sightings, { on })).toMatchObject({ status: 'unknown', reason: 'not-read-since', since: '2019-01-01' });
    }
  });

  test('a run that is told a later day than the clock’s reads no future', () => {
    expect(judge(old, { on: '2019-06-30', read: { asOf: noon('2019-06-30') } })).toMatchObject({
      status: 'unknown',
      reason: 'not-read-since',
    });
  });

  test('the day of the reading is judged as ever, whenever the pages were fetched, and of a day before it is only told what the list tells', () => {
    expect(judge(old, { read: { at: noon('2026-11-30') } })).toMatchObject({ status: 'overdue' });
    expect(judge(old, { on: '2018-12-01', read: { at: noon('2026-11-30'), asOf: noon('2018-12-31') } })).toMatchObject({
      status: 'unknown',
      overdueByLater: { overdueDays: expect.any(Number) },
    });
  });

  const silence = {
    ...rule,
    kind: 'check',
    check: 'home-page',
    id: 'home',
    name: '首页',
    limit: { period: { years: 0, months: 0, days: 14 } },
  } as Rule;
  test('a home page that was read on an earlier day is not held against its site', () => {
    const found = (homeReadAt: Date) => {
      const sites = [siteRecord({ on: ON, homeUpdatedOn: '2018-11-01', homeReadAt })];
      const judged = audit({
        on: ON,
        columns: [column('tzgg')],
        sightings: old,
        readings: [reading({ on: ON })],
        sites,
        pack: pack([silence]),
      });
      return judged.findings.filter((finding) => finding.rule === 'home-page').length;
    };
    expect([found(noon('2018-12-25')), found(noon(ON))]).toEqual([0, 1]);
  });
});

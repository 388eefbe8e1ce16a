import { describe, expect, test } from 'vitest';
import { checkOf } from '../../src/checks/checks.ts';
import { parsePeriod } from '../../src/model/day.ts';
import type { ReadingRecord } from '../../src/model/records.ts';
import { audit, column, item, noon, pack, reading, ruleFor, siteRecord } from '../timeliness/estate.ts';

/** A site whose three columns are all bad by every rule that counts columns, so that one doubt is all that can keep it from being accused. */
const ON = '2018-12-31';
const RULES = pack([
  ruleFor('silent-columns', {
    atLeast: 1,
    groups: [{ categories: ['work-updates', 'notices'], limit: { period: parsePeriod('P14D')! }, topLevelOnly: false }],
  }),
  ruleFor('overdue-columns', { atLeast: 1 }),
  ruleFor('blank-columns', { atLeast: 1 }),
  ruleFor('home-page', { limit: { period: parsePeriod('P14D')! } }),
]);
const columns = [column('dt', { category: 'work-updates' }), column('tzgg'), column('kong', { category: 'notices' })];
const sightings = [item('2018-03-01', { column: 'dt' }), item('2018-02-01')];

const ACCUSING = ['column-overdue', 'column-blank', 'silent-columns', 'overdue-columns', 'blank-columns', 'home-page'];

function accused(of: Partial<ReadingRecord>, more: Partial<Parameters<typeof audit>[0]> = {}) {
  const readings = columns.map(({ id }) => reading({ on: ON, column: id, rows: id === 'kong' ? 0 : 1, ...of }));
  const { findings } = audit({ on: ON, columns, sightings, readings, pack: RULES, ...more });
  return findings.filter(({ rule }) => ACCUSING.includes(rule)).map(({ rule, column }) => (column ? `${rule} ${column}` : rule));
}

describe('a site of old and blank columns', () => {
  test('is accused by every rule when all of it was read, and read well', () => {
    expect(accused({}).sort()).toEqual([
      'blank-columns',
      'column-blank kong',
      'column-overdue dt',
      'column-overdue tzgg',
      'home-page',
      'overdue-columns',
      'silent-columns',
    ]);
  });

  test.each([
    ['timed out', { reason: 'unreachable', outcome: 'timeout' }],
    ['turned us away', { reason: 'blocked', outcome: 'blocked' }],
    ['gave a page that no reader knows', { reason: 'unreadable', outcome: 'unreadable' }],
    ['was read by guesswork', { certainty: 'unsure' }],
    ['was read likely well', { certainty: 'likely' }],
  ] as const)('is not accused of anything where each list %s', (_how, of) => {
    expect(accused(of as Partial<ReadingRecord>)).toEqual([]);
  });

  test('is not accused by a reading of an earlier day: nobody knows what came since', () => {
    expect(accused({ at: noon('2018-12-20'), asOf: noon('2018-12-20') })).toEqual([]);
  });

  test('is not called blank where a page of its list is missing, or more rows stood there than were understood', () => {
    expect(accused({ unreadPages: ['http://portal.test/kong/2'] }).filter((one) => one.includes('blank'))).toEqual([]);
    expect(accused({ rows: 7 }).filter((one) => one.includes('blank'))).toEqual([]);
    expect(accused({ complete: false }).filter((one) => one.includes('blank'))).toEqual([]);
  });

  test('is not called silent where newer rows may stand on a page that was not read', () => {
    expect(accused({ complete: false, newestFirst: false })).toEqual([]);
  });

  test('is not called silent for rows whose own pages, perhaps newer, could not be opened', () => {
    const newer = ['dt', 'tzgg'].map((id) => item(null, { column: id, item: `${id}/new`, position: 0, outcome: 'timeout' }));
    expect(accused({}, { sightings: [...sightings, ...newer] }).sort()).toEqual(['blank-columns', 'column-blank kong']);
  });

  test('is not called silent for a home page that nobody looked at today', () => {
    const sites = [siteRecord({ on: ON, homeReadAt: noon('2018-12-30') })];
    expect(accused({}, { sites })).not.toContain('home-page');
    expect(accused({}, { sites: [siteRecord({ on: ON, homeReadAt: null })] })).not.toContain('home-page');
  });

  test('is not called silent for a home page that shows a day to come: we misread one of its days', () => {
    const sites = [siteRecord({ on: ON, homeUpdatedOn: '2019-03-01' })];
    expect(accused({}, { sites })).not.toContain('home-page');
  });

  test.each(['unreachable', 'blocked', 'forbidden'] as const)('whose lists nobody got at is %s, and nothing else', (status) => {
    const reason = status === 'unreachable' ? 'unreachable' : status;
    const { findings } = audit({
      on: ON,
      columns,
      sightings,
      readings: columns.map(({ id }) => reading({ on: ON, column: id, reason, outcome: 'timeout', rows: 0, complete: false })),
      sites: [siteRecord({ on: ON, status })],
      pack: RULES,
    });
    const [only, ...more] = findings;
    expect(more).toEqual([]);
    expect(checkOf(only!.rule)!.audience).toBe('operators');
    expect(only!.message).toContain('不作为未更新处理');
  });
});

describe('the last day of a limit', () => {
  const judge = (on: string) =>
    audit({ on, columns: [column('dt', { category: 'work-updates' })], sightings: [item('2018-06-01', { column: 'dt' })] }).findings;

  test('is in time; the day after is not', () => {
    expect(judge('2018-06-15')).toEqual([]);
    expect(judge('2018-06-16')).toMatchObject([{ rule: 'column-overdue', since: '2018-06-16' }]);
  });

  test('counts as many columns as a rule names as enough, and one fewer as not', () => {
    const many = (count: number) => Array.from({ length: count }, (_, place) => column(`c${place}`));
    const of = (count: number) =>
      audit({ on: ON, columns: many(count), pack: pack([ruleFor('blank-columns', { atLeast: 5 })]) }).findings.filter(
        ({ rule }) => rule === 'blank-columns',
      );
    expect(of(4)).toEqual([]);
    expect(of(5)).toHaveLength(1);
    expect(of(6)[0]?.message).toBe('“门户网站”的空白栏目有 6 个，达到 5 个即单项否决。');
  });
});

describe('a day to come', () => {
  test('is told of the item and counts as no update, while today is no day to come', () => {
    const sightings = [item('2018-12-31', { item: 'a' }), item('2019-01-01', { item: 'b' })];
    const { findings, columns: rows } = audit({ on: ON, columns: [column('tzgg')], sightings });
    expect(findings.map(({ rule, url }) => [rule, url])).toEqual([['future-date', 'http://b']]);
    expect(rows[0]).toMatchObject({ status: 'fresh', lastPublished: '2018-12-31' });
  });
});

describe('items without a day', () => {
  test('whose pages could not be opened are not held against the column', () => {
    const unread = [item(null, { item: 'a', outcome: 'timeout' }), item(null, { item: 'b', outcome: 'server-error' })];
    const { findings, columns: rows } = audit({ on: ON, columns: [column('tzgg')], sightings: unread });
    expect(rows[0]).toMatchObject({ status: 'unknown', reason: 'unreadable' });
    expect(findings.filter(({ rule }) => rule === 'column-overdue')).toEqual([]);
  });
});

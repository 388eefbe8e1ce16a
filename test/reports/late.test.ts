import { describe, expect, it } from 'vitest';
import type { Alert } from '../../src/model/alerts.ts';
import type { Estate } from '../../src/model/estate.ts';
import { daysLate, lateOf, standingOf, termInWords } from '../../src/reports/late.ts';
import { makeAlert, noon } from '../alerts/make.ts';

const estate = { timezone: 'Asia/Shanghai' } as Estate;
/** Holidays of 2024 are known, those of 2027 are not. */
const calendar = { uncertainYears: (from: string) => (from >= '2027' ? [2027] : []) };

/** Told on 1 March, due on the 15th, seen on the 18th: late on the 20th. */
const late = (given: Partial<Omit<Alert, 'message'>> = {}) =>
  makeAlert({ state: 'sent', sentAt: noon(1), reachedAt: noon(1), dueOn: '2024-03-15', lastSeen: noon(18), ...given });

const lateOn = (alert: Alert, asOf = '2024-03-20', missed: Record<string, string> = {}) =>
  lateOf({ estate, opened: [alert], missed: new Map(Object.entries(missed)), asOf, unit: null, calendar });

describe('a paper says of a problem that it was not mended in time', () => {
  it('where its last day is over and an audit saw it after that day', () => {
    expect(lateOn(late())).toMatchObject([{ dueOn: '2024-03-15' }]);
    expect(lateOn(late({ state: 'acknowledged' }))).toHaveLength(1);
    expect(daysLate(late() as Alert & { dueOn: string }, { asOf: '2024-03-20', calendar })).toBe(5);
  });

  it('and not on the last day itself, nor where no audit has looked since', () => {
    expect(lateOn(late(), '2024-03-15')).toEqual([]);
    expect(lateOn(late({ lastSeen: noon(15) }))).toEqual([]);
    // Half past midnight on the 16th in Shanghai is still the 15th in Greenwich.
    expect(lateOn(late({ lastSeen: new Date('2024-03-15T16:30:00Z') }))).toHaveLength(1);
  });

  it.each([
    ['not confirmed yet', { state: 'confirmed' }],
    ['objected to', { state: 'objected' }],
    ['mended', { state: 'rectified', rectifiedAt: noon(19) }],
    ['dismissed', { state: 'dismissed' }],
    ['on a site that cannot be read', { held: true }],
    ['without a last day', { dueOn: null }],
    ['of a kind that may be the network’s fault', { kind: 'access' }],
    ['for those who run the tool', { audience: 'operators' }],
  ] as const)('never of one that is %s', (_, given) => {
    expect(lateOn(late(given))).toEqual([]);
  });

  it('nor while the holidays of that year may still move the day; then lateness is counted from the latest day', () => {
    const alert = late({ dueOn: '2027-02-03', lastSeen: new Date('2027-02-20T04:00:00Z') });
    expect(lateOn(alert, '2027-02-12')).toEqual([]);
    expect(lateOn(alert, '2027-02-13')).toHaveLength(1);
    expect(lateOn({ ...alert, lastSeen: new Date('2027-02-12T04:00:00Z') }, '2027-02-20')).toEqual([]);
    const day = { dueOn: '2027-02-03' };
    expect(daysLate(day, { asOf: '2027-02-13', calendar })).toBe(1);
    expect(termInWords(day, calendar)).toBe('2027年2月3日（当年放假安排尚未公布，逾期从2027年2月12日起算）');
    expect(termInWords({ dueOn: '2024-03-15' }, calendar)).toBe('2024年3月15日');
  });

  it('also of what went up the ladder, whose rung has no day of its own or one that is ahead: by the day for which it went up', () => {
    const listed = late({ id: 'top', level: 3, dueOn: null });
    expect(lateOn(listed)).toEqual([]);
    expect(lateOn(listed, '2024-03-20', { top: '2024-03-08' })).toMatchObject([{ dueOn: '2024-03-08' }]);
    expect(lateOn(late({ id: 'top', level: 1, dueOn: '2024-04-01' }), '2024-03-20', { top: '2024-03-08' })).toMatchObject([
      { dueOn: '2024-03-08' },
    ]);
    expect(lateOn({ ...listed, state: 'objected' }, '2024-03-20', { top: '2024-03-08' })).toEqual([]);
  });
});

it('a problem is mended, in hand, objected to or unread; what nobody was told of is none of these', () => {
  expect(standingOf(late())).toBe('in-hand');
  expect(standingOf(late({ held: true }))).toBe('unread');
  expect(standingOf(late({ state: 'objected', held: true }))).toBe('objected');
  expect(standingOf(late({ state: 'closed', rectifiedAt: noon(9) }))).toBe('mended');
  for (const state of ['open', 'confirmed', 'dismissed', 'closed'] as const) expect(standingOf(late({ state }))).toBeNull();
});

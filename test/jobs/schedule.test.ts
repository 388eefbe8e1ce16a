import { describe, expect, it } from 'vitest';
import type { Timetable } from '../../jobs/schedule/due.ts';
import { lastDue, lastReport, nextDues } from '../../jobs/schedule/due.ts';
import { wantedRun } from '../../jobs/schedule/missed.ts';
import { isOpen, nextClosing, nextOpening } from '../../jobs/schedule/window.ts';
import { describeDue } from '../../src/cli/describe-due.ts';
import type { DayWindow, Site } from '../../src/model/estate.ts';
import { site as aSite } from '../timeliness/estate.ts';

const ZONE = 'Asia/Shanghai';
const at = (local: string) => new Date(`${local}:00+08:00`);
const long = new Date('2000-01-01T00:00:00Z');

type Schedule = Timetable['schedule'];

function timetable(audit: Partial<NonNullable<Schedule['audit']>> = {}, report: Schedule['report'] = null): Timetable {
  return {
    schedule: { audit: { at: '19:00', on: 'every-day', until: '07:30', ...audit }, report, papers: [] },
    zone: ZONE,
    // 2018: the National Day block, with the make-up days before it.
    calendar: [
      {
        year: 2018,
        source: 'made up for this test',
        holidays: ['2018-10-01', '2018-10-02', '2018-10-03', '2018-10-04', '2018-10-05', '2018-10-06', '2018-10-07'],
        workdays: ['2018-09-29', '2018-09-30'],
      },
    ],
  };
}

describe('due times', () => {
  it('lie in the time zone of the estate, and the end may be on the next day', () => {
    expect(lastDue(timetable(), at('2018-06-04T19:00'))).toEqual({
      schedule: 'nightly-audit',
      dueAt: at('2018-06-04T19:00'),
      deadline: at('2018-06-05T07:30'),
    });
    expect(lastDue(timetable(), at('2018-06-04T18:59'))?.dueAt).toEqual(at('2018-06-03T19:00'));
    expect(lastDue(timetable({ at: '01:00', until: '06:00' }), at('2018-06-04T12:00'))?.deadline).toEqual(at('2018-06-04T06:00'));
  });

  it('leave days off out and take make-up days in, where audits are for working days', () => {
    const dues = nextDues(timetable({ on: 'working-days' }), at('2018-09-28T20:00'), 3).map(({ dueAt }) => dueAt);
    expect(dues).toEqual([at('2018-09-29T19:00'), at('2018-09-30T19:00'), at('2018-10-08T19:00')]);
  });

  it('come every 24 hours by the wall clock where summer time begins and ends', () => {
    const berlin = { ...timetable({ at: '02:30', until: '06:00' }), zone: 'Europe/Berlin' };
    const dues = nextDues(berlin, new Date('2018-03-23T12:00:00Z'), 4).map(({ dueAt }) => dueAt.toISOString());
    expect(dues).toEqual(['2018-03-24T01:30:00.000Z', '2018-03-25T01:30:00.000Z', '2018-03-26T00:30:00.000Z', '2018-03-27T00:30:00.000Z']);
  });

  it('are none where nothing is scheduled', () => {
    expect(lastDue({ ...timetable(), schedule: { audit: null, report: null, papers: [] } }, at('2018-06-04T19:00'))).toBeNull();
    expect(nextDues({ ...timetable(), schedule: { audit: null, report: null, papers: [] } }, at('2018-06-04T19:00'), 5)).toEqual([]);
  });

  it('of the weekly report are its weekday, or the first working day after it, and tell of the seven days before that weekday', () => {
    const weekly = timetable({}, { on: 'monday', at: '08:30' });
    const told = (now: string) => {
      const { dueAt, week } = lastReport(weekly, at(now))!;
      return [dueAt, week.from, week.to];
    };
    expect(told('2018-09-24T08:30')).toEqual([at('2018-09-24T08:30'), '2018-09-17', '2018-09-23']);
    expect(told('2018-09-24T08:29')).toEqual([at('2018-09-17T08:30'), '2018-09-10', '2018-09-16']);
    // National Day leaves no working day in its week: the next report is a week later.
    expect(told('2018-10-07T20:00')).toEqual([at('2018-09-24T08:30'), '2018-09-17', '2018-09-23']);
    expect(told('2018-10-08T20:00')).toEqual([at('2018-10-08T08:30'), '2018-10-01', '2018-10-07']);
    const midweek = timetable({}, { on: 'friday', at: '08:30' });
    // The make-up Saturday is a working day, but Friday was one, too.
    expect(lastReport(midweek, at('2018-09-30T20:00'))?.dueAt).toEqual(at('2018-09-28T08:30'));
    // Friday is off, and so are the days up to Sunday: Monday it is, for the week before Friday.
    expect(lastReport(midweek, at('2018-10-09T20:00'))).toMatchObject({
      dueAt: at('2018-10-08T08:30'),
      week: { from: '2018-09-28', to: '2018-10-04' },
    });
  });

  it('of audits and reports are listed together, in order', () => {
    const dues = nextDues(timetable({}, { on: 'tuesday', at: '08:30' }), at('2018-06-04T10:00'), 3);
    expect(dues.map(({ schedule, dueAt }) => [schedule, dueAt])).toEqual([
      ['nightly-audit', at('2018-06-04T19:00')],
      ['weekly-report', at('2018-06-05T08:30')],
      ['nightly-audit', at('2018-06-05T19:00')],
    ]);
    expect(describeDue(dues[1]!, ZONE, at('2018-06-04T10:00'))).toEqual({
      zh: '明天 2018-06-05（周二）08:30 工作周报',
      en: 'tomorrow, Tue 08:30: weekly report',
    });
  });

  it('are told in words', () => {
    const [today, tomorrow] = nextDues(timetable(), at('2018-06-04T10:00'), 2);
    expect(describeDue(today!, ZONE, at('2018-06-04T10:00'))).toEqual({
      zh: '今天 2018-06-04（周一）19:00 每晚监测，到次日 07:30 为止',
      en: 'today, Mon 19:00: nightly audit, until 07:30 the next day',
    });
    expect(describeDue(tomorrow!, ZONE, at('2018-06-04T10:00')).zh).toContain('明天 2018-06-05（周二）19:00');
  });
});

describe('the run that should be under way', () => {
  const sites = (window?: DayWindow): Site[] => [{ ...aSite([]), crawl: { ...aSite([]).crawl, window } }];

  it('is the one just due, until its own end', () => {
    expect(wantedRun(timetable(), sites(), at('2018-06-04T19:00'), long)).toMatchObject({ deadline: at('2018-06-05T07:30') });
    expect(wantedRun(timetable(), sites(), at('2018-06-05T06:00'), long)).toMatchObject({ deadline: at('2018-06-05T07:30') });
  });

  it('is made up when the computer is switched on in the morning, and ends before the next is due', () => {
    const wanted = wantedRun(timetable(), sites(), at('2018-06-05T08:30'), long);
    expect(wanted).toEqual({ schedule: 'nightly-audit', dueAt: at('2018-06-04T19:00'), deadline: at('2018-06-05T19:00') });
  });

  it('is the latest of several missed ones', () => {
    expect(wantedRun(timetable(), sites(), at('2018-06-20T08:30'), long)?.dueAt).toEqual(at('2018-06-19T19:00'));
  });

  it('is none where no site may be asked before the next is due', () => {
    expect(wantedRun(timetable(), sites({ from: '19:30', to: '06:00' }), at('2018-06-05T08:30'), long)).toBeNull();
    expect(wantedRun(timetable(), sites({ from: '18:00', to: '08:00' }), at('2018-06-05T08:30'), long)).not.toBeNull();
  });

  it('is none that was due before the store was made', () => {
    expect(wantedRun(timetable(), sites(), at('2018-06-05T08:30'), at('2018-06-05T08:00'))).toBeNull();
    expect(wantedRun(timetable(), sites(), at('2018-06-05T19:00'), at('2018-06-05T08:00'))).not.toBeNull();
  });
});

describe('a window', () => {
  const night = { from: '18:00', to: '08:00' };

  it('runs over midnight', () => {
    const open = ['2018-06-04T18:00', '2018-06-04T23:59', '2018-06-05T07:59'].map((local) => isOpen(night, ZONE, at(local)));
    const shut = ['2018-06-04T08:00', '2018-06-04T17:59'].map((local) => isOpen(night, ZONE, at(local)));
    expect([open, shut]).toEqual([
      [true, true, true],
      [false, false],
    ]);
  });

  it('opens and closes next', () => {
    expect(nextOpening(night, ZONE, at('2018-06-04T12:00'))).toEqual(at('2018-06-04T18:00'));
    expect(nextOpening(night, ZONE, at('2018-06-04T20:00'))).toEqual(at('2018-06-04T20:00'));
    expect(nextOpening({ from: '02:00', to: '03:00' }, ZONE, at('2018-06-04T12:00'))).toEqual(at('2018-06-05T02:00'));
    expect(nextClosing(night, ZONE, at('2018-06-04T20:00'))).toEqual(at('2018-06-05T08:00'));
  });

  it('that nobody wrote is always open', () => {
    expect([isOpen(undefined, ZONE, long), nextOpening(undefined, ZONE, long), nextClosing(undefined, ZONE, long)]).toEqual([
      true,
      long,
      null,
    ]);
  });
});

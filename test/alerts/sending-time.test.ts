import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sendingTime } from '../../src/alerts/sending-time.ts';
import { dayIn, formatInstant } from '../../src/model/day.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

const ZONE = 'Asia/Shanghai';
// 2024-03-13 is a Wednesday; the 14th is off, the Saturday after is worked.
const calendar = createWorkingDays([{ year: 2024, source: 'test', holidays: ['2024-03-14'], workdays: ['2024-03-16'] }]);
const settings = { digestAt: '09:00', quietHours: { from: '20:00', to: '08:00', workingDaysOnly: true } };
const at = (text: string) => new Date(`${text}+08:00`);
const sent = (text: string, urgent: boolean, with_ = settings) =>
  formatInstant(ZONE, sendingTime(at(text), urgent, with_, ZONE, calendar)).slice(0, 16);

describe('when a notice leaves', () => {
  it.each([
    ['an urgent one leaves at once', '2024-03-13T15:00:00', true, '2024-03-13T15:00'],
    ['at night an urgent one waits for the morning', '2024-03-12T23:00:00', true, '2024-03-13T08:00'],
    ['before dawn, too', '2024-03-13T03:00:00', true, '2024-03-13T08:00'],
    ['on a day off it waits for the next working day', '2024-03-14T10:00:00', true, '2024-03-15T08:00'],
    ['a Saturday that is worked is one', '2024-03-15T21:00:00', true, '2024-03-16T08:00'],
    ['what is not urgent goes with the next digest', '2024-03-12T08:30:00', false, '2024-03-12T09:00'],
    ['after the digest with the next one', '2024-03-12T09:01:00', false, '2024-03-13T09:00'],
    ['which is on a working day', '2024-03-13T12:00:00', false, '2024-03-15T09:00'],
    ['and not on Sunday', '2024-03-16T12:00:00', false, '2024-03-18T09:00'],
  ] as const)('%s', (_title, now, urgent, expected) => {
    expect(sent(now, urgent)).toBe(expected);
  });

  it('a digest time within the quiet hours is their end', () => {
    expect(sent('2024-03-12T12:00:00', false, { ...settings, digestAt: '22:00' })).toBe('2024-03-13T08:00');
  });

  it('never before now, never in quiet hours, never on a day off', () => {
    const time = fc
      .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
      .map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
    fc.assert(
      fc.property(
        fc.date({ min: at('2024-01-01T00:00:00'), max: at('2024-12-01T00:00:00'), noInvalidDate: true }),
        fc.boolean(),
        fc.record({ digestAt: time, from: time, to: time }),
        (now, urgent, { digestAt, from, to }) => {
          const leaves = sendingTime(now, urgent, { digestAt, quietHours: { from, to, workingDaysOnly: true } }, ZONE, calendar);
          const clock = formatInstant(ZONE, leaves).slice(11, 16);
          const quiet = from <= to ? clock >= from && clock < to : clock >= from || clock < to;
          expect(leaves >= now).toBe(true);
          expect(quiet).toBe(false);
          expect(calendar.isWorkingDay(dayIn(ZONE, leaves))).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});

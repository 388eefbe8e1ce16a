import { expect, test } from 'vitest';
import { responseTimes } from '../../src/alerts/response-times.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

const ZONE = 'Asia/Shanghai';
/** Tomb-Sweeping Day of 2024: off from Thursday, 4 April, to Saturday; Sunday, 7 April, is worked. */
const source = 'test';
const calendar = createWorkingDays([
  { year: 2024, holidays: ['2024-04-04', '2024-04-05', '2024-04-06'], workdays: ['2024-04-07'], source },
]);
const noon = (day: string) => new Date(`${day}T12:00:00+08:00`);
const alert = (unit: string, sent: string, answered: string | null, rectified: string | null) => ({
  unit,
  sentAt: noon(sent),
  answeredAt: answered === null ? null : noon(answered),
  rectifiedAt: rectified === null ? null : noon(rectified),
});

test('working days count from the day after sending, without holidays and with make-up days', () => {
  const times = responseTimes([alert('water', '2024-04-03', '2024-04-03', '2024-04-08')], calendar, ZONE);
  expect(times.get('water')).toMatchObject({ answered: { median: 0 }, rectified: { median: 2 } });
});

test('what a unit has not answered or mended yet makes it neither slow nor fast', () => {
  const alerts = [
    alert('water', '2024-03-04', '2024-03-05', null),
    alert('water', '2024-03-04', '2024-03-08', '2024-03-11'),
    alert('water', '2024-03-04', null, null),
    alert('health', '2024-03-04', null, null),
  ];
  const times = responseTimes(alerts, calendar, ZONE);
  expect(times.get('water')).toEqual({
    answered: { measured: 2, median: 1, worst: 4 },
    rectified: { measured: 1, median: 5, worst: 5 },
  });
  expect(times.get('health')?.answered).toEqual({ measured: 0, median: null, worst: null });
});

test('a day is a day of the zone of the estate', () => {
  const lateEvening = { unit: 'water', sentAt: new Date('2024-03-04T15:59:00Z'), answeredAt: new Date('2024-03-04T16:01:00Z') };
  const times = responseTimes([{ ...lateEvening, rectifiedAt: null }], calendar, ZONE);
  expect(times.get('water')?.answered.median).toBe(1);
});

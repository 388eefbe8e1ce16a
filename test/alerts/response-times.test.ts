import { expect, test } from 'vitest';
import { responseTimes } from '../../src/alerts/response-times.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';

/** Tomb-Sweeping Day of 2024: off from Thursday, 4 April, to Saturday; Sunday, 7 April, is worked. */
const calendar = createWorkingDays([
  { year: 2024, holidays: ['2024-04-04', '2024-04-05', '2024-04-06'], workdays: ['2024-04-07'], source: 'test' },
]);
const sent = (unit: string, reachedOn: string, answeredOn: string | null, rectifiedOn: string | null, alerts = 1) => ({
  unit,
  reachedOn,
  answeredOn,
  rectifiedOn,
  alerts,
});

test('working days count from the day after sending, without holidays and with make-up days', () => {
  const times = responseTimes([sent('water', '2024-04-03', '2024-04-03', '2024-04-08')], calendar);
  expect(times.get('water')).toMatchObject({ answered: { median: 0 }, rectified: { median: 2 } });
});

test('what a unit has not answered or mended yet makes it neither slow nor fast', () => {
  const alerts = [
    sent('water', '2024-03-04', '2024-03-05', null),
    sent('water', '2024-03-04', '2024-03-08', '2024-03-11'),
    sent('water', '2024-03-04', null, null),
    sent('health', '2024-03-04', null, null),
  ];
  const times = responseTimes(alerts, calendar);
  expect(times.get('water')).toEqual({
    answered: { measured: 2, median: 1, worst: 4 },
    rectified: { measured: 1, median: 5, worst: 5 },
  });
  expect(times.get('health')?.answered).toEqual({ measured: 0, median: null, worst: null });
});

test('alerts that were sent and answered on the same days count one by one', () => {
  const alerts = [sent('water', '2024-03-04', '2024-03-05', null), sent('water', '2024-03-04', '2024-03-08', null, 3)];
  expect(responseTimes(alerts, calendar).get('water')?.answered).toEqual({ measured: 4, median: 4, worst: 4 });
});

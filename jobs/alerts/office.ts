import type { Postal } from '../../src/alerts/notices.ts';
import type { Clock } from '../../src/model/clock.ts';
import { dayIn } from '../../src/model/day.ts';
import { createWorkingDays } from '../../src/timeliness/working-days.ts';
import type { Workshop } from '../workshop.ts';

/** What alerts are worked on with. */
export type AlertOffice = Pick<Workshop, 'config' | 'store' | 'clock' | 'randomness'>;

/** The present instant with its day in the estate's time zone. */
export function nowAt(clock: Clock, zone: string) {
  const at = clock.now();
  return { at, today: dayIn(zone, at) };
}

/** By which an office writes notices. */
export function postalOf({ config, randomness }: Pick<AlertOffice, 'config' | 'randomness'>): Postal {
  const calendar = createWorkingDays(config.calendar);
  return { settings: config.alerts, zone: config.estate.timezone, calendar, mint: () => randomness.id() };
}

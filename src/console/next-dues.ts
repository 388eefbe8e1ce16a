import { type Due, nextDues } from '../../jobs/schedule/due.ts';
import type { ConsoleServices } from './services.ts';

/** Seven nights and a weekly report: each schedule is among them. */
const SHOWN = 8;

/** What is done by itself next, in order. */
export function nextDuesOf({ config: { schedule, estate, calendar }, clock }: ConsoleServices): Due[] {
  return nextDues({ schedule, zone: estate.timezone, calendar }, clock.now(), SHOWN);
}

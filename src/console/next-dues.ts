import { type Due, nextDues } from '../../jobs/schedule/due.ts';
import type { Desk } from './desk.ts';

/** Seven nights and a weekly report: each schedule is among them. */
const SHOWN = 8;

/** What is done by itself next, in order. */
export function nextDuesOf({ config: { schedule, estate, calendar }, clock }: Desk): Due[] {
  return nextDues({ schedule, zone: estate.timezone, calendar }, clock.now(), SHOWN);
}
